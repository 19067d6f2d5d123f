/** A page of today that finds the copy which the program before stored on this device. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { copyName } from '../../../client/sync/copy-name.ts';
import { createJournal } from '../../../client/sync/journal.ts';
import { openOfflineCopy } from '../../../client/sync/offline.ts';
import { migrateBoard } from '../../../shared/board/board-migrations.ts';
import { setSheetField, setSheetMember } from '../../../shared/board/commands/sheet.ts';
import { type BoardDoc, createDoc, encodeDoc } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { touchedIn } from '../../../shared/board/work/touched.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { HAND_OPTIONS } from '../../support/hand-peer.ts';
import { serveIndexedDb } from '../../support/indexed-db.ts';
import { copiesGone, openKeptPage } from '../../support/kept-page.ts';
import { until } from '../../support/until.ts';
import { boardOfVersion1, insideAction, writeInVersion1 } from '../../support/version-1.ts';

const id = 'a1' as ActionId;
const action = (doc: BoardDoc) => readBoard(doc).actions.get(id);

serveIndexedDb();

/** What a page of version 1 left: the board as it had it, and what it did since without a network. */
async function leaveCopy(board: BoardDoc, write: (doc: BoardDoc) => void): Promise<void> {
  const doc = createDoc();
  const copy = openOfflineCopy(copyName(HAND_OPTIONS), doc);
  await copy.ready;
  Y.applyUpdate(doc, encodeDoc(board));
  const journal = createJournal(doc.clientID, copy.note);
  doc.on('afterTransaction', (transaction) => {
    if (transaction.local) journal.touch(touchedIn(doc, transaction), null);
  });
  doc.transact(() => write(doc));
  await copy.close();
}

/** The board as the server has it today, with what others have done since the page was there. */
function boardOfToday(former: BoardDoc): BoardDoc {
  const doc = createDoc();
  Y.applyUpdate(doc, encodeDoc(former));
  migrateBoard(doc);
  setSheetMember(doc, id, 'levers', 'lots', false);
  setSheetField(doc, id, 'means', 'Deux agents');
  return doc;
}

test('[BD19] keeps what it had not sent, and comes back with one act', async () => {
  const former = boardOfVersion1();
  await leaveCopy(former, writeInVersion1);
  const server = boardOfToday(former);
  const page = await openKeptPage(server);
  await page.online();
  const { kept } = page.client.stores;
  await until(() => expect(kept.getState()).toHaveLength(5));
  expect(new Set(kept.getState().map(({ why }) => why))).toEqual(new Set(['older-copy']));
  const keys = kept.getState().map(({ key }) => key);
  expect([...(await page.client.putBack(keys))]).toEqual([]);
  expect(action(server)).toMatchObject({
    levers: ['variantes'],
    means: 'Deux agents',
    indicators: [{ unit: 'heures', targets: [{ value: 40 }] }],
    constraints: [{ text: 'Délais' }, { text: 'Lots trop grands' }],
  });
  await copiesGone();
});

test('[BD19] of what was sent before, the board is the judge: nothing is kept of it', async () => {
  const former = boardOfVersion1();
  insideAction(former).set('means', 'Un agent');
  await leaveCopy(former, () => {});
  const server = boardOfToday(former);
  const page = await openKeptPage(server);
  await page.online();
  await until(() => expect(action(page.doc())?.means).toBe('Deux agents'));
  await copiesGone();
  expect(page.client.stores.kept.getState()).toEqual([]);
  expect(page.client.stores.isUncompared.getState()).toBe(false);
});
