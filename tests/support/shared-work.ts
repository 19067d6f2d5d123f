/**
 * What two people do in one workshop, over whatever carries their frames: they write in one card,
 * move it, vote, hide an idea and reveal it. Each act waits for what it brings on both sides.
 */
import { moveAction } from '../../shared/board/commands/actions.ts';
import { addEntity, type BoardDoc } from '../../shared/board/doc.ts';
import { readBoard } from '../../shared/board/snapshot.ts';
import { openText } from '../../shared/board/text-handle.ts';
import { newId } from '../../shared/ids.ts';
import type { RequestRefusal } from '../../shared/session/refusals.ts';
import { VISIBILITIES } from '../../shared/session/rules.ts';
import type { Request } from '../../shared/session/session.ts';
import type { SessionView } from '../../shared/session/view.ts';
import type { RoundId } from '../../shared/session/votes/votes.ts';
import { openRound, start, stepOf } from './session-people.ts';
import { a, jobs, water } from './small-workshop.ts';
import type { SyncClient } from './sync-client.ts';

/** Somebody with a page open, as far as the work goes. */
export interface Colleague {
  readonly doc: () => BoardDoc;
  readonly session: () => SessionView | undefined;
  /** Resolves with why it was refused, or with nothing. */
  readonly ask: (request: Request) => Promise<RequestRefusal | undefined>;
  /** Resolves once the fact holds; looked at again whenever something has changed. */
  readonly until: (fact: () => boolean) => Promise<void>;
  /** Whether all that this page wrote is acknowledged. */
  readonly isSaved: () => boolean;
}

export const colleague = (client: SyncClient): Colleague => ({
  doc: () => client.doc,
  session: () => client.sessions.at(-1),
  ask: client.ask,
  until: client.until,
  isSaved: () => client.provider.synced && client.saved.at(-1)?.updates === client.sent(),
});

/** Puts two priorities and one card on the board. @param ana leads */
export async function layBoard(ana: Colleague): Promise<void> {
  const authorId = ana.session()?.me;
  const doc = ana.doc();
  doc.transact(() => {
    addEntity(doc, 'priorities', water, { title: 'Eau', rank: 'a0' });
    addEntity(doc, 'priorities', jobs, { title: 'Emploi', rank: 'a1' });
    const place = { priorityId: water, rank: 'a0' };
    addEntity(doc, 'actions', a, { title: 'fuites', authorId, ...place });
  });
  await ana.until(ana.isSaved);
}

/**
 * All of it, once. Rejects when anything is refused.
 * @param ana leads a board laid by {@link layBoard}
 */
export async function workTogether(ana: Colleague, ben: Colleague): Promise<void> {
  const both = (fact: (one: Colleague) => boolean) =>
    Promise.all([ana, ben].map((one) => one.until(() => fact(one))));
  await both((one) => titleIn(one) === 'fuites');
  const [round, idea] = [newId<'round'>(), newId<'action'>()];

  write(ana, (text) => text.replace({ index: 0, removed: 0, inserted: 'Réparer les ' }));
  write(ben, (text) =>
    text.replace({ index: text.get().length, removed: 0, inserted: ' des bâtiments' }),
  );
  await both((one) => titleIn(one) === 'Réparer les fuites des bâtiments');
  moveAction(ben.doc(), a, { priorityId: jobs, before: null });
  await both((one) => actionIn(one)?.priorityId === jobs);

  await granted(ana, openRound(round));
  await ben.until(() => ben.session()?.rounds.some(({ id }) => id === round) ?? false);
  await granted(ben, { type: 'vote-cast', roundId: round as RoundId, actionId: a, dots: 2 });
  await granted(ana, { type: 'round-close', id: round as RoundId });
  await both((one) => dotsIn(one, round) === 2);

  const ideas = stepOf('ideas', VISIBILITIES.masquée);
  await granted(ana, { type: 'steps-set', steps: [ideas] });
  await granted(ana, start('ideas'));
  const words = { title: 'Récupérer la pluie', description: '' };
  await granted(ben, { type: 'draft-write', id: idea, priorityId: water, ...words });
  await granted(ana, { type: 'reveal', priorityId: null });
  await both((one) => readBoard(one.doc()).actions.get(idea)?.title === words.title);
  await granted(ana, start(null, 'ideas'));
  await both((one) => one.isSaved());
}

async function granted(who: Colleague, request: Request): Promise<void> {
  const refusal = await who.ask(request);
  if (refusal) throw new Error(`${request.type}: ${refusal}`);
}
function write(who: Colleague, change: (text: NonNullable<ReturnType<typeof openText>>) => void) {
  const text = openText(who.doc(), a, 'title');
  if (text) change(text);
}
const actionIn = (one: Colleague) => readBoard(one.doc()).actions.get(a);
const dotsIn = (one: Colleague, round: string) => {
  const result = one.session()?.rounds.find(({ id }) => id === round)?.result;
  return result?.actions.find(({ actionId }) => actionId === a)?.dots;
};
const titleIn = (one: Colleague) => actionIn(one)?.title;
