/**
 * Replacements in a text, as plain arithmetic: what changed between two texts, and where things
 * stand once others have changed it too. Indices count UTF-16 units; a pair is never split.
 */
import type { TextChange } from './text-handle.ts';

/** What a replacement makes of a text. */
export const applyChange = (text: string, { index, removed, inserted }: TextChange): string =>
  text.slice(0, index) + inserted + text.slice(index + removed);

/**
 * The one replacement that leads from one text to another; null when they are equal.
 * @param caret where the caret stands after the change: among equal letters (« elle » → « ellle »)
 * it tells which one is new, so that others' carets around it stay where they were; 0 when nobody
 * knows
 */
export function changeBetween(before: string, after: string, caret = 0): TextChange | null {
  if (before === after) return null;
  const shortest = Math.min(before.length, after.length);
  let suffix = 0;
  const maxSuffix = Math.min(shortest, after.length - caret);
  while (suffix < maxSuffix && unitFromEnd(before, suffix) === unitFromEnd(after, suffix)) suffix++;
  let prefix = 0;
  while (prefix < shortest - suffix && before[prefix] === after[prefix]) prefix++;
  if (isSplit(before, prefix) || isSplit(after, prefix)) prefix--;
  if (isSplit(before, before.length - suffix) || isSplit(after, after.length - suffix)) suffix--;
  return {
    index: prefix,
    removed: before.length - suffix - prefix,
    inserted: after.slice(prefix, after.length - suffix),
  };
}

/**
 * Where a place of a text stands after a replacement in it; within what was removed, at its start.
 * @param pushed whether text inserted exactly there comes before the place
 */
export function shiftIndex(index: number, change: TextChange, pushed = false): number {
  const { index: at, removed, inserted } = change;
  if (index < at || (index === at && !pushed)) return index;
  return Math.max(at, index - removed) + (index >= at + removed ? inserted.length : 0);
}

/** {@link shiftIndex} for a selection: text inserted at either end of it stays outside. */
export function shiftRange(
  [start, end]: readonly [number, number],
  change: TextChange,
): readonly [number, number] {
  const to = shiftIndex(end, change);
  return [Math.min(to, shiftIndex(start, change, start < end)), to];
}

/**
 * A replacement meant for a text that others have changed meanwhile, said again for the text as it
 * stands: what they inserted amid what it removes is kept. The steps are to be made in order; the
 * last one inserts.
 * @param over the others' replacements, each for the text the one before it left
 */
export function rebase(change: TextChange, over: readonly TextChange[]): readonly TextChange[] {
  let place = change.index;
  let ranges: readonly Range[] = [[change.index, change.index + change.removed]];
  for (const other of over.flatMap(inTwo)) {
    place = shiftIndex(place, other);
    ranges = ranges.flatMap((range) => rangesAfter(range, other));
  }
  const [first, ...rest] = ranges.filter(([start, end]) => start < end);
  const steps = rest.reverse().map(removal);
  const { inserted } = change;
  if (first?.[0] === place) return [...steps, { ...removal(first), inserted }];
  if (first) steps.push(removal(first));
  return inserted === '' ? steps : [...steps, { index: place, removed: 0, inserted }];
}

type Range = readonly [start: number, end: number];

const removal = ([start, end]: Range): TextChange => ({
  index: start,
  removed: end - start,
  inserted: '',
});

/** Removing first, then inserting: amid a range, only the latter parts it. */
const inTwo = ({ index, removed, inserted }: TextChange): readonly TextChange[] => [
  { index, removed, inserted: '' },
  { index, removed: 0, inserted },
];

/** A range keeps to the letters it had: what is inserted amid them parts it in two. */
function rangesAfter([start, end]: Range, change: TextChange): readonly Range[] {
  const { index, inserted } = change;
  if (inserted === '' || index <= start || index >= end)
    return [[shiftIndex(start, change, true), shiftIndex(end, change)]];
  return [
    [start, index],
    [index + inserted.length, end + inserted.length],
  ];
}

const unitFromEnd = (text: string, distance: number) => text[text.length - 1 - distance];

/** Whether an index falls between the two halves of one character. */
const isSplit = (text: string, index: number): boolean =>
  /[\uD800-\uDBFF]/.test(text.charAt(index - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(index));
