/** Hidden ideas over a session that is decided for real, and a server whose answers tests let go. */
import { createIdeas, type Ideas } from '../../../client/state/ideas.ts';
import type { Idea, IdeaOwner } from '../../../client/state/kept-ideas.ts';
import type { RequestProblem } from '../../../client/sync/questions.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import { addIdeas } from '../../../shared/board/commands/reveal.ts';
import type { ActionId, BoardId, PersonId, PriorityId } from '../../../shared/ids.ts';
import { err, type Result } from '../../../shared/result.ts';
import type { StepId } from '../../../shared/session/agenda/step.ts';
import type { Present } from '../../../shared/session/present.ts';
import { FREE_RULES, VISIBILITIES } from '../../../shared/session/rules.ts';
import type { Request } from '../../../shared/session/session.ts';
import { type BoardHarness, createBoardHarness } from '../../support/board-harness.tsx';
import { unwrap } from '../../support/result.ts';
import { stepOf } from '../../support/session-people.ts';

export const owner: IdeaOwner = { boardId: 'atelier' as BoardId, personId: 'moi' as PersonId };
const lead: Present = {
  id: 'anim' as PersonId,
  role: 'facilitator',
  name: 'Claire',
  clients: [9],
  directionId: null,
  actorId: null,
};

interface IdeasStage extends BoardHarness {
  readonly water: PriorityId;
  readonly climate: PriorityId;
  readonly open: () => Ideas;
  /** What was asked of the server, in order, since the last look. */
  readonly asked: () => readonly Request[];
  /** While false every request finds no connection. */
  readonly setOnline: (online: boolean) => void;
  /** Answers wait until what this returns is called. */
  readonly holdAnswers: () => () => void;
  readonly startStep: (id: 'hidden' | 'open' | 'closed') => void;
  /** Everything becomes actions, as the server does it. */
  readonly reveal: () => void;
}

const STEPS = [
  stepOf('hidden', VISIBILITIES.masquée, { kind: 'ideas' }),
  stepOf('open', FREE_RULES, { kind: 'ideas' }),
  stepOf('closed', VISIBILITIES.lecture, { kind: 'ideas' }),
];

export function openIdeasStage(role: 'participant' | 'facilitator' | 'observer' = 'participant') {
  localStorage.clear();
  const harness = createBoardHarness(role);
  const { stores, run } = harness.client;
  const add = (title: string) => unwrap(run((doc) => addFrameEntity(doc, 'priorities', { title })));
  const [water, climate] = [add('Eau'), add('Climat')];
  const asked: Request[] = [];
  let held = Promise.resolve();
  const client: BoardHarness['client'] = {
    ...harness.client,
    request: async (request): Promise<Result<void, RequestProblem>> => {
      if (stores.connection.getState().state !== 'live') return err('offline');
      asked.push(request);
      const answer = await harness.client.request(request);
      await held;
      return answer;
    },
  };
  const setOnline = (online: boolean) =>
    stores.connection.setState(
      online
        ? { state: 'live', unsaved: false, savedAt: null }
        : { state: 'offline', kept: true, since: 0 },
      true,
    );
  setOnline(true);
  harness.ask({ type: 'steps-set', steps: STEPS }, lead);
  const startStep = (id: string) =>
    void harness.ask(
      { type: 'step-start', id: id as StepId, from: harness.session.state().current },
      lead,
    );
  startStep('hidden');
  return {
    ...harness,
    client,
    water,
    climate,
    setOnline,
    startStep,
    open: () => createIdeas(client, owner),
    asked: () => asked.splice(0),
    holdAnswers: () => {
      let letGo = () => {};
      held = new Promise((resolve) => {
        letGo = resolve;
      });
      return () => {
        letGo();
      };
    },
    reveal: () => {
      const drafts = [...harness.session.state().ideas.values()];
      const author = { personId: owner.personId, directionId: null, actorId: null };
      harness.neighbour((doc) => {
        addIdeas(
          doc,
          drafts.map((draft) => ({ ...draft, author })),
        );
        return { ok: true, value: undefined };
      });
      unwrap(harness.ask({ type: 'reveal', priorityId: null }, lead));
    },
  } satisfies IdeasStage;
}

export const idea = (priorityId: PriorityId, title: string, id = 'i1', description = ''): Idea => ({
  id: id as ActionId,
  priorityId,
  title,
  description,
});
