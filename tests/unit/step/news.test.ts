/** What is said of each act, to each of those who listen, as text. */
import { expect, test } from 'vitest';
import { markPassed, newsOf } from '../../../client/features/step/news.ts';
import type { ActionId, PriorityId } from '../../../shared/ids.ts';
import { FREE_RULES, VISIBILITIES } from '../../../shared/session/rules.ts';
import type { Request } from '../../../shared/session/session.ts';
import { pageFr } from '../../../shared/text/fr/page.ts';
import { saidFr } from '../../../shared/text/fr/said.ts';
import {
  openRound,
  type SmallSession,
  smallSession,
  start,
  stepOf,
  type Who,
} from '../../support/session-people.ts';

const words = { step: pageFr.step, said: saidFr };
const agenda = () =>
  smallSession([
    stepOf('tour', FREE_RULES, { title: 'Tour de table', instruction: 'Dites votre prénom' }),
    stepOf('idées', VISIBILITIES.masquée, { title: 'Idées', instruction: 'Une idée par carte.' }),
    stepOf('vote', VISIBILITIES['votes masqués'], { title: 'Priorisation' }),
  ]);

/** What somebody hears of what others did, in one go. */
function heard(session: SmallSession, who: Who, ...acts: readonly Request[]): readonly string[] {
  const before = session.view(who);
  for (const act of acts) session.ask('ana', act);
  return newsOf(before, session.view(who), words);
}

test('[HE1] a step that begins is told with its consigne and what one may do', () => {
  const session = agenda();
  expect(heard(session, 'ben', start('tour'))).toEqual([
    'Étape 1 · Tour de table. Dites votre prénom. Vous pouvez écrire, déplacer et regrouper les cartes, compléter toutes les fiches et commenter.',
  ]);
  expect(heard(session, 'ben', start('idées', 'tour'))).toEqual([
    'Étape 2 · Idées. Une idée par carte. Vous pouvez écrire ; personne ne voit vos idées avant la révélation.',
  ]);
  expect(heard(session, 'ana', start('vote', 'idées'))).toEqual([
    'Étape 3 · Priorisation. Vous animez : rien ne vous est fermé.',
  ]);
  expect(heard(session, 'mur', start('tour', 'vote'))).toEqual([
    'Étape 1 · Tour de table. Dites votre prénom. Vous suivez l’atelier. Tout se met à jour tout seul.',
  ]);
  expect(heard(session, 'ben', start(null, 'tour'))).toEqual([
    'Atelier libre. Écrivez vos actions, une par carte, avec un verbe à l’infinitif. Vous pouvez écrire, déplacer et regrouper les cartes, compléter toutes les fiches et commenter.',
  ]);
});

test('[HE2] a pause and its end are told, each once', () => {
  const session = agenda();
  session.ask('ana', start('tour'));
  expect(heard(session, 'ben', { type: 'freeze', on: true })).toEqual([
    'Pause pour tous : l’écriture reprend quand l’animation le décide.',
  ]);
  expect(heard(session, 'ben', { type: 'freeze', on: true })).toEqual([]);
  expect(heard(session, 'ben', { type: 'freeze', on: false })).toEqual([
    'La pause est finie. Vous pouvez écrire, déplacer et regrouper les cartes, compléter toutes les fiches et commenter.',
  ]);
});

test('[HE2] the pause that a timer brings is told as that, and a step that ends it tells the step alone', () => {
  const session = agenda();
  session.ask('ana', start('tour'));
  session.ask('ana', { type: 'timer-start', seconds: 60, effect: 'pause' });
  const before = session.view('ben');
  session.pass(60_000);
  session.stage.record({ type: 'timer-ended', at: session.now() });
  expect(newsOf(before, session.view('ben'), words)).toEqual([
    'Le temps est écoulé : l’écriture est en pause.',
  ]);
  expect(heard(session, 'ben', start('vote', 'tour'))).toEqual([
    'Étape 3 · Priorisation. Vous pouvez voter.',
  ]);
});

test('[HE3] a vote is told when it opens, with the gommettes of whoever has some, and when it closes', () => {
  const session = agenda();
  session.ask('ana', start('vote'));
  expect(heard(session, 'ben', openRound('Premier'))).toEqual([
    'Vote ouvert : Premier. Vous avez 5 gommettes, 3 au plus par action.',
  ]);
  expect(heard(session, 'ben', { type: 'round-close', id: 'Premier' as never })).toEqual([
    'Vote clos : Premier. Les résultats sont visibles.',
  ]);
  expect(heard(session, 'mur', openRound('Second'))).toEqual(['Vote ouvert : Second.']);
});

test('[HE3] two acts that come together are told in their order: what is asked, then the vote', () => {
  const session = agenda();
  expect(heard(session, 'dan', start('vote'), openRound('Premier'))).toEqual([
    'Étape 3 · Priorisation. Vous pouvez voter.',
    'Vote ouvert : Premier. Vous avez 5 gommettes, 3 au plus par action.',
  ]);
});

test('[HE6] what is written in hiding, raised, shown or timed is no news of the step', () => {
  const session = agenda();
  session.ask('ana', start('idées'));
  const idea: Request = {
    type: 'draft-write',
    id: 'i1' as ActionId,
    priorityId: 'p1' as PriorityId,
    title: 'Secret',
    description: '',
  };
  const before = session.view('ben');
  session.ask('cleo', idea);
  session.ask('cleo', { type: 'hand', up: true });
  session.ask('ana', { type: 'timer-start', seconds: 60, effect: 'nothing' });
  expect(newsOf(before, session.view('ben'), words)).toEqual([]);
});

const minutes = 60_000;
test.each([
  [10.1, 10, 10],
  [5.5, 4.9, 5],
  [2.1, 1.9, 2],
  [1.1, 0.9, 1],
  [0.2, 0, 0],
  [11, 1.5, 2],
  [8, 7, undefined],
  [1, 6, undefined],
  [0, 0, undefined],
])('[HE4] from %d minutes to %d the mark %o is passed', (from, to, mark) => {
  expect(markPassed(from * minutes, to * minutes)).toBe(mark);
});
