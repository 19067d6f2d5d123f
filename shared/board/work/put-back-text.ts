/** A text written again, beside what others have written in it meanwhile (SPEC KW4). */
import * as Y from 'yjs';
import { err, ok, type Result } from '../../result.ts';
import type { Problem } from '../commands/problem.ts';
import type { BoardDoc } from '../doc.ts';
import { wellFormed } from '../text.ts';
import { applyChange, changeBetween, rebase } from '../text-change.ts';
import { contentAt, lastOf } from './path.ts';
import { slotAt } from './slot.ts';
import type { WorkOf } from './work.ts';

/** For a text that others changed too: what was kept takes its place, or is put behind it. */
export type OnChangedText = 'replace' | 'append';

export function writeTextAgain(
  doc: BoardDoc,
  { path, text, base }: WorkOf<'text'>,
  onChanged: OnChangedText | undefined,
): Problem | { readonly kind: 'text-changed'; readonly now: string } | undefined {
  const content = contentAt(doc, path);
  const slot = slotAt(path);
  const field = slot?.kind === 'field' && slot.field.kind === 'text' ? slot.field : undefined;
  if (!(content instanceof Y.Text) || !field) return { kind: 'entity-gone' };
  const now = content.toString();
  const merged = mergedText({ now, text, base }, onChanged);
  if (!merged.ok) return { kind: 'text-changed', now };
  const next = wellFormed(merged.value);
  if (next.length > Math.max(field.max, now.length))
    return { kind: 'value-refused', field: lastOf(path) };
  const change = changeBetween(now, next);
  if (!change) return undefined;
  if (change.removed > 0) content.delete(change.index, change.removed);
  if (change.inserted !== '') content.insert(change.index, change.inserted);
  return undefined;
}

interface Versions {
  readonly now: string;
  readonly text: string;
  /** What both came from; undefined when nobody knows. */
  readonly base: string | undefined;
}

/** Both changes, where they touch different words; else the person says. */
function mergedText(
  { now, text, base }: Versions,
  onChanged: OnChangedText | undefined,
): Result<string, 'changed'> {
  if (now === base || now === '' || now === text || onChanged === 'replace') return ok(text);
  if (onChanged === 'append') return ok(`${now}\n${text}`);
  if (base === undefined || !areApart(spanOf(base, text), spanOf(base, now))) return err('changed');
  const [mine, theirs] = [changeBetween(base, text), changeBetween(base, now)];
  return ok(mine && theirs ? rebase(mine, [theirs]).reduce(applyChange, now) : text);
}

type Span = readonly [start: number, end: number];

/**
 * Where a text was changed, as widely as it can be read: when « aa » became « aaa », nobody knows
 * before which of its letters.
 */
function spanOf(before: string, after: string): Span {
  const shortest = Math.min(before.length, after.length);
  let prefix = 0;
  let suffix = 0;
  while (prefix < shortest && before[prefix] === after[prefix]) prefix++;
  while (suffix < shortest && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix++;
  const end = before.length - suffix;
  return [Math.min(prefix, end), Math.max(prefix, end)];
}
const areApart = ([a, b]: Span, [c, d]: Span): boolean => b < c || d < a;
