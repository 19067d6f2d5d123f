import { expect, test } from 'vitest';
import { addAction, mergeActions, moveAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity, removeFrameEntity } from '../../../shared/board/commands/frame.ts';
import { setSheetMember } from '../../../shared/board/commands/sheet.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import type { ActionId, PriorityId } from '../../../shared/ids.ts';
import { createNetwork, type Network, type Peer } from '../../support/network.ts';
import { plainBoard } from '../../support/plain-board.ts';
import { unwrap } from '../../support/result.ts';
import { a, author, b, c, jobs, prepare, water } from '../../support/small-workshop.ts';

function together(): { network: Network; ana: Peer; ben: Peer } {
  const network = createNetwork(['ana', 'ben'], prepare);
  const [ana, ben] = network.peers;
  if (!ana || !ben) throw new Error('nobody there');
  return { network, ana, ben };
}
/** The board all of them show once everything was exchanged. */
function agreed(network: Network) {
  network.settle();
  const board = readBoard(network.relay);
  for (const { view } of network.peers) expect(plainBoard(view.get())).toEqual(plainBoard(board));
  return board;
}
const add = (peer: Peer, priorityId: PriorityId, before: ActionId | null = null) =>
  unwrap(addAction(peer.doc, { title: peer.name, place: { priorityId, before }, author }));

test('[CV2] an action moved to two places at once is in one of them, once', () => {
  const { network, ana, ben } = together();
  moveAction(ana.doc, a, { priorityId: jobs, before: null });
  moveAction(ben.doc, a, { priorityId: water, before: null });
  const { columns } = agreed(network);
  expect([...columns.values()].map((ids) => ids.join(''))).toEqual(['bca', '']);
});

test('[CV2] of two moves at once one wins with its whole place, even to an equal rank', () => {
  const { network, ana, ben } = together();
  const first = add(ana, jobs);
  network.settle();
  // Behind `first`, `b` gets the very rank it had in the other priority.
  moveAction(ben.doc, b, { priorityId: jobs, before: null });
  moveAction(ana.doc, b, { priorityId: water, before: a });
  const { rank } = ben.view.get().actions.get(b) ?? {};
  const { columns, actions } = agreed(network);
  expect([columns.get(water), columns.get(jobs)]).toEqual([
    [a, c],
    [first, b],
  ]);
  expect([rank, actions.get(b)?.rank]).toEqual(['a1', 'a1']);
});

test('[CV2] two actions put in one place at once are both there, in the same order for all', () => {
  const { network, ana, ben } = together();
  const ids = [add(ana, water, b), add(ben, water, b)].sort((x, y) => (x < y ? -1 : 1));
  expect(agreed(network).columns.get(water)).toEqual([a, ...ids, b, c]);
});

test('[CV3] a priority removed while somebody adds to it loses nothing', () => {
  const { network, ana, ben } = together();
  removeFrameEntity(ana.doc, 'priorities', jobs);
  const id = add(ben, jobs);
  const { unplaced, actions } = agreed(network);
  expect(unplaced).toEqual([id]);
  expect(actions.get(id)?.title).toBe('ben');
});

test('[CV4] two people who tick two boxes both win, and the order is the same for all', () => {
  const { network, ana, ben } = together();
  setSheetMember(ana.doc, a, 'levers', 'variant', true);
  setSheetMember(ben.doc, a, 'levers', 'lotting', true);
  expect(agreed(network).actions.get(a)?.levers).toEqual(['lotting', 'variant']);
});

test('[CV4] two people who merge each into the other keep one of the two on show', () => {
  const { network, ana, ben } = together();
  mergeActions(ana.doc, [a], b);
  mergeActions(ben.doc, [b], a);
  const { columns, sources } = agreed(network);
  expect(columns.get(water)).toEqual([a, c]);
  expect(sources).toEqual(new Map([[a, [b]]]));
});

test('[CV5] who was away sees the rest and is seen, without a message arriving twice', () => {
  const { network, ana, ben } = together();
  network.drop(ben);
  add(ana, jobs);
  add(ben, jobs);
  addFrameEntity(ana.doc, 'priorities', { title: 'Climat' });
  network.deliverAll();
  expect(ben.view.get().priorities).toHaveLength(2);
  network.reconnect(ben);
  network.deliverAll();
  expect(ben.view.get().columns.get(jobs)).toHaveLength(2);
  agreed(network);
});
