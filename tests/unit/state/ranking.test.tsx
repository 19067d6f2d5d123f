/** The ranking of a closed round over a board that goes on changing. */
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { BoardContext } from '../../../client/state/board-context.ts';
import { useRanking } from '../../../client/state/use-ranking.ts';
import { addAction, discardAction, mergeActions } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import type { ActionId, PersonId, PriorityId } from '../../../shared/ids.ts';
import type { RoundId } from '../../../shared/session/votes/votes.ts';
import { createBoardHarness } from '../../support/board-harness.tsx';
import { unwrap } from '../../support/result.ts';

const roundId = 'r1' as RoundId;

/** Three actions, the first with two gommettes; the round is open still. */
function voted() {
  const board = createBoardHarness('participant');
  const { client } = board;
  const priorityId = unwrap(
    client.run(addFrameEntity, 'priorities', { title: 'Eau' }),
  ) as PriorityId;
  const author = { personId: 'moi' as PersonId, directionId: null, actorId: null };
  const ids = ['Réserver', 'Former', 'Publier'].map((title) =>
    unwrap(client.run(addAction, { title, place: { priorityId, before: null }, author })),
  ) as [ActionId, ActionId, ActionId];
  const claire = {
    id: 'claire' as PersonId,
    role: 'facilitator',
    name: 'Claire',
    directionId: null,
    actorId: null,
    clients: [2],
  } as const;
  board.setOthers([claire]);
  const setup = { budget: 3, cap: 2, basis: 'person', priorityIds: null } as const;
  const open = (id: RoundId) => board.ask({ type: 'round-open', id, title: 'Tour', setup }, claire);
  open(roundId);
  board.ask({ type: 'vote-cast', roundId, actionId: ids[0], dots: 2 });
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <BoardContext value={client}>{children}</BoardContext>
  );
  const { result } = renderHook(() => useRanking(), { wrapper });
  const close = (id = roundId) => board.ask({ type: 'round-close', id }, claire);
  const hands = (actionId: ActionId, votes: number) =>
    board.ask({ type: 'room-votes', roundId, actionId, votes }, claire);
  const rows = () => result.current?.rows.map(({ actionId, total }) => [actionId, total]);
  return { ...board, ids, result, open, close, hands, rows };
}

test('[VT4] there is none before the close', () => {
  const { result, close, rows, ids } = voted();
  expect(result.current).toBeNull();
  close();
  expect(rows()).toEqual([[ids[0], 2]]);
});

test('[VT6] hands typed after the close are counted', () => {
  const { close, hands, rows, ids } = voted();
  close();
  hands(ids[1], 5);
  expect(rows()).toEqual([
    [ids[1], 5],
    [ids[0], 2],
  ]);
});

test('[VT7] what joins another action brings its votes, and what is set aside leaves', () => {
  const { close, hands, rows, ids, neighbour } = voted();
  close();
  hands(ids[1], 5);
  neighbour(mergeActions, [ids[1]], ids[0]);
  expect(rows()).toEqual([[ids[0], 7]]);
  neighbour(discardAction, ids[0]);
  expect(rows()).toEqual([]);
});

test('[VT7] it is that of the round closed last, whatever is open', () => {
  const { open, close, hands, rows, ids } = voted();
  close();
  const second = 'r2' as RoundId;
  open(second);
  expect(rows()).toEqual([[ids[0], 2]]);
  close(second);
  expect(rows()).toEqual([]);
  hands(ids[1], 5);
  expect(rows()).toEqual([]);
});

test('[VT4] it is the same object while nothing that ranks has changed', () => {
  const { close, result, client, ids } = voted();
  close();
  const before = result.current;
  act(() => void client.run(setSheetField, ids[2], 'means', 'Deux jours'));
  expect(result.current).toBe(before);
});
