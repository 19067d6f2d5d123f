/** Kept work of the open board, and what this person may do with it now. */
import { useEffect, useMemo } from 'react';
import type { ActionId, PersonId } from '../../../shared/ids.ts';
import {
  useBoard,
  useBoardClient,
  useConnectionState,
  useIsUncompared,
  useSession,
  useUnreadable,
} from '../../state/hooks.ts';
import { type KeptItem, useShownKept } from '../../state/kept-shown.ts';
import { isOnBoard } from './board-side.ts';
import { isOfFrame } from './describe.ts';
import type { Hands, How, Later, Outcome } from './hands.ts';
import { splitLacking } from './lacking.ts';

type Client = ReturnType<typeof useBoardClient>;

export function useBoardHands(): Hands {
  const client = useBoardClient();
  const { items, discard } = useShownKept();
  const board = useBoard((now) => now);
  const session = useSession((now) => now);
  const unreadable = useUnreadable();
  const isClosed = useConnectionState() === 'closed';
  const leads = session?.role === 'facilitator' && !isClosed;
  const isWaiting = useIsUncompared() && !isClosed;
  const { rest, lacking } = useMemo(() => {
    const known = isWaiting ? items.filter(({ why }) => why !== 'other-epoch') : items;
    return splitLacking(known, leads);
  }, [items, leads, isWaiting]);
  useEffect(() => {
    if (lacking.some(({ work }) => isOnBoard(board, work))) void client.settleKept();
  }, [client, board, lacking]);
  return useMemo(
    (): Hands => ({
      items: rest,
      lacking,
      unreadable,
      discardUnreadable: client.discardUnreadable,
      board,
      workshop: board.info.title ?? '',
      me: session?.me ?? items.at(-1)?.personId ?? null,
      nameOf: (id: PersonId) =>
        session?.people.find((person) => person.id === id)?.name ?? undefined,
      isOnlyHere: !client.isKeptLasting(),
      laterOf: (item: KeptItem) => laterOf(item, client, isClosed),
      putBack: (...asked) => putBack(client, ...asked),
      discard,
    }),
    [client, items, rest, lacking, unreadable, discard, board, session, isClosed],
  );
}

const keysOf = (items: readonly KeptItem[]): readonly string[] => items.map(({ key }) => key);

function laterOf(item: KeptItem, client: Client, isClosed: boolean): Later | null {
  const { work } = item;
  if (isClosed) return 'closed';
  if (client.allowedNow(item)) return null;
  const role = client.stores.session.getState()?.role;
  if (role === 'observer') return 'observer';
  if (work.kind === 'typed') return 'copy';
  if (work.kind === 'votes') return 'vote';
  return isOfFrame(work) && role !== 'facilitator' ? 'lead' : 'step';
}

/** One step of undo, whatever is in it; the history changes only if the board did. */
async function putBack(client: Client, items: readonly KeptItem[], how?: How): Promise<Outcome> {
  const { history } = client.stores;
  const before = history.getState();
  const stays = await client.putBack(keysOf(items), how);
  const after = history.getState();
  const done = items.filter(({ key }) => !stays.has(key));
  const onBoard = done.filter(({ work }) => work.kind !== 'votes');
  const takeBack = async () => {
    if (history.getState() !== after || !client.undo()) return false;
    await client.keep(onBoard.map((item) => afterUndo(client, item)));
    return true;
  };
  return { stays, done: done.length, takeBack: before === after ? null : takeBack };
}

/** An action that is undone is set aside and no more: putting it back again is bringing it back. */
function afterUndo({ stores }: Client, { work, why, where }: KeptItem) {
  const id = addedBy(work);
  const isAside = id !== undefined && stores.board.getState().actions.get(id)?.discarded === true;
  if (!isAside) return { work, why, where };
  return { why, work: { kind: 'value', path: ['actions', id, 'discarded'] } } as const;
}

function addedBy(work: KeptItem['work']): ActionId | undefined {
  if (work.kind === 'idea') return work.id;
  const isAction = work.kind === 'created' && work.path[0] === 'actions' && work.path.length === 2;
  return isAction ? (work.path[1] as ActionId) : undefined;
}
