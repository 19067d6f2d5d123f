/** One kept thing in people's words: what it is, what it says here, what the board says there. */
import { isEntityRoot, slotAt } from '../../../shared/board/work/slot.ts';
import type { PriorityId } from '../../../shared/ids.ts';
import type { KeptItem } from '../../state/kept-shown.ts';
import { onBoard, titledAction } from './board-side.ts';
import { fieldLabel } from './labels.ts';
import type { KeptThing, Reading, ThingOf } from './reading.ts';
import { linesOf, valueText } from './values.ts';

export interface Described {
  /** « Échéance », « Nouvelle action ». */
  readonly kind: string;
  /** The text as it is here; empty when the kind says it all. */
  readonly here: string;
  /** What stands in its place on the board, where that says something else; null where nothing does. */
  readonly now: string | null;
}

export function describe({ work }: Pick<KeptItem, 'work'>, reading: Reading): Described {
  const { t } = reading;
  switch (work.kind) {
    case 'idea':
      return { kind: t.kinds.idea, here: joined(work.title, work.description), now: null };
    case 'votes':
      return { kind: t.kinds.votes, here: t.dots(work.dots), now: null };
    case 'typed':
      return { kind: typedKind(work, reading), here: work.text, now: null };
    case 'created':
      return {
        kind: wholeKind('created', work.path, reading),
        here: createdText(work, reading),
        now: null,
      };
    case 'removed':
      return { kind: wholeKind('removed', work.path, reading), here: '', now: null };
    case 'place':
      return placed(work, reading);
    case 'member':
      return member(work, reading);
    case 'text':
    case 'value':
      return changed(work, reading);
  }
}

const joined = (...texts: readonly string[]): string => texts.filter(Boolean).join('\n\n');

const typedKind = ({ field }: ThingOf<'typed'>, { t }: Reading): string =>
  field === '' ? t.kinds.typed : `${t.kinds.typed} · ${field}`;

/** The root and the keys of a path, without its ids. */
export const keysOf = ([root = '', ...below]: readonly string[]): readonly string[] =>
  root === 'board' ? [root, ...below] : [root, ...below.filter((_, index) => index % 2 === 1)];

export function wholeKind(
  verb: 'created' | 'removed',
  path: readonly string[],
  { t }: Reading,
): string {
  const names: Readonly<Record<string, string | undefined>> = t[verb];
  const key = keysOf(path).at(-1) ?? '';
  return names[key] ?? key;
}

export function createdText(
  { path, values }: Pick<ThingOf<'created'>, 'path' | 'values'>,
  reading: Reading,
): string {
  const slot = slotAt(path);
  if (slot?.kind !== 'whole') return '';
  const keys = keysOf(path);
  return linesOf(slot.fields, values, keys, reading).join('\n');
}

function placed({ path, priorityId }: ThingOf<'place'>, reading: Reading): Described {
  const { board, t } = reading;
  const titleOf = (id: unknown) =>
    board?.priorities.find((each) => each.id === id)?.title ?? t.somethingOfBoard;
  const there: unknown = board && onBoard(board, path, 'priorityId');
  const isElsewhere = there !== undefined && there !== null && there !== priorityId;
  return {
    kind: t.kinds.place,
    here: t.placeIn(titleOf(priorityId as PriorityId)),
    now: isElsewhere ? t.isIn(titleOf(there)) : null,
  };
}

function member({ path, present }: ThingOf<'member'>, reading: Reading): Described {
  const { t } = reading;
  const keys = keysOf(path.slice(0, -1));
  const name = valueText(keys.at(-1) ?? '', path.at(-1), reading);
  return {
    kind: fieldLabel(keys, reading),
    here: present ? t.memberAdded(name) : t.memberRemoved(name),
    now: null,
  };
}

function changed(work: ThingOf<'text' | 'value'>, reading: Reading): Described {
  const key = work.path.at(-1) ?? '';
  const value = work.kind === 'text' ? work.text : work.value;
  const act = ACTS[key];
  if (act) return { kind: act.kind(value, reading), here: act.here(value, reading), now: null };
  const kind = labelAt(work.path, reading);
  if (key === 'rank') return { kind, here: '', now: null };
  const here = valueText(key, value, reading);
  const there = reading.board ? onBoard(reading.board, work.path.slice(0, -1), key) : null;
  const now = there === null ? here : valueText(key, there, reading);
  return { kind, here: here === '' ? reading.t.emptied : here, now: now === here ? null : now };
}

/** Fields that stand for something done: the kind says what. */
const ACTS: Readonly<
  Record<string, Record<'kind' | 'here', (value: unknown, reading: Reading) => string>>
> = {
  discarded: {
    kind: (value, { t }) => (value === undefined ? t.kinds.restored : t.kinds.discarded),
    here: () => '',
  },
  mergedInto: {
    kind: (value, { t }) => (value === undefined ? t.kinds.split : t.kinds.merged),
    here: (value, { board, t }) => {
      const title = typeof value === 'string' ? titledAction(board, value) : '';
      return title === '' ? '' : t.with(title);
    },
  },
};

/** « Échéance »; « Indicateur · Unité » for what is within a part. */
export function labelAt(path: readonly string[], reading: Reading): string {
  const keys = keysOf(path);
  const label = fieldLabel(keys, reading);
  const holder = keys.length > 2 ? keys.at(-2) : undefined;
  const names: Readonly<Record<string, string | undefined>> = reading.t.created;
  return holder === undefined ? label : `${names[holder] ?? holder} · ${label}`;
}

/** Whether a thing is of the frame of the workshop, which facilitators alone change. */
export const isOfFrame = (thing: KeptThing): boolean => {
  if (thing.kind === 'idea' || thing.kind === 'votes' || thing.kind === 'typed') return false;
  const [root] = thing.path;
  if (root === 'board' || (isEntityRoot(root) && root !== 'actions' && root !== 'comments'))
    return true;
  const slot = slotAt(thing.path);
  return slot?.kind === 'field' && slot.field.change === 'frame';
};
