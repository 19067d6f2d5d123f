/**
 * What the wall of the room shows now: what facilitators put in focus, else what the step is for.
 * Read from the observer's view of the session, which holds nothing hidden.
 */
import type { ActionId, PriorityId } from '../../../shared/ids.ts';
import { momentOf } from '../../../shared/session/lead/moment.ts';
import type { SessionView } from '../../../shared/session/view.ts';

export type Scene =
  | { readonly kind: 'welcome' | 'orientations' | 'hidden' | 'break' | 'pause' | 'closing' }
  | { readonly kind: 'board' }
  | { readonly kind: 'priority'; readonly id: PriorityId }
  | { readonly kind: 'action'; readonly id: ActionId }
  | { readonly kind: 'vote' | 'ranking' }
  | { readonly kind: 'coverage' | 'matrix' | 'deadlines' | 'indicators' | 'missing' };

export function sceneOf(session: SessionView): Scene {
  const { focus } = session;
  if (focus?.kind === 'action') return { kind: 'action', id: focus.id };
  if (focus?.kind === 'priority') return { kind: 'priority', id: focus.id };
  if (focus?.kind === 'view') return { kind: focus.view };
  const moment = momentOf(session);
  // After the reveal it shows what was written, not that nothing is hidden any more.
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
    case 'report':
      return { kind: 'coverage' };
    default:
      return { kind: 'board' };
  }
}

/** The last round is closed, and it was opened since this step began. */
function hasResultOf({ rounds, visits }: SessionView, stepId: string): boolean {
  const last = rounds.at(-1);
  if (!last?.result) return false;
  const since = visits.find((visit) => visit.stepId === stepId)?.from ?? 0;
  return last.openedAt >= since;
}
