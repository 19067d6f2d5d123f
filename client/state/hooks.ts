/**
 * The only door between React and the board. Each hook reads one thing by its id, so that a change
 * of one action renders one card.
 */
import { useContext, useMemo, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Board } from '../../shared/board/board.ts';
import type { Author } from '../../shared/board/commands/actions.ts';
import type { ChangeKind } from '../../shared/board/fields.ts';
import type { Action, Priority } from '../../shared/board/schema.ts';
import type { ActionId, PersonId, PriorityId } from '../../shared/ids.ts';
import type { CloseReason } from '../../shared/protocol/close.ts';
import { isOwn } from '../../shared/session/own.ts';
import { allows } from '../../shared/session/permissions.ts';
import type { PersonView } from '../../shared/session/present.ts';
import { FREE_RULES } from '../../shared/session/rules.ts';
import type { SessionView } from '../../shared/session/view.ts';
import { deviceTexts } from '../browser/texts.ts';
import type { BoardClient } from '../sync/board-client.ts';
import type { PresenceState } from '../sync/board-stores.ts';
import type { Connection } from '../sync/connection.ts';
import type { KeptWork } from '../sync/kept/kept-work.ts';
import { BoardContext, WorkshopContext } from './board-context.ts';
import { deviceStore, type OpenedWorkshop } from './device.ts';
import { type Preferences, preferencesStore } from './preferences.ts';

const NONE: readonly never[] = [];

export const usePreferences = (): Preferences => useStore(preferencesStore);
export const useOpenedWorkshops = (): readonly OpenedWorkshop[] => useStore(deviceStore);

/** Commands, undo and presence of the open board: never changes while the page is open. */
export function useBoardClient(): BoardClient {
  const client = useContext(BoardContext);
  if (!client) throw new Error('useBoardClient outside of a board');
  return client;
}

/** The open workshop as this device knows it, for those who lead it; null for everybody else. */
export function useLedWorkshop(): OpenedWorkshop | null {
  const workshop = useContext(WorkshopContext);
  const leads = useSession((session) => session?.role === 'facilitator');
  return leads ? workshop : null;
}

/** Reads from the board; the selector must return something that keeps its identity. */
export const useBoard = <Value>(select: (board: Board) => Value): Value =>
  useStore(useBoardClient().stores.board, select);

export const usePriorities = (): readonly Priority[] => useBoard((board) => board.priorities);
/** Ids of the actions on show in a priority; the same array until one enters, leaves or moves. */
export const useColumn = (id: PriorityId): readonly ActionId[] =>
  useBoard((board) => board.columns.get(id) ?? NONE);
export const useAction = (id: ActionId): Action | undefined =>
  useBoard((board) => board.actions.get(id));
/** "1.3", or undefined for an action that is not on show. */
export const useNumber = (id: ActionId): string | undefined =>
  useBoard((board) => board.numbers.get(id));

export const useSession = <Value>(select: (session: SessionView | null) => Value): Value =>
  useStore(useBoardClient().stores.session, select);
export const usePeople = (): readonly PersonView[] =>
  useSession((session) => session?.people ?? NONE);

/** Oneself as the server knows it; null until it has spoken. */
export function meIn(session: SessionView | null): PersonView | null {
  if (!session) return null;
  const before = known.get(session);
  if (before !== undefined) return before;
  const me = session.people.find(({ id }) => id === session.me) ?? null;
  known.set(session, me);
  return me;
}
/** Every card asks at every change of the session: hundreds of people are not searched each time. */
const known = new WeakMap<SessionView, PersonView | null>();
export const useMe = (): PersonView | null => useSession(meIn);

/** Oneself as the author of a new action. */
export function useAuthor(): Author | null {
  const me = useMe();
  return useMemo(() => me && authorOf(me), [me]);
}
/** The same, read when something is added: what only adds is not drawn again with who is here. */
export function authorIn(session: SessionView | null): Author | null {
  const me = meIn(session);
  return me && authorOf(me);
}
const authorOf = ({ id, directionId, actorId }: PersonView): Author => ({
  personId: id,
  directionId,
  actorId,
});

/**
 * Whether this person may make a kind of change now. Controls of what is forbidden are absent.
 * @param action the action concerned, where "one's own" counts
 */
export function useCan(change: ChangeKind, action?: Action): boolean {
  return useSession((session) =>
    allows(
      session?.role ?? 'observer',
      session?.rules ?? FREE_RULES,
      change,
      action !== undefined && isOwn(action, meIn(session)),
    ),
  );
}

/** What of this device concerns the open board, for as long as it does. */
export interface DeviceState {
  /** When the session was last heard, of a board that stands here as this device had it. */
  readonly lastHeard: number | null;
  /** What this browser does not keep. */
  readonly lacks: readonly ('notKept' | 'noAccess')[];
}
export function useDevice(): DeviceState {
  const { stores } = useBoardClient();
  const isCopied = useStore(stores.copied);
  const lastHeard = useStore(stores.lastHeard);
  const isOffline = useConnectionState() === 'offline';
  const [isTaking] = useState(deviceTexts.isTaking);
  return {
    lastHeard: isOffline ? lastHeard : null,
    lacks: [
      ...(isCopied === false ? (['notKept'] as const) : []),
      ...(isTaking ? [] : (['noAccess'] as const)),
    ],
  };
}

export const useConnection = (): Connection => useStore(useBoardClient().stores.connection);
/** How the connection is, without what changes at each key: whether all is saved, and since when. */
export const useConnectionState = (): Connection['state'] =>
  useStore(useBoardClient().stores.connection, ({ state }) => state);
/** Why there is no connection: who is let in no more, or who cannot come in now. */
export const useCloseReason = (): CloseReason | undefined =>
  useStore(useBoardClient().stores.connection, (connection) =>
    connection.state === 'closed'
      ? connection.reason
      : connection.state === 'offline'
        ? connection.why
        : undefined,
  );
/** Whether the action has changes that the server has not acknowledged. */
export const useIsUnsaved = (id: ActionId): boolean =>
  useStore(useBoardClient().stores.unsaved, (ids) => ids.has(id));
/** Whether a reveal has just put the action on the board. */
export const useIsFresh = (id: ActionId): boolean =>
  useStore(useBoardClient().stores.fresh, (ids) => ids.has(id));
export function useHistory(): { readonly canUndo: boolean; readonly canRedo: boolean } {
  const { history } = useBoardClient().stores;
  const canUndo = useStore(history, (state) => state.canUndo);
  const canRedo = useStore(history, (state) => state.canRedo);
  return { canUndo, canRedo };
}
/** What was done on this device and this board has not taken, oldest first. */
export const useKept = (): readonly KeptWork[] => useStore(useBoardClient().stores.kept);
/** Whether it is not known yet what of it the board has: another epoch has just begun. */
export const useIsUncompared = (): boolean => useStore(useBoardClient().stores.isUncompared);
/** Bytes of this device's copies of the board that could not be read. */
export const useUnreadable = () => useStore(useBoardClient().stores.unreadable);

/** Somebody else's caret or hand, with who it is. */
export interface PersonPresence {
  readonly client: number;
  readonly personId: PersonId | null;
  readonly state: PresenceState;
}

/** Others who have this action open or in hand, in a stable order; the same array until that changes. */
export function useOthersOn(id: ActionId): readonly PersonPresence[] {
  const { presence, session } = useBoardClient().stores;
  const select = useMemo(() => {
    let last: readonly PersonPresence[] = NONE;
    return () => {
      const next = othersOn(id, presence.getState(), session.getState());
      if (!isEqual(last, next)) last = next;
      return last;
    };
  }, [id, presence, session]);
  const subscribe = useMemo(
    () => (listener: () => void) => {
      const stops = [presence.subscribe(listener), session.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [presence, session],
  );
  return useSyncExternalStore(subscribe, select);
}

function othersOn(
  id: ActionId,
  presence: Presences,
  session: SessionView | null,
): readonly PersonPresence[] {
  const here = byAction(presence).get(id);
  if (!here) return NONE;
  return here
    .map(([client, state]) => ({ client, personId: ownerOf(client, session), state }))
    .sort((a, b) => a.client - b.client);
}

type Presences = ReadonlyMap<number, PresenceState>;
const sorted = new WeakMap<Presences, ReadonlyMap<ActionId, [number, PresenceState][]>>();

/** Who is on each action. Every card asks whenever somebody moves: all who are here are read once. */
function byAction(presence: Presences): ReadonlyMap<ActionId, [number, PresenceState][]> {
  const before = sorted.get(presence);
  if (before) return before;
  const found = new Map<ActionId, [number, PresenceState][]>();
  for (const [client, state] of presence)
    for (const id of new Set([state.actionId, state.holding]))
      if (id !== undefined) found.set(id, [...(found.get(id) ?? []), [client, state]]);
  sorted.set(presence, found);
  return found;
}

const ownerOf = (client: number, session: SessionView | null): PersonId | null =>
  session?.people.find((person) => person.clients.includes(client))?.id ?? null;

const isEqual = (a: readonly PersonPresence[], b: readonly PersonPresence[]): boolean =>
  a.length === b.length &&
  a.every((one, i) => one.state === b[i]?.state && one.personId === b[i]?.personId);
