import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { loadBoard } from '../../../server/rooms/board/load.ts';
import { readStored } from '../../../server/rooms/board/stored.ts';
import { createStoredFrames } from '../../../server/rooms/board/stored-frames.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import type { Store } from '../../../server/store/store.ts';
import { foldHere, upgradeHere } from '../../../server/work/fold.ts';
import { perform, tasksWith } from '../../../server/work/tasks.ts';
import { createWork, patientLimits, type Work } from '../../../server/work/work.ts';
import { writeInfo } from '../../../shared/board/doc.ts';
import { SCHEMA_VERSION } from '../../../shared/board/schema-version.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { type BoardId, newId } from '../../../shared/ids.ts';
import { gatedStore } from '../../support/gated-store.ts';
import {
  keptOf,
  NEXT_SCHEMA,
  NEXT_VERSION,
  OLD_MEANS,
  oldWorkshop,
} from '../../support/next-schema.ts';
import { unwrap } from '../../support/result.ts';
import { a } from '../../support/small-workshop.ts';

let store: Store;
let id: BoardId;
beforeEach(async () => {
  store = await openSqlite(':memory:');
  id = newId<'board'>();
});
afterEach(() => store.close());

const tasks = tasksWith(NEXT_SCHEMA);
const depsOf = (from: Store, work: Work = createWork(patientLimits, tasks)) => ({
  store: from,
  loads: work,
  folds: work,
  schema: NEXT_VERSION,
  clock: () => 7,
});
const keep = async (doc: Y.Doc, schema: number = SCHEMA_VERSION) => {
  const { entry, snapshot } = keptOf(doc, schema);
  await store.createBoard({ id, createdAt: 0, purgeAt: 1, epoch: 'e1' }, [], [entry], snapshot);
};
/** What somebody is sent who has nothing yet. */
async function opened(deps = depsOf(store)) {
  const { document, extent } = unwrap(await loadBoard(id, deps));
  const doc = new Y.Doc();
  Y.applyUpdate(doc, document.missingFor(Y.encodeStateVector(new Y.Doc())));
  document.destroy();
  return { board: readBoard(doc), extent };
}
const logOf = async () =>
  (await store.readAfter(id, 0)).map(({ seq, kind, author, at }) => [seq, kind, author, at]);

describe('a board of the version before', () => {
  test('[BD13] is opened in that of today, by one entry of the server itself', async () => {
    await keep(oldWorkshop());
    const { board, extent } = await opened();
    expect(board.info).toEqual({ schemaVersion: NEXT_VERSION, title: 'Avant' });
    expect(board.actions.get(a)?.means).toBe(OLD_MEANS);
    expect(await logOf()).toEqual([
      [1, 'update', null, 0],
      [2, 'update', null, 7],
    ]);
    expect(extent).toMatchObject({ tailEntries: 0, tailBytes: 0, seq: 2 });
    expect(await store.latestSnapshot(id)).toMatchObject({ seq: 2, schema: NEXT_VERSION });
  });

  test('[BD13] is migrated once: opened again it is not even read', async () => {
    await keep(oldWorkshop());
    await opened();
    const idle: Work = { run: () => Promise.reject(new Error('nothing is left to do')) };
    const { board } = await opened(depsOf(store, idle));
    expect(board.actions.get(a)?.means).toBe(OLD_MEANS);
    expect(await logOf()).toHaveLength(2);
  });

  test('[BD13] is migrated with what came after its snapshot', async () => {
    const doc = oldWorkshop();
    await keep(doc);
    const before = Y.encodeStateVector(doc);
    (doc.getMap('actions').get(a) as Y.Map<unknown>).set('resources', 'Trois agents');
    const bytes = Y.encodeStateAsUpdate(doc, before);
    await store.append(new Map([[id, [{ kind: 'update', author: null, at: 1, bytes }]]]));
    const { board } = await opened();
    expect(board.actions.get(a)?.means).toBe('Trois agents');
  });

  test('[BD13] let go before its snapshot was replaced, it is not migrated a second time', async () => {
    await keep(oldWorkshop());
    const gates = gatedStore(store);
    gates.fail('saveSnapshot');
    await expect(loadBoard(id, depsOf(gates.store))).rejects.toMatchObject({ kind: 'full' });
    const { board, extent } = await opened();
    expect(board.actions.get(a)?.means).toBe(OLD_MEANS);
    expect(await logOf()).toHaveLength(2);
    expect(extent).toMatchObject({ tailEntries: 1, seq: 2 });
  });

  test.each([
    { call: 'append', entries: 1 },
    { call: 'sync', entries: 2 },
  ] as const)('[BD13] is not opened when $call fails', async ({ call, entries }) => {
    await keep(oldWorkshop());
    const gates = gatedStore(store);
    gates.fail(call);
    await expect(loadBoard(id, depsOf(gates.store))).rejects.toMatchObject({ kind: 'full' });
    expect(await logOf()).toHaveLength(entries);
  });

  test('[BD13] is not opened before the disk has the entry', async () => {
    await keep(oldWorkshop());
    const gates = gatedStore(store);
    const gate = gates.hold('sync');
    let isOpen = false;
    const loading = loadBoard(id, depsOf(gates.store)).then(() => {
      isOpen = true;
    });
    await gate.reached;
    expect([isOpen, (await logOf()).length]).toEqual([false, 2]);
    gate.release();
    await loading;
    expect(isOpen).toBe(true);
  });

  test('[BD13] large, it is migrated where folds are done', async () => {
    const doc = oldWorkshop();
    writeInfo(doc, { notice: 'y'.repeat(300_000) });
    await keep(doc);
    const asked: [string, boolean][] = [];
    const elsewhere: Work = {
      run: (task, input, bytes) => {
        asked.push([task, bytes > 300_000]);
        return perform(task, input, tasks);
      },
    };
    const { board } = await opened(depsOf(store, elsewhere));
    expect(asked).toEqual([['upgrade', true]]);
    expect(board.actions.get(a)?.means).toBe(OLD_MEANS);
  });

  test('[BD13] only read, it is migrated in a copy: its log stays as it was', async () => {
    await keep(oldWorkshop());
    const frame = await createStoredFrames(store, createWork(patientLimits, tasks))(id);
    expect(frame?.info).toEqual({ schemaVersion: NEXT_VERSION, title: 'Avant' });
    const { entry } = keptOf(oldWorkshop());
    const session = { snapshot: undefined, tail: [] };
    const known = { session, names: null, now: 0 } as const;
    const file = unwrap(
      await perform('exportFile', { updates: [entry.bytes], format: 'json', ...known }, tasks),
    );
    expect(new TextDecoder().decode(file.bytes)).toContain(OLD_MEANS);
    expect(await logOf()).toHaveLength(1);
  });

  test('[BD13] folding alone changes no version', () => {
    const { entry } = keptOf(oldWorkshop());
    expect(foldHere([entry.bytes]).schema).toBe(SCHEMA_VERSION);
    expect(unwrap(upgradeHere([entry.bytes], NEXT_SCHEMA)).schema).toBe(NEXT_VERSION);
  });
});

describe('a board of a later version', () => {
  const newer = () => {
    const doc = oldWorkshop();
    writeInfo(doc, { schemaVersion: NEXT_VERSION + 1 });
    return doc;
  };

  test.each([1, NEXT_VERSION + 1])(
    '[BD16] is not opened, whatever its snapshot says: %i',
    async (schema) => {
      await keep(newer(), schema);
      // What is said of a snapshot is believed only when it is of today.
      expect(await loadBoard(id, depsOf(store))).toEqual({ ok: false, error: 'newerBoard' });
      expect(await logOf()).toHaveLength(1);
      expect(await store.latestSnapshot(id)).toMatchObject({ seq: 1, schema });
    },
  );

  test('[BD16] gives nothing to whoever only reads', async () => {
    await keep(newer(), NEXT_VERSION + 1);
    expect(await readStored(store, id)).toEqual({
      ok: false,
      error: { kind: 'newer-schema', version: NEXT_VERSION + 1 },
    });
    await expect(createStoredFrames(store, createWork())(id)).rejects.toMatchObject({
      kind: 'newer',
    });
  });
});
