/** What the store keeps of a session while people take part in it, and after. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type ActionId, type BoardId, newId } from '../../../shared/ids.ts';
import { VISIBILITIES } from '../../../shared/session/rules.ts';
import type { RoundId } from '../../../shared/session/votes/votes.ts';
import { HAND_TIMERS, type HandPage, openRooms, settle } from '../../support/hand-rooms.ts';
import { stepOf } from '../../support/session-people.ts';
import { a, water } from '../../support/small-workshop.ts';

let house: Awaited<ReturnType<typeof openRooms>>;
let board: BoardId;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: [...HAND_TIMERS] });
  house = await openRooms();
  board = await house.makeBoard();
});
afterEach(async () => {
  await house.rooms.close();
  await house.store.close();
  vi.useRealTimers();
});
async function save() {
  await settle();
  await vi.advanceTimersByTimeAsync(50);
  await settle();
}
const draft = (id: ActionId, title: string, description = '') => ({
  type: 'draft-write',
  id,
  priorityId: water,
  title,
  description,
});
async function hiding(anonymous = false) {
  const [ana, ben] = [
    await house.enter(board, 'ana'),
    await house.enter(board, 'ben', 'participant'),
  ];
  const rules = { ...VISIBILITIES.masquée, vote: 'open' } as const;
  ana.ask(1, { type: 'steps-set', steps: [stepOf('ideas', rules, { anonymous })] });
  ana.ask(2, { type: 'step-start', id: 'ideas', from: null });
  await save();
  return [ana, ben] as const;
}
/** All of it, as text. */
async function kept(): Promise<string> {
  const { snapshot } = await house.store.session(board);
  const events = await house.store.readAfter(board, 0, 'event');
  const bytes = [...events.map((entry) => entry.bytes), snapshot?.bytes ?? new Uint8Array()];
  return Buffer.concat(bytes).toString();
}
const refusals = (page: HandPage) => page.read().answers.flatMap(({ refused }) => refused ?? []);

test('[RO61] an idea written over and over is kept as it is now: the board stays small, and opens with it', async () => {
  const [, ben] = await hiding();
  const id = newId<'action'>();
  for (let n = 0; n < 30; n++) {
    ben.ask(n, draft(id, `${n}.`, 'x'.repeat(9_000)));
    await save();
  }
  expect(refusals(ben)).toEqual([]);
  expect((await kept()).length).toBeLessThan(100_000);
  ben.peer.leave();
  const again = await house.enter(board, 'ben', 'participant');
  expect(
    again
      .read()
      .sessions.at(-1)
      ?.drafts.mine.map(({ title }) => title),
  ).toEqual(['29.']);
});

test('[RO61] a board that everybody has left keeps its session alone, and goes on from it', async () => {
  const [ana, ben] = await hiding();
  ben.ask(1, draft(newId<'action'>(), 'Planter'));
  await save();
  for (const page of [ana, ben]) page.peer.leave();
  await settle();
  expect(house.rooms.stats().boards).toBe(0);
  expect(await house.store.readAfter(board, 0, 'event')).toEqual([]);
  const again = await house.enter(board, 'ben', 'participant');
  again.ask(1, draft(newId<'action'>(), 'Arroser'));
  await save();
  const { current, drafts } = again.read().sessions.at(-1) ?? {};
  expect([current, drafts?.mine.map(({ title }) => title)]).toEqual([
    'ideas',
    ['Planter', 'Arroser'],
  ]);
});

test('[RO62] who had an idea that is revealed unsigned is told nowhere from then on', async () => {
  const [ana, ben] = await hiding(true);
  ben.ask(1, draft(newId<'action'>(), 'Sans nom'));
  await save();
  expect(await kept()).toMatch(/"ben"/u);
  ana.ask(3, { type: 'reveal', priorityId: null });
  await save();
  expect(await kept()).not.toMatch(/"ben"|Sans nom/u);
  const events = await house.store.readAfter(board, 0, 'event');
  expect(events.filter(({ author }) => author === 'ben')).toEqual([]);
});

test('[RO62] who voted what is told nowhere once the round is closed', async () => {
  const [ana, ben] = await hiding();
  const roundId = 'round' as RoundId;
  const setup = { budget: 5, cap: 3, basis: 'person', priorityIds: null };
  ana.ask(3, { type: 'round-open', id: roundId, title: 'Vote', setup });
  ben.ask(1, { type: 'vote-cast', roundId, actionId: a, dots: 2 });
  await save();
  expect(await kept()).toMatch(/person:ben/u);
  ana.ask(4, { type: 'round-close', id: roundId });
  await save();
  expect(await kept()).not.toMatch(/person:ben/u);
  expect(ana.read().sessions.at(-1)?.rounds[0]?.result).toMatchObject({ ballots: 1 });
});

test('[RO62] a server that was killed before it forgot does so when the board is opened again', async () => {
  const draft = (id: string) => ({
    id,
    personId: 'ben',
    priorityId: water,
    title: 'Sans nom',
    description: '',
    anonymous: true,
  });
  const told = [
    { type: 'draft-written', draft: draft('idea') },
    { type: 'revealed', at: 1, by: 'ana', ids: ['idea'], anonymous: true },
  ].map((event) => ({
    kind: 'event' as const,
    author: null,
    at: 0,
    bytes: new TextEncoder().encode(JSON.stringify(event)),
  }));
  await house.store.append(new Map([[board, told]]));
  expect(await kept()).toMatch(/"ben"/u);
  await house.enter(board, 'ana');
  expect(await kept()).not.toMatch(/"ben"|Sans nom/u);
});

test('[RO63] a session of a later version is not opened, nor read', async () => {
  await house.store.saveSession(board, { seq: 0, schema: 99, bytes: new Uint8Array() });
  const ana = house.come(board, 'ana');
  await settle();
  expect(ana.peer.did).toContain('close newerBoard');
});
