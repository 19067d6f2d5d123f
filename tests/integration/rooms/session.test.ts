import { afterEach, expect, test } from 'vitest';
import type { Store } from '../../../server/store/store.ts';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { addEntity, createDoc } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { type ActionId, newId, type PersonId } from '../../../shared/ids.ts';
import { MESSAGE } from '../../../shared/protocol/messages.ts';
import type { StepId } from '../../../shared/session/agenda/step.ts';
import { VISIBILITIES } from '../../../shared/session/rules.ts';
import type { Request } from '../../../shared/session/session.ts';
import { DEFAULT_VOTE } from '../../../shared/session/votes/votes.ts';
import { gatedStore } from '../../support/gated-store.ts';
import { createHandClock } from '../../support/hand-clock.ts';
import { type House, type HouseOptions, openHouse } from '../../support/house.ts';
import { stepOf } from '../../support/session-people.ts';
import { jobs, water } from '../../support/small-workshop.ts';
import type { SyncClient } from '../../support/sync-client.ts';

let house: House;
let gates: ReturnType<typeof gatedStore>;
let time: ReturnType<typeof createHandClock>;
afterEach(() => house.close());

async function open(options: HouseOptions = {}) {
  time = createHandClock();
  const wrap = (store: Store) => {
    gates = gatedStore(store);
    return gates.store;
  };
  house = await openHouse({ wrap, clock: time.clock, alarm: time.alarm, ...options });
  const board = await house.create();
  const ana = await house.enter(board, 'facilitator', 'Ana');
  const authorId = session(ana)?.me;
  ana.doc.transact(() => {
    addEntity(ana.doc, 'priorities', water, { title: 'Eau', rank: 'a0' });
    addEntity(ana.doc, 'priorities', jobs, { title: 'Emploi', rank: 'a1' });
    for (const [i, id] of ['a', 'b', 'c'].entries())
      addEntity(ana.doc, 'actions', id, {
        title: id,
        priorityId: water,
        rank: `a${i}`,
        authorId,
      });
  });
  await ana.until(() => ana.saved.at(-1)?.updates === ana.sent());
  return { board, ana };
}
const ideas = stepOf('ideas', VISIBILITIES.masquée);
const reading = stepOf('reading', VISIBILITIES.lecture);
const start = (id: StepId | null, from: StepId | null): Request => ({
  type: 'step-start',
  id,
  from,
});
const draft = (title: string, description = '', id = newId<'action'>()): Request => ({
  type: 'draft-write',
  id,
  priorityId: water,
  title,
  description,
});
const session = (client: SyncClient) => client.sessions.at(-1);
const spentIn = (client: SyncClient): number =>
  Object.values(session(client)?.rounds[0]?.mine?.dots ?? {}).reduce((sum, dots) => sum + dots, 0);
const allIn = async (client: SyncClient) => {
  await client.until(() => client.provider.synced);
  return client;
};

test('[SR1] what was asked is answered and told only once the disk has it', async () => {
  const { board, ana } = await open();
  const ben = await house.enter(board, 'participant', 'Ben');
  const sync = gates.hold('sync');
  let answered = false;
  const set = ana.ask({ type: 'steps-set', steps: [ideas, reading] }).then((refusal) => {
    answered = true;
    return refusal;
  });
  await sync.reached;
  // Refused for what is not on the disk yet: it must not be told of that either.
  let refused = false;
  const stale = ana.ask(start(ideas.id, reading.id)).then((refusal) => {
    refused = true;
    return refusal;
  });
  await ana.roundTrip();
  await ben.roundTrip();
  expect([answered, refused]).toEqual([false, false]);
  expect([ana, ben].map((client) => session(client)?.steps)).toEqual([[], []]);
  const events = gates.appended(board.boardId, 'event');
  expect(events).toHaveLength(1);
  sync.release();
  expect(await set).toBeUndefined();
  expect(session(ana)?.steps.map(({ id }) => id)).toEqual(['ideas', 'reading']);
  expect(await stale).toBe('stale');
  await ben.until(() => session(ben)?.steps.length === 2);
});

test('[SR2] requests are decided in the order in which they came, each on what was decided before', async () => {
  const { board, ana } = await open();
  const zoe = await house.enter(board, 'facilitator', 'Zoé');
  await ana.ask({ type: 'steps-set', steps: [ideas, reading] });
  const outcomes = await Promise.all([
    ana.ask(start(ideas.id, null)),
    ana.ask(start(reading.id, null)),
    ana.ask(start(ideas.id, null)),
    ana.ask(start(reading.id, ideas.id)),
  ]);
  expect(outcomes).toEqual([undefined, 'stale', undefined, undefined]);
  expect(session(ana)?.current).toBe('reading');
  await zoe.until(() => session(zoe)?.current === 'reading');
  const both = await Promise.all([
    ana.ask(start(null, reading.id)),
    zoe.ask(start(ideas.id, reading.id)),
  ]);
  expect(both.filter((refusal) => refusal === undefined)).toHaveLength(1);
  expect(both).toContain('stale');
});

test('[SR2] two pages of one person, and a request sent twice, spend no more than the budget', async () => {
  const { board, ana } = await open();
  const guest = await house.guest(board, 'participant', 'Ben');
  const [ben, again] = [await allIn(guest.open()), await allIn(guest.open())];
  const id = newId<'round'>();
  const opening: Request = { type: 'round-open', id, title: '', setup: DEFAULT_VOTE };
  expect(await Promise.all([ana.ask(opening), ana.ask(opening)])).toEqual([undefined, undefined]);
  const cast = (actionId: string, dots: number): Request => ({
    type: 'vote-cast',
    roundId: id,
    actionId: actionId as ActionId,
    dots,
  });
  const outcomes = await Promise.all([
    ben.ask(cast('a', 3)),
    again.ask(cast('a', 3)),
    ben.ask(cast('b', 2)),
    again.ask(cast('c', 2)),
  ]);
  expect(outcomes.filter((refusal) => refusal === 'budget')).toHaveLength(1);
  await Promise.all([ben, again].map((one) => one.until(() => spentIn(one) === 5)));
  const closing: Request = { type: 'round-close', id };
  expect(await Promise.all([ana.ask(closing), ana.ask(closing)])).toEqual([undefined, undefined]);
  const [round] = session(ana)?.rounds ?? [];
  expect(round?.result).toMatchObject({ ballots: 1 });
  expect(round?.result?.actions.reduce((sum, { dots }) => sum + dots, 0)).toBe(5);
  const events = gates.appended(board.boardId, 'event');
  expect(events).toHaveLength(4);
});

test('[SR3] what is no request is refused as such, and what is no question closes the socket', async () => {
  const { board, ana } = await open();
  const ben = await house.enter(board, 'participant', 'Ben');
  expect(await ana.ask({ type: 'dance' } as unknown as Request)).toBe('invalid');
  expect(await ana.ask(draft('x'.repeat(301)))).toBe('invalid');
  const steps = Array.from({ length: 20 }, (_, i) => ({
    ...stepOf(`s${i}`, VISIBILITIES.lecture),
    instruction: 'x'.repeat(5_000),
  }));
  expect(await ana.ask({ type: 'steps-set', steps })).toBe('invalid');
  expect(await ana.ask({ type: 'steps-set', steps: steps.slice(0, 9) })).toBeUndefined();
  expect(await ben.ask({ type: 'steps-set', steps: [] })).toBe('role');
  expect(ana.closes).toEqual([]);
  for (const frame of [[MESSAGE.request], [MESSAGE.request, 2, 0x5b, 0x5d]]) {
    const cleo = await house.enter(board, 'participant', 'Cléo');
    cleo.sendRaw(Uint8Array.from(frame));
    await cleo.until(() => cleo.closes.length > 0);
    expect(cleo.closes).toEqual(['badFrame']);
  }
});

test('[SR4] what the log cannot keep is refused with that reason and changes nothing', async () => {
  const { board, ana } = await open();
  gates.fail('append');
  const refused = ana.ask({ type: 'freeze', on: true });
  expect(await refused).toBe('storage');
  await ana.until(() => ana.closes.includes('storageFault'));
  gates.mend();
  await ana.until(() => ana.provider.synced);
  await ana.roundTrip();
  expect(session(ana)?.frozen).toBeNull();
  expect(gates.appended(board.boardId, 'event')).toEqual([]);
});

test('[SR5] hidden ideas become actions at the end of their priority, in the order of writing, each in its author’s name', async () => {
  const { board, ana } = await open();
  const [ben, cleo] = await Promise.all(
    ['Ben', 'Cléo'].map((name) => house.enter(board, 'participant', name)),
  );
  if (!ben || !cleo) throw new Error('nobody came');
  const people = await house.store.people(board.boardId);
  const rowOf = (name: string) => people.find((person) => person.name === name);
  await ana.ask({ type: 'steps-set', steps: [ideas, reading] });
  await ana.ask(start(ideas.id, null));
  const kept = newId<'action'>();
  expect(await ben.ask(draft('Planter', '', kept))).toBeUndefined();
  expect(await cleo.ask(draft('', 'Mutualiser les achats entre communes'))).toBeUndefined();
  expect(await ben.ask(draft('Arroser'))).toBeUndefined();
  expect(await ben.ask(draft('Planter des haies', 'Le long des routes', kept))).toBeUndefined();
  expect(await ben.ask(draft(' ', ' '))).toBeUndefined();
  await ana.until(() => session(ana)?.drafts.writers === 2);
  expect(session(ana)?.drafts).toEqual({ mine: [], counts: { [water]: 3 }, writers: 2 });
  const entriesBefore = gates.appended(board.boardId).length;

  expect(await ana.ask({ type: 'reveal', priorityId: null })).toBeUndefined();
  await ben.until(() => readBoard(ben.doc).actions.size === 6);
  const { columns, actions } = readBoard(ben.doc);
  const shown = (columns.get(water) ?? []).slice(3).map((id) => actions.get(id));
  expect(shown.map((action) => [action?.title, action?.description, action?.authorId])).toEqual([
    ['Planter des haies', 'Le long des routes', rowOf('Ben')?.id],
    [
      'Mutualiser les achats entre communes',
      'Mutualiser les achats entre communes',
      rowOf('Cléo')?.id,
    ],
    ['Arroser', '', rowOf('Ben')?.id],
  ]);
  expect(shown[0]?.id).toBe(kept);
  const entries = gates.appended(board.boardId).slice(entriesBefore);
  expect(entries.map(({ kind, author }) => [kind, author])).toEqual([
    ['event', rowOf('Ana')?.id],
    ['update', null],
  ]);
  // The idea is an action: what its author still writes of it belongs on the board.
  expect(await ben.ask(draft('Planter encore', '', kept))).toBe('stale');
  await ben.until(() => session(ben)?.drafts.mine.length === 1);
});

test.each([
  ['at once', []],
  ['after another déroulé', [{ type: 'steps-set', steps: [ideas] } as const]],
])('[SR6] ideas revealed without their authors are nobody’s: %s', async (_when, requests) => {
  const { board, ana } = await open();
  await ana.ask({ type: 'steps-set', steps: [{ ...ideas, anonymous: true }] });
  await ana.ask(start(ideas.id, null));
  const ben = await house.enter(board, 'participant', 'Ben');
  const id = newId<'action'>();
  await ben.ask(draft('Sans nom', '', id));
  ben.destroy();
  for (const request of requests) await ana.ask(request);
  await ana.ask({ type: 'reveal', priorityId: water });
  await ana.until(() => readBoard(ana.doc).actions.has(id));
  const action = readBoard(ana.doc).actions.get(id);
  expect(action).toMatchObject({ title: 'Sans nom' });
  expect(Object.keys(action ?? {}).filter((key) => key.startsWith('author'))).toEqual([]);
});

test('[SR13] under the id the server wrote with nobody else can be', async () => {
  const { board, ana } = await open();
  const known = [...ana.doc.store.clients.keys()];
  await ana.ask({ type: 'steps-set', steps: [ideas] });
  await ana.ask(start(ideas.id, null));
  await ana.ask(draft('Planter'));
  await ana.ask({ type: 'reveal', priorityId: null });
  await ana.until(() => readBoard(ana.doc).actions.size === 4);
  const [server] = [...ana.doc.store.clients.keys()].filter((client) => !known.includes(client));
  const doc = createDoc();
  doc.clientID = server ?? 0;
  const ben = await allIn((await house.guest(board, 'participant', 'Ben')).open(doc));
  const other = await house.enter(board, 'participant', 'Cléo');
  await Promise.all([ben, other].map((one) => one.roundTrip()));
  doc.clientID = server ?? 0; // Yjs took another when it met what the server wrote
  const seenAs = (name: string) =>
    session(ana)?.people.find((person) => person.name === name)?.clients;
  await ana.until(() => seenAs('Cléo')?.length === 1);
  expect(seenAs('Ben')).toEqual([]);
});

test('[SR7] an update that left before its author could know is taken for three seconds', async () => {
  const { board, ana } = await open();
  const ben = await house.enter(board, 'participant', 'Ben');
  const add = (title: string) => {
    const author = {
      personId: session(ben)?.me ?? ('' as PersonId),
      directionId: null,
      actorId: null,
    };
    return addAction(ben.doc, { title, place: { priorityId: water, before: null }, author });
  };
  await ana.ask({ type: 'steps-set', steps: [reading] });
  await ana.ask(start(reading.id, null));
  time.pass(2_999);
  add('En route');
  await ben.until(() => ben.saved.at(-1)?.updates === ben.sent());
  time.pass(1);
  add('Trop tard');
  await ben.until(() => ben.refusals.length > 0);
  expect(ben.refusals).toMatchObject([{ reason: 'step' }]);
  await ana.roundTrip();
  const titles = [...readBoard(ana.doc).actions.values()].map(({ title }) => title);
  expect(titles).toContain('En route');
  expect(titles).not.toContain('Trop tard');
});

test('[SR8] people are told what has changed for them, with the time, and nothing else', async () => {
  const { board, ana } = await open();
  const [ben, cleo] = await Promise.all(
    ['Ben', 'Cléo'].map((name) => house.enter(board, 'participant', name)),
  );
  if (!ben || !cleo) throw new Error('nobody came');
  const id = newId<'round'>();
  const open_: Request = { type: 'round-open', id, title: '', setup: DEFAULT_VOTE };
  await ana.ask(open_);
  const isTold = (one: SyncClient) =>
    session(one)?.rounds.length === 1 &&
    session(one)?.people.every(({ clients }) => clients.length === 1) === true;
  await Promise.all([ana, ben, cleo].map((one) => one.until(() => isTold(one))));
  const before = [ana, ben, cleo].map(({ frames }) => frames.length);
  time.pass(500);
  await ben.ask({ type: 'vote-cast', roundId: id, actionId: 'a' as ActionId, dots: 2 });
  // Everybody was told before this: what follows comes after it on every connection.
  await ana.ask({ type: 'hand', up: true });
  await Promise.all(
    [ben, cleo].map((one) =>
      one.until(() => session(one)?.people.some(({ hand }) => hand !== null) === true),
    ),
  );
  const changes = [ana, ben, cleo].map(({ frames }, i) =>
    frames
      .slice(before[i])
      .filter(([type]) => type === MESSAGE.session)
      .map((frame) =>
        JSON.parse(
          Buffer.from(frame)
            .toString('utf8')
            .replace(/^[^{]*/u, ''),
        ),
      )
      .map(({ items, now: _, ...keys }) => ({
        keys: Object.keys(keys),
        items: Object.keys(items).map((list) => `${list} ${items[list].length}`),
      })),
  );
  const hand = { keys: [], items: ['people 1'] };
  const vote = { keys: [], items: ['rounds 1'] };
  expect(changes).toEqual([[hand], [vote, hand], [hand]]);
  expect(session(ben)?.now).toBe(time.clock());
});

test('[SR9] somebody who was removed leaves their ideas, and the projector is told of none', async () => {
  const { board, ana } = await open();
  const wall = await house.enter(board, 'observer', 'Mur');
  await ana.ask({ type: 'steps-set', steps: [ideas] });
  await ana.ask(start(ideas.id, null));
  const guest = await house.guest(board, 'participant', 'Ben');
  const ben = await allIn(guest.open());
  await ben.ask(draft('Idée de Ben'));
  const row = (await house.store.people(board.boardId)).find(({ name }) => name === 'Ben');
  if (!row) throw new Error('Ben did not join');
  await house.store.savePerson(board.boardId, { ...row, name: '', ticketHash: null });
  house.rooms.disconnect(board.boardId, ({ id }) => id === row.id, 'unauthenticated');
  await house.rooms.peopleChanged(board.boardId);
  await wall.until(() => session(wall)?.drafts.counts[water] === 1);
  expect(Buffer.concat(wall.frames).includes('Idée de Ben')).toBe(false);
  await ana.ask({ type: 'reveal', priorityId: null });
  await wall.until(() => readBoard(wall.doc).actions.size === 4);
  expect([...readBoard(wall.doc).actions.values()].at(-1)).toMatchObject({ authorId: row.id });
});

test('[TI1] a timer ends at its time by the server’s clock, with its effect', async () => {
  const { ana } = await open();
  await ana.ask({ type: 'timer-start', seconds: 60, effect: 'pause' });
  expect(session(ana)?.timer).toMatchObject({ state: 'running', endsAt: time.clock() + 60_000 });
  time.pass(59_999);
  await ana.roundTrip();
  expect(session(ana)?.timer?.state).toBe('running');
  time.pass(1);
  await ana.until(() => session(ana)?.timer?.state === 'ended');
  expect(session(ana)).toMatchObject({ frozen: 'timer', timer: { endedAt: time.clock() } });
  await ana.ask({ type: 'timer-add', seconds: 60 });
  expect(session(ana)?.frozen).toBeNull();
  time.pass(60_000);
  await ana.until(() => session(ana)?.timer?.state === 'ended');
});

test('[TI2] a timer that is over when its board opens again has its effect before anything is judged', async () => {
  const { board, ana } = await open();
  await ana.ask({ type: 'timer-start', seconds: 60, effect: 'pause' });
  ana.destroy();
  while (house.rooms.stats().boards > 0) await new Promise((resolve) => setImmediate(resolve));
  time.pass(3_600_000);
  const ben = await house.enter(board, 'participant', 'Ben');
  await ben.until(() => session(ben)?.frozen === 'timer');
  expect(session(ben)?.timer).toMatchObject({ state: 'ended', endedAt: time.clock() });
  const events = gates.appended(board.boardId, 'event');
  expect(events.map(({ author }) => author)).toEqual([session(ana)?.me, null]);
});
