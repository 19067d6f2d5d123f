/** Where the window says that a kept thing stands. */
import { expect, test } from 'vitest';
import type { KeptThing, Where } from '../../../client/sync/kept/kept-work.ts';
import { whereOf } from '../../../client/sync/kept/where.ts';
import { addEntity } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import type { Work } from '../../../shared/board/work/work.ts';
import type { Id } from '../../../shared/ids.ts';
import { a, smallWorkshop, water } from '../../support/small-workshop.ts';

const doc = smallWorkshop();
doc.transact(() => {
  addEntity(doc, 'actors', 'cci', { name: 'CCI', rank: 'a0' });
  addEntity(doc, 'policies', 'climat', { name: 'Plan climat', rank: 'a0' });
  addEntity(doc, 'actions', 'stray', { title: 'Sans colonne', priorityId: 'gone', rank: 'a9' });
  addEntity(doc, 'comments', 'mot', { actionId: a, authorId: 'ana', text: 'Un mot', at: 1 });
});
const board = readBoard(doc);

const text = (...path: readonly string[]): Work => ({ kind: 'text', path, text: 'x' });
const created = (path: readonly string[], values: Record<string, unknown>): Work => ({
  kind: 'created',
  path,
  values,
});
const idea = (title: string, priorityId: string): KeptThing => ({
  kind: 'idea',
  id: 'i1' as Id<'action'>,
  priorityId: priorityId as Id<'priority'>,
  title,
  description: '',
});
const votes = (actionId: string): KeptThing => ({
  kind: 'votes',
  roundId: 'r1' as Id<'round'>,
  actionId: actionId as Id<'action'>,
  dots: 2,
});
const typed: KeptThing = { kind: 'typed', key: 'k', field: 'Moyens', text: 'x' };
const onA: Where = { number: '1.1', title: 'Action a', priority: 'Eau' };

test.each<[string, KeptThing, Where]>([
  ['a field of an action', text('actions', a, 'means'), { ...onA, field: 'means' }],
  [
    'a field of a part of it',
    text('actions', a, 'indicators', 'i1', 'label'),
    { ...onA, field: 'indicators.label' },
  ],
  ['an action taken away', { kind: 'removed', path: ['actions', a] }, onA],
  [
    'a part added to it',
    created(['actions', a, 'indicators', 'i1'], { title: 'Part', priorityId: water }),
    { ...onA, field: 'indicators' },
  ],
  [
    'an action in no column',
    text('actions', 'stray', 'means'),
    { title: 'Sans colonne', field: 'means' },
  ],
  ['an action nobody has', text('actions', 'nowhere', 'means'), { field: 'means' }],
  [
    'a new action',
    created(['actions', 'n1'], { title: 'Planter', priorityId: water }),
    { title: 'Planter', priority: 'Eau' },
  ],
  ['a new one without a title', created(['actions', 'n1'], { title: '', priorityId: 'gone' }), {}],
  ['a comment', text('comments', 'mot', 'text'), { ...onA, field: 'text' }],
  ['a comment nobody has', text('comments', 'nul', 'text'), { field: 'text' }],
  ['a new comment', created(['comments', 'm1'], { actionId: a, text: 'x' }), onA],
  ['the workshop itself', text('board', 'notice'), { field: 'notice' }],
  ['a priority', text('priorities', water, 'orientation'), { title: 'Eau', field: 'orientation' }],
  ['a direction', text('directions', 'roads', 'name'), { title: 'Voirie', field: 'name' }],
  ['an actor', text('actors', 'cci', 'expectation'), { title: 'CCI', field: 'expectation' }],
  ['a policy', { kind: 'removed', path: ['policies', 'climat'] }, { title: 'Plan climat' }],
  ['a priority nobody has', text('priorities', 'gone', 'orientation'), { field: 'orientation' }],
  ['a new direction', created(['directions', 'd1'], { name: 'Parcs' }), { title: 'Parcs' }],
  ['a hidden idea', idea('Planter', water), { title: 'Planter', priority: 'Eau' }],
  ['an idea whose priority is gone', idea('Planter', 'gone'), { title: 'Planter' }],
  ['dots', votes(a), onA],
  ['dots on an action nobody has', votes('nowhere'), {}],
  ['what was typed in a field', typed, {}],
])('[KW12] %s', (_what, thing, where) => {
  expect(whereOf(board, thing)).toEqual(where);
});
