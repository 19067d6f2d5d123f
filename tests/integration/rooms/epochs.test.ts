/** Pages that hold the board as it was in another epoch, on real sockets. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { writeInfo } from '../../../shared/board/doc.ts';
import type { BoardCreated } from '../../../shared/protocol/http.ts';
import { MESSAGE } from '../../../shared/protocol/messages.ts';
import { type House, openHouse } from '../../support/house.ts';
import type { SyncClient } from '../../support/sync-client.ts';

let house: House;
let board: BoardCreated;
beforeEach(async () => {
  house = await openHouse();
  board = await house.create();
});
afterEach(() => house.close());

const epoch = async () => (await house.store.board(board.boardId))?.epoch ?? '';
const types = ({ frames }: SyncClient) => frames.map(([type]) => type);
/** A page with something that the board has not, which says that epoch. */
const comeBack = async (held: string | undefined) => {
  const ana = await house.guest(board, 'facilitator', 'Ana');
  const first = ana.open();
  await first.until(() => first.provider.synced);
  first.provider.disconnect();
  first.doc.transact(() => writeInfo(first.doc, { subtitle: 'offline' }));
  return ana.open(first.doc, undefined, held);
};
const subtitleOf = async () => {
  const late = await house.enter(board, 'observer');
  return late.doc.getMap('board').get('subtitle');
};

test('[EP4] the first frame of the server tells the epoch, and no other', async () => {
  const ana = await house.enter(board, 'facilitator', 'Ana');
  expect(ana.epochs).toEqual([await epoch()]);
  expect(types(ana)[0]).toBe(MESSAGE.epoch);
});

test('[EP4] a page of the board’s epoch sends what it did meanwhile', async () => {
  const page = await comeBack(await epoch());
  await page.until(() => page.saved.at(-1)?.updates === page.sent() && page.sent() > 0);
  expect(await subtitleOf()).toBe('offline');
});

test.each(['', 'another'])(
  '[EP5] a page of the epoch "%s" is shown out before anything of it is asked or read',
  async (held) => {
    const page = await comeBack(held);
    await page.until(() => page.closes.length > 0);
    expect(page.closes[0]).toBe('otherEpoch');
    expect(page.frames).toEqual([]);
    expect(page.refusals).toEqual([]);
    expect(await subtitleOf()).toBeUndefined();
  },
);

test('[EP3] a page from before epochs goes on with a board from before them', async () => {
  const state = {
    seq: 1,
    state: Y.encodeStateAsUpdate(new Y.Doc()),
    stateVector: Uint8Array.of(0),
  };
  const entry = { kind: 'update', author: null, at: 1, bytes: state.state } as const;
  await house.store.replaceLog(board.boardId, '', [entry], { ...state, schema: 1 });
  const page = await comeBack('');
  await page.until(() => page.saved.at(-1)?.updates === page.sent() && page.sent() > 0);
  expect(page.epochs).toEqual(['']);
});
