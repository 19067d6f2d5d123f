/** Which epoch of its board a document is of, and which server it must not tell anything. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createHeldEpoch } from '../../../client/sync/epoch.ts';
import { type BoardDoc, createDoc, writeInfo } from '../../../shared/board/doc.ts';
import { SCHEMA_VERSION } from '../../../shared/board/schema-version.ts';

/** A document of which others wrote a part, and the notes beside its copy. */
function opened({ own = [] as number[] } = {}) {
  const doc = createDoc();
  const notes = new Map<string, unknown>();
  const epoch = createHeldEpoch(
    doc,
    (key, value) => void notes.set(key, value),
    () => new Set(own),
  );
  return { doc, notes, epoch };
}
const write = (doc: BoardDoc, subtitle: string) => writeInfo(doc, { subtitle });
/** Somebody else's document of that client id, taken over. */
const take = (doc: BoardDoc, client: number) => {
  const theirs = createDoc();
  theirs.clientID = client;
  writeInfo(theirs, { title: `by ${client}` });
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs));
};
const nothing = Y.encodeStateVector(createDoc());

test('[EP9] a document that holds nothing offers no epoch, another the one it was told', () => {
  const { doc, notes, epoch } = opened();
  epoch.told('e1');
  expect(epoch.offered()).toBeUndefined();
  write(doc, 'un');
  expect(epoch.offered()).toBe('e1');
  expect(notes.get('epoch')).toBe('e1');
});

test.each([
  ['nothing noted, nothing written', undefined, undefined, true],
  ['nothing noted, the version before written', undefined, SCHEMA_VERSION - 1, true],
  ['nothing noted, that of today written', undefined, SCHEMA_VERSION, false],
  ['that of today noted, the written one lost', SCHEMA_VERSION, undefined, false],
  ['the version before noted, the written one lost', SCHEMA_VERSION - 1, undefined, true],
])('[BD19] of a copy with %s', (_what, noted, schemaVersion, isOlder) => {
  const { doc, epoch } = opened();
  const notes = new Map(noted === undefined ? [] : [['schema', noted]]);
  epoch.resume(notes);
  expect(epoch.isOfOlderSchema()).toBe(false); // it holds nothing yet
  writeInfo(doc, { title: 'Gardé', schemaVersion });
  expect(epoch.isOfOlderSchema()).toBe(isOlder);
});

test('[BD19] the schema is noted with the first epoch that is told', () => {
  const { notes, epoch } = opened();
  epoch.told('e1');
  expect(notes.get('schema')).toBe(SCHEMA_VERSION);
});

test('[EP9] what was stored is of the epoch noted beside it, or of that from before epochs', () => {
  const { doc, epoch } = opened();
  write(doc, 'un');
  epoch.resume(new Map());
  expect(epoch.offered()).toBe('');
  epoch.resume(new Map([['epoch', 'e7']]));
  expect(epoch.offered()).toBe('e7');
});

test('[EP9] a server that lacks only what was written here is told it', () => {
  const { doc, epoch } = opened({ own: [7] });
  epoch.told('e1');
  write(doc, 'un');
  take(doc, 7);
  expect(epoch.isBehind(nothing)).toBe(false);
});

test('[EP9] a server that lacks what others wrote, some of it or all, is told nothing', () => {
  const { doc, epoch } = opened({ own: [7] });
  epoch.told('e1');
  take(doc, 9);
  const before = Y.encodeStateVector(doc);
  expect(epoch.isBehind(nothing)).toBe(true);
  expect(epoch.isBehind(before)).toBe(false);
  write(doc, 'un');
  expect(epoch.isBehind(before)).toBe(false);
});

test('[EP9] of a document from before epochs nobody noted who wrote it: its server judges', () => {
  const { doc, epoch } = opened();
  take(doc, 9);
  epoch.resume(new Map());
  expect(epoch.isBehind(nothing)).toBe(false);
});
