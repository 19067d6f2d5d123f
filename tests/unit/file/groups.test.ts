/** Tables and sub-groups in the workshop file. */
import { expect, test } from 'vitest';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import { createDoc } from '../../../shared/board/doc.ts';
import { fillBoard } from '../../../shared/board/fill.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { readWorkshop } from '../../../shared/file/read.ts';
import { writeWorkshop } from '../../../shared/file/write.ts';
import type { ActionId, GroupId } from '../../../shared/ids.ts';
import type { Group } from '../../../shared/session/groups/group.ts';
import { demoText, fileOf, readFile, workshopOf } from '../../support/workshop-file.ts';

const group = (id: string, letter: string, more: Partial<Group> = {}): Group => ({
  id: id as GroupId,
  letter,
  name: '',
  ...more,
});
const groups = [
  group('t1', 'A', { people: 6 }),
  group('t2', 'C', { name: 'À distance, avec nos partenaires et élus' }),
];

const demo = () => {
  const doc = createDoc();
  fillBoard(doc, workshopOf(readWorkshop(demoText)));
  setSheetField(doc, 'p1-01' as ActionId, 'assignedTo', 't1');
  setSheetField(doc, 'p1-02' as ActionId, 'assignedTo', 'dce');
  setSheetField(doc, 'p1-03' as ActionId, 'assignedTo', 'somebody');
  return readBoard(doc);
};

test('[GR11] groups and the sheets given to them come back as they were', () => {
  const text = writeWorkshop(demo(), [], groups);
  const { workshop, faults } = readWorkshop(text);
  expect(faults).toEqual([]);
  expect(workshop?.groups).toEqual(groups);
  const [first, second, third] = workshop?.actions ?? [];
  expect([first?.assignedTo, second?.assignedTo, third?.assignedTo]).toEqual([
    't1',
    'dce',
    undefined,
  ]);
  expect(text).not.toContain('somebody');
});

test('[GR11] a file without groups has no word of them, and a sheet of one that is gone is nobody’s', () => {
  const text = writeWorkshop(demo(), []);
  expect(text).not.toMatch(/"groups"|GroupId/);
  expect(workshopOf(readWorkshop(text)).groups).toEqual([]);
  expect(workshopOf(readWorkshop(text)).actions[0]?.assignedTo).toBeUndefined();
});

const withGroups = (...list: readonly unknown[]) =>
  readFile(fileOf([], { workshop: { title: 'Atelier', groups: list } }));

test.each<[string, readonly unknown[], readonly Group[], number]>([
  ['without letters', [{ id: 'x' }, { id: 'y' }], [group('x', 'A'), group('y', 'B')], 0],
  [
    'with one letter for two',
    [
      { id: 'x', letter: 'B' },
      { id: 'y', letter: 'B' },
    ],
    [group('x', 'B'), group('y', 'A')],
    0,
  ],
  ['with nulls', [{ id: 'x', letter: null, name: null, people: null }], [group('x', 'A')], 0],
  ['one twice', [{ id: 'x' }, { id: 'x' }], [group('x', 'A')], 1],
  ['what is none', ['x', { id: 'no id' }, { id: 'y', people: 0 }], [], 3],
  ['a name that is too long', [{ id: 'x', name: 'x'.repeat(41) }], [], 1],
  [
    '27 of them',
    Array.from({ length: 27 }, (_, at) => ({ id: `g${at}` })),
    [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, at) => group(`g${at}`, letter)),
    1,
  ],
])('[GR11] a file with groups %s is read', (_what, list, expected, faults) => {
  const reading = withGroups(...list);
  expect(workshopOf(reading).groups).toEqual(expected);
  expect(reading.faults).toHaveLength(faults);
});
