/** Kept things done again: changes of the board as one step of undo, the others asked of the session. */
import type { Author } from '../../../shared/board/commands/actions.ts';
import type { BoardDoc } from '../../../shared/board/doc.ts';
import type { UndoHistory } from '../../../shared/board/undo.ts';
import { type May, mayPutBack, putBack } from '../../../shared/board/work/put-back.ts';
import { type Work, workKey } from '../../../shared/board/work/work.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { isOwn } from '../../../shared/session/own.ts';
import { allows } from '../../../shared/session/permissions.ts';
import type { Request } from '../../../shared/session/session.ts';
import type { BoardStores } from '../board-stores.ts';
import type { KeptActs, StaysKept } from './kept-acts.ts';
import { isWork } from './kept-list.ts';
import type { KeptThing, KeptWork } from './kept-work.ts';

export interface PutBackDeps {
  readonly stores: BoardStores;
  /** The document of the moment. */
  readonly held: () => {
    readonly doc: BoardDoc;
    readonly history: Pick<UndoHistory, 'asOneStep'>;
  };
  /** Asks the session; @returns whether it was granted */
  readonly ask: (request: Request) => Promise<boolean>;
}

const mayOf = ({ stores }: PutBackDeps): { readonly author: Author; readonly may: May } | null => {
  const session = stores.session.getState();
  const me = session?.people.find(({ id }) => id === session.me);
  if (!session || !me) return null;
  const { actions } = stores.board.getState();
  const may: May = (kind, actionId) => {
    const action = actions.get(actionId as ActionId);
    return allows(session.role, session.rules, kind, action !== undefined && isOwn(action, me));
  };
  return { author: { personId: me.id, directionId: me.directionId, actorId: me.actorId }, may };
};

/** What a thing asks of the session, when that is how it is put back; undefined for the board. */
function requestOf({ stores }: PutBackDeps, thing: KeptThing): Request | undefined {
  if (thing.kind === 'votes') {
    const { roundId, actionId, dots } = thing;
    return { type: 'vote-cast', roundId, actionId, dots };
  }
  const isHidden = stores.session.getState()?.rules.writing === 'hidden';
  if (thing.kind !== 'idea' || !isHidden) return undefined;
  const { id, priorityId, title, description } = thing;
  return { type: 'draft-write', id, priorityId, title, description };
}

/** What a thing is for the board; undefined when it can only be copied. */
function workFor(thing: KeptThing): Work | undefined {
  if (isWork(thing)) return thing;
  if (thing.kind === 'typed') return thing.as;
  if (thing.kind === 'votes') return undefined;
  const { id, priorityId, title, description } = thing;
  return { kind: 'created', path: ['actions', id], values: { priorityId, title, description } };
}

/** Whether the rules in force let this person put it back. */
export function isAllowed(deps: PutBackDeps, thing: KeptThing): boolean {
  const { session, connection } = deps.stores;
  if (connection.getState().state === 'closed') return false;
  const request = requestOf(deps, thing);
  if (request?.type === 'draft-write') return session.getState()?.role !== 'observer';
  if (request?.type === 'vote-cast')
    return (
      session.getState()?.rules.vote === 'open' &&
      session.getState()?.rounds.find(({ id }) => id === request.roundId)?.closedAt === null
    );
  const [work, person] = [workFor(thing), mayOf(deps)];
  return work !== undefined && person !== null && mayPutBack(deps.held().doc, work, person.may);
}

/** @returns by key, why something stayed */
export async function putItemsBack(
  deps: PutBackDeps,
  items: readonly KeptWork[],
  onChangedText: Parameters<KeptActs['putBack']>[1],
): Promise<ReadonlyMap<string, StaysKept>> {
  const stays = new Map<string, StaysKept>();
  const works = new Map<string, Work>();
  for (const { key, work } of items) {
    const request = requestOf(deps, work);
    const onBoard = request ? undefined : workFor(work);
    if (onBoard) works.set(key, onBoard);
    else if (!request) stays.set(key, { kind: 'only-copied' });
    else if (!(await deps.ask(request))) stays.set(key, { kind: 'refused' });
  }
  const person = mayOf(deps);
  const { doc, history } = deps.held();
  const asked = { works: [...works.values()], onChangedText };
  const problems = person && history.asOneStep(() => putBack(doc, { ...asked, ...person }));
  for (const [key, work] of works) {
    const problem = problems ? problems.get(workKey(work)) : ({ kind: 'forbidden' } as const);
    if (problem) stays.set(key, problem);
  }
  return stays;
}
