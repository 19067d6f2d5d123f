/** Presence is written by other people's pages and passed on unread: it is checked here. */
import { isId } from '../../shared/ids.ts';
import type { PresenceState } from '../state/board-stores.ts';

/** Others' states by Yjs client id; what is not understood is left out. */
export function readPresence(
  states: ReadonlyMap<number, unknown>,
  ownClient: number,
): ReadonlyMap<number, PresenceState> {
  const others = new Map<number, PresenceState>();
  for (const [client, state] of states)
    if (client !== ownClient) others.set(client, readState(state));
  return others;
}

function readState(state: unknown): PresenceState {
  if (typeof state !== 'object' || state === null) return {};
  const { actionId, field, anchor, head, holding } = state as Readonly<Record<string, unknown>>;
  return {
    ...(isId(actionId) ? { actionId: actionId as NonNullable<PresenceState['actionId']> } : {}),
    ...(field === 'title' || field === 'description' ? { field } : {}),
    ...(anchor !== undefined && head !== undefined ? { anchor, head } : {}),
    ...(isId(holding) ? { holding: holding as NonNullable<PresenceState['holding']> } : {}),
  };
}
