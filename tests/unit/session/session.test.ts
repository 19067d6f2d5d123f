import { expect, test } from 'vitest';
import type { PersonId } from '../../../shared/ids.ts';
import { FREE_RULES, type Phase, VISIBILITIES } from '../../../shared/session/rules.ts';
import { EMPTY_SESSION, evolve, rulesOf } from '../../../shared/session/state.ts';
import { type Present, viewFor } from '../../../shared/session/view.ts';

const phases: readonly Phase[] = [
  { name: 'Idées', minutes: 20, visibility: 'masquée' },
  { name: 'Pause', minutes: 15, visibility: 'lecture' },
];
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
  const state = evolve(EMPTY_SESSION, { type: 'agenda-set', phases });
  expect(state).toEqual({ phases, currentPhase: null });
  expect(EMPTY_SESSION).toEqual({ phases: [], currentPhase: null });
  expect(evolve(state, { type: 'agenda-set', phases: [] }).phases).toEqual([]);
});

test.each([
  [null, FREE_RULES],
  [0, VISIBILITIES.masquée],
  [1, VISIBILITIES.lecture],
  [2, FREE_RULES],
])('[SE5] at step %s the rules are its own, else those of a free board', (currentPhase, rules) => {
  expect(rulesOf({ phases, currentPhase })).toEqual(rules);
});

test.each([
  ['facilitator', true],
  ['participant', true],
  ['observer', false],
] as const)('[SE1] a %s is sent the names of people: %s', (role, named) => {
  const view = viewFor(person('me', role), { phases, currentPhase: 1 }, people, null);
  expect(JSON.stringify(view).includes('Nom de')).toBe(named);
  expect(view).toMatchObject({ me: 'me', role, currentPhase: 1, rules: VISIBILITIES.lecture });
  expect(view.people.map(({ id }) => id)).toEqual(['ana', 'ben', 'mur']);
});

test.each([
  ['facilitator', true],
  ['participant', false],
  ['observer', true],
] as const)('[LK11] a %s is sent the code of the entry: %s', (role, told) => {
  for (const code of ['CDFGHJ', null]) {
    const view = viewFor(person('me', role), { phases, currentPhase: null }, people, code);
    expect('entryCode' in view).toBe(told);
    if (told) expect(view.entryCode).toBe(code);
  }
});
