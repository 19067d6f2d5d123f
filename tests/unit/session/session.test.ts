import { expect, test } from 'vitest';
import type { PersonId } from '../../../shared/ids.ts';
import type { Phase, StepId } from '../../../shared/session/agenda/step.ts';
import { evolve } from '../../../shared/session/evolve.ts';
import type { Present } from '../../../shared/session/present.ts';
import { FREE_RULES, VISIBILITIES } from '../../../shared/session/rules.ts';
import { readRequest } from '../../../shared/session/session.ts';
import { EMPTY_SESSION, rulesOf, type SessionState } from '../../../shared/session/state.ts';
import { viewFor } from '../../../shared/session/view.ts';

const phases: readonly Phase[] = [
  { name: 'Idées', minutes: 20, visibility: 'masquée' },
  { name: 'Pause', minutes: 15, visibility: 'lecture' },
];
const agenda = evolve(EMPTY_SESSION, { type: 'agenda-set', phases });
const at = (place: number | null): SessionState => ({
  ...agenda,
  current: place === null ? null : (`step-${place + 1}` as StepId),
});
const person = (id: string, role: Present['role']): Present => ({
  id: id as PersonId,
  role,
  name: `Nom de ${id}`,
  directionId: null,
  actorId: null,
  clients: [1],
});
const people = [
  person('ana', 'facilitator'),
  person('ben', 'participant'),
  person('mur', 'observer'),
];

test('[SE5] setting the agenda starts no step and leaves the former state as it was', () => {
  expect(agenda.steps.map(({ title, kind }) => [title, kind])).toEqual([
    ['Idées', 'ideas'],
    ['Pause', 'break'],
  ]);
  expect({ ...agenda, steps: [] }).toEqual(EMPTY_SESSION);
  expect(EMPTY_SESSION.steps).toEqual([]);
  expect(evolve(agenda, { type: 'agenda-set', phases: [] }).steps).toEqual([]);
});

test('[SE9] an agenda of the oldest logs, which say no time, changes the rules at once', () => {
  const reading = evolve(at(1), { type: 'agenda-set', phases: phases.slice(0, 1) });
  expect([rulesOf(at(1)), rulesOf(reading)]).toEqual([VISIBILITIES.lecture, FREE_RULES]);
  expect(reading.former).toBeNull();
});

test('[SE1] what is the same for everybody is made once, until it changes', () => {
  const scene = { state: at(1), present: people, entryCode: null, now: 0 };
  const seen = (state = scene.state) =>
    viewFor(person('me', 'participant'), { ...scene, state }).people;
  expect(seen()).toBe(seen());
  const done = evolve(scene.state, { type: 'done-set', personId: 'ben' as PersonId, done: true });
  expect(seen(done)).not.toBe(seen());
  expect(seen(done).map((one) => one.done)).toEqual([false, true, false]);
});

test.each<[string, string]>([
  ['Pause café', 'break'],
  ['Vote', 'vote'],
  ['Pose des gommettes', 'vote'],
  ['Priorisation des actions', 'vote'],
  ['Rappel des orientations', 'priorities'],
  ['PRIORITÉS des élus', 'priorities'],
  ['Mise en commun', 'sharing'],
  ['Regroupement', 'sharing'],
  ['Partage des idées', 'sharing'],
  ['Fiches en sous-groupes', 'sheets'],
  ['Restitution', 'report'],
  ['Engagements', 'report'],
  ['Clôture', 'closing'],
  ['Conclusion', 'closing'],
  ['Accueil', 'welcome'],
  ['Bienvenue', 'welcome'],
  ['Introduction', 'welcome'],
  ['Travail libre', 'free'],
  ['', 'free'],
])('[SE5] a step of the oldest agendas called « %s » is for: %s', (name, kind) => {
  const step = (visibility: Phase['visibility']) =>
    evolve(EMPTY_SESSION, { type: 'agenda-set', phases: [{ name, minutes: 5, visibility }] })
      .steps[0]?.kind;
  expect([step('ouverte'), step('masquée'), step('votes masqués')]).toEqual([
    kind,
    'ideas',
    'vote',
  ]);
});

test.each([
  [null, FREE_RULES],
  [0, VISIBILITIES.masquée],
  [1, VISIBILITIES.lecture],
  [2, FREE_RULES],
])('[SE5] at step %s the rules are its own, else those of a free board', (place, rules) => {
  expect(rulesOf(at(place))).toEqual(rules);
});

test.each([
  ['facilitator', true],
  ['participant', true],
  ['observer', false],
] as const)('[SE1] a %s is sent the names of people: %s', (role, named) => {
  const view = viewFor(person('me', role), {
    state: at(1),
    present: people,
    entryCode: null,
    now: 0,
  });
  expect(JSON.stringify(view).includes('Nom de')).toBe(named);
  expect(view).toMatchObject({ me: 'me', role, current: 'step-2', rules: VISIBILITIES.lecture });
  expect(view.people.map(({ id }) => id)).toEqual(['ana', 'ben', 'mur']);
});

test.each([
  ['facilitator', true],
  ['participant', false],
  ['observer', true],
] as const)('[LK11] a %s is sent the code of the entry: %s', (role, told) => {
  for (const code of ['CDFGHJ', null]) {
    const view = viewFor(person('me', role), {
      state: at(null),
      present: people,
      entryCode: code,
      now: 0,
    });
    expect('entryCode' in view).toBe(told);
    if (told) expect(view.entryCode).toBe(code);
  }
});

test('[SR14] of a request that is none no more is read than its first fault', () => {
  let looked = 0;
  const steps = Array.from({ length: 1_000 }, () => ({
    get id() {
      looked += 1;
      return null;
    },
  }));
  expect(readRequest({ type: 'steps-set', steps })).toBeUndefined();
  expect(looked).toBeLessThan(10);
});
