/**
 * What the wall of the room shows now: what facilitators chose for it, else what they put in focus,
 * else what the step is for.
 * Read from the observer's view of the session, which holds nothing hidden.
 */
import type { ActionId, DirectionId, PriorityId } from '../../../shared/ids.ts';
import { momentOf } from '../../../shared/session/lead/moment.ts';
import type { ProjectionView } from '../../../shared/session/projection/projection.ts';
import type { SessionView } from '../../../shared/session/view.ts';

export type Scene =
  | { readonly kind: 'welcome' | 'orientations' | 'hidden' | 'break' | 'pause' | 'closing' }
  | { readonly kind: 'board' | 'entry' }
  | { readonly kind: 'report' }
  /** Sheets being filled by groups that work apart. */
  | { readonly kind: 'groups' }
  /** `id` tells one reveal from the next. */
  | { readonly kind: 'revealed'; readonly id: number }
  | { readonly kind: 'pilot'; readonly id: DirectionId }
  | { readonly kind: 'priority'; readonly id: PriorityId }
  | { readonly kind: 'action'; readonly id: ActionId }
  | { readonly kind: 'vote' | 'ranking' }
  | { readonly kind: 'coverage' | 'matrix' | 'deadlines' | 'indicators' | 'missing' };

export function sceneOf(session: SessionView): Scene {
  const chosen = session.projection?.view ?? session.focus;
  if (chosen) return sceneShowing(chosen);
  const moment = momentOf(session);
  // After a reveal it shows what was written, not that less is hidden.
  if (session.shownIdeas && (moment === 'hidden' || moment === 'revealed'))
    return { kind: 'revealed', id: session.shownIdeas.ids.length };
  if (moment === 'hidden') return { kind: 'hidden' };
  const step = session.steps.find(({ id }) => id === session.current);
  if (moment === 'ended') return { kind: 'closing' };
  if (session.frozen === 'facilitator') return { kind: 'pause' };
  switch (step?.kind) {
    case 'welcome':
      return { kind: 'welcome' };
    case 'priorities':
      return { kind: 'orientations' };
    case 'break':
      return { kind: 'break' };
    case 'vote':
      return { kind: hasResultOf(session, step.id) ? 'ranking' : 'vote' };
    case 'closing':
      return { kind: 'closing' };
    case 'sheets':
      return { kind: session.groups.length > 0 ? 'groups' : 'board' };
    case 'report':
      return { kind: 'report' };
    default:
      return { kind: 'board' };
  }
}

const sceneShowing = (view: ProjectionView): Scene =>
  view.kind === 'view' ? { kind: view.view } : view;

/** The last round is closed, and it was opened since this step began. */
function hasResultOf({ rounds, visits }: SessionView, stepId: string): boolean {
  const last = rounds.at(-1);
  if (!last?.result) return false;
  const since = visits.find((visit) => visit.stepId === stepId)?.from ?? 0;
  return last.openedAt >= since;
}
