/** Kept things put together by what they are about, in the order of the board. */
import type { ActionId } from '../../../shared/ids.ts';
import type { KeptItem } from '../../state/kept-shown.ts';
import { actionOfComment } from './board-side.ts';
import { type Described, describe } from './describe.ts';
import { byNumber } from './place.ts';
import type { KeptThing, Reading } from './reading.ts';

export interface Entry extends Described {
  readonly item: KeptItem;
}
export interface Group {
  readonly id: string;
  /** « 1.3 »; empty for what has no number. */
  readonly number: string;
  readonly title: string;
  /** Title of the priority; empty for none. */
  readonly priority: string;
  readonly entries: readonly Entry[];
}

export function groupsOf(items: readonly KeptItem[], reading: Reading): readonly Group[] {
  const groups = new Map<string, Entry[]>();
  for (const item of items) {
    const entry = { ...describe(item, reading), item };
    const id = groupId(item, reading);
    const entries = groups.get(id);
    if (entries) entries.push(entry);
    else groups.set(id, [entry]);
  }
  return [...groups]
    .map(([id, entries]) => ({ id, entries, ...headOf(entries, reading) }))
    .toSorted((a, b) => byNumber(a.number, b.number));
}

/** The action when it is about one; what is new stands for itself. */
function groupId({ key, work, where }: KeptItem, { board }: Reading): string {
  const id = actionIn(work, board);
  if (id !== undefined) return `action ${id}`;
  if (work.kind === 'idea') return `new ${key}`;
  if (work.kind === 'typed') return `typed ${where.title ?? ''}`;
  return 'frame';
}

function actionIn(thing: KeptThing, board: Reading['board']): string | undefined {
  if (thing.kind === 'votes') return thing.actionId;
  if (thing.kind === 'idea' || thing.kind === 'typed') return undefined;
  const [root, id = ''] = thing.path;
  if (root === 'actions') return id;
  if (root !== 'comments') return undefined;
  const of: unknown = thing.kind === 'created' ? thing.values.actionId : undefined;
  return typeof of === 'string' ? of : actionOfComment(board, id);
}

/** What is new has its text below: its heading says what it is. An action is told as it is by now. */
function headOf(
  [first]: readonly Entry[],
  { board, t }: Reading,
): Pick<Group, 'number' | 'title' | 'priority'> {
  if (!first) return { number: '', title: '', priority: '' };
  const { work, where } = first.item;
  const id = actionIn(work, board) as ActionId | undefined;
  const action = id && board?.actions.get(id);
  const priority =
    (action && board?.priorities.find((each) => each.id === action.priorityId)?.title) ??
    where.priority ??
    '';
  const number = (id && board?.numbers.get(id)) ?? where.number ?? '';
  if (action || (id !== undefined && !isNew(work)))
    return { number, title: action?.title || where.title || t.untitled, priority };
  if (isNew(work)) return { number: '', title: first.kind, priority };
  if (work.kind === 'typed') return { number: '', title: where.title ?? first.kind, priority };
  return { number: '', title: t.frame, priority: '' };
}

const isNew = (thing: KeptThing): boolean =>
  thing.kind === 'idea' ||
  (thing.kind === 'created' && thing.path[0] === 'actions' && thing.path.length === 2);
