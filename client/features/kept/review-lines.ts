/** What the board lacks, as the lines of a review: one for each action, one for each other thing. */
import type { Board } from '../../../shared/board/board.ts';
import type { ActionId, PriorityId } from '../../../shared/ids.ts';
import type { KeptItem } from '../../state/kept-shown.ts';
import type { ChangedField } from '../../ui/changed-fields.tsx';
import { actionOfComment, titledAction } from './board-side.ts';
import { createdText, describe } from './describe.ts';
import { isNewAction } from './lacking.ts';
import { byNumber, isPlaceless } from './place.ts';
import type { BoardReading, ThingOf } from './reading.ts';
import { changesOf } from './review-changes.ts';

export interface Line {
  readonly key: string;
  /** « 1.3 Réutiliser l’eau ». */
  readonly label: string;
  readonly help: string;
  readonly changes: readonly ChangedField[];
  /** What is new, whole; empty when the changes say it all. */
  readonly text: string;
  readonly isContested: boolean;
  /** A new action whose priority is no more. */
  readonly isPlaceless: boolean;
  /** What is put back with it. */
  readonly items: readonly KeptItem[];
}
export interface Review {
  readonly changed: readonly Line[];
  readonly added: readonly Line[];
  readonly others: readonly Line[];
}

export function reviewOf(items: readonly KeptItem[], reading: BoardReading): Review {
  const { board } = reading;
  const changed = new Map<ActionId, KeptItem[]>();
  const [added, others]: [Line[], Line[]] = [[], []];
  for (const item of items) {
    const id = actionIn(item.work);
    const known = id && changed.get(id);
    if (isNewAction(item)) {
      const isLost = isPlaceless(item, board, items);
      added.push({ ...addedLine(item, reading), isPlaceless: isLost });
    } else if (known) known.push(item);
    else if (id && board.actions.has(id)) changed.set(id, [item]);
    else others.push(otherLine(item, reading));
  }
  const numberOf = (id: ActionId) => board.numbers.get(id) ?? '';
  const ordered = [...changed].toSorted(([a], [b]) => byNumber(numberOf(a), numberOf(b)));
  return { changed: ordered.map((entry) => changedLine(entry, reading)), added, others };
}

/** The action in which something was changed; what people say about one stands by itself. */
const actionIn = (work: KeptItem['work']): ActionId | undefined =>
  'path' in work && work.path[0] === 'actions' ? (work.path[1] as ActionId) : undefined;

function changedLine(
  [id, items]: readonly [ActionId, readonly KeptItem[]],
  reading: BoardReading,
): Line {
  const { board, t } = reading;
  const action = board.actions.get(id);
  const priority = titleOfPriority(board, action?.priorityId);
  return {
    ...withChanges(changesOf(items, reading)),
    key: id,
    label: titledAction(board, id) || t.untitled,
    help: sentence(priority, action?.discarded && t.review.aside),
    text: '',
    items,
  };
}

function addedLine(item: KeptItem, reading: BoardReading): Line {
  const { board, t } = reading;
  const { path, values } = item.work as ThingOf<'created'>;
  const title = typeof values.title === 'string' ? values.title : '';
  const priority = titleOfPriority(board, values.priorityId) ?? item.where.priority;
  return {
    ...withChanges([]),
    key: item.key,
    label: title || t.untitled,
    help: sentence(priority, values.discarded === true && t.review.aside),
    text: createdText({ path, values: { ...values, title: undefined } }, reading),
    items: [item],
  };
}

/** A comment, something of the frame, or what was done in an action that the board has not. */
function otherLine(item: KeptItem, reading: BoardReading): Line {
  const { work, where } = item;
  const { kind, here } = describe(item, reading);
  const isChange = work.kind === 'text' || work.kind === 'value' || work.kind === 'member';
  const about = aboutOf(item, reading);
  return {
    ...withChanges(isChange ? changesOf([item], reading) : []),
    key: item.key,
    label: about === '' ? kind : `${kind} · ${about}`,
    help: where.priority ?? '',
    text: isChange ? '' : here,
    items: [item],
  };
}

function aboutOf({ work, where }: KeptItem, { board }: BoardReading): string {
  if (!('path' in work)) return where.title ?? '';
  const [root, id = ''] = work.path;
  if (root !== 'comments') return work.kind === 'created' ? '' : (where.title ?? '');
  const of = work.kind === 'created' ? work.values.actionId : undefined;
  return titledAction(board, typeof of === 'string' ? of : (actionOfComment(board, id) ?? ''));
}

const withChanges = (changes: readonly ChangedField[]) => ({
  changes,
  isContested: changes.some((change) => change.isContested),
  isPlaceless: false,
});

const titleOfPriority = ({ priorities }: Board, id: unknown): string | undefined =>
  priorities.find((each) => each.id === (id as PriorityId))?.title;

const sentence = (...parts: readonly (string | false | undefined)[]): string =>
  parts.filter(Boolean).join(' · ');
