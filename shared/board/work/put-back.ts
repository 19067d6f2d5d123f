/** Does kept work again on the board, each thing for itself (SPEC KW3). */
import type { Author } from '../commands/actions.ts';
import type { Problem } from '../commands/problem.ts';
import { type BoardDoc, LOCAL, LOCAL_ADD } from '../doc.ts';
import type { ChangeKind } from '../fields.ts';
import { lackingIn } from './lacking.ts';
import { contentAt } from './path.ts';
import { createAgain, removeAgain } from './put-back-entity.ts';
import { moveAgain, setMemberAgain, writeAgain } from './put-back-field.ts';
import { type OnChangedText, writeTextAgain } from './put-back-text.ts';
import { type Slot, slotAt } from './slot.ts';
import { actionOf, type Work, workKey } from './work.ts';

/** Why something stays kept. */
export type StillKept =
  | Problem
  /** Not in this step, or not by this person. */
  | { readonly kind: 'forbidden' }
  /** Others have written in the same words: the person decides what becomes of both. */
  | { readonly kind: 'text-changed'; readonly now: string };

export interface PutBack {
  readonly works: readonly Work[];
  /** Who does it: what is added is signed by them. */
  readonly author: Author;
  readonly may: May;
  readonly onChangedText?: OnChangedText | undefined;
}
/** @param actionId the action it is about, where "one's own" counts; undefined for a new one */
export type May = (change: ChangeKind, actionId: string | undefined) => boolean;

/**
 * To be run as one step of undo. Additions of actions have an origin of their own, so that undoing
 * sets them aside; the frame they stand in comes before them, what is written in others after them.
 * @returns by key of the work, why it was not done; all others were
 */
export function putBack(doc: BoardDoc, asked: PutBack): ReadonlyMap<string, StillKept> {
  const kept = new Map<string, StillKept>();
  const does = (works: readonly Work[], origin: symbol) =>
    doc.transact(() => {
      for (const work of works) {
        const problem = again(doc, work, asked);
        if (problem) kept.set(workKey(work), problem);
      }
    }, origin);
  const works = inOrder(asked.works);
  for (const [phase, origin] of PHASES)
    does(
      works.filter((work) => phaseOf(work) === phase),
      origin,
    );
  return kept;
}

/** Whether the rules allow it, wherever it stands now. */
export function mayPutBack(doc: BoardDoc, work: Work, may: May): boolean {
  const slot = slotAt(work.path);
  if (!slot) return false;
  const isThere = contentAt(doc, work.path.slice(0, 2)) !== undefined;
  return may(changeOf(work, slot), isThere ? actionOf(work) : undefined);
}

const changeOf = ({ kind }: Work, slot: Slot): ChangeKind => {
  if (kind === 'place') return 'move';
  return slot.kind === 'field' ? slot.field.change : slot.change;
};

const PHASES = [
  ['frame', LOCAL],
  ['additions', LOCAL_ADD],
  ['rest', LOCAL],
] as const;

const phaseOf = ({ kind, path: [root, , inside] }: Work): (typeof PHASES)[number][0] => {
  if (root !== 'actions' && root !== 'comments') return 'frame';
  return root === 'actions' && kind === 'created' && inside === undefined ? 'additions' : 'rest';
};

/**
 * When a work is done among others, as a number: the frame comes first, new actions second; what is
 * created comes before what is written in it, and what goes away goes last.
 */
export function turnOf(work: Work): number {
  const phase = PHASES.findIndex(([name]) => name === phaseOf(work));
  return phase * 3 + (work.kind === 'created' ? 0 : work.kind === 'removed' ? 2 : 1);
}
const inOrder = (works: readonly Work[]): readonly Work[] =>
  works.toSorted((a, b) => turnOf(a) - turnOf(b));

function again(doc: BoardDoc, work: Work, asked: PutBack): StillKept | undefined {
  if (!slotAt(work.path)) return { kind: 'entity-gone' };
  if (!mayPutBack(doc, work, asked.may)) return { kind: 'forbidden' };
  switch (work.kind) {
    case 'created':
      if (contentAt(doc, work.path) === undefined) return createAgain(doc, work, asked.author);
      // Another page has put it back meanwhile: what it lacks is put in it.
      return lackingIn(doc, [work])
        .map((leaf) => again(doc, leaf, asked))
        .find((problem) => problem !== undefined);
    case 'removed':
      return removeAgain(doc, work);
    case 'value':
      return writeAgain(doc, work);
    case 'text':
      return writeTextAgain(doc, work, asked.onChangedText);
    case 'member':
      return setMemberAgain(doc, work);
    case 'place':
      return moveAgain(doc, work);
  }
}
