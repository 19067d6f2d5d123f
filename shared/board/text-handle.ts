/**
 * One collaborative text of an action, without its Yjs type: what an editor needs to show it, to
 * write in it, and to keep its caret where the person left it while others write.
 */
import * as Y from 'yjs';
import type { ActionId } from '../ids.ts';
import { type BoardDoc, entityMap, LOCAL } from './doc.ts';
import { LIMITS } from './schema.ts';
import { splitsPair, wellFormed } from './text.ts';

export type TextKey = 'title' | 'description';

/** One replacement: at `index`, `removed` UTF-16 units make way for `inserted`. */
export interface TextChange {
  readonly index: number;
  readonly removed: number;
  readonly inserted: string;
}
/** A place between two characters that moves with them; serialisable, meant for presence. */
export type TextAnchor = unknown;

export interface TextHandle {
  readonly max: number;
  readonly get: () => string;
  /**
   * Replaces a range; refused (false) when the text would pass its limit. A range that ends inside
   * a character, or beyond the text, is brought to the nearest place between two characters.
   */
  readonly replace: (change: TextChange) => boolean;
  /** Calls back with others' and undone changes, in order of position; never with one's own. */
  readonly onRemote: (listener: (changes: readonly TextChange[]) => void) => () => void;
  /** Calls back after any change, one's own included. */
  readonly onChange: (listener: () => void) => () => void;
  readonly anchorAt: (index: number) => TextAnchor;
  /** Where an anchor stands now; undefined when it is not of this text. */
  readonly indexOf: (anchor: TextAnchor) => number | undefined;
}

const MAX: Readonly<Record<TextKey, number>> = {
  title: LIMITS.titleCharacters,
  description: LIMITS.descriptionCharacters,
};

/** Opens a text; undefined when the action is gone. */
export function openText(doc: BoardDoc, id: ActionId, key: TextKey): TextHandle | undefined {
  const text = entityMap(doc, 'actions', id)?.get(key);
  if (!(text instanceof Y.Text)) return undefined;
  const max = MAX[key];
  return {
    max,
    get: () => text.toString(),
    replace: (change) => {
      const { index, removed, inserted } = wholeCharacters(text.toString(), change);
      const grown = inserted.length - removed;
      // An imported text may be longer than the limit: it may shrink, not grow.
      if (grown > 0 && text.length + grown > max) return false;
      doc.transact(() => {
        if (removed > 0) text.delete(index, removed);
        if (inserted !== '') text.insert(index, inserted);
      }, LOCAL);
      return true;
    },
    onRemote: (listener) =>
      observe(text, (event, transaction) => {
        if (transaction.origin !== LOCAL) listener(changesOf(event));
      }),
    onChange: (listener) => observe(text, () => listener()),
    anchorAt: (index) =>
      Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index, -1)),
    indexOf: (anchor) => indexOf(doc, text, anchor),
  };
}

function observe(
  text: Y.Text,
  listener: (event: Y.YTextEvent, transaction: Y.Transaction) => void,
): () => void {
  text.observe(listener);
  return () => text.unobserve(listener);
}

/**
 * The same change between whole characters. Yjs would keep a pair cut in two as two U+FFFD; and an
 * editor that compares UTF-16 units sees only the second half of a pair change from 😀 to 😁.
 */
function wholeCharacters(text: string, { index, removed, inserted }: TextChange): TextChange {
  let start = Math.max(0, Math.min(index, text.length));
  let end = Math.max(start, Math.min(index + removed, text.length));
  let middle = inserted;
  if (splitsPair(text, start)) {
    if (/^[\uDC00-\uDFFF]/.test(middle)) middle = text.charAt(--start) + middle;
    else if (start === end) end = ++start;
    else start--;
  }
  if (splitsPair(text, end)) {
    if (/[\uD800-\uDBFF]$/.test(middle)) middle += text.charAt(end);
    end++;
  }
  return { index: start, removed: end - start, inserted: wellFormed(middle) };
}

/** Turns a Yjs delta into replacements whose indices hold when they are applied one by one. */
function changesOf(event: Y.YTextEvent): readonly TextChange[] {
  const changes: TextChange[] = [];
  let index = 0;
  for (const part of event.delta) {
    if (part.retain !== undefined) index += part.retain;
    else if (part.delete !== undefined) changes.push({ index, removed: part.delete, inserted: '' });
    else if (typeof part.insert === 'string') {
      changes.push({ index, removed: 0, inserted: part.insert });
      index += part.insert.length;
    }
  }
  return changes;
}

function indexOf(doc: BoardDoc, text: Y.Text, anchor: TextAnchor): number | undefined {
  try {
    const relative = Y.createRelativePositionFromJSON(anchor);
    const absolute = Y.createAbsolutePositionFromRelativePosition(relative, doc);
    return absolute?.type === text ? absolute.index : undefined;
  } catch {
    return undefined; // presence is written by others: it may be anything
  }
}
