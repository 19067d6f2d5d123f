import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeInfo } from '../../../shared/board/doc.ts';
import { newId } from '../../../shared/ids.ts';
import { MESSAGE } from '../../../shared/protocol/messages.ts';
import { HAND_TIMERS, type HandPage, openRooms, settle } from '../../support/hand-rooms.ts';

let house: Awaited<ReturnType<typeof openRooms>>;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: [...HAND_TIMERS] });
  house = await openRooms();
});
afterEach(async () => {
  await house.rooms.close();
  await house.store.close();
  vi.useRealTimers();
});

const say = (page: HandPage, subtitle: string) => page.write((doc) => writeInfo(doc, { subtitle }));
const closes = (page: HandPage) => page.peer.did.filter((what) => what.startsWith('close'));

test('[RO9] people who come at once open the board once, and each of them is let in', async () => {
  const board = await house.makeBoard();
  const pages = ['ana', 'ben', 'cleo'].map((name) => house.come(board, name));
  await settle();
  expect(house.gates.count('board')).toBe(1);
  expect(pages.map((page) => page.read().sessions.length)).toEqual([1, 1, 1]);
});

test('[RO8] frames that came while the board was loading are read once it is', async () => {
  const board = await house.makeBoard();
  const load = house.gates.hold('board');
  const ana = house.come(board, 'ana');
  await load.reached;
  ana.sync();
  await settle();
  expect(ana.peer.sent).toEqual([]);
  load.release();
  await settle();
  expect(ana.read().syncs).toEqual(['step1', 'step2']);
  expect(ana.doc.getMap('actions').size).toBe(3);
});

test('[RO12] who was renamed while the board was loading is told by their new name', async () => {
  const board = await house.makeBoard();
  const [ana, gate] = [house.come(board, 'ana'), house.gates.hold('clients')];
  const { person } = ana;
  await house.store.savePerson(board, person);
  await gate.reached; // the people of the board have been read
  await house.store.savePerson(board, { ...person, name: 'Anaïs' });
  await house.rooms.peopleChanged(board); // does not wait for the board
  gate.release();
  await settle();
  await vi.advanceTimersByTimeAsync(100);
  const [one] = ana.read().sessions.at(-1)?.people ?? [];
  expect(one?.name).toBe('Anaïs');
});

test('[RO51] whoever comes again has no more to spend than before', async () => {
  const board = await house.makeBoard();
  const asks = (page: HandPage) => page.peer.receive(Uint8Array.of(MESSAGE.queryPresence), 201);
  const [first, second] = [house.come(board, 'ana'), house.come(board, 'ana')];
  await settle();
  asks(first);
  asks(second); // 400 at once are allowed
  expect([first.peer.did, second.peer.did]).toEqual([[], ['pause']]);
  for (const { peer } of [first, second]) peer.leave();
  await settle();
  const third = house.come(board, 'ana');
  await settle();
  third.peer.receive(Uint8Array.of(MESSAGE.queryPresence));
  expect(third.peer.did).toEqual(['pause']);
});

test('[RO50] whoever left while the board was loading is not in it, and nor is the board', async () => {
  const board = await house.makeBoard();
  const load = house.gates.hold('board');
  const ana = house.come(board, 'ana');
  await load.reached;
  ana.peer.leave();
  load.release();
  await settle();
  expect(ana.peer.sent).toEqual([]);
  expect(house.rooms.stats()).toMatchObject({ boards: 0, connections: 0 });
  expect(house.measured).toEqual(['closed left']);
});

test('[RO39] a board that is not there shows its visitor out, and is looked for again next time', async () => {
  const nowhere = newId<'board'>();
  const first = house.come(nowhere, 'ana');
  await settle();
  expect([closes(first), house.rooms.stats().boards]).toEqual([['close unknownBoard'], 0]);
  house.come(nowhere, 'ana');
  await settle();
  expect(house.gates.count('board')).toBe(2);
});

test('[RO8] a board that cannot be read shows its visitor out, and opens once it can', async () => {
  const board = await house.makeBoard();
  house.gates.fail('board');
  const ana = house.come(board, 'ana');
  await settle();
  expect(closes(ana)).toEqual(['close storageFault']);
  expect(house.log.lines().map(({ msg, board: id }) => [msg, id])).toEqual([
    ['board not loaded', board],
  ]);
  house.gates.mend();
  const again = house.come(board, 'ana');
  await settle();
  expect([closes(again), again.read().sessions.length]).toEqual([[], 1]);
});

test('[RO10] a board is let go once the last has left, folded, and opens again with all of it', async () => {
  const board = await house.makeBoard();
  const [ana, ben] = [await house.enter(board, 'ana'), await house.enter(board, 'ben')];
  say(ana, 'un');
  await settle();
  ana.peer.leave();
  await settle();
  expect(house.rooms.stats()).toMatchObject({ boards: 1, people: 1, connections: 1 });
  ben.peer.leave();
  await settle();
  expect(house.rooms.stats()).toMatchObject({ boards: 0, people: 0, connections: 0 });
  expect((await house.store.latestSnapshot(board))?.seq).toBe(2);
  const late = await house.enter(board, 'late');
  expect(late.doc.getMap('board').get('subtitle')).toBe('un');
});

test('[RO10] whoever comes while a board is being folded finds it open, and it stays so', async () => {
  const board = await house.makeBoard();
  const ana = await house.enter(board, 'ana');
  say(ana, 'un');
  await settle();
  const fold = house.gates.hold('saveSnapshot');
  ana.peer.leave();
  await fold.reached;
  const ben = house.come(board, 'ben');
  await settle();
  expect(ben.read().sessions).toHaveLength(1);
  fold.release();
  await settle();
  expect(house.rooms.stats()).toMatchObject({ boards: 1, connections: 1 });
  expect([closes(ben), house.gates.count('board')]).toEqual([[], 2]); // loaded once, folded once
});

test('[RO7] after a disk sync failed everybody is told, and nobody is let in though it syncs again', async () => {
  const board = await house.makeBoard();
  const ana = await house.enter(board, 'ana');
  expect(house.rooms.stats().accepting).toBe(true);
  house.gates.fail('sync');
  say(ana, 'un');
  await settle();
  await vi.advanceTimersByTimeAsync(50);
  expect([closes(ana), ana.read().saved]).toEqual([['close storageFault'], []]);
  expect(house.rooms.stats()).toMatchObject({ boards: 0, accepting: false });
  expect(house.log.lines().at(-1)).toMatchObject({ level: 'fatal' });
  house.gates.mend();
  const late = house.come(board, 'late');
  await settle();
  expect([late.peer.did, late.peer.sent]).toEqual([['close storageFault'], []]);
  expect(house.measured.at(-1)).toBe('closed storageFault');
  await house.rooms.close();
  expect(house.come(board, 'ben').peer.did).toEqual(['close storageFault']);
});

test('[RO14] closing somebody’s sockets leaves the others open, and other boards alone', async () => {
  const [board, other] = [await house.makeBoard(), await house.makeBoard()];
  const [ana, ben, away] = [
    house.come(board, 'ana'),
    house.come(board, 'ben'),
    house.come(other, 'ben'),
  ];
  await settle();
  house.rooms.disconnect(board, ({ id }) => id === ben.person.id, 'accessChanged');
  house.rooms.disconnect(newId<'board'>(), () => true, 'accessChanged');
  expect([ana, ben, away].map(closes)).toEqual([[], ['close accessChanged'], []]);
  ben.peer.leave();
  expect(house.measured).toEqual(['closed accessChanged']);
});

test('[RO15] a board is read with what was admitted and is not kept yet', async () => {
  const board = await house.makeBoard();
  expect((await house.rooms.frame(board))?.info.subtitle).toBeUndefined();
  const ana = await house.enter(board, 'ana');
  const append = house.gates.hold('append');
  say(ana, 'un');
  const [frame, stored] = [house.rooms.frame(board), house.rooms.stored(board)];
  await append.reached;
  append.release();
  expect((await frame)?.info.subtitle).toBe('un');
  expect((await stored)?.updates).toHaveLength(2);
  expect(await house.rooms.stored(newId<'board'>())).toBeUndefined();
  expect(await house.rooms.frame(newId<'board'>())).toBeUndefined();
});

test('[RO15] a board that is open and was not written in is read as it is stored', async () => {
  const board = await house.makeBoard();
  const ana = house.come(board, 'ana');
  await settle();
  expect((await house.rooms.frame(board))?.directions.size).toBe(1);
  ana.peer.leave();
});

test('[RO16] a stop keeps and acknowledges what was admitted, closes all, and lets nobody in', async () => {
  const board = await house.makeBoard();
  const ana = await house.enter(board, 'ana');
  say(ana, 'un');
  await house.rooms.close();
  expect(ana.read().saved.map(({ updates }) => updates)).toEqual([2]);
  expect([closes(ana), house.rooms.stats()]).toEqual([
    ['close serverStopping'],
    { boards: 0, people: 0, connections: 0, backlogBytes: 0, accepting: false },
  ]);
  expect(await house.store.readAfter(board, 1)).toHaveLength(1);
  const late = house.come(board, 'late');
  expect(late.peer.did).toEqual(['close serverStopping']);
});

test('[RO16] a stop shows out whoever waits for a board that is still loading', async () => {
  const board = await house.makeBoard();
  const load = house.gates.hold('board');
  const ana = house.come(board, 'ana');
  await load.reached;
  await house.rooms.close();
  expect([closes(ana), house.rooms.stats().boards]).toEqual([['close serverStopping'], 0]);
  load.release();
  await settle();
  expect(ana.peer.sent).toEqual([]);
});

test('[RO43] a stop lets the folds under way end first', async () => {
  const board = await house.makeBoard();
  const ana = await house.enter(board, 'ana');
  say(ana, 'un');
  await settle();
  const fold = house.gates.hold('saveSnapshot');
  ana.peer.leave();
  await fold.reached;
  let isStopped = false;
  const stop = house.rooms.close().then(() => {
    isStopped = true;
  });
  await settle();
  expect([isStopped, house.rooms.stats().boards]).toEqual([false, 0]);
  fold.release();
  await stop;
  expect((await house.store.latestSnapshot(board))?.seq).toBe(2);
});

test('[RO19] what waits to leave is counted, of all boards together', async () => {
  const [board, other] = [await house.makeBoard(), await house.makeBoard()];
  const [ana, again] = [house.come(board, 'ana'), house.come(other, 'ana')];
  for (const { peer } of [ana, again]) peer.block();
  await settle();
  const { backlogBytes, people, connections } = house.rooms.stats();
  expect([people, connections]).toEqual([1, 2]);
  expect(backlogBytes).toBe(ana.peer.backlog() + again.peer.backlog());
  expect(ana.peer.backlog()).toBeGreaterThan(100);
});
