/** What is a request and what is none: every field has its limits. */
import { expect, test } from 'vitest';
import { STEP_LIMITS } from '../../../shared/session/agenda/step.ts';
import { FREE_RULES } from '../../../shared/session/rules.ts';
import { readRequest } from '../../../shared/session/session.ts';
import { maxTimerSeconds } from '../../../shared/session/timer/timer.ts';
import { DEFAULT_VOTE, VOTE_LIMITS } from '../../../shared/session/votes/votes.ts';
import { stepOf } from '../../support/session-people.ts';

const step = stepOf('one', FREE_RULES);
const open = { type: 'round-open', id: 'r', title: 'Vote', setup: DEFAULT_VOTE };
const cast = { type: 'vote-cast', roundId: 'r', actionId: 'a', dots: 1 };
const mostDots = VOTE_LIMITS.budget * VOTE_LIMITS.seats;
const idea = { type: 'draft-write', id: 'i', priorityId: 'p', title: '', description: '' };

test.each<[Record<string, unknown>]>([
  [{ type: 'steps-set', steps: Array(STEP_LIMITS.steps).fill(step) }],
  [{ type: 'step-add', step, after: null }],
  [{ type: 'step-add', step, after: 'two' }],
  [{ type: 'step-change', id: 'one', change: { minutes: 600 } }],
  [{ type: 'step-change', id: 'one', change: {} }],
  [{ type: 'step-start', id: null, from: 'one' }],
  [{ type: 'step-start', id: 'two', from: 'one', timed: true }],
  [{ type: 'timer-start', seconds: 1, effect: 'sound' }],
  [{ type: 'timer-start', seconds: maxTimerSeconds, effect: 'pause' }],
  [{ type: 'timer-add', seconds: -maxTimerSeconds }],
  [{ type: 'freeze', on: false }],
  [{ type: 'reveal', priorityId: null }],
  [{ ...open, setup: { ...DEFAULT_VOTE, budget: VOTE_LIMITS.budget, cap: VOTE_LIMITS.budget } }],
  [{ ...open, title: 'x'.repeat(500), setup: { ...DEFAULT_VOTE, priorityIds: ['p'] } }],
  [{ type: 'room-votes', roundId: 'r', actionId: 'a', votes: VOTE_LIMITS.roomVotes }],
  [{ ...cast, dots: 0 }],
  [{ ...cast, dots: mostDots }],
  [{ type: 'focus', target: { kind: 'view', view: 'matrix' } }],
  [{ type: 'focus', target: { kind: 'action', id: 'a' } }],
  [{ type: 'focus', target: null }],
  [{ type: 'hands-lower', personId: null }],
  [{ type: 'seats-set', personId: 'ben', seats: VOTE_LIMITS.seats }],
  [{ type: 'undo', act: 1 }],
  [idea],
  [{ type: 'summon' }],
])('[SR3] %j is a request, and is read as it was sent', (request) => {
  expect(readRequest(request)).toEqual(request);
});

test.each<[unknown]>([
  [null],
  ['summon'],
  [[]],
  [{}],
  [{ type: 'toString' }],
  [{ type: 'nothing-known' }],
  [{ type: 'summon', more: 1 }],
  [{ type: 'steps-set', steps: Array(STEP_LIMITS.steps + 1).fill(step) }],
  [{ type: 'step-add', step: { ...step, minutes: 601 }, after: null }],
  [{ type: 'step-add', step: { ...step, minutes: 0.5 }, after: null }],
  [{ type: 'step-add', step: { ...step, title: 'x'.repeat(501) }, after: null }],
  [{ type: 'step-add', step: { ...step, kind: 'lunch' }, after: null }],
  [{ type: 'step-add', step, after: '__proto__' }],
  [{ type: 'step-change', id: 'one', change: { id: 'two' } }],
  [{ type: 'step-start', id: 'one' }],
  [{ type: 'timer-start', seconds: 0, effect: 'sound' }],
  [{ type: 'timer-start', seconds: maxTimerSeconds + 1, effect: 'sound' }],
  [{ type: 'timer-start', seconds: 1, effect: 'fireworks' }],
  [{ type: 'timer-add', seconds: -maxTimerSeconds - 1 }],
  [{ type: 'freeze', on: 'yes' }],
  [{ ...open, title: 'x'.repeat(501) }],
  [{ ...open, setup: { ...DEFAULT_VOTE, cap: DEFAULT_VOTE.budget + 1 } }],
  [{ ...open, setup: { ...DEFAULT_VOTE, budget: 0, cap: 0 } }],
  [{ ...open, setup: { ...DEFAULT_VOTE, budget: VOTE_LIMITS.budget + 1 } }],
  [{ ...open, setup: { ...DEFAULT_VOTE, priorityIds: [] } }],
  [{ type: 'room-votes', roundId: 'r', actionId: 'a', votes: VOTE_LIMITS.roomVotes + 1 }],
  [{ ...cast, dots: -1 }],
  [{ ...cast, dots: mostDots + 1 }],
  [{ type: 'focus', target: { kind: 'view', view: 'kitchen' } }],
  [{ type: 'focus', target: { kind: 'person', id: 'ben' } }],
  [{ type: 'seats-set', personId: 'ben', seats: 0 }],
  [{ type: 'seats-set', personId: 'ben', seats: VOTE_LIMITS.seats + 1 }],
  [{ type: 'undo', act: 0 }],
  [{ ...idea, title: 'x'.repeat(100_001) }],
  [{ ...idea, id: 'with space' }],
])('[SR3] %j is no request', (value) => {
  expect(readRequest(value)).toBeUndefined();
});

test.each([
  ['add', ['anyone', 'nobody']],
  ['edit', ['all', 'own', 'none']],
  ['move', ['anyone', 'nobody']],
  ['comment', ['anyone', 'nobody']],
  ['vote', ['open', 'closed']],
  ['writing', ['open', 'hidden']],
])('[SR3] the rule « %s » of a step is one of its words, and no other', (rule, words) => {
  const read = (word: unknown) =>
    readRequest({
      type: 'step-change',
      id: 'one',
      change: { rules: { ...FREE_RULES, [rule]: word } },
    });
  const others = ['', 'x', null, true];
  expect([...words, ...others].filter((word) => read(word) !== undefined)).toEqual(words);
  expect(
    readRequest({ type: 'step-change', id: 'one', change: { rules: { [rule]: words[0] } } }),
  ).toBe(undefined);
});
