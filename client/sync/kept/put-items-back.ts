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
import type { HowBack, StaysKept } from './kept-acts.ts';
import { lastOfEachPlace } from './kept-list.ts';
import type { KeptThing, KeptWork } from './kept-work.ts';
import { inTurn, portionsOf, whenSaved } from './portions.ts';
import { workFor } from './work-for.ts';

export interface PutBackDeps {
  readonly stores: BoardStores;
  /** The document of the moment. */
  readonly held: () => {
    readonly doc: BoardDoc;
    readonly history: Pick<UndoHistory, 'inParts'>;
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

/**
 * As one step of undo, also when it is more than a server takes at a time: then each portion waits
 * until the one before is safe. When the line is cut in between, the rest stays kept; when somebody
 * does something else in between, that is a step of its own.
 * @param onDone what of it is done, and how many of all are seen to
 * @returns by key, why something stayed
 */
export async function putItemsBack(
  deps: PutBackDeps,
  items: readonly KeptWork[],
  onChangedText: OnChangedText,
  onDone: (done: readonly KeptWork[], seen: number) => Promise<void>,
): Promise<ReadonlyMap<string, StaysKept>> {
  const stays = new Map<string, StaysKept>();
  const step = deps.held().history.inParts();
  // Both of one place in one act: the second would write over the first, and neither would be kept.
  const last = lastOfEachPlace(items);
  const now = new Set(last);
  for (const item of items) if (!now.has(item)) stays.set(item.key, { kind: 'another' });
  let seen = 0;
  for (const portion of portionsOf(last)) {
    if (seen > 0 && !(await whenSaved(deps.stores))) break;
    const stayed = await putPortionBack(deps, portion, onChangedText, step);
    for (const [key, why] of stayed) stays.set(key, why);
    seen += portion.length;
    await onDone(
      portion.filter(({ key }) => !stayed.has(key)),
      seen,
    );
  }
  for (const { key } of inTurn(last).slice(seen)) stays.set(key, { kind: 'interrupted' });
  return stays;
}

type OnChangedText = HowBack['onChangedText'];

async function putPortionBack(
  deps: PutBackDeps,
  items: readonly KeptWork[],
  onChangedText: OnChangedText,
  asStep: UndoHistory['asOneStep'],
): Promise<ReadonlyMap<string, StaysKept>> {
  const stays = new Map<string, StaysKept>();
  const works = new Map<string, Work>();
  for (const { key, work } of items) {
    const request = requestOf(deps, work);
    const onBoard = request ? undefined : workFor(work);
    if (onBoard && isTooLarge(onBoard)) stays.set(key, { kind: 'too-large' });
    else if (onBoard) works.set(key, onBoard);
    else if (!request) stays.set(key, { kind: 'only-copied' });
    else if (!(await deps.ask(request))) stays.set(key, { kind: 'refused' });
  }
  const person = mayOf(deps);
  const { doc } = deps.held();
  const asked = { works: [...works.values()], onChangedText };
  const problems = person && asStep(() => putBack(doc, { ...asked, ...person }));
  for (const [key, work] of works) {
    const problem = problems ? problems.get(workKey(work)) : ({ kind: 'forbidden' } as const);
    if (problem) stays.set(key, problem);
  }
  return stays;
}

/** A thing is never cut, and a server takes nothing above 256 kB by itself. */
const isTooLarge = (work: Work): boolean => {
  const text = JSON.stringify(work);
  return text.length > mostBytes / 3 && new TextEncoder().encode(text).length > mostBytes;
};
const mostBytes = 240 * 1_024;
