/** A small session with its people: Ana and Zoé lead, Ben and Cléo are of one direction, Dan of none, Mur watches. */
import type { BoardDoc } from '../../shared/board/doc.ts';
import { readBoard } from '../../shared/board/snapshot.ts';
import type { DirectionId, PersonId } from '../../shared/ids.ts';
import type { Step, StepId } from '../../shared/session/agenda/step.ts';
import type { Present } from '../../shared/session/present.ts';
import type { RequestRefusal } from '../../shared/session/refusals.ts';
import type { StepRules } from '../../shared/session/rules.ts';
import type { Request } from '../../shared/session/session.ts';
import type { SessionView } from '../../shared/session/view.ts';
import { DEFAULT_VOTE, type RoundId, type VoteSetup } from '../../shared/session/votes/votes.ts';
import { createSessionStage, type SessionStage } from './session-stage.ts';
import { smallWorkshop } from './small-workshop.ts';

const person = (id: string, role: Present['role'], directionId: string | null = null): Present => ({
  id: id as PersonId,
  role,
  name: `Nom de ${id}`,
  actorId: null,
  clients: [1],
  directionId: directionId as DirectionId | null,
});
export const PEOPLE = {
  ana: person('ana', 'facilitator'),
  zoe: person('zoe', 'facilitator'),
  ben: person('ben', 'participant', 'roads'),
  cleo: person('cleo', 'participant', 'roads'),
  dan: person('dan', 'participant'),
  mur: person('mur', 'observer'),
};
export type Who = keyof typeof PEOPLE;
export const EVERYBODY: readonly Present[] = Object.values(PEOPLE);

export type Outcome = 'granted' | 'already' | RequestRefusal;
export interface SmallSession {
  readonly stage: SessionStage;
  readonly doc: BoardDoc;
  /** What came of it: `already` when it was granted and nothing happened. */
  readonly ask: (who: Who, request: Request) => Outcome;
  readonly view: (who: Who) => SessionView;
  /** Lets time pass. */
  readonly pass: (ms: number) => void;
  readonly now: () => number;
}

export function smallSession(steps: readonly Step[] = []): SmallSession {
  const doc = smallWorkshop();
  const stage = createSessionStage(() => readBoard(doc));
  let now = 1_000_000;
  stage.setNow(now);
  const ask: SmallSession['ask'] = (who, request) => {
    const before = stage.events().length;
    const outcome = stage.ask(PEOPLE[who], request);
    if (!outcome.ok) return outcome.error;
    return stage.events().length > before ? 'granted' : 'already';
  };
  if (steps.length > 0) ask('ana', { type: 'steps-set', steps });
  return {
    stage,
    doc,
    ask,
    view: (who) => stage.viewFor(PEOPLE[who], EVERYBODY),
    pass: (ms) => {
      now += ms;
      stage.setNow(now);
    },
    now: () => now,
  };
}

export const stepOf = (id: string, rules: StepRules, change: Partial<Step> = {}): Step => ({
  id: id as StepId,
  kind: 'free',
  title: id,
  instruction: '',
  minutes: 10,
  rules,
  anonymous: false,
  vote: DEFAULT_VOTE,
  ...change,
});
export const start = (id: string | null, from: string | null = null): Request => ({
  type: 'step-start',
  id: id as StepId | null,
  from: from as StepId | null,
});
export const openRound = (id: string, setup: Partial<VoteSetup> = {}): Request => ({
  type: 'round-open',
  id: id as RoundId,
  title: id,
  setup: { ...DEFAULT_VOTE, ...setup },
});
