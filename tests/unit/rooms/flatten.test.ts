/** A stored board whose log is begun anew. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { flattenStored } from '../../../server/rooms/board/flatten.ts';
import { readStored } from '../../../server/rooms/board/stored.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import type { NewEntry, Store } from '../../../server/store/store.ts';
import { writeInfo } from '../../../shared/board/doc.ts';
import { SCHEMA_VERSION } from '../../../shared/board/schema-version.ts';
import { type BoardId, newId, type PersonId } from '../../../shared/ids.ts';
import { unwrap } from '../../support/result.ts';
import { smallWorkshop } from '../../support/small-workshop.ts';

let store: Store;
let id: BoardId;
beforeEach(async () => {
  store = await openSqlite(':memory:');
  id = newId<'board'>();
});
afterEach(() => store.close());

const ana = 'ana' as PersonId;
const hand: NewEntry = {
  kind: 'event',
  author: ana,
  at: 5,
  bytes: new TextEncoder().encode(JSON.stringify({ type: 'steps-set', steps: [], at: 5 })),
};
/** A log of updates by one person, a session event among them. */
async function write(version = SCHEMA_VERSION): Promise<void> {
  const doc = smallWorkshop();
  const entries: NewEntry[] = [];
  const take = (bytes: Uint8Array) => entries.push({ kind: 'update', author: ana, at: 1, bytes });
  take(Y.encodeStateAsUpdate(doc));
  doc.on('update', take);
  writeInfo(doc, { schemaVersion: version, subtitle: 'un' });
  writeInfo(doc, { subtitle: 'deux' });
  await store.createBoard({ id, createdAt: 0, purgeAt: 1, epoch: 'e1' }, [], [...entries, hand]);
  await store.append(new Map([[id, [hand]]]));
  await store.claimClients(id, new Map([[doc.clientID, ana]]));
}

test('[EP7] its log is one update of the server and the session as it was, in another epoch', async () => {
  await write();
  const before = unwrap(await readStored(store, id));
  const length = (await store.readAfter(id, 0)).length;
  const flattened = unwrap(await flattenStored(store, id, 9));
  expect([flattened.before.entries, flattened.after.entries]).toEqual([length, 1]);
  const [first, ...more] = await store.readAfter(id, 0);
  expect(first).toMatchObject({ seq: 1, kind: 'update', author: null, at: 9 });
  expect(more).toEqual([]);
  expect(await store.latestSnapshot(id)).toMatchObject({ seq: 1, state: first?.bytes });
  expect(unwrap(await readStored(store, id))).toEqual(before);
  expect((await store.clients(id)).size).toBe(0);
  expect((await store.board(id))?.epoch).toMatch(/^[0-9a-z]{14}$/);
});

test('[EP7] a board of a later version, or none, stays as it is', async () => {
  await write(99);
  const before = await store.readAfter(id, 0);
  expect(await flattenStored(store, id, 9)).toMatchObject({
    ok: false,
    error: { kind: 'newer-schema' },
  });
  expect(await store.readAfter(id, 0)).toEqual(before);
  expect((await store.board(id))?.epoch).toBe('e1');
  const gone = await flattenStored(store, newId<'board'>(), 9);
  expect(gone).toMatchObject({ ok: false, error: { kind: 'unknown-board' } });
});

const idea = (personId: string, id: string, title: string, unsigned = false) => ({
  type: 'draft-written',
  draft: {
    id,
    personId,
    priorityId: 'water',
    title,
    description: '',
    ...(unsigned && { anonymous: true }),
  },
});
const eventEntry = (event: object): NewEntry => ({
  kind: 'event',
  author: ana,
  at: 5,
  bytes: new TextEncoder().encode(JSON.stringify(event)),
});

test('[EP7] of hidden ideas those that are still hidden stay, in their order and as they are', async () => {
  await write();
  const told = [
    idea('ana', 'withdrawn', 'Retirée'),
    idea('ben', 'unsigned', 'Sans nom', true),
    idea('ana', 'first', 'Brouillon'),
    idea('cleo', 'back', 'Vieille'),
    { type: 'draft-removed', id: 'withdrawn' },
    { type: 'draft-removed', id: 'back' },
    idea('cleo', 'second', 'Deuxième'),
    idea('cleo', 'back', 'Revenue'),
    idea('ana', 'first', 'Première'),
    { type: 'revealed', at: 6, by: 'ana', ids: ['unsigned'], anonymous: true },
  ];
  await store.append(new Map([[id, told.map(eventEntry)]]));
  const { session } = unwrap(await readStored(store, id));
  unwrap(await flattenStored(store, id, 9));
  const after = unwrap(await readStored(store, id));
  expect(after.session).toEqual(session);
  const titles = [...after.session.ideas.values()].map(({ title }) => title);
  expect(titles).toEqual(['Première', 'Deuxième', 'Revenue']);
  const { snapshot, tail } = await store.session(id);
  expect(tail).toEqual([]);
  expect(Buffer.from(snapshot?.bytes ?? []).toString()).not.toMatch(
    /Retirée|Sans nom|Brouillon|Vieille|"ben"/,
  );
});
