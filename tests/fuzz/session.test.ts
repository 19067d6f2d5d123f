import assert from 'node:assert/strict';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldSession, sessionFrom } from '../../server/work/session.ts';
import { addIdeas } from '../../shared/board/commands/reveal.ts';
import { readBoard } from '../../shared/board/snapshot.ts';
import type { ActionId } from '../../shared/ids.ts';
import { evolve, replay } from '../../shared/session/evolve.ts';
import { seatsOf } from '../../shared/session/seats.ts';
import {
  type EventOf,
  mayAsk,
  type Request,
  type SessionEvent,
} from '../../shared/session/session.ts';
import { EMPTY_SESSION, type SessionState } from '../../shared/session/state.ts';
import { decideAlarm } from '../../shared/session/timer/alarm.ts';
import { type Timer, timeLeft } from '../../shared/session/timer/timer.ts';
import type { RoundView } from '../../shared/session/votes/view.ts';
import { allowance, type Round, spent } from '../../shared/session/votes/votes.ts';
import { PEOPLE, type SmallSession, smallSession, type Who } from '../support/session-people.ts';
import { type Ask, type Known, requestOf, STEPS, scripts } from './session-script.ts';

const SEED = 20_261_123;
const RUNS = 25;
/** Less often than that, a walk proves little. */
const LEAST = 10;
const LENGTH = 120;
const WHO = Object.keys(PEOPLE) as Who[];

/** How often the random walks came to what they are to prove. */
const seen = {
  granted: 0,
  refused: 0,
  reveals: 0,
  closes: 0,
  undone: 0,
  hidden: 0,
  votes: 0,
  alarms: 0,
  aside: 0,
  said: 0,
};

/** Kept beside the session by other means: what people were granted, one by one. */
interface Books {
  /** Idea → who had it and its texts. */
  readonly ideas: Map<ActionId, { readonly who: Who; readonly texts: readonly string[] }>;
  readonly revealed: Set<ActionId>;
  /** Round → ballot → action → dots. */
  readonly dots: Map<string, Map<string, Map<ActionId, number>>>;
  /** What the last act stood on. */
  beforeAct: SessionState | undefined;
}

test('[SE15] whatever is asked in whatever order: budgets, secrets, one undo, and a log that tells it all', () => {
  fc.assert(
    fc.property(scripts(LENGTH), (script) => {
      const session = smallSession(STEPS);
      const books: Books = {
        ideas: new Map(),
        revealed: new Set(),
        dots: new Map(),
        beforeAct: undefined,
      };
      let serial = 0;
      for (const ask of script) {
        session.pass((ask.a % 5) * 1_000);
        ring(session);
        play(session, books, ask, () => `#${++serial}#`);
        checkBudgets(session.stage.state());
        checkBooks(session.stage.state(), books);
        checkViews(session, books);
      }
      checkReplay(session);
    }),
    { seed: SEED, numRuns: RUNS },
  );
  expect(Object.entries(seen).filter(([, count]) => count < LEAST)).toEqual([]);
});

function play(session: SmallSession, books: Books, ask: Ask, secret: () => string): void {
  const who = askerOf(ask);
  const before = session.stage.state();
  const count = session.stage.events().length;
  const request = requestOf(ask, knownOf(session, secret));
  const outcome = session.ask(who, request);
  if (outcome !== 'granted') {
    seen.refused += outcome === 'already' ? 0 : 1;
    assert(session.stage.state() === before);
    return;
  }
  seen.granted += 1;
  note(books, who, request);
  for (const event of session.stage.events().slice(count)) happen(session, books, event, before);
}

/** Mostly somebody who may ask it; now and then anybody. */
function askerOf({ who, type, b }: Ask): Who {
  const able = WHO.filter((one) => b % 8 === 0 || mayAsk(PEOPLE[one].role, type));
  return able[who % able.length] ?? 'ana';
}

/** What is granted is written in the books by the request alone. */
function note(books: Books, who: Who, request: Request): void {
  if (request.type === 'draft-write')
    books.ideas.set(request.id, {
      who,
      texts: [request.title, request.description].filter(Boolean),
    });
  if (request.type === 'draft-remove') books.ideas.delete(request.id);
  if (request.type === 'round-open') books.dots.set(request.id, new Map());
}

function happen(
  session: SmallSession,
  books: Books,
  event: SessionEvent,
  before: SessionState,
): void {
  if (event.type === 'revealed') revealed(session, books, event, before);
  if (event.type === 'vote-cast') {
    seen.votes += 1;
    const round = books.dots.get(event.roundId) ?? new Map();
    const ballot = round.get(event.ballot) ?? new Map();
    books.dots.set(event.roundId, round.set(event.ballot, ballot.set(event.actionId, event.dots)));
  }
  if (event.type === 'round-closed') {
    seen.closes += 1;
    const all = [...(books.dots.get(event.id)?.values() ?? [])].flatMap((ballot) => [...ballot]);
    const sums = new Map<ActionId, number>();
    for (const [id, dots] of all) if (dots > 0) sums.set(id, (sums.get(id) ?? 0) + dots);
    expect(new Map(event.result.actions.map(({ actionId, dots }) => [actionId, dots]))).toEqual(
      sums,
    );
  }
  if (event.type === 'undone') {
    seen.undone += 1;
    const now = session.stage.state();
    const undone = before.undoable?.type ?? '';
    assert(books.beforeAct);
    const back = books.beforeAct ?? EMPTY_SESSION;
    if (undone === 'step-started')
      expect([now.current, now.visits]).toEqual([back.current, back.visits]);
    else if (undone === 'focused') expect(now.focus).toEqual(back.focus);
    else if (undone === 'members-dealt' || undone === 'group-removed')
      expect([now.groups, now.members]).toEqual([back.groups, back.members]);
    else {
      // A timer that ran all along has its end; one that stood still, what was left at the act.
      const runs = before.timer?.state === 'running';
      const at = runs ? event.at : (before.undoable?.at ?? 0);
      const leftOf = (timer: Timer | null, from: number) => timer && timeLeft(timer, from);
      expect([leftOf(now.timer, event.at), now.timer?.state, now.frozen]).toEqual([
        leftOf(back.timer, at),
        back.timer?.state,
        back.frozen,
      ]);
    }
    assert(now.undoable === null);
  }
  if ('by' in event) books.beforeAct = before;
}

function revealed(
  { doc }: SmallSession,
  { ideas, revealed: shown }: Books,
  { ids, anonymous }: EventOf<'revealed'>,
  { ideas: hidden }: SessionState,
): void {
  seen.reveals += 1;
  const size = readBoard(doc).actions.size;
  addIdeas(
    doc,
    ids.flatMap((id) => {
      const idea = hidden.get(id);
      const author = idea && { personId: idea.personId, directionId: null, actorId: null };
      return idea
        ? [{ ...idea, author: anonymous || idea.anonymous ? null : (author ?? null) }]
        : [];
    }),
  );
  assert.equal(readBoard(doc).actions.size, size + ids.length);
  for (const id of ids) {
    shown.add(id);
    ideas.delete(id);
  }
}

function ring(session: SmallSession): void {
  for (const event of decideAlarm(session.stage.state(), session.now())) {
    seen.alarms += 1;
    session.stage.record(event);
  }
}

function checkBudgets(state: SessionState): void {
  for (const { setup, ballots } of state.rounds)
    for (const [key, { dots }] of ballots) {
      const person = WHO.find((who) => key === `person:${who}`);
      const most = allowance(setup, person ? seatsOf(state, PEOPLE[person].id) : 1);
      assert(spent(dots) <= most.budget);
      for (const number of dots.values()) assert(number <= most.cap);
    }
}

function checkBooks({ ideas, aside, revealed: shown, rounds }: SessionState, books: Books): void {
  const laid = [...aside.values()].flatMap((of) => of.ideas.map(({ id }) => id));
  seen.aside += laid.length;
  assert.equal(new Set([...ideas.keys(), ...laid]).size, ideas.size + laid.length);
  assert.deepEqual(new Set([...ideas.keys(), ...laid]), new Set(books.ideas.keys()));
  assert.deepEqual(shown, books.revealed);
  assert(rounds.every(({ closedAt, ballots }) => closedAt === null || ballots.size === 0));
}

/** Nobody's view has what is hidden from them, however it is named. */
function checkViews(session: SmallSession, books: Books): void {
  const { rounds, messages, members } = session.stage.state();
  const open = rounds.filter(({ closedAt }) => closedAt === null);
  for (const viewer of WHO) {
    const view = session.view(viewer);
    const bytes = JSON.stringify(view);
    for (const [id, { who, texts }] of books.ideas) {
      seen.hidden += who === viewer ? 0 : 1;
      const isShown = who === viewer && session.stage.state().ideas.has(id);
      for (const text of texts) assert.equal(bytes.includes(text), isShown);
    }
    for (const round of open)
      checkOpenRound(
        view.rounds.find(({ id }) => id === round.id),
        round,
        viewer,
      );
    for (const { to, text } of messages) {
      const leads = PEOPLE[viewer].role === 'facilitator';
      const isTheirs =
        PEOPLE[viewer].role === 'participant' && members.get(PEOPLE[viewer].id) === to;
      seen.said += isTheirs ? 1 : 0;
      assert.equal(bytes.includes(text), to === null || leads || isTheirs);
    }
    if (viewer === 'mur') assert(!bytes.includes('Nom de'));
    if (PEOPLE[viewer].role !== 'facilitator') assert(view.undoable === undefined);
  }
}

function checkOpenRound(told: RoundView | undefined, { setup, ballots }: Round, viewer: Who): void {
  const { id, role, directionId } = PEOPLE[viewer];
  const own =
    setup.basis === 'direction' && directionId ? `direction:${directionId}` : `person:${id}`;
  const dots = Object.fromEntries(ballots.get(own)?.dots ?? []);
  assert(told?.result === undefined);
  assert.deepEqual(told?.mine?.dots, role === 'participant' ? dots : undefined);
  assert.equal(told?.room === undefined, role !== 'facilitator');
}

/** The log is JSON: read again it gives the same session, to the last dot. */
function checkReplay({ stage }: SmallSession): void {
  const events = stage.events().map((event) => JSON.parse(JSON.stringify(event)) as SessionEvent);
  expect(events.reduce(evolve, EMPTY_SESSION)).toEqual(stage.state());
  expect(replay(events)).toEqual(stage.state());
  expect([...replay(events).ideas.keys()]).toEqual([...stage.state().ideas.keys()]);
  // Folded anywhere, and then anywhere later, it goes on as the same.
  const bytes = events.map((event) => ({ bytes: new TextEncoder().encode(JSON.stringify(event)) }));
  const [third, half] = [3, 2].map((part) => Math.floor(events.length / part));
  const first = foldSession({ snapshot: undefined, tail: bytes.slice(0, third) });
  assert(first.ok);
  const second = foldSession({ snapshot: first.value, tail: bytes.slice(third, half) });
  assert(second.ok);
  const rest = sessionFrom({ snapshot: second.value, tail: bytes.slice(half) });
  expect(rest).toEqual({ ok: true, value: stage.state() });
}

function knownOf({ stage, doc }: SmallSession, secret: () => string): Known {
  const { steps, current, rounds, acts, groups } = stage.state();
  const board = readBoard(doc);
  return {
    current,
    acts,
    secret,
    steps: steps.map(({ id }) => id),
    rounds: rounds.map(({ id }) => id),
    actions: [...board.numbers.keys()].slice(0, 5),
    priorities: board.priorities.map(({ id }) => id),
    people: WHO.map((who) => PEOPLE[who].id),
    groups: groups.map(({ id }) => id),
    said: secret,
  };
}
