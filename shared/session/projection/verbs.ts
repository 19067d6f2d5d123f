/** What is asked of the screen of the room. */
import { ALREADY, type Folds, record, verbsTo } from '../verb.ts';
import { type Projection, type ProjectionView, projectionFields, UNLED } from './projection.ts';

export type ProjectionEvent = { readonly type: 'projected' } & Projection;
const { facilitator } = verbsTo<ProjectionEvent>();

export const PROJECTION_VERBS = {
  /**
   * What it shows from now on. The page is one that its screen told of (presence), which alone knows
   * how many there are; beyond the last, it begins again.
   */
  project: facilitator(projectionFields, ({ projection }, { view, page, held }, { now }) => {
    const { view: before, ...led } = projection ?? UNLED;
    const isSame = page === led.page && held === led.held && isSameView(view, before);
    return isSame ? ALREADY : record({ type: 'projected', view, page, held, at: now });
  }),
};

export const PROJECTION_FOLDS: Folds<ProjectionEvent> = {
  projected: (state, { view, page, held, at }) => ({
    ...state,
    projection: { view, page, held, at },
  }),
};

const isSameView = (a: ProjectionView | null, b: ProjectionView | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
