/** The page's own client and a real server: what was done without a network and is not taken any more. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import { createBoardClient } from '../../../client/sync/board-client.ts';
import { openKeptDevice } from '../../../client/sync/kept/kept-device.ts';
import { openOfflineCopy } from '../../../client/sync/offline.ts';
import { createPeer, type PeerOptions } from '../../../client/sync/peer.ts';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity, setInfo } from '../../../shared/board/commands/frame.ts';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import { addEntity, LOCAL_ADD } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import type { ActionId, PriorityId } from '../../../shared/ids.ts';
import type { BoardCreated } from '../../../shared/protocol/http.ts';
import type { Role } from '../../../shared/session/roles.ts';
import { type House, openHouse } from '../../support/house.ts';
import { serveIndexedDb } from '../../support/indexed-db.ts';
import { unwrap } from '../../support/result.ts';
import type { SyncClient } from '../../support/sync-client.ts';
import { until } from '../../support/until.ts';

let house: House;
let board: BoardCreated;
let lead: SyncClient;
let leaderTicket: string;
let priorityId: PriorityId;
let now: number;
/** What is put there in the place of a browser's. */
const BROWSER = ['window', 'document', 'addEventListener', 'removeEventListener', 'WebSocket'];

serveIndexedDb();
beforeEach(async () => {
  // The few things of a browser that a peer listens to.
  Object.assign(globalThis, {
    window: new EventTarget(),
    document: new EventTarget(),
    addEventListener: () => {},
    removeEventListener: () => {},
    WebSocket: NodeSocket,
  });
  now = 1_900_000_000_000;
  house = await openHouse({ clock: () => now });
  board = await house.create();
  const guest = await house.guest(board, 'facilitator', 'Ana');
  leaderTicket = guest.joined.ticket;
  lead = guest.open();
  await lead.until(() => lead.provider.synced);
  priorityId = unwrap(addFrameEntity(lead.doc, 'priorities', { title: 'Eau' }));
});
afterEach(async () => {
  await house.close();
  for (const name of BROWSER) Reflect.deleteProperty(globalThis, name);
});

/** A person's page; `line` says whether there is a network. */
async function openPage(role: Role = 'participant') {
  const { joined } = await house.guest(board, role, 'Ben');
  const line: { isUp: boolean } = { isUp: true };
  const sockets = new Set<NodeSocket>();
  class Line extends NodeSocket {
    constructor(url: string | URL, protocols?: string[]) {
      super(line.isUp ? url : 'ws://127.0.0.1:9', protocols);
      sockets.add(this);
    }
  }
  const options: PeerOptions = {
    origin: house.origin.replace('http', 'ws'),
    boardId: board.boardId,
    personId: joined.personId,
    ticket: joined.ticket,
  };
  const open = () =>
    createBoardClient(options, {
      createPeer: (asked, events) =>
        createPeer(asked, events, {
          Socket: Line as unknown as typeof WebSocket,
          openCopy: openOfflineCopy,
          random: () => 0,
        }),
      now: Date.now,
      keptDevice: openKeptDevice(),
    });
  const client = open();
  const page = {
    client,
    reload: async () => {
      await page.client.destroy();
      page.client = open();
    },
    joined,
    cut: () => {
      line.isUp = false;
      for (const socket of sockets) socket.terminate();
    },
    mend: () => {
      line.isUp = true;
    },
    isSaved: () =>
      until(() =>
        expect(page.client.stores.connection.getState()).toMatchObject({
          state: 'live',
          unsaved: false,
        }),
      ),
  };
  await page.isSaved();
  await until(() => expect(page.client.stores.session.getState()).not.toBeNull());
  return page;
}
type Page = Awaited<ReturnType<typeof openPage>>;

/** A card of one's own that everybody has; then, without a network, a field of it and another card. */
async function workOffline(page: Page): Promise<ActionId> {
  const { personId } = page.joined;
  const author = { personId, directionId: null, actorId: null };
  const place = { priorityId, before: null };
  const id = unwrap(page.client.run(addAction, { title: 'Mesurer', place, author }));
  await page.isSaved();
  page.cut();
  unwrap(page.client.run(setSheetField, id, 'means', 'Deux agents'));
  page.client.openText(id, 'description')?.replace({ index: 0, removed: 0, inserted: 'Partout.' });
  unwrap(page.client.run(addAction, { title: 'Planter', place, author }));
  return id;
}
const ALL = ['"Deux agents"', '"Partout."', '"Planter"'];
const missing = (page: Page) => {
  const kept = JSON.stringify(page.client.stores.kept.getState());
  return ALL.filter((text) => !kept.includes(text));
};
const api = (method: string, path: string, body?: object) =>
  fetch(`${house.origin}/api/boards/${board.boardId}${path}`, {
    method,
    headers: { authorization: `Bearer ${leaderTicket}` },
    ...(body && { body: JSON.stringify(body) }),
  });

const REFUSES: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  step: () => lead.ask({ type: 'freeze', on: true }),
  'frame-locked': ({ joined }) =>
    api('PATCH', `/people/${joined.personId}`, { role: 'participant' }),
};
const ALLOWS: typeof REFUSES = {
  step: () => lead.ask({ type: 'freeze', on: false }),
  'frame-locked': ({ joined }) =>
    api('PATCH', `/people/${joined.personId}`, { role: 'facilitator' }),
};

test.each([
  ['step', 'as it is'],
  ['step', 'after a reload'],
  ['frame-locked', 'as it is'],
  ['frame-locked', 'after a reload'],
] as const)(
  '[KW7] refused for %s on return, the page %s keeps all that was done, and puts it back once it may',
  async (why, how) => {
    const page = await openPage(why === 'frame-locked' ? 'facilitator' : 'participant');
    const id = await workOffline(page);
    if (why === 'frame-locked') page.client.run(setInfo, { subtitle: 'Cadre' }); // theirs no more
    await REFUSES[why]?.(page);
    now += 10_000; // what was allowed before is taken for three seconds
    if (how === 'after a reload') await page.reload();
    page.mend();
    await until(() => expect(missing(page)).toEqual([]));
    expect(new Set(page.client.stores.kept.getState().map((item) => item.why))).toEqual(
      new Set([why]),
    );

    await page.reload();
    await until(() => expect(missing(page)).toEqual([]));
    await page.isSaved();
    const items = page.client.stores.kept.getState();
    expect(items.every(page.client.allowedNow)).toBe(false);
    await ALLOWS[why]?.(page);
    await until(() => expect(items.every(page.client.allowedNow)).toBe(true));
    const stays = await page.client.putBack(items.map(({ key }) => key));
    expect([...stays]).toEqual([]);
    await lead.until(() => readBoard(lead.doc).actions.size === 2);
    const [planted] = [...readBoard(lead.doc).actions.values()].filter((one) => one.id !== id);
    expect(planted).toMatchObject({ title: 'Planter', authorId: page.joined.personId });
    expect(readBoard(lead.doc).actions.get(id)).toMatchObject({
      means: 'Deux agents',
      description: 'Partout.',
    });
    if (why === 'frame-locked') expect(readBoard(lead.doc).info.subtitle).toBe('Cadre');
    await page.isSaved();
    expect(page.client.stores.kept.getState()).toEqual([]);
    await page.client.destroy();
  },
);

test.each<[string, (page: Page) => Promise<unknown>]>([
  ['the link is renewed', () => api('POST', '/links/participant')],
  ['the person is removed', ({ joined }) => api('DELETE', `/people/${joined.personId}`)],
])(
  '[KW7] %s meanwhile: all is kept, and the copy goes with whoever enters again',
  async (_, ends) => {
    const page = await openPage();
    await workOffline(page);
    await ends(page);
    page.mend();
    await until(() => expect(missing(page)).toEqual([]));
    expect(page.client.stores.connection.getState()).toMatchObject({ reason: 'unauthenticated' });
    await page.client.forget('access-ended');
    await page.reload();
    await until(() => expect(page.client.stores.connection.getState().state).toBe('closed'));
    const kept = JSON.stringify(await openKeptDevice().all());
    expect(ALL.filter((text) => !kept.includes(text))).toEqual([]);
    expect(page.client.stores.board.getState().actions.size).toBe(0);
    await page.client.destroy();
  },
);

test('[KW7] a change too large for the server is kept whole', async () => {
  const page = await openPage();
  const description = 'Un long récit. '.repeat(20_000);
  page.client.run((doc) => {
    const { personId } = page.joined;
    doc.transact(
      () =>
        addEntity(doc, 'actions', 'long', {
          title: 'Longue',
          description,
          priorityId,
          rank: 'a5',
          authorId: personId,
        }),
      LOCAL_ADD,
    );
    return { ok: true, value: undefined };
  });
  await until(() => expect(page.client.stores.kept.getState()).toHaveLength(1));
  expect(page.client.stores.kept.getState()).toMatchObject([
    { why: 'too-large', work: { kind: 'created', values: { title: 'Longue', description } } },
  ]);
  await page.isSaved();
  await page.client.destroy();
});

test('[KW30] three times what an update may hold comes back as one step, and goes at one undo', async () => {
  const page = await openPage('facilitator');
  const description = 'Un long récit. '.repeat(1_300);
  const items = Array.from({ length: 40 }, (_, i) => ({
    why: 'other-epoch' as const,
    work: {
      kind: 'created' as const,
      path: ['actions', `n${i}`],
      values: { title: `Action ${i}`, description, priorityId, rank: 'a9' },
    },
  }));
  await page.client.keep(items);
  const keys = () => page.client.stores.kept.getState().map(({ key }) => key);
  const seen: number[] = [];
  const onProgress = (done: number) => void seen.push(done);
  expect([...(await page.client.putBack(keys(), { onProgress }))]).toEqual([]);
  expect(seen.length).toBeGreaterThan(3);
  expect(seen.at(-1)).toBe(40);
  await page.isSaved();
  await lead.until(() => readBoard(lead.doc).actions.size === 40);
  expect(keys()).toEqual([]);
  expect(page.client.undo()).toBe(true);
  await page.isSaved();
  await lead.until(() => readBoard(lead.doc).discarded.length === 40);
  await page.client.destroy();
}, 90_000);

test('[KW30] a line cut in between leaves what had not its turn kept, and nothing half done', async () => {
  const page = await openPage('facilitator');
  const description = 'Un long récit. '.repeat(1_300);
  const values = (i: number) => ({ title: `Action ${i}`, description, priorityId, rank: 'a9' });
  await page.client.keep(
    Array.from({ length: 30 }, (_, i) => ({
      why: 'other-epoch' as const,
      work: { kind: 'created' as const, path: ['actions', `n${i}`], values: values(i) },
    })),
  );
  const keys = page.client.stores.kept.getState().map(({ key }) => key);
  const stays = await page.client.putBack(keys, { onProgress: page.cut });
  expect(new Set([...stays.values()].map(({ kind }) => kind))).toEqual(new Set(['interrupted']));
  const kept = page.client.stores.kept.getState();
  expect(new Set(kept.map(({ key }) => key))).toEqual(new Set(stays.keys()));
  expect(kept.length).toBeGreaterThan(5);
  page.mend();
  await page.isSaved();
  await lead.until(() => readBoard(lead.doc).actions.size === 30 - kept.length);
  expect([...(await page.client.putBack(kept.map(({ key }) => key)))]).toEqual([]);
  await page.isSaved();
  await lead.until(() => readBoard(lead.doc).actions.size === 30);
  await page.client.destroy();
});

test('[KW30] what is too long by itself stays kept, says so, and harms nothing else', async () => {
  const page = await openPage('facilitator');
  const created = (id: string, description: string) => ({
    why: 'other-epoch' as const,
    work: {
      kind: 'created' as const,
      path: ['actions', id],
      values: { title: id, description, priorityId, rank: 'a9' },
    },
  });
  await page.client.keep([created('longue', '’'.repeat(99_000)), created('courte', 'Un mot')]);
  const items = page.client.stores.kept.getState();
  const long = items.find(({ where }) => where.title === 'longue');
  const keys = items.map(({ key }) => key);
  expect([...(await page.client.putBack(keys))]).toEqual([[long?.key, { kind: 'too-large' }]]);
  await page.isSaved();
  await lead.until(() => readBoard(lead.doc).actions.size === 1);
  await page.client.destroy();
});
