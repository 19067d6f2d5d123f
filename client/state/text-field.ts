/** What a binding does to a textarea, and the rules of where a caret goes. */
import { applyChange, changeBetween, shiftIndex } from '../../shared/board/text-change.ts';
import type { TextChange } from '../../shared/board/text-handle.ts';

/** `setRangeText` keeps scroll and focus; the selection is set only where the person is. */
export function replaceIn(
  element: HTMLTextAreaElement,
  { index, removed, inserted }: TextChange,
  [start, end]: readonly [number, number],
): void {
  const direction = element.selectionDirection;
  element.setRangeText(inserted, index, index + removed, 'preserve');
  // WebKit gives the focus to a field whose selection is set.
  if (element.ownerDocument.activeElement !== element) return;
  if (element.selectionStart !== start || element.selectionEnd !== end || start !== end)
    element.setSelectionRange(start, end, direction);
}

/**
 * Where a caret of the field goes when what was typed during a composition meets others' changes.
 * @param typed what the field has and the text had not, as places of the field
 * @param steps the same, as it was written into the text after `others`
 */
export function caretAfter(
  caret: number,
  typed: TextChange,
  others: readonly TextChange[],
  steps: readonly TextChange[],
): number {
  const typedEnd = typed.index + typed.inserted.length;
  const written = steps.at(-1);
  if (caret >= typed.index && caret <= typedEnd && written)
    return written.index + caret - typed.index;
  const before = caret > typedEnd ? caret - typedEnd + typed.index + typed.removed : caret;
  return others.concat(steps).reduce((at, step) => shiftIndex(at, step), before);
}

/** Others' changes as they were announced, or the plain difference when they do not lead to the text. */
export function changesSince(
  shown: string,
  announced: readonly TextChange[],
  now: string,
): readonly TextChange[] {
  if (announced.reduce(applyChange, shown) === now) return announced;
  const change = changeBetween(shown, now);
  return change ? [change] : [];
}

/** A textarea never holds a carriage return. */
export const visible = (text: string): string => text.replace(/\r\n?/g, '\n');

/** What would break the line becomes one space. */
export const oneLine = (inserted: string): string => inserted.replace(/[\r\n\u2028\u2029]+/g, ' ');

/** @returns what takes the handlers away */
export function listen(
  element: HTMLElement,
  handlers: Readonly<Record<string, (event: Event) => void>>,
): () => void {
  for (const [type, handler] of Object.entries(handlers)) element.addEventListener(type, handler);
  return () => {
    for (const [type, handler] of Object.entries(handlers))
      element.removeEventListener(type, handler);
  };
}
