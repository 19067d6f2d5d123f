import { expect, test } from 'vitest';
import {
  addAction,
  discardAction,
  moveAction,
  restoreAction,
} from '../../../shared/board/commands/actions.ts';
import { editFrameEntity, removeFrameEntity } from '../../../shared/board/commands/frame.ts';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import { openText } from '../../../shared/board/text-handle.ts';
import type { ActionId, PriorityId } from '../../../shared/ids.ts';
import { createNetwork, type Network, type Peer } from '../../support/network.ts';
import { unwrap } from '../../support/result.ts';
import { a, author, b, c, jobs, prepare, water } from '../../support/small-workshop.ts';

/** Two people on the same workshop; Ben wins over Ana when both write the same at once. */
function together(): { network: Network; ana: Peer; ben: Peer } {
  const network = createNetwork(['ana', 'ben'], prepare);
  const [ana, ben] = network.peers;
  if (!ana || !ben) throw new Error('nobody there');
  return { network, ana, ben };
}
const means = (peer: Peer, value: string | undefined) =>
  peer.history.asOneStep(() => setSheetField(peer.doc, a, 'means', value));
const meansOf = (peer: Peer) => peer.view.get().actions.get(a)?.means;
const move = (peer: Peer, id: ActionId, priorityId: PriorityId) =>
  peer.history.asOneStep(() => moveAction(peer.doc, id, { priorityId, before: null }));
const write = (peer: Peer, inserted: string, index = 0) =>
  openText(peer.doc, a, 'description')?.replace({ index, removed: 0, inserted });
const textOf = (peer: Peer) => peer.view.get().actions.get(a)?.description;
const add = (peer: Peer) =>
  unwrap(addAction(peer.doc, { title: 'x', place: { priorityId: jobs, before: null }, author }));
const shown = (peer: Peer, id: PriorityId = water) =>
  (peer.view.get().columns.get(id) ?? []).join('');

test('[UN1] undo takes back one’s own letters and leaves those written among them', () => {
  const { network, ana, ben } = together();
  write(ana, 'eau');
  network.settle();
  write(ben, '?', 2);
  network.settle();
  expect(textOf(ana)).toBe('ea?u');
  expect(ana.history.undo()).toBe(true);
  network.settle();
  expect([textOf(ana), textOf(ben)]).toEqual(['?', '?']);
  ana.history.redo();
  expect(textOf(ana)).toBe('ea?u');
});

test('[UN1] a value somebody else wrote since stays, at every undo and redo', () => {
  const { network, ana, ben } = together();
  means(ana, 'a1');
  means(ana, 'a2');
  network.settle();
  means(ben, 'b');
  network.settle();
  while (ana.history.undo());
  expect(meansOf(ana)).toBe('b');
  while (ana.history.redo());
  expect(meansOf(ana)).toBe('b');
  expect(ana.history.canUndo()).toBe(false);
});

test('[UN1] a value of somebody else, overwritten and brought back, is theirs again', () => {
  const { network, ana, ben } = together();
  means(ana, 'a1');
  network.settle();
  means(ben, 'b');
  network.settle();
  means(ana, 'a2');
  ana.history.undo();
  expect(meansOf(ana)).toBe('b');
  expect(ana.history.undo()).toBe(false);
  expect(meansOf(ana)).toBe('b');
});

test('[UN1] a field somebody else has emptied stays empty', () => {
  const { network, ana, ben } = together();
  means(ana, 'a1');
  means(ana, 'a2');
  network.settle();
  means(ben, undefined);
  network.settle();
  expect(ana.history.undo()).toBe(false);
  expect(meansOf(ana)).toBeUndefined();
});

test('[UN1] undoing one of two moves at once leaves the action with a whole place', () => {
  const { network, ana, ben } = together();
  move(ana, a, jobs);
  move(ben, a, jobs);
  network.settle();
  expect(shown(ana, jobs)).toBe('a');
  ben.history.undo();
  ana.history.undo();
  network.settle();
  expect(ben.view.get().unplaced).toEqual([]);
  expect([shown(ana), shown(ana, jobs)]).toEqual([shown(ben), shown(ben, jobs)]);
  expect(shown(ana) + shown(ana, jobs)).toHaveLength(3);
});

test('[UN2] a step that others have overwritten is passed over, to the one before it', () => {
  const { network, ana, ben } = together();
  move(ana, b, jobs);
  means(ana, 'a');
  network.settle();
  means(ben, 'b');
  network.settle();
  expect(ana.history.undo()).toBe(true);
  expect([shown(ana), meansOf(ana)]).toEqual(['abc', 'b']);
});

test('[UN3] undoing an addition sets the action aside with what others wrote in it', () => {
  const { network, ana, ben } = together();
  const id = add(ana);
  network.settle();
  openText(ben.doc, id, 'title')?.replace({ index: 0, removed: 0, inserted: 'Ben : ' });
  network.settle();
  expect(ana.history.undo()).toBe(true);
  network.settle();
  expect(ben.view.get().discarded).toEqual([id]);
  expect(ben.view.get().actions.get(id)?.title).toBe('Ben : x');
  ana.history.redo();
  network.settle();
  expect(shown(ben, jobs)).toBe(id);
});

test('[UN3] additions and changes are undone in their order, also past what others have overwritten', () => {
  const { network, ana, ben } = together();
  move(ana, b, jobs);
  const id = add(ana);
  means(ana, 'a');
  network.settle();
  means(ben, 'b');
  network.settle();
  ana.history.undo();
  expect([ana.view.get().discarded, shown(ana)]).toEqual([[id], 'ac']);
  ana.history.undo();
  expect(shown(ana)).toBe('abc');
  ana.history.redo();
  ana.history.redo();
  expect([ana.view.get().discarded, shown(ana)]).toEqual([[], 'ac']);
});

test.each<[what: string, decide: (ben: Peer, id: ActionId) => void, after: ActionId[] | 'aside']>([
  ['brought it back', (ben, id) => restoreAction(ben.doc, id), []],
  [
    'brought it back and set it aside again',
    (ben, id) => {
      restoreAction(ben.doc, id);
      discardAction(ben.doc, id);
    },
    'aside',
  ],
])('[UN3] after an undone addition somebody else %s: redo leaves it so', (_what, decide, after) => {
  const { network, ana, ben } = together();
  const id = add(ana);
  ana.history.undo();
  network.settle();
  decide(ben, id);
  network.settle();
  ana.history.redo();
  network.settle();
  expect(ben.view.get().discarded).toEqual(after === 'aside' ? [id] : after);
});

test('[UN3] an addition somebody else has set aside is passed over', () => {
  const { network, ana, ben } = together();
  const id = add(ana);
  network.settle();
  discardAction(ben.doc, id);
  network.settle();
  expect(ana.history.undo()).toBe(false);
  expect(ana.history.redo()).toBe(false);
  expect(ana.view.get().discarded).toEqual([id]);
});

test('[UN3] an action added, then set aside by its author, comes back step by step', () => {
  const { ana } = together();
  const id = add(ana);
  ana.history.asOneStep(() => discardAction(ana.doc, id));
  const aside: boolean[] = [];
  const look = () => aside.push(ana.view.get().discarded.length > 0);
  for (const run of [ana.history.undo, ana.history.undo, ana.history.redo, ana.history.redo]) {
    expect(run()).toBe(true);
    look();
  }
  expect(aside).toEqual([false, true, false, true]);
});

test('[UN4] each command is a step, apart from the typing before and after it', () => {
  const { ana } = together();
  write(ana, 'avant');
  move(ana, b, jobs);
  move(ana, c, jobs);
  write(ana, 'après ');
  const seen: string[] = [];
  while (ana.history.undo()) seen.push(`${textOf(ana)}|${shown(ana)}`);
  expect(seen).toEqual(['avant|a', 'avant|ac', 'avant|abc', '|abc']);
});

test('[UN4] typing before an addition, and after it, are other steps', () => {
  const { ana } = together();
  write(ana, 'avant');
  add(ana);
  write(ana, 'après ');
  const seen: string[] = [];
  while (ana.history.undo()) seen.push(`${textOf(ana)}|${ana.view.get().discarded.length}`);
  expect(seen).toEqual(['avant|0', 'avant|1', '|1']);
});

test('[UN4] a new deed ends what could be redone; an idle command does not', () => {
  const { ana } = together();
  means(ana, 'a');
  ana.history.undo();
  move(ana, c, water);
  expect(ana.history.canRedo()).toBe(true);
  add(ana);
  expect([ana.history.canUndo(), ana.history.canRedo()]).toEqual([true, false]);
  expect(ana.history.redo()).toBe(false);
});

test('[UN4] who follows the history hears of each step, of what others do never', () => {
  const { network, ana, ben } = together();
  const heard: string[] = [];
  const { history } = ana;
  const stop = history.subscribe(() => heard.push(`${history.canUndo()}/${history.canRedo()}`));
  means(ana, 'a');
  history.undo();
  history.redo();
  means(ben, 'b');
  network.settle();
  expect(heard).toEqual(['true/false', 'false/true', 'true/false']);
  stop();
  means(ana, 'a2');
  expect(heard).toHaveLength(3);
});

test('[UN1] a priority removed by mistake comes back as it was, although somebody renamed it meanwhile', () => {
  const { network, ana, ben } = together();
  removeFrameEntity(ana.doc, 'priorities', jobs);
  editFrameEntity(ben.doc, 'priorities', jobs, { title: 'Emploi durable' });
  add(ben);
  network.deliver(1); // what Ben did is at the relay first
  network.settle();
  expect(ana.view.get().unplaced).toHaveLength(1);
  ana.history.undo();
  network.settle();
  expect(ben.view.get().priorities.map(({ title }) => title)).toEqual(['Eau', 'Emploi']);
  expect(shown(ben, jobs)).not.toBe('');
});
