/** What a step needs next, and what is possible in it: every kind of step in every state. */
import { describe, expect, test } from 'vitest';
import type { ActionId } from '../../../shared/ids.ts';
import { STEP_KINDS, type StepKind } from '../../../shared/session/agenda/step.ts';
import {
  hasAnEnd,
  type Moment,
  momentOf,
  takesHands,
} from '../../../shared/session/lead/moment.ts';
import { leftOpen, type Next, nextAct } from '../../../shared/session/lead/next.ts';
import { FREE_RULES, READ_ONLY, VISIBILITIES } from '../../../shared/session/rules.ts';
import type { Request } from '../../../shared/session/session.ts';
import type { RoundId } from '../../../shared/session/votes/votes.ts';
import {
  openRound,
  type SmallSession,
  smallSession,
  start,
  stepOf,
} from '../../support/session-people.ts';
import { water } from '../../support/small-workshop.ts';

const RULES = { ideas: VISIBILITIES.masquée, vote: VISIBILITIES['votes masqués'] } as const;
const rulesOf = (kind: StepKind) =>
  kind === 'ideas' || kind === 'vote' ? RULES[kind] : VISIBILITIES.ouverte;

const draft: Request = {
  type: 'draft-write',
  id: 'by-ben' as ActionId,
  priorityId: water,
  title: 'Une idée',
  description: '',
};
const close: Request = { type: 'round-close', id: 'one' as RoundId };
const lead = (session: SmallSession, ...asked: readonly Request[]) => {
  for (const request of asked) expect(session.ask('ana', request)).toBe('granted');
};

type State = (session: SmallSession, kind: StepKind) => void;
const STATES = {
  begun: () => undefined,
  timed: (session) => lead(session, { type: 'timer-start', seconds: 600, effect: 'nothing' }),
  late: (session) => session.pass(11 * 60_000),
  written: (session, kind) => {
    STATES.timed(session);
    expect(session.ask('ben', draft)).toBe(kind === 'ideas' ? 'granted' : 'step');
  },
  revealed: (session, kind) => {
    STATES.written(session, kind);
    session.ask('ana', { type: 'reveal', priorityId: null });
  },
  voting: (session) => lead(session, openRound('one')),
  voted: (session) => {
    session.pass(1);
    lead(session, openRound('one'), close);
  },
  paused: (session) => lead(session, { type: 'freeze', on: true }),
} satisfies Readonly<Record<string, State>>;
type StateName = keyof typeof STATES;

const at = (kind: StepKind, state: StateName, isLast = false): SmallSession => {
  const session = smallSession([
    stepOf('here', rulesOf(kind), { kind }),
    ...(isLast ? [] : [stepOf('after', READ_ONLY, { kind: 'report' })]),
  ]);
  session.pass(1);
  lead(session, start('here'));
  (STATES[state] as State)(session, kind);
  return session;
};
const nextOf = (session: SmallSession): Next['act'] =>
  nextAct(session.view('ana'), session.now()).act;
const momentIn = (session: SmallSession): Moment => momentOf(session.view('ben'));

/** Kinds that say nothing of their own: what holds for all steps. */
const PLAIN = {
  begun: 'start-time',
  timed: 'go',
  late: 'go',
  written: 'go',
  revealed: 'go',
  voting: 'close-vote',
  voted: 'start-time',
  paused: 'unfreeze',
} as const;
const NEXT: Readonly<Record<StepKind, Readonly<Record<StateName, Next['act']>>>> = {
  welcome: PLAIN,
  priorities: PLAIN,
  ideas: {
    begun: 'start-time',
    timed: 'wait',
    late: 'go',
    written: 'reveal',
    revealed: 'go',
    voting: 'close-vote',
    voted: 'start-time',
    paused: 'unfreeze',
  },
  sharing: PLAIN,
  break: PLAIN,
  vote: {
    begun: 'open-vote',
    timed: 'open-vote',
    late: 'open-vote',
    written: 'open-vote',
    revealed: 'open-vote',
    voting: 'close-vote',
    voted: 'start-time',
    paused: 'unfreeze',
  },
  sheets: PLAIN,
  report: PLAIN,
  closing: PLAIN,
  free: PLAIN,
};

describe.each(STEP_KINDS)('a step of %s', (kind) => {
  test.each(Object.entries(NEXT[kind]) as [StateName, Next['act']][])(
    '[LE1] %s, needs: %s',
    (state, act) => {
      expect(nextOf(at(kind, state))).toBe(act);
    },
  );

  test('[LE1] that is the last ends the workshop where another would go on, then gives the files', () => {
    expect(nextOf(at(kind, kind === 'vote' ? 'voting' : 'late', true))).toBe(
      kind === 'vote' ? 'close-vote' : 'end',
    );
    expect(nextOf(at(kind, 'paused', true))).toBe('export');
  });
});

describe('before the first step', () => {
  const entered = { ...smallSession().view('ana') };
  const steps = [stepOf('here', READ_ONLY, { kind: 'welcome' })];
  const nobody = entered.people.map((person) => ({ ...person, clients: [] }));

  test.each([
    ['no déroulé', { steps: [] }, 'prepare'],
    ['people here', { steps }, 'begin'],
    ['nobody here, no code', { steps, people: nobody }, 'open-entry'],
    ['nobody here, a code', { steps, people: nobody, entryCode: '482913' }, 'begin'],
    ['a pause', { steps, frozen: 'facilitator' as const }, 'unfreeze'],
    ['a pause and no déroulé', { steps: [], frozen: 'facilitator' as const }, 'unfreeze'],
  ])('[LE1] with %s', (_name, change, act) => {
    expect(nextAct({ ...entered, ...change }, 0).act).toBe(act);
  });

  test('[LE1] a welcome that nobody can come in to opens the entry first', () => {
    const session = at('welcome', 'timed');
    expect(nextAct({ ...session.view('ana'), people: nobody }, session.now()).act).toBe(
      'open-entry',
    );
  });

  test('[LE1] ideas that nobody wrote are waited for until their time is over', () => {
    const session = at('ideas', 'timed');
    const timer = { seconds: 600, effect: 'nothing', state: 'ended', endedAt: 0 } as const;
    expect(nextAct({ ...session.view('ana'), timer }, session.now()).act).toBe('go');
  });

  test('[LE1] a step without minutes starts no time, and leads on', () => {
    const session = smallSession([
      stepOf('here', FREE_RULES, { minutes: 0 }),
      stepOf('after', READ_ONLY),
    ]);
    lead(session, start('here'));
    expect(nextAct(session.view('ana'), session.now())).toMatchObject({
      act: 'go',
      step: { id: 'after' },
    });
  });
});

describe('the sheets', () => {
  const undealt = (session: SmallSession, isUndealt: boolean) =>
    nextAct({ ...session.view('ana'), isUndealt }, session.now()).act;
  const withSheets = (kind: StepKind, state: StateName, ...ahead: readonly StepKind[]) => {
    const session = smallSession([
      stepOf('here', rulesOf(kind), { kind }),
      ...ahead.map((next, at) => stepOf(`s${at}`, FREE_RULES, { kind: next })),
    ]);
    session.pass(1);
    lead(session, start('here'));
    (STATES[state] as State)(session, kind);
    return session;
  };

  test.each<[StepKind, StateName, readonly StepKind[], Next['act']]>([
    ['vote', 'voted', ['break', 'sheets'], 'deal'],
    ['vote', 'voted', ['report'], 'start-time'],
    ['vote', 'voting', ['sheets'], 'close-vote'],
    ['vote', 'begun', ['sheets'], 'open-vote'],
    ['vote', 'paused', ['sheets'], 'unfreeze'],
    ['sheets', 'begun', ['report'], 'deal'],
    ['sheets', 'timed', ['report'], 'deal'],
    ['sharing', 'timed', ['sheets'], 'go'],
  ])('[LE1] in a step of %s, %s, before %j, are dealt or not: %s', (kind, state, ahead, act) => {
    expect(undealt(withSheets(kind, state, ...ahead), true)).toBe(act);
  });

  test('[LE1] that were given to somebody are dealt no more', () => {
    expect(undealt(withSheets('vote', 'voted', 'sheets'), false)).toBe('start-time');
    expect(undealt(withSheets('sheets', 'timed', 'report'), false)).toBe('go');
  });
});

test('[LE2] what the next step would leave hidden or open is said, and leading on waits for it', () => {
  const written = at('ideas', 'written');
  expect(leftOpen(written.view('ana'))).toEqual({ ideas: 1, round: null });
  lead(written, start('after', 'here'));
  expect(nextAct(written.view('ana'), written.now())).toEqual({ act: 'reveal', ideas: 1 });
  const voting = at('vote', 'voting');
  expect(leftOpen(voting.view('ana'))).toEqual({ ideas: 0, round: 'one' });
  expect(leftOpen(at('vote', 'voted').view('ana'))).toEqual({ ideas: 0, round: null });
});

test.each<[StepKind, StateName, Moment]>([
  ['free', 'begun', 'plain'],
  ['ideas', 'begun', 'hidden'],
  ['ideas', 'written', 'hidden'],
  ['ideas', 'revealed', 'revealed'],
  ['vote', 'begun', 'vote-ahead'],
  ['vote', 'voting', 'voting'],
  ['vote', 'voted', 'voted'],
  ['sharing', 'voting', 'plain'],
  ['free', 'paused', 'paused'],
  ['vote', 'paused', 'paused'],
])('[LE3] a step of %s, %s: what is possible is « %s »', (kind, state, moment) => {
  expect(momentIn(at(kind, state))).toBe(moment);
});

test('[LE3] a pause in the last step is the end', () => {
  expect(momentIn(at('closing', 'paused', true))).toBe('ended');
});

test('[LE3] what happened in the step before says nothing of this one', () => {
  const session = smallSession([
    stepOf('one', RULES.ideas, { kind: 'ideas' }),
    stepOf('two', RULES.ideas, { kind: 'ideas' }),
  ]);
  lead(session, start('one'));
  STATES.revealed(session, 'ideas');
  expect(momentIn(session)).toBe('revealed');
  session.pass(1);
  lead(session, start('two', 'one'));
  expect(momentIn(session)).toBe('hidden');
});

test.each([
  ['writing', { add: 'anyone' }, true],
  ['completing', { edit: 'all' }, true],
  ['completing one’s own', { edit: 'own' }, true],
  ['moving', { move: 'anyone' }, true],
  ['voting', { vote: 'open' }, true],
  ['commenting', { comment: 'anyone' }, false],
  ['reading', {}, false],
] as const)('[LE4] one can be done with %s: %o is %s', (_what, change, expected) => {
  expect(hasAnEnd({ ...READ_ONLY, ...change })).toBe(expected);
});

test('[LE4] hands are raised in every step but a break', () => {
  const without = STEP_KINDS.filter((kind) => !takesHands({ kind }));
  expect(without).toEqual(['break']);
  expect(takesHands(undefined)).toBe(true);
});
