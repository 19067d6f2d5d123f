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
import { type ProblemTexts, problemText } from '../../state/problem-text.ts';
import { useWords } from '../../state/words.ts';
import { useVoice, type Voice } from './voice.ts';

export type FrameItem = Priority | Direction | Actor | Policy;
export type FrameId = FrameItem['id'];
/** Texts by field key; undefined empties a field. The command refuses a key the schema lacks. */
export type FrameValues = Readonly<Record<string, string | undefined>>;
type Refusal = string | null;

export type Frame = ReturnType<typeof createFrame>;
type Told = (count: number) => string;

export function useFrame(): Frame {
  const client = useBoardClient();
  const words = useWords(facilitationWords);
  const voice = useVoice();
  return useMemo(() => createFrame(client, words, voice), [client, words, voice]);
}

function createFrame(client: ReturnType<typeof useBoardClient>, t: Words, voice: Voice) {
  const board = () => client.stores.board.getState();
  const refusalOf = (problem: Problem, id?: FrameId) =>
    problemText(problem, problemsOf(t, board(), id));
  const settle = <Value>(outcome: Outcome<Value>, said: () => string | null, id?: FrameId) => {
    if (!outcome.ok) return refusalOf(outcome.error, id);
    voice.done(said());
    return null;
  };
  return {
    setInfo: (changes: Changes<BoardInfo>): Refusal =>
      settle(client.run(setInfo, changes), () => null),
    add: (root: FrameRoot, values: FrameValues): Refusal =>
      settle(client.run(addFrameEntity<FrameRoot>, root, values), () =>
        t.lists[root].added(writtenName(values)),
      ),
    /** Adds as one step of undo; answers how many entered, in order, before one was refused. */
    addAll: (root: FrameRoot, list: readonly FrameValues[], told: Told): number => {
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
    edit: (root: FrameRoot, id: FrameId, values: FrameValues): Refusal =>
      settle(client.run(editFrameEntity<FrameRoot>, root, id, values), () => null, id),
    shift: (root: FrameRoot, id: FrameId, by: -1 | 1): Refusal =>
      settle(client.run(shiftFrameEntity<FrameRoot>, root, id, by), () =>
        placeText(t, board(), root, id),
      ),
    remove: (root: FrameRoot, id: FrameId): Refusal => {
      const item = itemsOf(board(), root).find((candidate) => candidate.id === id);
      const removed = client.run(removeFrameEntity<FrameRoot>, root, id);
      if (!removed.ok) return refusalOf(removed.error, id);
      voice.removed(t.lists[root].removed(nameOf(item)));
      return null;
    },
    addTerm: (key: TermsKey, label: string): Refusal =>
      settle(client.run(addTerm, key, label), () => t.lists[key].added(label.trim())),
    renameTerm: (key: TermsKey, code: string, label: string): Refusal =>
      settle(client.run(renameTerm, key, code, label), () => null),
    removeTerm: (key: TermsKey, { code, fr }: Term): Refusal => {
      const removed = client.run(removeTerm, key, code);
      if (!removed.ok) return refusalOf(removed.error);
      voice.removed(t.lists[key].removed(fr));
      return null;
    },
    /** Why removing it now would be refused. */
    whyKept: (root: FrameRoot, id: FrameId): Refusal => whyKept(t, board(), root, id),
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

const problemsOf = (t: Words, board: Board, id: FrameId | undefined): ProblemTexts => ({
  full: ({ max }) => t.full(max),
  'title-missing': t.nameMissing,
  'value-refused': t.refused,
  'term-in-use': t.termInUse,
  'priority-in-use': () => whyKept(t, board, 'priorities', id) ?? t.gone,
  'direction-in-use': () => whyKept(t, board, 'directions', id) ?? t.gone,
  gone: t.gone,
});

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
