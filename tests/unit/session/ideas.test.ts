import { expect, test } from 'vitest';
import { discardAction } from '../../../shared/board/commands/actions.ts';
import { addIdeas } from '../../../shared/board/commands/reveal.ts';
import { entitiesOf } from '../../../shared/board/doc.ts';
import { hasAction, priorityOf, roomForActions } from '../../../shared/board/facts.ts';
import { LIMITS } from '../../../shared/board/schema.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import type { ActionId, PersonId, PriorityId } from '../../../shared/ids.ts';
import { err } from '../../../shared/result.ts';
import { decide } from '../../../shared/session/decide.ts';
import { replay } from '../../../shared/session/evolve.ts';
import { isWritten } from '../../../shared/session/ideas/idea.ts';
import { ideasFor } from '../../../shared/session/ideas/view.ts';
import { VISIBILITIES } from '../../../shared/session/rules.ts';
import type { Request } from '../../../shared/session/session.ts';
import { graceMs } from '../../../shared/session/state.ts';
import {
  type Outcome,
  PEOPLE,
  smallSession,
  start,
  stepOf,
  type Who,
} from '../../support/session-people.ts';
import { a, author, jobs, smallWorkshop, water } from '../../support/small-workshop.ts';

const hidden = stepOf('hidden', VISIBILITIES.masquée);
const open = stepOf('open', VISIBILITIES.ouverte);
const closed = stepOf('closed', { ...VISIBILITIES.masquée, add: 'nobody' });
const draft = (id: string, title = id, priorityId: PriorityId = water): Request => ({
  type: 'draft-write',
  id: id as ActionId,
  priorityId,
  title,
  description: '',
});
const removal = (id: string): Request => ({ type: 'draft-remove', id: id as ActionId });
const reveal = (priorityId: PriorityId | null = null): Request => ({ type: 'reveal', priorityId });
function hiding() {
  const session = smallSession([hidden, open, closed]);
  session.ask('ana', start('hidden'));
  session.pass(graceMs);
  session.ask('ben', draft('by-ben'));
  return session;
}

test.each<[Who, Request, Outcome]>([
  ['ben', draft('by-ben', 'autrement'), 'granted'],
  ['ben', draft('by-ben', 'by-ben', jobs), 'granted'],
  ['ben', { ...draft('by-ben'), description: 'plus' } as Request, 'granted'],
  ['ben', draft('by-ben'), 'already'],
  ['cleo', draft('by-cleo'), 'granted'],
  ['ana', draft('by-ana'), 'granted'],
  ['mur', draft('by-mur'), 'role'],
  ['cleo', draft('by-ben', 'volé'), 'gone'],
  ['cleo', draft(a), 'stale'],
  ['cleo', draft('by-cleo', 'ailleurs', 'x' as PriorityId), 'gone'],
  ['ben', removal('by-ben'), 'granted'],
  ['ben', removal('x'), 'already'],
  ['cleo', removal('by-ben'), 'gone'],
  ['ana', removal('by-ben'), 'gone'],
])('[SE10] in a hidden step %s asks %s: %s', (who, request, outcome) => {
  expect(hiding().ask(who, request)).toBe(outcome);
});

test.each<[string, Who, Outcome, Outcome]>([
  ['open', 'cleo', 'granted', 'step'],
  ['open', 'ana', 'granted', 'step'],
  ['closed', 'cleo', 'granted', 'step'],
  ['closed', 'ana', 'granted', 'granted'],
])(
  '[SE10] when the step becomes %s an idea of %s is %s, three seconds later %s',
  (step, who, soon, late) => {
    const session = hiding();
    session.ask('ana', start(step, 'hidden'));
    session.pass(graceMs - 1);
    expect(session.ask(who, draft('one'))).toBe(soon);
    session.pass(1);
    expect(session.ask(who, draft('two'))).toBe(late);
    expect(session.ask('ben', removal('by-ben'))).toBe('granted');
  },
);

test('[SE10] a person keeps so many ideas and no more, each rewritten as often as they like', () => {
  const session = hiding();
  for (let i = 1; i < 199; i++) session.ask('ben', draft(`idea-${i}`));
  expect(session.ask('ben', draft('idea-199'))).toBe('granted'); // with the one there was, 200
  expect(session.ask('ben', draft('one-more'))).toBe('full');
  expect(session.ask('ben', draft('idea-1', 'autrement'))).toBe('granted');
  expect(session.ask('cleo', draft('first'))).toBe('granted');
});

test('[SE10] the board keeps no more hidden ideas than it can hold actions', () => {
  const { stage, ask, now } = hiding();
  const full = replay([
    ...stage.events(),
    ...Array.from({ length: LIMITS.actions - 1 }, (_, i) => ({
      type: 'draft-written' as const,
      draft: {
        id: `idea-${i}` as ActionId,
        personId: `person-${i}` as PersonId,
        priorityId: water,
        title: '',
        description: '',
      },
    })),
  ]);
  const asker = { ...PEOPLE.cleo };
  const board = {
    hasPriority: () => true,
    leadOf: () => undefined,
    hasAction: () => false,
    priorityOf: () => water,
    actionsOf: () => [],
    room: () => 1,
  };
  const write = (request: Request) => decide(full, request, { asker, now: now(), board });
  expect(write(draft('one-more'))).toEqual(err('full'));
  expect(decide(full, draft('by-ben'), { asker: PEOPLE.ben, now: now(), board }).ok).toBe(true);
  expect(ask('cleo', draft('one-more'))).toBe('granted');
});

test('[SE21] the hidden ideas of a participant take so many characters together; what is longer may be shortened', () => {
  const session = hiding();
  const long = (id: string, characters: number): Request =>
    ({ ...draft(id, ''), description: 'x'.repeat(characters) }) as Request;
  expect(session.ask('ben', draft('by-ben', ''))).toBe('granted');
  for (let i = 1; i < 10; i++)
    expect(session.ask('ben', long(`idea-${i}`, 20_000))).toBe('granted');
  expect(session.ask('ben', long('last', 20_000))).toBe('granted');
  expect(session.ask('ben', draft('by-ben', 'x'))).toBe('share');
  expect(session.ask('ben', draft('new', 'x'))).toBe('share');
  expect(session.ask('ben', draft('new', ''))).toBe('granted');
  expect(session.ask('ben', long('last', 19_999))).toBe('granted');
  expect(session.ask('ben', draft('by-ben', 'x'))).toBe('granted');
  expect(session.ask('ben', { ...long('last', 19_999), priorityId: jobs } as Request)).toBe(
    'granted',
  );
  for (let i = 0; i < 12; i++)
    expect(session.ask('ana', long(`lead-${i}`, 20_000))).toBe('granted');
  expect(session.ask('cleo', long('by-cleo', 20_000))).toBe('granted');
});

test('[SE21] a board that takes nothing more takes no new idea; those that are there are rewritten', () => {
  const { stage, now } = hiding();
  const board = {
    hasPriority: () => true,
    hasAction: () => false,
    priorityOf: () => water,
    leadOf: () => undefined,
    actionsOf: () => [],
    room: () => 0,
  };
  const write = (request: Request) =>
    decide(stage.state(), request, { asker: PEOPLE.ben, now: now(), board });
  expect(write(draft('new'))).toEqual(err('full'));
  expect(write(draft('by-ben', 'autrement')).ok).toBe(true);
});

test('[SE11] a reveal is news for a minute, to whoever comes in', () => {
  const session = hiding();
  expect(session.view('mur').lastReveal).toBeNull();
  session.ask('ana', reveal());
  const news = { at: session.now(), ids: ['by-ben'] };
  session.pass(59_999);
  expect(session.view('mur').lastReveal).toEqual(news);
  session.pass(1);
  expect(session.view('mur').lastReveal).toBeNull();
  expect(session.stage.state().lastReveal).toEqual(news);
});

test('[SE11] an idea counts once it has a letter, a digit or a sign, in either text', () => {
  const of = (title: string, description = '') => isWritten({ title, description });
  expect([of('a'), of('', 'b'), of('7'), of('?!'), of('é')]).toEqual(Array(5).fill(true));
  expect([of(''), of('  '), of('\n', '\t')]).toEqual([false, false, false]);
});

test('[SE11] ideas are revealed under one priority or all; one just begun is neither counted nor revealed', () => {
  const session = hiding();
  session.ask('cleo', draft('for-jobs', 'Former', jobs));
  session.ask('cleo', draft('begun', ' ', jobs));
  expect(session.view('mur').drafts).toEqual({
    mine: [],
    counts: { water: 1, jobs: 1 },
    writers: 2,
  });
  expect(session.ask('zoe', reveal(jobs))).toBe('granted');
  expect(session.stage.events().at(-1)).toMatchObject({ type: 'revealed', ids: ['for-jobs'] });
  expect(session.ask('ana', reveal(jobs))).toBe('nothing');
  expect(session.ask('ana', reveal())).toBe('granted');
  expect(session.ask('ana', reveal())).toBe('nothing');
  expect(session.view('cleo').drafts).toMatchObject({
    mine: [{ id: 'begun' }],
    counts: {},
    writers: 0,
  });
  expect(session.ask('cleo', draft('for-jobs', 'Former encore', jobs))).toBe('stale');
  expect(session.ask('cleo', draft('begun', 'Enfin', jobs))).toBe('granted');
});

test('[SE11] what the board could not hold is not revealed', () => {
  const session = hiding();
  const actions = entitiesOf(session.doc, 'actions');
  while (roomForActions(session.doc) > 0)
    addIdeas(
      session.doc,
      Array.from({ length: roomForActions(session.doc) }, (_, i) => ({
        id: `filler-${i}` as ActionId,
        priorityId: jobs,
        title: 'x',
        description: '',
        author: null,
      })),
    );
  expect(actions.size).toBe(LIMITS.actions);
  expect(session.ask('ana', reveal())).toBe('full');
  expect(session.view('ben').drafts.mine).toHaveLength(1);
});

test.each([
  ['in the step where they are written', [], true],
  ['after it', [start('open', 'hidden')], true],
  ['after another hidden step', [start('closed', 'hidden'), start('open', 'closed')], false],
])('[SE11] ideas are revealed without authors as announced: %s', (_when, requests, anonymous) => {
  const session = smallSession([{ ...hidden, anonymous: true }, open, closed]);
  session.ask('ana', start('hidden'));
  session.ask('ben', draft('by-ben'));
  for (const request of requests) session.ask('ana', request);
  session.ask('ana', reveal());
  expect(session.stage.events().at(-1)).toMatchObject({ type: 'revealed', anonymous });
});

test.each<[string, (session: ReturnType<typeof hiding>) => void]>([
  ['another hidden step', ({ ask }) => ask('ana', start('closed', 'hidden'))],
  ['another déroulé', ({ ask }) => ask('ana', { type: 'steps-set', steps: [open] })],
  [
    'another word of the same step',
    ({ ask }) => ask('ana', { type: 'step-change', id: hidden.id, change: { anonymous: false } }),
  ],
  [
    'being written again',
    ({ ask }) => {
      ask('ana', { type: 'step-change', id: hidden.id, change: { anonymous: false } });
      ask('ben', draft('by-ben', 'autrement'));
    },
  ],
])(
  '[SE16] an idea once written where authors are not shown gets none after %s',
  (_what, change) => {
    const session = smallSession([{ ...hidden, anonymous: true }, open, closed]);
    session.ask('ana', start('hidden'));
    session.ask('ben', draft('by-ben'));
    change(session);
    session.pass(graceMs);
    expect([...session.stage.state().ideas.values()]).toMatchObject([{ anonymous: true }]);
    expect(session.view('cleo').drafts.mine).toEqual([]);
    // Who writes where authors are shown has theirs.
    session.ask('ana', { type: 'steps-set', steps: [hidden] });
    session.ask('ana', start('hidden'));
    session.ask('cleo', draft('by-cleo'));
    expect(session.stage.state().ideas.get('by-cleo' as ActionId)).not.toHaveProperty('anonymous');
  },
);

test('[SE12] a revealed idea without a title has the first words of its text, and nothing is written over', () => {
  const doc = smallWorkshop();
  const idea = { priorityId: water, title: '', author: { ...author, actorId: null } };
  const long = `Regrouper les achats ${'de fournitures '.repeat(10)}`;
  addIdeas(doc, [
    { ...idea, id: 'long' as ActionId, description: long },
    { ...idea, id: 'lines' as ActionId, title: ' Un\ntitre ', description: 'Texte\nlibre' },
    {
      ...idea,
      id: 'lost' as ActionId,
      title: 'Sans colonne',
      description: '',
      priorityId: 'x' as PriorityId,
    },
    { ...idea, id: a, title: 'Pas à la place d’une autre', description: '', author: null },
  ]);
  const { actions, columns, unplaced } = readBoard(doc);
  expect(actions.get('long' as ActionId)).toMatchObject({
    title: 'Regrouper les achats de fournitures de fournitures de fournitures de…',
    description: long,
    authorId: author.personId,
    authorDirectionId: author.directionId,
  });
  expect(actions.get('lines' as ActionId)).toMatchObject({
    title: 'Un titre',
    description: 'Texte\nlibre',
  });
  expect(unplaced).toEqual(['lost']);
  expect(actions.get(a)?.title).toBe('Action a');
  const titles = columns.get(water)?.map((id) => actions.get(id)?.title);
  expect(titles?.slice(-1)).toEqual(['Pas à la place d’une autre']);
  expect(columns.get(water)).toHaveLength(6);
});

test('[SE12] what decisions ask of a document is what its board shows', () => {
  const doc = smallWorkshop();
  discardAction(doc, 'b' as ActionId);
  entitiesOf(doc, 'actions').forEach((_map, id) => {
    const board = readBoard(doc);
    const shown = board.numbers.has(id as ActionId) ? water : undefined;
    expect([id, priorityOf(doc, id as ActionId)]).toEqual([id, shown]);
  });
  expect(priorityOf(doc, 'x' as ActionId)).toBeUndefined();
  expect([hasAction(doc, 'b' as ActionId), hasAction(doc, 'x' as ActionId)]).toEqual([true, false]);
});

test('[SR16] how many people write is counted once, however many are told', () => {
  let reads = 0;
  const ideas = Array.from({ length: 50 }, (_, at) => {
    const idea = { id: `i${at}` as ActionId, personId: `p${at}` as PersonId, priorityId: water };
    const title = () => {
      reads += 1;
      return 'Payer';
    };
    return Object.defineProperty({ ...idea, title: '', description: '' }, 'title', { get: title });
  });
  const state = { ...replay([]), ideas: new Map(ideas.map((idea) => [idea.id, idea])) };
  const scene = { state, present: [], entryCode: null, now: 0 };
  const views = ideas.map(({ personId }) =>
    ideasFor({ id: personId, role: 'participant', directionId: null, actorId: null }, scene),
  );
  expect(new Set(views.map(({ writers }) => writers))).toEqual(new Set([50]));
  expect(reads).toBeLessThan(50 * 4);
});
