/** Changes of the frame, and in words why one was refused: each method answers null when it is done. */
import { useMemo } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import {
  addFrameEntity,
  type Changes,
  editFrameEntity,
  type FrameRoot,
  removeFrameEntity,
  setInfo,
  shiftFrameEntity,
} from '../../../shared/board/commands/frame.ts';
import type { Outcome, Problem } from '../../../shared/board/commands/problem.ts';
import {
  addTerm,
  removeTerm,
  renameTerm,
  type TermsKey,
} from '../../../shared/board/commands/terms.ts';
import type {
  Actor,
  BoardInfo,
  Direction,
  Policy,
  Priority,
} from '../../../shared/board/schema.ts';
import { ok } from '../../../shared/result.ts';
import type { Translation } from '../../../shared/text/en.ts';
import { facilitationWords } from '../../../shared/text/fr/facilitation.ts';
import type { Term } from '../../../shared/vocabulary/term.ts';
import { useBoardClient } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { useVoice, type Voice } from './voice.ts';

export type FrameItem = Priority | Direction | Actor | Policy;
export type FrameId = FrameItem['id'];
/** Texts by field key; undefined empties a field. The command refuses a key the schema lacks. */
export type FrameValues = Readonly<Record<string, string | undefined>>;
type Refusal = string | null;

export interface Frame {
  readonly setInfo: (changes: Changes<BoardInfo>) => Refusal;
  readonly add: (root: FrameRoot, values: FrameValues) => Refusal;
  /** Adds as one step of undo; answers how many entered, in order, before one was refused. */
  readonly addAll: (root: FrameRoot, list: readonly FrameValues[], told: Told) => number;
  readonly edit: (root: FrameRoot, id: FrameId, values: FrameValues) => Refusal;
  readonly shift: (root: FrameRoot, id: FrameId, by: -1 | 1) => Refusal;
  readonly remove: (root: FrameRoot, id: FrameId) => Refusal;
  readonly addTerm: (key: TermsKey, label: string) => Refusal;
  readonly renameTerm: (key: TermsKey, code: string, label: string) => Refusal;
  readonly removeTerm: (key: TermsKey, term: Term) => Refusal;
  /** Why removing it now would be refused. */
  readonly whyKept: (root: FrameRoot, id: FrameId) => Refusal;
}
type Told = (count: number) => string;

export function useFrame(): Frame {
  const client = useBoardClient();
  const words = useWords(facilitationWords);
  const voice = useVoice();
  return useMemo(() => createFrame(client, words, voice), [client, words, voice]);
}

function createFrame(client: ReturnType<typeof useBoardClient>, t: Words, voice: Voice): Frame {
  const board = () => client.stores.board.getState();
  const refusalOf = (problem: Problem, id?: FrameId) => problemText(t, problem, board(), id);
  const settle = <Value>(outcome: Outcome<Value>, said: () => string | null, id?: FrameId) => {
    if (!outcome.ok) return refusalOf(outcome.error, id);
    voice.done(said());
    return null;
  };
  return {
    setInfo: (changes) => settle(client.run(setInfo, changes), () => null),
    add: (root, values) =>
      settle(client.run(addFrameEntity<FrameRoot>, root, values), () =>
        t.lists[root].added(writtenName(values)),
      ),
    addAll: (root, list, told) => {
      const added = client.run((doc) => {
        const refused = list.findIndex(
          (values) => !addFrameEntity<FrameRoot>(doc, root, values).ok,
        );
        return ok(refused < 0 ? list.length : refused);
      });
      const count = added.ok ? added.value : 0;
      if (count > 0) voice.done(told(count));
      return count;
    },
    edit: (root, id, values) =>
      settle(client.run(editFrameEntity<FrameRoot>, root, id, values), () => null, id),
    shift: (root, id, by) =>
      settle(client.run(shiftFrameEntity<FrameRoot>, root, id, by), () =>
        placeText(t, board(), root, id),
      ),
    remove: (root, id) => {
      const item = itemsOf(board(), root).find((candidate) => candidate.id === id);
      const removed = client.run(removeFrameEntity<FrameRoot>, root, id);
      if (!removed.ok) return refusalOf(removed.error, id);
      voice.removed(t.lists[root].removed(nameOf(item)));
      return null;
    },
    addTerm: (key, label) =>
      settle(client.run(addTerm, key, label), () => t.lists[key].added(label.trim())),
    renameTerm: (key, code, label) => settle(client.run(renameTerm, key, code, label), () => null),
    removeTerm: (key, { code, fr }) => {
      const removed = client.run(removeTerm, key, code);
      if (!removed.ok) return refusalOf(removed.error);
      voice.removed(t.lists[key].removed(fr));
      return null;
    },
    whyKept: (root, id) => whyKept(t, board(), root, id),
  };
}

/** What a list of the frame holds, in order. */
const itemsOf = (board: Board, root: FrameRoot): readonly FrameItem[] =>
  root === 'priorities' ? board.priorities : [...board[root].values()];

export const nameOf = (item: FrameItem | undefined): string =>
  (item && ('title' in item ? item.title : 'name' in item ? item.name : '')) ?? '';

const writtenName = ({ title, name }: FrameValues): string => title ?? name ?? '';

function placeText(t: Words, board: Board, root: FrameRoot, id: FrameId): string {
  const items = itemsOf(board, root);
  const index = items.findIndex((item) => item.id === id);
  return t.moved(nameOf(items[index]), index + 1, items.length);
}

function problemText(t: Words, problem: Problem, board: Board, id: FrameId | undefined): string {
  switch (problem.kind) {
    case 'full':
      return t.full(problem.max);
    case 'title-missing':
      return t.nameMissing;
    case 'value-refused':
      return t.refused;
    case 'term-in-use':
      return t.termInUse;
    case 'priority-in-use':
      return whyKept(t, board, 'priorities', id) ?? t.gone;
    case 'direction-in-use':
      return whyKept(t, board, 'directions', id) ?? t.gone;
    default:
      return t.gone;
  }
}

function whyKept(t: Words, board: Board, root: FrameRoot, id: FrameId | undefined): string | null {
  const actions = [...board.actions.values()];
  if (root === 'directions') {
    const led = actions.filter((action) => action.leadDirectionId === id).length;
    return led === 0 ? null : t.directionInUse(led);
  }
  if (root !== 'priorities') return null;
  // Those set aside or merged count too: they come back to the priority they left.
  const inside = actions.filter((action) => action.priorityId === id);
  const hidden = inside.filter((action) => !board.numbers.has(action.id));
  return inside.length === 0 ? null : t.priorityInUse(inside.length, hidden.length);
}

type Words = Translation['facilitation'];
