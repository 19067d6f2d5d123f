/**
 * A whole random workshop over real sockets, every frame to everybody searched for what it must not
 * tell: the texts of hidden ideas, dots of others before the close, names where an observer looks.
 * Used by a small seeded run of the tests and by `npm run load -- secrecy`.
 */
import assert from 'node:assert/strict';
import * as decoding from 'lib0/decoding';
import { addAction } from '../../shared/board/commands/actions.ts';
import { addEntity } from '../../shared/board/doc.ts';
import { readBoard } from '../../shared/board/snapshot.ts';
import type { ActionId, BoardId, PersonId, PriorityId } from '../../shared/ids.ts';
import { decodeJson, MESSAGE, type SessionChange } from '../../shared/protocol/messages.ts';
import { evolve } from '../../shared/session/evolve.ts';
import type { Role } from '../../shared/session/roles.ts';
import { mayAsk, type SessionEvent } from '../../shared/session/session.ts';
import { EMPTY_SESSION } from '../../shared/session/state.ts';
import type { RoundView } from '../../shared/session/votes/view.ts';
import type { RoundId } from '../../shared/session/votes/votes.ts';
import type { HandClock } from '../support/hand-clock.ts';
import type { Guest, House } from '../support/house.ts';
import type { NotedLog } from '../support/noted-log.ts';
import { roads, water } from '../support/small-workshop.ts';
import type { SyncClient } from '../support/sync-client.ts';
import { type Ask, requestOf, STEPS, TYPES } from './session-script.ts';

/** What a run came to: searches that found nothing to search for would prove nothing. */
export interface Searched {
  workshops: number;
  frames: number;
  bytes: number;
  /** Texts looked for in a frame to somebody they are hidden from. */
  searches: number;
  hidden: number;
  revealed: number;
  votes: number;
  closes: number;
  /** Sentences to a group that were read by its people. */
  said: number;
}
export const nothingSearched = (): Searched => ({
  workshops: 0,
  frames: 0,
  bytes: 0,
  searches: 0,
  hidden: 0,
  revealed: 0,
  votes: 0,
  closes: 0,
  said: 0,
});

/** Settings under which hours pass between two frames. */
export const SECRECY_SETTINGS = {
  SAVE_INTERVAL_MS: '1',
  SILENCE_SECONDS: '3600',
  PING_SECONDS: '3600',
  MESSAGE_BURST: '100000',
  MESSAGES_PER_SECOND: '100000',
  JOINS_PER_MINUTE: '100000',
};

/** A whole number from 0 to `below` - 1. */
type Random = (below: number) => number;
interface Somebody {
  readonly guest: Guest;
  readonly role: Role;
  readonly pages: SyncClient[];
}
interface Ballots {
  /** What was granted to each voter, by round and action; of a shared ballot to all of them. */
  readonly cast: Map<string, Set<number>>;
  readonly closing: Set<RoundId>;
}

const CAST: readonly (readonly [Role, string | undefined])[] = [
  ['facilitator', undefined],
  ['facilitator', undefined],
  ['participant', roads],
  ['participant', roads],
  ['participant', 'elsewhere'],
  ['observer', undefined],
];
const batches = 50;

/** @throws AssertionError as soon as a frame tells what it must not */
export async function playWorkshop(
  house: House,
  time: HandClock,
  random: Random,
  searched: Searched,
  log: NotedLog,
): Promise<void> {
  const board = await house.create();
  const watch = createWatch(searched, log, board.boardId);
  const people: Somebody[] = [];
  for (const [i, [role, direction]] of CAST.entries()) {
    const name = role === 'observer' ? '' : `@${i}-${board.boardId}@`;
    const guest = await house.guest(board, role, name, direction);
    const page = watch.open(guest, role);
    people.push({ guest, role, pages: [page] });
    await page.until(() => page.provider.synced);
    if (i === 0) await furnish(page);
    if (name) watch.names.push(name);
  }
  const [ana] = people;
  const leader = ana?.pages[0];
  assert(leader);
  await leader.ask({ type: 'steps-set', steps: STEPS });

  for (let batch = 0; batch < batches; batch++) {
    time.pass(random(5_000));
    const asks = Array.from({ length: 1 + random(3) }, () => askOf(random));
    await watch.during(
      asks.some(({ type }) => type === 'reveal'),
      () => Promise.all(asks.map((ask) => askOne(people, ask, leader, watch))),
    );
    if (random(6) === 0) await comeOrGo(people, random, watch);
    if (random(6) === 0) edit(leader, random);
  }
  await Promise.all(people.flatMap(({ pages }) => pages.map((page) => page.roundTrip())));
  await watch.finish();
  for (const page of people.flatMap(({ pages }) => pages)) page.destroy();
  searched.workshops += 1;
}

async function furnish(page: SyncClient): Promise<void> {
  const { doc } = page;
  const authorId = page.sessions.at(-1)?.me;
  doc.transact(() => {
    addEntity(doc, 'priorities', water, { title: 'Eau', rank: 'a0' });
    addEntity(doc, 'priorities', 'jobs', { title: 'Emploi', rank: 'a1' });
    addEntity(doc, 'directions', roads, { name: 'Voirie', rank: 'a0' });
    addEntity(doc, 'directions', 'elsewhere', { name: 'Sports', rank: 'a1' });
    for (const [i, id] of ['a', 'b', 'c'].entries())
      addEntity(doc, 'actions', id, { title: id, priorityId: water, rank: `a${i}`, authorId });
  });
  await page.until(() => page.saved.at(-1)?.updates === page.sent());
}

const askOf = (random: Random): Ask => ({
  who: random(10),
  type: TYPES[random(TYPES.length)] ?? 'draft-write',
  a: random(1_000),
  b: random(1_000),
});

async function askOne(people: readonly Somebody[], ask: Ask, leader: SyncClient, watch: Watch) {
  const able = people.filter(({ role }) => ask.b % 8 === 0 || mayAsk(role, ask.type));
  const asker = able[ask.who % able.length];
  const page = asker?.pages[ask.a % asker.pages.length];
  const view = page?.sessions.at(-1);
  if (!asker || !page || !view) return;
  const { personId } = asker.guest.joined;
  const who = people.indexOf(asker);
  const request = requestOf(
    { ...ask, who },
    {
      current: view.current,
      acts: leader.sessions.at(-1)?.undoable?.act ?? 1,
      steps: view.steps.map(({ id }) => id),
      rounds: view.rounds.map(({ id }) => id),
      actions: [...readBoard(leader.doc).numbers.keys()].slice(0, 5),
      priorities: [water, 'jobs' as PriorityId],
      people: people.map(({ guest }) => guest.joined.personId),
      groups: view.groups.map(({ id }) => id),
      said: watch.say,
      secret: () => watch.hide(personId),
    },
  );
  watch.asked(personId, request);
  await page.ask(request);
}

/** Somebody opens one more page, or closes one of several. */
async function comeOrGo(people: readonly Somebody[], random: Random, watch: Watch): Promise<void> {
  const somebody = people[1 + random(people.length - 1)];
  if (!somebody) return;
  if (somebody.pages.length > 1) return somebody.pages.pop()?.destroy();
  const page = watch.open(somebody.guest, somebody.role);
  somebody.pages.push(page);
  await page.until(() => page.provider.synced && page.sessions.length > 0);
}

function edit({ doc, sessions }: SyncClient, random: Random): void {
  const personId = sessions.at(-1)?.me;
  if (!personId) return;
  const place = { priorityId: water, before: null };
  const author = { personId, directionId: null, actorId: null };
  addAction(doc, { title: `Action ${random(1_000)}`, place, author });
}

type Watch = ReturnType<typeof createWatch>;

function createWatch(searched: Searched, log: NotedLog, boardId: BoardId) {
  /** Text → who wrote it; texts that were replaced or removed stay secret for ever. */
  const secrets = new Map<string, PersonId>();
  const names: string[] = [];
  const ballots: Ballots = { cast: new Map(), closing: new Set() };
  const faults: unknown[] = [];
  /** Sentences said by facilitators, by who was sent them: `person text`. */
  const read = new Set<string>();
  let held: (() => void)[] | undefined;
  let serial = 0;

  const check = (frame: Uint8Array, viewer: PersonId, role: Role) => {
    const bytes = Buffer.from(frame);
    searched.frames += 1;
    searched.bytes += bytes.length;
    for (const [text, author] of secrets) {
      if (author === viewer) continue;
      searched.searches += 1;
      assert(!bytes.includes(text), `${text} was sent to a ${role}`);
    }
    if (role !== 'facilitator')
      for (const [text] of bytes.toString('latin1').matchAll(/&\d+-\w+&/g))
        read.add(`${role} ${viewer} ${text}`);
    if (role === 'observer')
      for (const name of names) assert(!bytes.includes(name), `${name} was sent to an observer`);
    assert(
      !/"ballots?":\{|person:|direction:/u.test(bytes.toString('latin1')),
      'a ballot was sent',
    );
    if (bytes[0] === MESSAGE.session) checkRounds(frame, viewer, role, ballots);
  };
  const events = () =>
    log
      .appended(boardId, 'event')
      .map(({ bytes }) => JSON.parse(Buffer.from(bytes).toString()) as SessionEvent);
  /** What the log says was revealed is no secret any more: the texts as they were then. */
  const release = async () => {
    const drafts = new Map<ActionId, readonly string[]>();
    for (const event of events()) {
      if (event.type === 'draft-written')
        drafts.set(event.draft.id, [event.draft.title, event.draft.description]);
      if (event.type !== 'revealed') continue;
      for (const id of event.ids)
        for (const text of drafts.get(id) ?? []) if (secrets.delete(text)) searched.revealed += 1;
    }
  };

  return {
    names,
    hide: (author: PersonId): string => {
      const text = `#${++serial}-${boardId}#`;
      secrets.set(text, author);
      searched.hidden += 1;
      return text;
    },
    say: (): string => `&${++serial}-${boardId}&`,
    asked: (person: PersonId, request: ReturnType<typeof requestOf>) => {
      if (request.type === 'round-close') ballots.closing.add(request.id);
      if (request.type !== 'vote-cast') return;
      searched.votes += 1;
      const key = `${request.roundId} ${request.actionId}`;
      const dots = ballots.cast.get(`${key} ${person}`) ?? new Set();
      ballots.cast.set(`${key} ${person}`, dots.add(request.dots));
    },
    open: (guest: Guest, role: Role): SyncClient =>
      guest.open(undefined, (frame) => {
        const look = () => {
          try {
            check(frame, guest.joined.personId, role);
          } catch (fault) {
            faults.push(fault); // thrown where somebody waits, not in a socket
          }
        };
        if (held) held.push(look);
        else look();
      }),
    /** While ideas are being revealed frames wait until it is known which ones were. */
    during: async (isReveal: boolean, run: () => Promise<unknown>) => {
      held = isReveal ? [] : undefined;
      await run();
      if (isReveal) await release();
      const looks = held ?? [];
      held = undefined;
      for (const look of looks) look();
      if (faults.length > 0) throw faults[0];
    },
    finish: async () => {
      if (faults.length > 0) throw faults[0];
      const allowed = mayRead(await events());
      for (const one of read) {
        const [role, viewer, text = ''] = one.split(' ');
        const isTheirs = role === 'participant' && allowed.has(`${viewer} ${text}`);
        assert(isTheirs || allowed.has(text), `${one} was not for them`);
        searched.said += 1;
      }
      searched.closes += (await events()).filter(({ type }) => type === 'round-closed').length;
    },
  };
}

/** What was ever said to all, and who was ever in a group when something was said to it: `person text`. */
function mayRead(events: readonly SessionEvent[]): ReadonlySet<string> {
  const allowed = new Set<string>();
  let state = EMPTY_SESSION;
  for (const event of events) {
    state = evolve(state, event);
    for (const { to, text } of state.messages) {
      if (to === null) allowed.add(text);
      for (const [personId, groupId] of state.members)
        if (groupId === to) allowed.add(`${personId} ${text}`);
    }
  }
  return allowed;
}

const TOLD: readonly (keyof RoundView)[] = ['id', 'title', 'setup', 'openedAt', 'closedAt'];
const MORE: Readonly<Record<Role, readonly (keyof RoundView)[]>> = {
  facilitator: ['progress', 'room'],
  participant: ['progress', 'mine'],
  observer: ['progress'],
};

function checkRounds(frame: Uint8Array, viewer: PersonId, role: Role, ballots: Ballots): void {
  const decoder = decoding.createDecoder(frame);
  decoding.readVarUint(decoder);
  const { rounds, items } = decodeJson<SessionChange>(decoder);
  for (const round of rounds ?? items?.rounds ?? []) {
    const { id, setup, mine, closedAt } = round;
    if (closedAt !== null) {
      assert(ballots.closing.has(id), 'a round was closed that nobody closed');
      continue;
    }
    const allowed: readonly string[] = [...TOLD, ...MORE[role]];
    assert.deepEqual(
      Object.keys(round).filter((key) => !allowed.includes(key)),
      [],
    );
    // Where directions vote, a ballot is its people's together: theirs to see.
    if (setup.basis === 'direction') continue;
    for (const [actionId, dots] of Object.entries(mine?.dots ?? {}))
      assert(ballots.cast.get(`${id} ${actionId} ${viewer}`)?.has(dots), 'dots of somebody else');
  }
}
