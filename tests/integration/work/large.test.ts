/** What one workshop asks of the server never holds another one: files read, written and opened. */
import { once } from 'node:events';
import { request } from 'node:http';
import { setTimeout as passes } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeInfo } from '../../../shared/board/doc.ts';
import type { BoardCreated } from '../../../shared/protocol/http.ts';
import { type House, openHouse } from '../../support/house.ts';
import { tokenOf } from '../../support/http.ts';
import { largeWorkshop } from '../../support/large-workshop.ts';
import type { SyncClient } from '../../support/sync-client.ts';

const betweenMs = 15;
/** Held for as long as such a file is read, a room would do two or three. */
const enough = 20;

let house: House;
let ana: SyncClient;
let ben: SyncClient;
beforeEach(async () => {
  // Ana writes without a rest, for as long as a busy machine takes to read a file.
  house = await openHouse({
    environment: { MESSAGES_PER_SECOND: '10000', MESSAGE_BURST: '10000' },
  });
  const board = await house.create();
  ana = await house.enter(board, 'facilitator', 'Ana');
  ben = await house.enter(board, 'facilitator', 'Ben');
});
afterEach(() => house.close());

/** How many times Ana wrote and Ben saw it before something else ended. */
async function exchangesDuring(work: Promise<unknown>): Promise<number> {
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  work.then(over, over);
  let count = 0;
  for (; !isOver; count++) {
    const subtitle = `échange ${count}`;
    writeInfo(ana.doc, { subtitle });
    await ben.until(() => ben.doc.getMap('board').get('subtitle') === subtitle);
    // Whoever takes the server's time for ten seconds on end is shown out.
    await passes(betweenMs);
  }
  return count;
}

/** Sends a file; resolves once all of it has left, with the answer's head and body to come. */
async function send(file: string) {
  const post = request(`${house.origin}/api/boards`, { method: 'POST' });
  const head = once(post, 'response');
  const answered = head.then(async ([response]) => {
    let text = '';
    for await (const part of response) text += part;
    return { status: Number(response.statusCode), body: JSON.parse(text) };
  });
  post.end(file);
  await once(post, 'finish');
  return { head, answered };
}

/** As large as a file may be, with something wrong in every card and much to read all the same. */
const hostileFile = () => {
  const file = JSON.parse(largeWorkshop());
  for (const card of file.cards)
    Object.assign(card, { priorityId: 'nulle part', levers: ['levier', {}], impact: 'grand' });
  return JSON.stringify(file);
};

test('[OF6] while a hostile file is read another workshop goes on', async () => {
  const { head, answered } = await send(hostileFile());
  expect(await exchangesDuring(head)).toBeGreaterThan(enough);
  const { status, body } = await answered;
  expect([status, body.faults?.length > 0]).toEqual([201, true]);
  expect(ana.closes).toEqual([]);
});

test('[OF6] while 5,000 actions come in, go out and are opened another workshop goes on', async () => {
  const { head, answered } = await send(largeWorkshop());
  expect(await exchangesDuring(head)).toBeGreaterThan(enough);
  const created = (await answered).body as BoardCreated;
  const headers = { authorization: `Bearer ${tokenOf(created, 'facilitator')}` };
  const ask = (path: string) =>
    fetch(`${house.origin}/api/boards/${created.boardId}${path}`, { headers });

  const door = ask('');
  expect(await exchangesDuring(door)).toBeGreaterThan(enough);
  expect((await door).status).toBe(200);
  const file = ask('/export/csv');
  expect(await exchangesDuring(file)).toBeGreaterThan(enough);
  expect((await (await file).text()).split('\r\n').length).toBeGreaterThan(5_000);
});
