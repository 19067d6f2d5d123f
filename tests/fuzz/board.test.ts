import assert from 'node:assert/strict';
import fc from 'fast-check';
import { equalityDeep } from 'lib0/function';
import { expect, test } from 'vitest';
import type { Board } from '../../shared/board/board.ts';
import { addEntity } from '../../shared/board/doc.ts';
import { freshRanks } from '../../shared/board/rank.ts';
import { readBoard } from '../../shared/board/snapshot.ts';
import type { ActionId } from '../../shared/ids.ts';
import { createNetwork, joinNow, type Network, type Peer, stateOf } from '../support/network.ts';
import { plainBoard } from '../support/plain-board.ts';
import { KEPT, MEETINGS } from './board-kept.ts';
import {
  actorOf,
  charactersOf,
  KINDS,
  type Kind,
  play,
  type Step,
  scripts,
} from './board-script.ts';

const SEED = 20_240_118;
const RUNS = 100;
/** Kept scripts are played several times: the ids of what is added differ each time. */
const TIMES = 5;
const TIMEOUT_MS = 60_000; // counts for a machine that does something else meanwhile
const people = ['ana', 'ben', 'cleo'];

/** How often each kind of step changed something, and how many scripts were played. */
const changed = new Map<Kind, number>();
const seen = { runs: 0, unplaced: 0, circles: 0, equalRanks: 0, offline: 0 };

/** Three priorities, and in the first one two actions that nobody in the room has added. */
const startWorkshop = (names: readonly string[]): Network =>
  createNetwork(names, (doc) =>
    doc.transact(() => {
      const [first = '', second = '', third = ''] = freshRanks(3);
      addEntity(doc, 'priorities', 'p1', { title: 'Eau', rank: first });
      addEntity(doc, 'priorities', 'p2', { title: 'Emploi', rank: second });
      addEntity(doc, 'priorities', 'p3', { title: 'Climat', rank: third });
      addEntity(doc, 'actions', '1', { title: '1', means: 'x', priorityId: 'p1', rank: first });
      addEntity(doc, 'actions', '2', { title: '2', means: 'x', priorityId: 'p1', rank: second });
    }),
  );

/** Plays a script with every check after every step; gives the settled network. */
function playAll(script: readonly Step[]): Network {
  const network = startWorkshop(people);
  const added = new Set<ActionId>();
  for (const step of script) {
    const before = network.peers.map(({ view }) => view.get());
    const didChange = play(network, step);
    if (didChange) changed.set(step.kind, (changed.get(step.kind) ?? 0) + 1);
    network.peers.forEach((peer, i) => {
      const was = before[i];
      if (!was || peer.view.get() === was) return;
      checkView(peer, was);
      if (step.kind === 'undo' && peer === actorOf(network, step)) checkUndo(network, peer, was);
      for (const id of peer.view.get().actions.keys()) added.add(id);
    });
    if (network.peers.some((peer) => !network.isOnline(peer))) seen.offline++;
  }
  network.settle();
  const [first] = network.peers;
  if (first) note(first.view.get());
  for (const { view } of network.peers)
    expect([...added].filter((id) => !view.get().actions.has(id))).toEqual([]);
  return network;
}

/** The view is what the document says, keeps what did not change, and every action is somewhere. */
function checkView(peer: Peer, was: Board): void {
  const board = peer.view.get();
  expectSame(plainBoard(board), plainBoard(readBoard(peer.doc)));
  for (const [id, action] of board.actions)
    if (equalityDeep(was.actions.get(id), action)) assert.equal(was.actions.get(id), action);
  for (const [id, column] of board.columns)
    if (equalityDeep(was.columns.get(id), column)) assert.equal(was.columns.get(id), column);
  if (equalityDeep(was.priorities, board.priorities))
    assert.equal(was.priorities, board.priorities);
  const places = [board.columns, board.sources].flatMap((lists) => [...lists.values()].flat());
  places.push(...board.unplaced, ...board.discarded);
  expectSame(places.sort(compare), [...board.actions.keys()].sort(compare));
  for (const [p, { id }] of board.priorities.entries())
    for (const [a, actionId] of (board.columns.get(id) ?? []).entries())
      assert.equal(board.numbers.get(actionId), `${p + 1}.${a + 1}`);
}

/** As `toEqual`, which is too slow to be asked at every step. */
function expectSame(now: unknown, expected: unknown): void {
  if (!equalityDeep(now, expected)) expect(now).toEqual(expected);
}

const compare = (a: string, b: string): number => (a < b ? -1 : 1);

/** No character and no value of another person goes by an undo. */
function checkUndo(network: Network, peer: Peer, was: Board): void {
  for (const [id, before] of was.actions) {
    const after = peer.view.get().actions.get(id);
    for (const other of network.peers.filter((candidate) => candidate !== peer)) {
      for (const key of ['title', 'description'] as const)
        assert(isWithin(charactersOf(other, before[key]), charactersOf(other, after?.[key] ?? '')));
      if (before.means?.startsWith(`${other.name}:`)) assert.equal(after?.means, before.means);
    }
  }
}

/** Whether the items are all in the list, in their order. */
function isWithin(items: readonly string[], list: readonly string[]): boolean {
  let next = 0;
  for (const item of list) if (item === items[next]) next++;
  return next === items.length;
}

function note({ columns, unplaced, actions }: Board): void {
  const shown = [...columns.values()].flat().map((id) => actions.get(id));
  const places = shown.map((action) => `${action?.priorityId} ${action?.rank}`);
  seen.runs++;
  if (unplaced.length > 0) seen.unplaced++;
  if (shown.some((action) => action?.mergedInto && actions.has(action.mergedInto))) seen.circles++;
  if (new Set(places).size < places.length) seen.equalRanks++;
}

function expectAgreement(network: Network): void {
  const boards = [network.relay, ...network.peers.map(({ doc }) => doc)];
  const [first, ...others] = boards.map((doc) => ({
    board: plainBoard(readBoard(doc)),
    joined: plainBoard(readBoard(joinNow(doc))),
    state: stateOf(doc),
  }));
  expect(first?.joined).toEqual(first?.board);
  for (const other of others) expect(other).toEqual(first);
}

test(
  '[CV1] [BD4] [BD5] [UN1] peers that exchanged everything show the same board',
  () => {
    fc.assert(
      fc.property(scripts(160), (script) => expectAgreement(playAll(script))),
      { numRuns: RUNS, seed: SEED },
    );
  },
  TIMEOUT_MS,
);

test(
  '[UN1] an undo never takes away what somebody else wrote in the same action',
  () => {
    fc.assert(
      fc.property(scripts(80, ['setField', 'undo', 'redo', 'deliver']), (script) =>
        expectAgreement(playAll(script)),
      ),
      { numRuns: RUNS, seed: SEED },
    );
  },
  TIMEOUT_MS,
);

test.each([...KEPT, ...MEETINGS])('[CV1] a script that is always played: %s', (_what, script) => {
  for (let again = 0; again < TIMES; again++) expectAgreement(playAll(script));
});

test(
  '[UN2] alone, undoing any number of steps then redoing them restores the board',
  () => {
    const kinds = KINDS.filter((kind) => !['deliver', 'drop', 'reconnect'].includes(kind));
    fc.assert(
      fc.property(scripts(80, kinds), fc.nat(30), (script, depth) => {
        const network = startWorkshop(['ana']);
        for (const step of script) play(network, step);
        const [ana] = network.peers;
        if (!ana) throw new Error('nobody there');
        const boards: unknown[] = [];
        for (let i = 0; i < depth; i++) {
          const before = plainBoard(ana.view.get());
          if (!ana.history.undo()) break;
          boards.push(before);
        }
        for (const board of boards.reverse()) {
          expect(ana.history.redo()).toBe(true);
          expect(plainBoard(ana.view.get())).toEqual(board);
        }
        expect(plainBoard(ana.view.get())).toEqual(plainBoard(readBoard(ana.doc)));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  },
  TIMEOUT_MS,
);

test('[CV1] the scripts above exercised every kind of step and the rare meetings', () => {
  expect(KINDS.filter((kind) => !changed.has(kind))).toEqual([]);
  expect(seen.runs).toBe(2 * RUNS + TIMES * (KEPT.length + MEETINGS.length));
  expect(seen.circles).toBeGreaterThanOrEqual(TIMES);
  expect(Math.min(seen.unplaced, seen.equalRanks, seen.offline)).toBeGreaterThan(0);
});
