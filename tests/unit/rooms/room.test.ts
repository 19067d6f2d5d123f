import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { writeInfo } from '../../../shared/board/doc.ts';
import type { BoardId } from '../../../shared/ids.ts';
import { MESSAGE } from '../../../shared/protocol/messages.ts';
import type { Role } from '../../../shared/session/roles.ts';
import { HAND_TIMERS, type HandPage, openRooms, settle } from '../../support/hand-rooms.ts';

let house: Awaited<ReturnType<typeof openRooms>>;
let board: BoardId;
beforeEach(() => {
  vi.useFakeTimers({ toFake: [...HAND_TIMERS] });
});
afterEach(async () => {
  await house.rooms.close();
  await house.store.close();
  vi.useRealTimers();
});

async function open(environment: Readonly<Record<string, string>> = {}) {
  house = await openRooms(environment);
  board = await house.makeBoard();
}
const enter = (name: string, role?: Role) => house.enter(board, name, role);
const say = (page: HandPage, subtitle: string) => page.write((doc) => writeInfo(doc, { subtitle }));
const saidTo = (page: HandPage) => {
  page.read();
  return page.doc.getMap('board').get('subtitle');
};
/** Until whatever was kept is told to be on disk, to whoever is told nothing else meanwhile too. */
const save = () => vi.advanceTimersByTimeAsync(50 + 250);

test('[RO1] an update reaches the others only once it is in the log, and its author never again', async () => {
  await open();
  const [ana, ben] = [await enter('ana'), await enter('ben')];
  const append = house.gates.hold('append');
  say(ana, 'un');
  await append.reached;
  await settle();
  expect([saidTo(ben), ana.read().syncs]).toEqual([undefined, ['step1', 'step2']]);
  append.release();
  await settle();
  expect([saidTo(ben), ana.read().syncs]).toEqual(['un', ['step1', 'step2']]);
  expect(house.measured.filter((what) => what === 'admitted')).toHaveLength(1);
  const [, entry] = await house.store.readAfter(board, 0);
  expect(entry).toMatchObject({ kind: 'update', author: 'ana', at: house.time.clock() });
});

test('[RO1] whoever comes while an update is being kept is told of it with the rest', async () => {
  await open();
  const ana = await enter('ana');
  const late = house.come(board, 'late');
  await settle();
  const append = house.gates.hold('append');
  say(ana, 'un');
  late.sync(); // waits: nothing is admitted, or told, meanwhile
  await append.reached;
  await settle();
  expect([late.read().syncs, saidTo(late)]).toEqual([['step1'], undefined]);
  append.release();
  await settle();
  expect([late.read().syncs.slice(0, 2), saidTo(late)]).toEqual([['step1', 'step2'], 'un']);
});

test('[RO2] "saved" is told after a disk sync, with the number of updates received', async () => {
  await open();
  const [ana, ben] = [await enter('ana'), await enter('ben')];
  await save();
  const before = [ana, ben].map((page) => page.read().saved.length);
  expect(before).toEqual([1, 1]); // an answer that brought nothing is covered too
  const sync = house.gates.hold('sync');
  say(ana, 'un');
  say(ana, 'deux');
  await settle();
  await save();
  await sync.reached;
  expect(ana.read().saved).toHaveLength(1);
  house.time.pass(5);
  sync.release();
  await settle();
  await save();
  expect(ana.read().saved.at(-1)).toEqual({ updates: 3, at: house.time.clock() });
  expect(ben.read().saved).toHaveLength(1);
});

test('[RO57] "saved" leaves before what others wrote, in one write, and alone when nobody writes', async () => {
  await open();
  const [ana, ben] = [await enter('ana'), await enter('ben')];
  await save();
  ana.read();
  const from = ana.peer.sent.length;
  say(ana, 'un');
  await settle();
  await vi.advanceTimersByTimeAsync(50);
  expect(ana.peer.sent).toHaveLength(from);
  say(ben, 'deux');
  await settle();
  expect(ana.peer.sent.slice(from).map(([type]) => type)).toEqual([MESSAGE.saved, MESSAGE.sync]);
  expect(ana.read().saved.at(-1)?.updates).toBe(2);
  await vi.advanceTimersByTimeAsync(50 + 249);
  expect(ben.read().saved.at(-1)?.updates).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(ben.read().saved.at(-1)?.updates).toBe(2);
});

test('[RO3] an observer’s update is refused with its reason and number, and nobody else notices', async () => {
  await open();
  const [wall, ana] = [await enter('mur', 'observer'), await enter('ana')];
  say(wall, 'un');
  await settle();
  expect(wall.read().refused).toEqual([{ reason: 'role', update: 2 }]);
  expect(wall.peer.did).toEqual(['close refused']);
  expect([saidTo(ana), ana.peer.did]).toEqual([undefined, []]);
  expect(house.measured).toContain('refused role');
  expect(house.log.lines().at(-1)).toMatchObject({ board, person: 'mur', reason: 'role' });
});

test('[RO5] an update that stands on a missing one is asked for, and saved once all of it came', async () => {
  await open();
  const ana = await enter('ana');
  await save();
  const { doc } = ana;
  writeInfo(doc, { subtitle: 'un' }); // never sent
  const before = Y.encodeStateVector(doc);
  writeInfo(doc, { subtitle: 'deux' });
  ana.send('update', Y.encodeStateAsUpdate(doc, before));
  await settle();
  await save();
  expect([ana.read().syncs.at(-1), ana.read().saved.length]).toEqual(['step1', 1]);
  writeInfo(doc, { subtitle: 'trois' });
  ana.send('update', Y.encodeStateAsUpdate(doc, Y.encodeStateVector(new Y.Doc())));
  await settle();
  await save();
  expect(ana.read().saved).toHaveLength(1); // no answer: what is missing may still come
  ana.send('step2', Y.encodeStateAsUpdate(doc));
  await settle();
  await save();
  expect(ana.read().saved.at(-1)?.updates).toBe(4);
  const ben = await enter('ben');
  expect(saidTo(ben)).toBe('trois');
});

test('[RO53] only an answer to what the server asked may be larger than an update', async () => {
  await open({ MAX_UPDATE_BYTES: '1000' });
  const large = (page: HandPage, letter = 'x') => {
    const before = Y.encodeStateVector(page.doc);
    writeInfo(page.doc, { purpose: letter.repeat(1_500) });
    page.send('step2', Y.encodeStateAsUpdate(page.doc, before));
  };
  const [ana, ben] = [house.come(board, 'ana'), await enter('ben')];
  await settle();
  large(ana); // it was asked when it came
  await settle();
  ben.send('update', Uint8Array.of(1, 1, 99, 5, 0, 1, 0)); // stands on what is missing: asked again
  await settle();
  large(ben);
  await settle();
  expect([ana.read().refused, ben.read().refused]).toEqual([[], []]);
  large(ana, 'y');
  await settle();
  expect(ana.read().refused).toEqual([{ reason: 'too-large', update: 2 }]);
});

test('[RO6] when the log cannot keep an update its author is told, all are closed, and it enters later', async () => {
  await open();
  const [ana, ben] = [await enter('ana'), await enter('ben')];
  house.gates.fail('append');
  ben.peer.receive(Uint8Array.of(1, 6, 1, 7, 1, 2, 0x7b, 0x7d)); // presence of client 7: `{}`
  say(ana, 'un');
  await settle();
  expect([ana.read().refused, ben.read().refused]).toEqual([
    [{ reason: 'storage', update: 2 }],
    [],
  ]);
  expect([ana.peer.did, ben.peer.did]).toEqual([['close storageFault'], ['close storageFault']]);
  expect(saidTo(ben)).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(house.measured).not.toContain('presence out 2'); // of a room that is no more
  expect(house.measured).toContain('refused storage');
  expect(house.log.lines().at(-1)).toMatchObject({ board, level: 'error' });
  house.gates.mend();
  const again = await enter('ana');
  say(again, 'deux');
  await settle();
  expect(saidTo(await enter('cleo'))).toBe('deux');
});

test('[RO8] what comes while a batch is being kept waits, and is read in its order afterwards', async () => {
  await open();
  const [ana, ben] = [await enter('ana'), await enter('ben')];
  const append = house.gates.hold('append');
  say(ana, 'un');
  await append.reached;
  say(ana, 'deux');
  say(ben, 'trois');
  ben.peer.leave(); // what it sent and was not read goes with it
  append.release();
  await settle();
  await save();
  expect(ana.read().saved.at(-1)?.updates).toBe(3);
  expect(saidTo(await enter('cleo'))).toBe('deux');
});

test('[RO2] whoever left is not told, and comes back to all that was kept', async () => {
  await open();
  const [ana, ben] = [await enter('ana'), await enter('ben')];
  say(ana, 'un');
  await settle();
  const sent = ana.peer.sent.length;
  ana.peer.leave();
  await save();
  expect(ana.peer.sent).toHaveLength(sent);
  expect(saidTo(ben)).toBe('un');
});

const small = { MAX_BACKLOG_BYTES: '1000', PRESENCE_BACKLOG_BYTES: '500' };

test('[RO19] who was behind is told once drained: the session, the last "saved", and one difference', async () => {
  await open(small);
  const [ana, slow] = [await enter('ana'), await enter('slow')];
  say(slow, 'un');
  await settle();
  await save();
  ana.read();
  const known = slow.read().saved.length;
  slow.peer.block();
  for (const letter of 'abcde') say(ana, letter.repeat(280));
  await settle();
  say(ana, 'deux');
  await settle();
  const before = slow.peer.sent.length;
  ana.peer.receive(Uint8Array.of(1, 6, 1, 7, 1, 2, 0x7b, 0x7d)); // presence of client 7: `{}`
  await vi.advanceTimersByTimeAsync(50);
  say(ana, 'trois');
  await settle();
  expect(slow.peer.sent).toHaveLength(before); // nothing leaves any more
  slow.peer.drain();
  await settle();
  const { syncs, saved, presences } = slow.read();
  expect(presences).toBe(1);
  expect([saidTo(slow), syncs.slice(-1)]).toEqual(['trois', ['update']]);
  expect(saved.slice(known)).toEqual([saved[known - 1]]);
});

test('[RO46] what a page lacks is told once it has drained, and only once', async () => {
  await open(small);
  const slow = await enter('slow');
  slow.peer.block();
  const nothing = Y.encodeStateVector(new Y.Doc());
  for (let i = 0; i < 2; i++) slow.send('step1', nothing); // more than may wait
  await settle();
  const before = slow.read().syncs.length;
  slow.send('step1', nothing);
  slow.send('step1', Y.encodeStateVector(slow.doc));
  await settle();
  expect(slow.read().syncs).toHaveLength(before);
  slow.peer.drain();
  await settle();
  expect(slow.read().syncs.slice(before)).toEqual(['step2']);
});

test('[RO11] presence is passed on, counted both ways, and told to whoever comes or asks', async () => {
  await open();
  const [ana, ben] = [await enter('ana'), await enter('ben')];
  const presence = Uint8Array.of(1, 6, 1, 7, 1, 2, 0x7b, 0x7d); // client 7, clock 1, `{}`
  ana.peer.receive(presence);
  await vi.advanceTimersByTimeAsync(50);
  expect(ben.read().presences).toBe(1);
  expect(house.measured.filter((what) => what.startsWith('presence'))).toEqual([
    'presence in',
    'presence out 2',
  ]);
  const cleo = await enter('cleo');
  expect(cleo.read().presences).toBe(1);
  ben.peer.receive(Uint8Array.of(3));
  expect(ben.read().presences).toBe(2);
  ana.peer.leave();
  await vi.advanceTimersByTimeAsync(50);
  expect(ben.read().presences).toBe(3);
  expect((await enter('late')).read().presences).toBe(0);
});

test('[RO33] nobody announces a client id of somebody else, nor one the server wrote under', async () => {
  await open();
  const ana = await enter('ana');
  say(ana, 'un');
  await settle();
  const clientsOf = (page: HandPage) =>
    page
      .read()
      .sessions.at(-1)
      ?.people.find(({ id }) => id === page.person.id)?.clients;
  const announce = (page: HandPage, client: number) => {
    const awareness = Y.encodeStateVector(new Map([[client, 1]]));
    page.peer.receive(Uint8Array.of(1, awareness.length + 3, ...awareness, 2, 0x7b, 0x7d));
  };
  const [ben, cleo] = [await enter('ben'), await enter('cleo')];
  announce(ben, ana.doc.clientID);
  const [first] = await house.store.readAfter(board, 0);
  const imported = Y.decodeUpdate(first?.bytes ?? new Uint8Array()).structs[0]?.id.client ?? 0;
  announce(cleo, imported);
  announce(ana, ana.doc.clientID);
  await vi.advanceTimersByTimeAsync(100);
  expect([ben, cleo, ana].map(clientsOf)).toEqual([[], [], [ana.doc.clientID]]);
});

test('[RO38] a board that has become too large refuses changes with that reason', async () => {
  await open({ MAX_STATE_BYTES: '2000', MAX_UPDATE_BYTES: '3000' });
  const ana = await enter('ana');
  say(ana, 'x'.repeat(200));
  await settle();
  expect(ana.read().refused).toEqual([]);
  for (let n = 0; n < 9; n++) say(ana, `${n}`.repeat(200));
  await settle();
  say(ana, 'un');
  await settle();
  expect(ana.read().refused).toMatchObject([{ reason: 'full' }]);
});

test('[RO38] so does one whose log has become too long, whatever is left of what was written', async () => {
  await open({ MAX_STATE_BYTES: '4000', MAX_UPDATE_BYTES: '4000', MAX_LOG_BYTES: '6000' });
  const ana = await enter('ana');
  for (let n = 0; n < 30; n++) {
    say(ana, `${n}`.repeat(100));
    await settle();
  }
  expect(ana.read().refused).toMatchObject([{ reason: 'full' }]);
  const length = async () =>
    (await house.store.logShares(board)).reduce((sum, { bytes }) => sum + bytes, 0);
  expect(await length()).toBeLessThan(6_400);
  expect(saidTo(await enter('ben'))).toMatch(/^(\d+)\1+$/);
});
