/**
 * What somebody did in a document, field by field. Read before the document is let go, from the
 * document alone: the board it will be compared with may be out of reach (SPEC KW1).
 */
import * as Y from 'yjs';
import { type BoardDoc, infoMap } from '../doc.ts';
import { readField, readFields } from '../fields.ts';
import { ENTITY_ROOTS } from '../schema.ts';
import { contentAt, type Path, pathKey, slotAt } from './path.ts';
import { type Work, workKey } from './work.ts';

/** A place that was touched here and is not acknowledged. */
export interface Touched {
  readonly path: Path;
  /** For a text: what it was before. */
  readonly base?: string | undefined;
}

/** What was touched, as the document has it now. Written and taken away again counts for nothing. */
export function workAt(doc: BoardDoc, touched: readonly Touched[]): readonly Work[] {
  const works = new Map<string, Work>();
  for (const { path, base } of touched) {
    const work = workOf(doc, path, base);
    if (work && slotAt(work.path)) works.set(workKey(work), work);
  }
  return outermost([...works.values()]);
}

/**
 * All that was written under some client ids and still stands, acknowledged or not: what a board of
 * another epoch may lack. What was taken away leaves no author, so it is not among it.
 */
export function workBy(doc: BoardDoc, isOwn: (client: number) => boolean): readonly Work[] {
  const paths: Path[] = [];
  const walk = (map: Y.Map<unknown>, at: Path) => {
    for (const [key, item] of map._map) {
      if (item.deleted) continue;
      const path = [...at, key];
      const content = map.get(key);
      if (isOwn(item.id.client)) paths.push(path);
      else if (content instanceof Y.Text && hasRunBy(content, isOwn)) paths.push(path);
      if (content instanceof Y.Map) walk(content, path);
    }
  };
  walk(infoMap(doc), ['board']);
  for (const root of Object.keys(ENTITY_ROOTS)) walk(doc.getMap(root), [root]);
  const works = new Map<string, Work>();
  for (const path of paths) {
    const work = workOf(doc, path, undefined);
    if (work && slotAt(work.path)) works.set(workKey(work), work);
  }
  return [...works.values()];
}

function hasRunBy(text: Y.Text, isOwn: (client: number) => boolean): boolean {
  for (let item = text._start; item; item = item.right)
    if (!item.deleted && isOwn(item.id.client)) return true;
  return false;
}

function workOf(doc: BoardDoc, path: Path, base: string | undefined): Work | undefined {
  const slot = slotAt(path);
  const content = contentAt(doc, path);
  if (!slot) return undefined;
  if (slot.kind === 'member') return { kind: 'member', path, present: content !== undefined };
  if (slot.kind === 'whole')
    return content instanceof Y.Map
      ? { kind: 'created', path, values: readFields(slot.fields, content) }
      : { kind: 'removed', path };
  const { field } = slot;
  if (field.kind === 'text')
    return content instanceof Y.Text
      ? { kind: 'text', path, text: content.toString(), ...(base !== undefined && { base }) }
      : undefined; // its action is gone with it
  if (field.kind !== 'plain' || field.change === 'origin' || field.change === 'sealed')
    return undefined;
  if (field.change === 'move') return placeAt(doc, path);
  return { kind: 'value', path, ...optional('value', readField(field, content)) };
}

/** A rank alone is the room that a neighbour made: only who changes column or place writes both. */
function placeAt(doc: BoardDoc, [root = '', id = '', key]: Path): Work | undefined {
  if (key !== 'priorityId') return undefined;
  const action = contentAt(doc, [root, id]);
  if (!(action instanceof Y.Map)) return undefined;
  const [priorityId, rank] = [action.get('priorityId'), action.get('rank')];
  return typeof priorityId === 'string' && typeof rank === 'string'
    ? { kind: 'place', path: [root, id], priorityId, rank }
    : undefined;
}

/** What is within something whole goes with it. */
function outermost(works: readonly Work[]): readonly Work[] {
  const whole = new Set(
    works
      .filter(({ kind }) => kind === 'created' || kind === 'removed')
      .map(({ path }) => pathKey(path)),
  );
  return works.filter((work) => {
    const inside = work.kind === 'place' ? work.path.length : work.path.length - 1;
    return !range(2, inside).some((length) => whole.has(pathKey(work.path.slice(0, length))));
  });
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

const optional = <Key extends string, Value>(key: Key, value: Value | undefined) =>
  value === undefined ? {} : { [key]: value };
