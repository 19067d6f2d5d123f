/** What an event of the session does to the board. Nothing, for most. */
import { setActionsAside } from '../../../shared/board/commands/aside.ts';
import type { SessionEvent } from '../../../shared/session/session.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import type { Written } from '../board/document.ts';
import { type RevealDeps, revealedIn } from './revealed.ts';

/** @param state before the event */
export function writtenBy(
  event: SessionEvent,
  state: Pick<SessionState, 'ideas' | 'aside'>,
  deps: RevealDeps,
): Written | undefined {
  switch (event.type) {
    case 'revealed':
      return revealedIn(state, event, deps);
    case 'work-set-aside':
      return deps.document.write((doc) => setActionsAside(doc, event.actionIds, true));
    case 'work-put-back': {
      const { actionIds = [] } = state.aside.get(event.personId) ?? {};
      return deps.document.write((doc) => setActionsAside(doc, actionIds, false));
    }
    default:
      return undefined;
  }
}
