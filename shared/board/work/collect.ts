/**
 * What somebody did in a document, field by field. Read before the document is let go, from the
 * document alone: the board it will be compared with may be out of reach (SPEC KW1).
 */
import * as Y from 'yjs';
import { migrateBoard, schemaVersionOf } from '../board-migrations.ts';
import { type BoardDoc, createDoc, encodeDoc, infoMap } from '../doc.ts';
import { readField, readFields } from '../fields.ts';
import { ENTITY_ROOTS } from '../schema.ts';
import { SCHEMA_VERSION } from '../schema-version.ts';
import { contentAt, type Path, pathIn, pathKey } from './path.ts';
import { slotAt } from './slot.ts';
import type { Touched } from './touched.ts';
import { type Work, workKey } from './work.ts';

/** What was touched, as the document has it now. Written and taken away again counts for nothing. */
export function workAt(doc: BoardDoc, touched: readonly Touched[]): readonly Work[] {
  const current = ofToday(doc);
  const works = outermost(touched.flatMap((place) => workOf(current, place) ?? []));
  // Parts of a damaged copy wait for what is lost: what seems to be gone may only be out of reach.
  return doc.store.pendingStructs === null ? works : works.filter((work) => !takesAway(work));
}

const takesAway = (work: Work): boolean =>
  work.kind === 'removed' ||
  (work.kind === 'member' && !work.present) ||
  (work.kind === 'value' && work.value === undefined);

/** A copy that this device stored under an older schema holds the same places in other containers. */
function ofToday(doc: BoardDoc): BoardDoc {
  if (schemaVersionOf(doc) >= SCHEMA_VERSION) return doc;
  const current = createDoc();
  Y.applyUpdate(current, encodeDoc(doc));
  migrateBoard(current);
  return current;
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
      const path = pathIn(at, key);
      const content = map.get(key);
      const isText = content instanceof Y.Text;
      if (isOwn(item.id.client) || (isText && hasRunBy(content, isOwn))) paths.push(path);
      if (content instanceof Y.Map) walk(content, path);
    }
  };
  walk(infoMap(doc), ['board']);
  for (const root of Object.keys(ENTITY_ROOTS)) walk(doc.getMap(root), [root]);
  const current = ofToday(doc);
  return outermost(paths.flatMap((path) => workOf(current, { path }) ?? []));
}

function hasRunBy(text: Y.Text, isOwn: (client: number) => boolean): boolean {
  for (let item = text._start; item; item = item.right)
    if (!item.deleted && isOwn(item.id.client)) return true;
  return false;
}

/** Undefined where nothing of one's own can be said: signatures, the server's fields, ranks alone. */
function workOf(doc: BoardDoc, { path, base }: Touched): Work | undefined {
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
  const value = readField(field, content);
  return { kind: 'value', path, ...(value !== undefined && { value }) };
}

/** A rank alone is the room that a neighbour made: only who changes column or place writes both. */
function placeAt(doc: BoardDoc, [root = '', id = '', key]: Path): Work | undefined {
  const action = contentAt(doc, [root, id]);
  if (key !== 'priorityId' || !(action instanceof Y.Map)) return undefined;
  const [priorityId, rank] = [action.get('priorityId'), action.get('rank')];
  return typeof priorityId === 'string' && typeof rank === 'string'
    ? { kind: 'place', path: [root, id], priorityId, rank }
    : undefined;
}

/** Once each; what is within something created or removed goes with it. */
export function outermost(works: readonly Work[]): readonly Work[] {
  const once = new Map(works.map((work) => [workKey(work), work]));
  const isWhole = (path: Path) => {
    const kind = once.get(pathKey(path))?.kind;
    return kind === 'created' || kind === 'removed';
  };
  return [...once.values()].filter(
    ({ path, kind }) => !holdersOf(path, kind === 'place').some(isWhole),
  );
}

/** The paths that a path stands in; with itself for what is said of the whole. */
const holdersOf = (path: Path, withItself: boolean): readonly Path[] =>
  path.slice(withItself ? 0 : 1).map((_, index) => path.slice(0, index + 1));
