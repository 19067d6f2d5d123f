/** Decisions on the déroulé: its steps, and which one is in progress. */
import { err } from '../../result.ts';
import { STEP_LIMITS } from '../step.ts';
import { ALREADY, type Deciders, happens } from './decider.ts';

type AgendaRequest =
  | 'steps-set'
  | 'step-add'
  | 'step-change'
  | 'step-move'
  | 'step-remove'
  | 'step-start';

export const decideAgenda: Deciders<AgendaRequest> = {
  'steps-set': (_state, { steps }, { now }) =>
    new Set(steps.map(({ id }) => id)).size < steps.length
      ? err('invalid')
      : happens({ type: 'steps-set', steps, at: now }),

  'step-add': ({ steps }, { step, after }) => {
    if (steps.some(({ id }) => id === step.id)) return ALREADY;
    if (steps.length >= STEP_LIMITS.steps) return err('full');
    return happens({ type: 'step-added', step, after });
  },

  'step-change': ({ steps }, { id, change }, { now }) => {
    if (!steps.some((step) => step.id === id)) return err('gone');
    return happens({ type: 'step-changed', id, change: defined(change), at: now });
  },

  'step-move': ({ steps }, { id, after }) => {
    const place = steps.findIndex((step) => step.id === id);
    if (place < 0 || (after !== null && !steps.some((step) => step.id === after)))
      return err('gone');
    if (after === id || (steps[place - 1]?.id ?? null) === after) return ALREADY;
    return happens({ type: 'step-moved', id, after });
  },

  'step-remove': ({ steps, current }, { id }) => {
    if (!steps.some((step) => step.id === id)) return ALREADY;
    // The rules in force would change under everybody's hands without anybody having led there.
    if (current === id) return err('step');
    return happens({ type: 'step-removed', id });
  },

  'step-start': ({ steps, current }, { id, from }, { now, asker }) => {
    if (current === id) return ALREADY;
    if (current !== from) return err('stale');
    if (id !== null && !steps.some((step) => step.id === id)) return err('gone');
    return happens({ type: 'step-started', id, at: now, by: asker.id });
  },
};

/** Without the keys that are there and say nothing: they would empty what they name. */
const defined = <Change extends object>(
  change: Change,
): { [Key in keyof Change]: Defined<Change[Key]> } =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Change]: Defined<Change[Key]>;
  };
type Defined<Value> = Exclude<Value, undefined>;
