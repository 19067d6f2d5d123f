/**
 * Every picture of the synthesis counts the same actions. Random boards, whose actions are placed,
 * led, rated, dated, merged and set aside by chance; the seed is fixed.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BoardContent } from '../../shared/board/content.ts';
import type { Action } from '../../shared/board/schema.ts';
import { byDirection } from '../../shared/synthesis/by-direction.ts';
import { coverageOf, isEmpty } from '../../shared/synthesis/coverage.ts';
import { deadlinesOf } from '../../shared/synthesis/deadlines.ts';
import { measuresOf } from '../../shared/synthesis/indicators.ts';
import { LEVELS, levelsOf } from '../../shared/synthesis/levels.ts';
import { markersOf } from '../../shared/synthesis/markers.ts';
import { missingOf } from '../../shared/synthesis/missing.ts';
import { actionsOnShow, axesOf } from '../../shared/synthesis/on-show.ts';
import { totalsOf } from '../../shared/synthesis/totals.ts';
import { boardOf } from '../support/workshop-file.ts';

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const level = maybe(fc.constantFrom(1, 2, 3));

/** « p4 » and « d4 » are on no board: a priority or a direction that was removed. */
const action = fc.record({
  priorityId: maybe(fc.constantFrom('p1', 'p2', 'p3', 'p4')),
  leadDirectionId: maybe(fc.constantFrom('d1', 'd2', 'd3', 'd4')),
  supportingDirections: fc.uniqueArray(fc.constantFrom('d1', 'd2', 'd3', 'd4')),
  impact: level,
  feasibility: level,
  deadline: maybe(
    fc.constantFrom('2026-01-01', '2026-03-31', '2026-04-01', '2028-12-31', '9999-10-01'),
  ),
  status: maybe(fc.constantFrom('proposed', 'discuss', 'retained')),
  discarded: maybe(fc.constant(true)),
  mergedInto: maybe(fc.nat({ max: 20 })),
  decpSocial: fc.uniqueArray(fc.constantFrom('clause', 'none')),
  eforms: fc.uniqueArray(fc.constantFrom('soc-obj', 'env-imp', 'inn-pur', 'none')),
  label: maybe(fc.constantFrom('Heures', '  ')),
});

const content = fc.array(action, { maxLength: 12 }).map((list): BoardContent => {
  const named = (id: string) => ({ id, name: id, title: id });
  return {
    info: {},
    priorities: ['p1', 'p2', 'p3'].map(named),
    directions: ['d1', 'd2', 'd3'].map(named),
    actors: [],
    policies: [],
    comments: [],
    actions: list.map(({ mergedInto, label, ...fields }, at) => ({
      ...fields,
      id: `a${at}`,
      title: `Action ${at}`,
      mergedInto: mergedInto === undefined ? undefined : `a${mergedInto}`,
      partners: [],
      levers: [],
      decpEnvironmental: [],
      constraints: [],
      indicators: label === undefined ? [] : [{ label, targets: [] }],
    })),
  } as unknown as BoardContent;
});

const ids = (actions: readonly Action[]) => actions.map(({ id }) => id).sort();
const once = (groups: readonly (readonly Action[])[], whole: readonly Action[]) =>
  expect(ids(groups.flat())).toEqual(ids(whole));

test('[SY1] every picture has each action on show exactly once', () => {
  const seen = new Set<string>();
  const trial = fc.property(content, (workshop) => {
    const board = boardOf(workshop);
    const whole = actionsOnShow(board);
    expect(whole).toHaveLength(board.numbers.size + board.unplaced.length);

    const coverage = coverageOf(board);
    once(
      coverage.rows.flatMap(({ squares }) => squares.map(({ leads }) => leads)),
      whole,
    );
    expect(coverage.total).toBe(whole.length);
    expect(coverage.rows.map(({ total }) => total).reduce((a, b) => a + b, 0)).toBe(whole.length);
    coverage.totals.forEach((total, at) => {
      const column = coverage.rows.flatMap(({ squares }) => squares[at]?.leads ?? []);
      expect(column).toHaveLength(total);
    });

    const levels = levelsOf(board);
    once([levels.unrated, ...LEVELS.flatMap((i) => LEVELS.map((f) => levels.at(i, f)))], whole);
    const { years, undated } = deadlinesOf(board);
    once([undated, ...years.flatMap(({ quarters }) => quarters)], whole);
    const { fields, complete } = missingOf(board);
    for (const action of whole)
      expect(complete.includes(action)).toBe(
        !fields.some(({ actions }) => actions.includes(action)),
      );
    for (const marker of markersOf(board).list) once([marker.actions, marker.without], whole);
    const { measures, without } = measuresOf(board);
    once([without, [...new Set(measures.map((measure) => measure.action))]], whole);

    if (board.unplaced.length > 0) seen.add('unplaced');
    if (board.sources.size > 0) seen.add('merged');
    if (board.discarded.length > 0) seen.add('discarded');
    if (coverage.rows.some(({ direction }) => direction === null)) seen.add('nobody leads');
    if (coverage.rows.some(({ squares }) => squares.some(isEmpty))) seen.add('empty square');
  });
  fc.assert(trial, { seed: 20_261_123, numRuns: 300 });
  expect(seen).toEqual(
    new Set(['discarded', 'empty square', 'merged', 'nobody leads', 'unplaced']),
  );
});

test('[SY2] totals agree, whatever the actions are grouped by', () => {
  const trial = fc.property(content, (workshop) => {
    const board = boardOf(workshop);
    const whole = totalsOf(actionsOnShow(board));
    const groupings = [
      axesOf(board).map(({ actions }) => actions),
      byDirection(board).map(({ leads }) => leads),
      [deadlinesOf(board).undated, ...deadlinesOf(board).years.flatMap(({ quarters }) => quarters)],
    ];
    for (const groups of groupings) {
      const totals = groups.map(totalsOf);
      const sum = (figure: (of: (typeof totals)[number]) => number) =>
        totals.map(figure).reduce((a, b) => a + b, 0);
      expect(sum(({ actions }) => actions)).toBe(whole.actions);
      expect(sum(({ toComplete }) => toComplete)).toBe(whole.toComplete);
      for (const status of ['proposed', 'discuss', 'retained'] as const)
        expect(sum(({ byStatus }) => byStatus[status])).toBe(whole.byStatus[status]);
      for (const { field, actions } of missingOf(board).fields) {
        expect(whole.lacking[field]).toBe(actions.length);
        expect(sum(({ lacking }) => lacking[field])).toBe(actions.length);
      }
    }
    const { proposed, discuss, retained } = whole.byStatus;
    expect(proposed + discuss + retained).toBe(whole.actions);
  });
  fc.assert(trial, { seed: 20_261_123, numRuns: 200 });
});
