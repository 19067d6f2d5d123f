/**
 * Random workshops as data: a script is a list of steps that JSON can hold, each one thing somebody
 * does. Numbers choose among what is there, so that a script stays meaningful when it is shortened.
 */
import fc from 'fast-check';
import type { Board } from '../../shared/board/board.ts';
import {
  addAction,
  discardAction,
  mergeActions,
  moveAction,
  restoreAction,
  unmergeAction,
} from '../../shared/board/commands/actions.ts';
import {
  addFrameEntity,
  editFrameEntity,
  removeFrameEntity,
  setInfo,
  shiftFrameEntity,
} from '../../shared/board/commands/frame.ts';
import type { Outcome } from '../../shared/board/commands/problem.ts';
import {
  addSheetPart,
  addTarget,
  removeSheetPart,
  setPartField,
  setSheetField,
  setSheetMember,
  setTargetField,
} from '../../shared/board/commands/sheet.ts';
import { openText } from '../../shared/board/text-handle.ts';
import type { ActionId, PartId, PriorityId } from '../../shared/ids.ts';
import type { Network, Peer } from '../support/network.ts';

export interface Step {
  readonly kind: Kind;
  /** Who; the first person is the facilitator, who alone changes the frame. */
  readonly by: number;
  /** On which action, or on which thing of the frame. */
  readonly on: number;
  /** Where, or what. */
  readonly at: number;
  readonly letters: readonly number[];
}

/** Each person writes with characters of their own, so that a text tells who wrote it. */
const ALPHABETS = [
  ['a', 'à', 'A', '🌳'],
  ['b', 'ß', 'B', '🐝'],
  ['c', 'ç', 'C', '🌊'],
];

type Act = (peer: Peer, step: Step, network: Network) => boolean;

/** What people do, and how often. An act answers whether it changed something. */
const ACTS = {
  add: [6, (peer, step) => act(peer, (doc) => addAction(doc, newAction(peer, step)))],
  move: [
    8,
    onAction((peer, id, step) => act(peer, (doc) => moveAction(doc, id, place(peer, step)))),
  ],
  type: [6, onAction(typeInText)],
  setField: [
    3,
    onAction((peer, id, step) =>
      act(peer, (doc) =>
        setSheetField(doc, id, 'means', step.at % 4 === 0 ? undefined : signed(peer, step)),
      ),
    ),
  ],
  setMember: [
    3,
    onAction((peer, id, { at }) =>
      act(peer, (doc) => setSheetMember(doc, id, 'levers', `lever-${at % 4}`, at % 3 !== 0)),
    ),
  ],
  addPart: [
    4,
    onAction((peer, id, { at }) =>
      act(peer, (doc) => addSheetPart(doc, id, LISTS[at % 2 ? 1 : 0])),
    ),
  ],
  setPart: [3, onAction(setInPart)],
  removePart: [4, onAction(removePart)],
  merge: [
    5,
    onAction((peer, id, { at }) => {
      const source = pick(idsOf(peer), at);
      return source !== undefined && act(peer, (doc) => mergeActions(doc, [source], id));
    }),
  ],
  unmerge: [3, onAction((peer, id) => act(peer, (doc) => unmergeAction(doc, id)))],
  discard: [2, onAction((peer, id) => act(peer, (doc) => discardAction(doc, id)))],
  restore: [2, onAction((peer, id) => act(peer, (doc) => restoreAction(doc, id)))],
  setInfo: [
    1,
    onFrame((peer, step) => act(peer, (doc) => setInfo(doc, { subtitle: signed(peer, step) }))),
  ],
  addPriority: [
    1,
    onFrame((peer, step) =>
      act(peer, (doc) => addFrameEntity(doc, 'priorities', { title: signed(peer, step) })),
    ),
  ],
  editPriority: [
    1,
    onPriority((peer, id, step) =>
      act(peer, (doc) => editFrameEntity(doc, 'priorities', id, { title: signed(peer, step) })),
    ),
  ],
  shiftPriority: [
    1,
    onPriority((peer, id, { at }) =>
      act(peer, (doc) => shiftFrameEntity(doc, 'priorities', id, at % 2 ? 1 : -1)),
    ),
  ],
  removePriority: [
    3,
    onPriority((peer, id) => act(peer, (doc) => removeFrameEntity(doc, 'priorities', id))),
  ],
  undo: [4, (peer) => peer.history.undo()],
  redo: [3, (peer) => peer.history.redo()],
  deliver: [12, (_peer, { at }, network) => network.deliver(at)],
  drop: [1, (peer, _step, network) => network.isOnline(peer) && whole(() => network.drop(peer))],
  reconnect: [
    4,
    (peer, _step, network) => !network.isOnline(peer) && whole(() => network.reconnect(peer)),
  ],
} as const satisfies Readonly<Record<string, readonly [weight: number, act: Act]>>;

export type Kind = keyof typeof ACTS;
export const KINDS = Object.keys(ACTS) as readonly Kind[];

/** Plays one step; true when it changed something. */
export function play(network: Network, step: Step): boolean {
  const peer = pick(network.peers, step.by);
  return peer !== undefined && ACTS[step.kind][1](peer, step, network);
}

/** Whoever acts in a step. */
export const actorOf = (network: Network, { by }: Step): Peer | undefined =>
  pick(network.peers, by);

/** Who wrote a text of this kind: the characters of one person in it. */
export const charactersOf = (peer: Peer, text: string): readonly string[] =>
  [...text].filter((character) => alphabetOf(peer).includes(character));

/** @param kinds what may happen; everything by default */
export const scripts = (length: number, kinds: readonly Kind[] = KINDS): fc.Arbitrary<Step[]> =>
  fc.noBias(
    fc.array(
      fc.record({
        kind: fc.oneof(
          ...kinds.map((kind) => ({ weight: ACTS[kind][0], arbitrary: fc.constant(kind) })),
        ),
        by: fc.nat(2),
        on: fc.nat(11),
        at: fc.nat(11),
        letters: fc.array(fc.nat(3), { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: length, size: 'max' },
    ),
  );

/** In the order of ids: that of the map differs between people. */
const idsOf = (peer: Peer): readonly ActionId[] =>
  [...peer.view.get().actions.keys()].sort((a, b) => (a < b ? -1 : 1));

const LISTS = ['indicators', 'constraints'] as const;

const pick = <Item>(list: readonly Item[], choice: number): Item | undefined =>
  list[choice % Math.max(1, list.length)];

const alphabetOf = (peer: Peer): readonly string[] =>
  ALPHABETS[peer.doc.clientID % ALPHABETS.length] ?? [];

const lettersOf = (peer: Peer, { letters }: Step): string =>
  letters.map((letter) => alphabetOf(peer)[letter]).join('');

/** A value that names who wrote it. */
const signed = (peer: Peer, step: Step): string => `${peer.name}:${lettersOf(peer, step)}`;

function whole(run: () => void): boolean {
  run();
  return true;
}

/** Runs a command as one step of undo, as the client does. */
function act(peer: Peer, command: (doc: Peer['doc']) => Outcome<unknown>): boolean {
  let changed = false;
  const note = () => {
    changed = true;
  };
  peer.doc.on('update', note);
  const outcome = peer.history.asOneStep(() => command(peer.doc));
  peer.doc.off('update', note);
  return outcome.ok && changed;
}

function onAction(run: (peer: Peer, id: ActionId, step: Step) => boolean): Act {
  return (peer, step) => {
    const id = pick(idsOf(peer), step.on);
    return id !== undefined && run(peer, id, step);
  };
}

function onFrame(run: (peer: Peer, step: Step) => boolean): Act {
  return (peer, step, network) => peer === network.peers[0] && run(peer, step);
}

function onPriority(run: (peer: Peer, id: PriorityId, step: Step) => boolean): Act {
  return onFrame((peer, step) => {
    const id = pick(peer.view.get().priorities, step.on)?.id;
    return id !== undefined && run(peer, id, step);
  });
}

/** Few places, so that people meet there. */
function place(peer: Peer, { at }: Step) {
  const { priorities, columns }: Board = peer.view.get();
  const priorityId = pick(priorities, at % 3)?.id ?? ('none' as PriorityId);
  const column = columns.get(priorityId) ?? [];
  return { priorityId, before: column[Math.floor(at / 3)] ?? null };
}

const newAction = (peer: Peer, step: Step) => ({
  title: lettersOf(peer, step),
  place: place(peer, step),
  author: peer.author,
});

function typeInText(peer: Peer, id: ActionId, step: Step): boolean {
  const text = openText(peer.doc, id, step.at % 2 ? 'title' : 'description');
  if (!text) return false;
  const index = step.at % (text.get().length + 1);
  const removed = step.letters.length === 3 ? Math.min(2, text.get().length - index) : 0;
  return text.replace({ index, removed, inserted: lettersOf(peer, step) });
}

function setInPart(peer: Peer, id: ActionId, step: Step): boolean {
  const action = peer.view.get().actions.get(id);
  const constraint = pick(action?.constraints ?? [], step.at);
  const indicator = pick(action?.indicators ?? [], step.at);
  const target = pick(indicator?.targets ?? [], step.at);
  return act(peer, (doc) => {
    if (constraint && step.at % 2)
      return setPartField(doc, id, 'constraints', constraint.id, 'text', signed(peer, step));
    if (!indicator) return { ok: true, value: undefined };
    return target && step.at % 3
      ? setTargetField(doc, id, indicator.id, target.id, 'value', step.at)
      : addTarget(doc, id, indicator.id);
  });
}

function removePart(peer: Peer, id: ActionId, { at }: Step): boolean {
  const key = LISTS[at % 2 ? 1 : 0];
  const list: readonly { readonly id: PartId }[] = peer.view.get().actions.get(id)?.[key] ?? [];
  const part = pick(list, at);
  return part !== undefined && act(peer, (doc) => removeSheetPart(doc, id, key, part.id));
}
