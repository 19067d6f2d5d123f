/** What a device notes of the session: enough to go on by, and nothing that is somebody else's. */
import { expect, test } from 'vitest';
import { noteOf, readNote } from '../../../client/sync/last-session.ts';
import type { ActionId, PersonId, PriorityId } from '../../../shared/ids.ts';
import type { StepId } from '../../../shared/session/agenda/step.ts';
import type { Present } from '../../../shared/session/present.ts';
import { VISIBILITIES } from '../../../shared/session/rules.ts';
import type { SessionView } from '../../../shared/session/view.ts';
import { DEFAULT_VOTE, type RoundId } from '../../../shared/session/votes/votes.ts';
import { stepOf } from '../../support/session-people.ts';
import { sessionView } from '../../support/session-view.ts';

const person = (id: string, name: string, clients: readonly number[] = [1]): Present => ({
  id: id as PersonId,
  role: 'participant',
  name,
  directionId: null,
  actorId: null,
  clients,
});
const [lise, omar] = [person('lise', 'Lise'), person('omar', 'Omar', [2])];
const idea = (of: Present, title: string) => ({
  id: `idee-${of.id}` as ActionId,
  personId: of.id,
  priorityId: 'eau' as PriorityId,
  title,
  description: '',
});
const step = stepOf('ecrire', VISIBILITIES.masquée, { kind: 'ideas' });
const heard: SessionView = sessionView(lise, [lise, omar], {
  steps: [step],
  current: 'ecrire' as StepId,
  frozen: null,
  timer: { state: 'running', seconds: 60, effect: 'sound', endsAt: 1_900_000_060_000 },
  focus: { kind: 'action', id: 'a1' as ActionId },
  hands: new Map([[omar.id, 1_900_000_000_000]]),
  ideas: new Map([
    [idea(lise, '').id, idea(lise, 'Récupérer la pluie')],
    [idea(omar, '').id, idea(omar, 'Secret d’Omar')],
  ]),
  rounds: [
    {
      id: 'tour' as RoundId,
      title: 'Premier tour',
      setup: DEFAULT_VOTE,
      openedAt: 1_900_000_000_000,
      closedAt: null,
      ballots: new Map([
        ['person:lise', { group: 'person:lise', dots: new Map([['a1', 2]]) }],
        ['person:omar', { group: 'person:omar', dots: new Map([['secret', 3]]) }],
      ]),
      room: new Map(),
      result: null,
    } as never,
  ],
});
const last = { view: heard, heardAt: 1_000, offset: 250 };
const noted = noteOf(last) as Record<string, unknown>;

test('[AW6] who one is, the step, its rules and one’s own work are there again', () => {
  const read = readNote(structuredClone(noted), lise.id);
  expect(read).toMatchObject({ heardAt: 1_000, offset: 250 });
  expect(read?.view).toMatchObject({
    me: 'lise',
    role: 'participant',
    rules: VISIBILITIES.masquée,
    steps: [step],
    current: 'ecrire',
    drafts: { mine: [{ title: 'Récupérer la pluie' }], counts: { eau: 2 }, writers: 2 },
  });
  expect(read?.view.people.map(({ name }) => name)).toEqual(['Lise', 'Omar']);
});

test('[AW6] nobody is said to be there, and nothing that only made sense then is told', () => {
  const view = readNote(noted, lise.id)?.view;
  expect(view?.people.map(({ clients, hand }) => [clients, hand])).toEqual([
    [[], null],
    [[], null],
  ]);
  expect(view).toMatchObject({ timer: null, focus: null, summonedAt: null, lastReveal: null });
});

test('[AW6] what others hide is not in the note: it is one’s own view, key by key', () => {
  const text = JSON.stringify(noted);
  expect(text).not.toContain('Secret d’Omar');
  expect(text).not.toContain('"secret"');
  const secret = { view: { ...heard, entryCode: 'ABCD', brandNew: 'x' }, heardAt: 1, offset: 0 };
  expect(JSON.stringify(noteOf(secret))).not.toMatch(/ABCD|brandNew/);
});

test.each([
  ['of another version', { ...noted, version: 2 }],
  ['without a role', { ...noted, role: undefined }],
  ['with rules that are none', { ...noted, rules: { add: 'everybody' } }],
  ['with people that are none', { ...noted, people: [{}] }],
  ['of another person', { ...noted, me: 'omar' }],
  ['that is no object', 'texte'],
  ['that is not there', undefined],
])('[AW6] a note %s is not read', (_what, note) => {
  expect(readNote(note, lise.id)).toBeNull();
});
