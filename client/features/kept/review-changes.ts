/** Kept things of one action as its fields: what the board says, what this page says. */
import { slotAt } from '../../../shared/board/work/slot.ts';
import type { KeptItem } from '../../state/kept-shown.ts';
import type { ChangedField } from '../../ui/changed-fields.tsx';
import { holderOn, titledAction } from './board-side.ts';
import { describe, keysOf, labelAt, wholeKind } from './describe.ts';
import { fieldLabel } from './labels.ts';
import type { BoardReading, ThingOf } from './reading.ts';
import { linesOf, valueText } from './values.ts';

/** The codes of one set are one field, whatever was added to it and taken out of it. */
export function changesOf(
  items: readonly KeptItem[],
  reading: BoardReading,
): readonly ChangedField[] {
  const sets = new Map<string, readonly ThingOf<'member'>[]>();
  const changes: ChangedField[] = [];
  for (const { key, work } of items) {
    if (work.kind === 'member') {
      const set = work.path.slice(0, -1).join(' ');
      sets.set(set, [...(sets.get(set) ?? []), work]);
    } else changes.push({ key, ...changeOf(work, reading) });
  }
  for (const [key, members] of sets) changes.push({ key, ...setChange(members, reading) });
  return changes;
}

type Change = Omit<ChangedField, 'key'>;

function changeOf(work: KeptItem['work'], reading: BoardReading): Change {
  switch (work.kind) {
    case 'text':
      return textChange(work, reading);
    case 'value':
      return valueChange(work, reading);
    case 'place':
      return placeChange(work, reading);
    case 'created':
      return {
        label: wholeKind('created', work.path, reading),
        before: '',
        after: partText(work.path, work.values, reading),
      };
    case 'removed':
      return {
        label: wholeKind('created', work.path, reading),
        before: partText(work.path, holderOn(reading.board, work.path), reading),
        after: '',
      };
    default:
      return { label: '', before: '', after: '' };
  }
}

function textChange({ path, text, base }: ThingOf<'text'>, reading: BoardReading): Change {
  const before = String(fieldOn(path, reading) ?? '');
  const isContested = base !== undefined && base !== before;
  return { label: labelAt(path, reading), before, after: text, isContested };
}

function valueChange(work: ThingOf<'value'>, reading: BoardReading): Change {
  const { path, value, base } = work;
  const tell = tellerOf(path, reading);
  const before = tell(fieldOn(path, reading));
  const isContested = base !== undefined && tell(base ?? undefined) !== before;
  const after = path.at(-1) === 'rank' ? reading.t.review.otherPlace : tell(value);
  return { label: describe({ work }, reading).kind, before, after, isContested };
}

/** Fields that stand for something done are told by what they make of the action. */
function tellerOf(path: readonly string[], reading: BoardReading): (value: unknown) => string {
  const { review } = reading.t;
  const key = path.at(-1) ?? '';
  if (key === 'discarded') return (value) => (value === true ? review.aside : review.onShow);
  if (key === 'mergedInto')
    return (value) =>
      typeof value === 'string'
        ? reading.t.with(titledAction(reading.board, value) || reading.t.somethingOfBoard)
        : review.alone;
  return (value) => valueText(key, value, reading);
}

function placeChange(work: ThingOf<'place'>, reading: BoardReading): Change {
  const { board, t } = reading;
  const titleOf = (id: unknown) =>
    board.priorities.find((each) => each.id === id)?.title ?? t.somethingOfBoard;
  const now = fieldOn([...work.path, 'priorityId'], reading);
  const isMoved = now !== work.priorityId;
  return {
    label: t.kinds.place,
    before: titleOf(now),
    after: isMoved ? titleOf(work.priorityId) : t.review.otherPlace,
    isContested: work.base !== undefined && work.base !== now,
  };
}

function setChange(members: readonly ThingOf<'member'>[], reading: BoardReading): Change {
  const path = members[0]?.path.slice(0, -1) ?? [];
  const key = path.at(-1) ?? '';
  const now: unknown = fieldOn(path, reading);
  const codes: readonly unknown[] = Array.isArray(now) ? now : [];
  const isOut = new Set(members.filter(({ present }) => !present).map(codeOf));
  const added = members.filter(({ present }) => present).map(codeOf);
  const after = codes
    .filter((code) => !isOut.has(String(code)))
    .concat(added.filter((code) => !codes.includes(code)));
  return {
    label: fieldLabel(keysOf(path), reading),
    before: valueText(key, codes, reading),
    after: valueText(key, after, reading),
  };
}
const codeOf = ({ path }: ThingOf<'member'>): string => path.at(-1) ?? '';

/** Of a part of an action, such as an indicator. */
function partText(
  path: readonly string[],
  values: object | undefined,
  reading: BoardReading,
): string {
  const slot = slotAt(path);
  if (slot?.kind !== 'whole' || !values) return '';
  return linesOf(slot.fields, { ...values }, keysOf(path), reading).join('\n');
}

const fieldOn = (path: readonly string[], { board }: BoardReading): unknown => {
  const holder = holderOn(board, path.slice(0, -1));
  return holder && Reflect.get(holder, path.at(-1) ?? '');
};
