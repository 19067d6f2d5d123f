import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gridFor, pagesOf } from '../../../client/features/projector/paging.ts';
import { type Scene, sceneOf } from '../../../client/features/projector/scene.ts';
import type { ActionId, DirectionId, GroupId } from '../../../shared/ids.ts';
import type { StepKind } from '../../../shared/session/agenda/step.ts';
import type { Focus } from '../../../shared/session/attention/focus.ts';
import type { ProjectionView } from '../../../shared/session/projection/projection.ts';
import { FREE_RULES, VISIBILITIES } from '../../../shared/session/rules.ts';
import type { RoundId } from '../../../shared/session/votes/votes.ts';
import { smallSession, start, stepOf } from '../../support/session-people.ts';
import { jobs, water } from '../../support/small-workshop.ts';

test.each<[kind: StepKind, scene: Scene['kind']]>([
  ['welcome', 'welcome'],
  ['priorities', 'orientations'],
  ['sharing', 'board'],
  ['break', 'break'],
  ['vote', 'vote'],
  ['sheets', 'board'],
  ['report', 'report'],
  ['closing', 'closing'],
  ['free', 'board'],
])('[PJ2] a step of kind %s shows %s', (kind, scene) => {
  const step = stepOf('e1', FREE_RULES, { kind });
  const session = smallSession([step]);
  expect(sceneOf(session.view('mur')).kind).toBe('board');
  session.ask('ana', { type: 'step-start', id: step.id, from: null });
  expect(sceneOf(session.view('mur')).kind).toBe(scene);
});

test('[GV11] a step of sheets shows its groups, where there are some', () => {
  const step = stepOf('e1', FREE_RULES, { kind: 'sheets' });
  const session = smallSession([step]);
  session.ask('ana', { type: 'groups-add', groups: [{ id: 'x' as GroupId, name: '' }] });
  session.ask('ana', start('e1'));
  expect(sceneOf(session.view('mur')).kind).toBe('groups');
});

test('[PJ2] while ideas are hidden only counts are shown, whatever the kind of the step', () => {
  const hidden = { add: 'anyone', writing: 'hidden' } as const;
  const step = stepOf('e1', { ...FREE_RULES, ...hidden }, { kind: 'sharing' });
  const session = smallSession([step]);
  session.ask('ana', { type: 'step-start', id: step.id, from: null });
  expect(sceneOf(session.view('mur')).kind).toBe('hidden');
});

test('[PJ2] a vote step shows the ranking once its round is closed, and the vote again in another', () => {
  const step = stepOf('e1', FREE_RULES, { kind: 'vote' });
  const session = smallSession([step]);
  session.ask('ana', { type: 'step-start', id: step.id, from: null });
  const open = (id: string) =>
    session.ask('ana', { type: 'round-open', id: id as RoundId, title: id, setup: step.vote });
  open('r1');
  expect(sceneOf(session.view('mur')).kind).toBe('vote');
  session.ask('ana', { type: 'round-close', id: 'r1' as RoundId });
  expect(sceneOf(session.view('mur')).kind).toBe('ranking');
  open('r2');
  expect(sceneOf(session.view('mur')).kind).toBe('vote');
});

test('[PJ8] ideas of the step that were revealed are shown, also while others are still hidden', () => {
  const step = stepOf('e1', VISIBILITIES.masquée, { kind: 'ideas' });
  const session = smallSession([step, stepOf('e2', FREE_RULES, { kind: 'sharing' })]);
  session.ask('ana', { type: 'step-start', id: step.id, from: null });
  const idea = (id: string, priorityId: typeof water) =>
    session.ask('ben', {
      type: 'draft-write',
      id: id as ActionId,
      priorityId,
      title: 'Une idée',
      description: '',
    });
  idea('i1', water);
  idea('i2', jobs);
  expect(sceneOf(session.view('mur')).kind).toBe('hidden');
  session.ask('ana', { type: 'reveal', priorityId: water });
  expect(sceneOf(session.view('mur'))).toEqual({ kind: 'revealed', id: 1 });
  session.ask('ana', { type: 'reveal', priorityId: null });
  expect(sceneOf(session.view('mur'))).toEqual({ kind: 'revealed', id: 2 });
  session.ask('ana', start('e2', 'e1'));
  expect(sceneOf(session.view('mur')).kind).toBe('board');
});

test.each<[StepKind, Focus | null, Scene['kind']]>([
  ['sharing', null, 'pause'],
  ['ideas', null, 'pause'],
  ['sharing', { kind: 'view', view: 'ranking' }, 'ranking'],
  ['closing', null, 'closing'],
])('[PJ7] paused in a step of %s, with %j in focus, the wall shows %s', (kind, target, scene) => {
  const rules = kind === 'ideas' ? VISIBILITIES.masquée : FREE_RULES;
  const step = stepOf('e1', rules, { kind });
  const session = smallSession(kind === 'closing' ? [step] : [step, stepOf('e2', rules)]);
  session.ask('ana', { type: 'step-start', id: step.id, from: null });
  if (target) session.ask('ana', { type: 'focus', target });
  session.ask('ana', { type: 'freeze', on: true });
  expect(sceneOf(session.view('mur')).kind).toBe(scene);
});

test.each<[focus: Focus, scene: Scene['kind']]>([
  [{ kind: 'view', view: 'coverage' }, 'coverage'],
  [{ kind: 'view', view: 'board' }, 'board'],
  [{ kind: 'view', view: 'missing' }, 'missing'],
])('[PJ3] what facilitators put in focus comes before the step: %j', (target, scene) => {
  const step = stepOf('e1', FREE_RULES, { kind: 'break' });
  const session = smallSession([step]);
  session.ask('ana', { type: 'step-start', id: step.id, from: null });
  session.ask('ana', { type: 'focus', target });
  expect(sceneOf(session.view('mur')).kind).toBe(scene);
});

test('[PJ3] what was chosen for the wall comes before what is in focus, until the next step', () => {
  const step = stepOf('e1', FREE_RULES, { kind: 'break' });
  const session = smallSession([step, stepOf('e2', FREE_RULES)]);
  session.ask('ana', start('e1'));
  session.ask('ana', { type: 'focus', target: { kind: 'view', view: 'matrix' } });
  const choose = (view: ProjectionView | null) =>
    session.ask('ana', { type: 'project', view, page: null, held: false });
  choose({ kind: 'view', view: 'coverage' });
  expect(sceneOf(session.view('mur'))).toEqual({ kind: 'coverage' });
  choose({ kind: 'pilot', id: 'roads' as DirectionId });
  expect(sceneOf(session.view('mur'))).toEqual({ kind: 'pilot', id: 'roads' });
  choose(null);
  expect(sceneOf(session.view('mur'))).toEqual({ kind: 'matrix' });
  choose({ kind: 'entry' });
  session.ask('ana', start('e2', 'e1'));
  expect(sceneOf(session.view('mur'))).toEqual({ kind: 'matrix' });
});

test('[PJ4] a grid never holds more than fits, and one cell at least', () => {
  const sizes = fc.record({
    width: fc.integer({ min: 1, max: 4_000 }),
    height: fc.integer({ min: 1, max: 3_000 }),
  });
  const cells = fc.record({
    width: fc.integer({ min: 50, max: 900 }),
    height: fc.integer({ min: 50, max: 900 }),
    gap: fc.integer({ min: 0, max: 40 }),
    maxColumns: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(sizes, cells, (area, cell) => {
      const { columns, rows } = gridFor({ ...area, em: 16 }, cell);
      expect(columns).toBeGreaterThanOrEqual(1);
      expect(columns).toBeLessThanOrEqual(cell.maxColumns);
      const fits = (count: number, size: number, room: number) =>
        count === 1 || (count * size + (count - 1) * cell.gap) * 16 <= room;
      expect(fits(columns, cell.width, area.width)).toBe(true);
      expect(fits(rows, cell.height, area.height)).toBe(true);
    }),
    { seed: 1_108, numRuns: 200 },
  );
});

test('[PJ4] pages keep every item in order, none above its size, evenly', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 1, max: 20 }),
      (count, size) => {
        const items = Array.from({ length: count }, (_, item) => item);
        const pages = pagesOf(items, size);
        expect(pages.flat()).toEqual(items);
        expect(pages).toHaveLength(Math.ceil(count / size));
        for (const page of pages) expect(page.length).toBeLessThanOrEqual(size);
      },
    ),
    { seed: 1_107, numRuns: 300 },
  );
});
