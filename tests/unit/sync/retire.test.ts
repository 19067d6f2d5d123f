/** Copies of boards on this device: what may delete one, and what is kept before. */
import { expect, test } from 'vitest';
import { copyName } from '../../../client/sync/copy-name.ts';
import { createJournal } from '../../../client/sync/journal.ts';
import { forgetCopy } from '../../../client/sync/kept/forget-copy.ts';
import { openKeptDevice } from '../../../client/sync/kept/kept-device.ts';
import { retireCopy } from '../../../client/sync/kept/retire.ts';
import { openOfflineCopy } from '../../../client/sync/offline.ts';
import { createDoc, writeInfo } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { touchedIn } from '../../../shared/board/work/touched.ts';
import type { BoardId, PersonId } from '../../../shared/ids.ts';
import { serveIndexedDb } from '../../support/indexed-db.ts';

const owner = { boardId: 'atelier' as BoardId, personId: 'moi' as PersonId };

serveIndexedDb();

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++)
    await new Promise<void>((resolve) => setImmediate(resolve));
};

test.each(Array.from({ length: 40 }, (_, late) => late))(
  '[KW41] a copy that two tabs let go is gone after both, the second %d turns later',
  async (late) => {
    const name = copyName(owner);
    const copy = openOfflineCopy(name, createDoc());
    await copy.ready;
    await copy.close();
    const tab = async (wait: number) => {
      await turns(wait);
      return retireCopy({ owner, name, at: 1 }, openKeptDevice());
    };
    expect(await Promise.all([tab(0), tab(late)])).toEqual([true, true]);
    const there = (await indexedDB.databases()).map((database) => database.name);
    expect(there).not.toContain(name);
  },
);

test('[KW7] of a workshop that this device forgets, the copy goes once what waits in it is kept', async () => {
  const doc = createDoc();
  const copy = openOfflineCopy(copyName(owner), doc);
  await copy.ready;
  const journal = createJournal(doc.clientID, copy.note);
  doc.transact(() => writeInfo(doc, { title: 'Achats' }));
  doc.on('afterTransaction', (transaction) => journal.touch(touchedIn(doc, transaction), null));
  doc.transact(() => writeInfo(doc, { notice: 'À dire' }));
  await copy.close();

  const idea = {
    work: { kind: 'typed', key: 'idée', field: 'Idée', text: 'Planter' },
    why: 'forgotten',
  } as const;
  const name = copyName(owner);
  expect(await forgetCopy(owner, 'Ancien titre', [idea])).toBe(true);

  const kept = await openKeptDevice().all();
  const of = (kind: string) => kept.filter(({ work }) => work.kind === kind);
  expect(of('value')).toMatchObject([
    { work: { path: ['board', 'notice'], value: 'À dire' }, workshop: 'Achats' },
  ]);
  expect(of('typed')).toMatchObject([{ work: idea.work, personId: 'moi', why: 'forgotten' }]);
  const again = createDoc();
  const next = openOfflineCopy(name, again);
  await next.ready;
  await next.close();
  expect(readBoard(again).info).toEqual({});
});
