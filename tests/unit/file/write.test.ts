/** Writing a board as a workshop file, and filling a document from one. */

import { expect, test } from 'vitest';
import { addAction, discardAction, mergeActions } from '../../../shared/board/commands/actions.ts';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import { createDoc } from '../../../shared/board/doc.ts';
import { fillBoard, seedBoard } from '../../../shared/board/fill.ts';
import { SCHEMA_VERSION } from '../../../shared/board/schema-version.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import type { FileKey } from '../../../shared/file/file-key.ts';
import * as keys from '../../../shared/file/keys.ts';
import { LAYOUTS, type Layout, type LayoutName } from '../../../shared/file/layout.ts';
import { readWorkshop } from '../../../shared/file/read.ts';
import type { Workshop } from '../../../shared/file/workshop.ts';
import { writeWorkshop } from '../../../shared/file/write.ts';
import type { ActionId, DirectionId, PersonId, PriorityId } from '../../../shared/ids.ts';
import { VISIBILITIES } from '../../../shared/session/rules.ts';
import { unwrap } from '../../support/result.ts';
import {
  boardOf,
  demoFile,
  demoText,
  fileOf,
  readFile,
  workshopOf,
} from '../../support/workshop-file.ts';

/** What is read from what a workshop is written as. */
const again = (workshop: Workshop) =>
  readWorkshop(writeWorkshop(boardOf(workshop), workshop.steps, workshop.groups));

test('[FI13] the demonstration file comes back as it is, keys and lists in their order', () => {
  const { workshop, faults } = readWorkshop(demoText);
  expect(faults).toEqual([]);
  const written = workshop && writeWorkshop(boardOf(workshop), workshop.steps);
  expect(written).toBe(`${JSON.stringify(JSON.parse(demoText), null, 2)}\n`);
  expect(workshop?.priorities).toHaveLength(6);
  expect(workshop?.actions).toHaveLength(52);
});

/** A file that uses every key of ours, and those of version 1 that the demonstration leaves alone. */
const everything = () => ({
  ...demoFile(),
  language: 'fr-BE',
  workshop: {
    ...(demoFile().workshop as object),
    priorityLabel: 'Axe',
    socialMarker: 40,
    environmentalMarker: 80,
    markerSource: 'Feuille de route',
    groups: [{ id: 'g1', letter: 'B', name: 'À distance', people: 6 }],
    phases: [
      {
        order: 1,
        name: 'Pause',
        minutes: 0,
        visibility: 'lecture',
        instruction: 'Soufflez.',
        stepId: 'p',
        stepKind: 'vote',
        anonymous: true,
        rules: { ...VISIBILITIES.lecture, comment: 'anyone' },
        vote: { budget: 4, cap: 2, basis: 'direction', priorityIds: ['p1'] },
        opensVote: true,
        asks: ['levers', 'deadline'],
      },
    ],
  },
  vocabularies: {
    levers: [
      'Variante',
      'Troc',
      { value: 'Don', code: 'gift', en: 'Gift', definition: 'Sans prix.' },
    ],
    marketFamilies: ['Fusées'],
  },
  directions: [
    ...(demoFile().directions as object[]),
    { id: 'd1', name: 'Eau', abbreviation: 'EAU' },
  ],
  cards: [
    {
      id: 'c1',
      priorityId: 'p1',
      position: 1,
      title: 'Cible',
      authorDirectionId: 'd1',
      assignedDirectionId: 'd1',
    },
    {
      id: 'c2',
      priorityId: 'p1',
      position: 2,
      title: 'Source',
      status: 'Fusionnée',
      mergedIntoId: 'c1',
      statusBefore: 'Retenue',
      discarded: true,
    },
    {
      id: 'c3',
      priorityId: 'p1',
      position: 3,
      title: 'Écartée',
      status: 'Écartée',
      statusBefore: 'À discuter',
      authorActorId: 'mef',
    },
    {
      id: 'c4',
      priorityId: 'p2',
      position: 1,
      title: 'Fournie',
      assignedGroupId: 'g1',
      electedSponsor: 'Vice-présidente',
      levers: ['Troc', 'Don'],
      indicator: {
        label: 'A',
        target: 1,
        targetDate: '2025-01-01',
        otherTargets: [{ value: -2.5, date: '2026-01-01' }, { value: 3 }],
      },
      otherIndicators: [{ label: 'B' }, { unit: '%', target: 0 }],
      operatorConstraints: [{ text: 'Délai' }, { actorId: 'mef' }],
    },
    { id: 'c5', title: 'À replacer', unplaced: true },
  ],
  comments: [
    { id: 'k2', cardId: 'c4', text: 'Oui', at: 2_000 },
    { id: 'k1', cardId: 'c4', text: 'Non', at: 1_000.5 },
  ],
});

test('[FI14] what version 1 cannot say is written in keys of ours and read back', () => {
  const first = readFile(everything());
  expect(first.faults).toEqual([]);
  expect(again(workshopOf(first))).toEqual(first);
  const [, merged, discarded, full, unplaced] = workshopOf(first).actions;
  expect(merged).toMatchObject({ mergedInto: 'c1', status: 'retained', discarded: true });
  expect(discarded).toMatchObject({ discarded: true, status: 'discuss', authorActorId: 'mef' });
  expect(full?.indicators.map(({ targets }) => targets)).toEqual([
    [{ value: 1, date: '2025-01-01' }, { value: -2.5, date: '2026-01-01' }, { value: 3 }],
    [],
    [{ value: 0 }],
  ]);
  expect(unplaced).not.toHaveProperty('priorityId');
  expect(workshopOf(first).comments.map(({ id }) => id)).toEqual(['k1', 'k2']);
});

test('[FI14] every key of ours was in that file, and none is in one that needs none', () => {
  const extras = Object.values(LAYOUTS).flatMap(({ extra = [] }: Layout) => extra);
  expect(extras.length).toBeGreaterThan(10);
  const board = (workshop: Workshop) =>
    writeWorkshop(boardOf(workshop), workshop.steps, workshop.groups);
  const rich = board(workshopOf(readFile(everything())));
  const plain = board(workshopOf(readWorkshop(demoText)));
  for (const key of extras) {
    expect(rich).toContain(`"${key}":`);
    expect(plain).not.toContain(`"${key}":`);
  }
});

test('[FI14] every field that is read has its place in the layout', () => {
  const tables: readonly [LayoutName, readonly FileKey<PropertyKey>[]][] = [
    ['file', keys.TOP_KEYS],
    ['workshop', keys.WORKSHOP_KEYS],
    ['priority', keys.PRIORITY_KEYS],
    ['direction', keys.DIRECTION_KEYS],
    ['actor', keys.ACTOR_KEYS],
    ['policy', keys.POLICY_KEYS],
    ['card', keys.CARD_KEYS],
    ['indicator', keys.INDICATOR_KEYS],
    ['indicator', keys.FIRST_TARGET_KEYS],
    ['target', keys.TARGET_KEYS],
    ['constraint', keys.CONSTRAINT_KEYS],
    ['comment', keys.COMMENT_KEYS],
  ];
  for (const [name, table] of tables) {
    const { keys: own, extra = [] }: Layout = LAYOUTS[name];
    for (const { path } of table) expect([...own, ...extra]).toContain(path.split('.')[0]);
  }
});

test('[FI15] a file carries neither names nor ids of people', () => {
  const doc = createDoc();
  fillBoard(doc, workshopOf(readWorkshop(demoText)));
  const author = {
    personId: 'person-42' as PersonId,
    directionId: 'dce' as DirectionId,
    actorId: null,
  };
  const added = addAction(doc, {
    title: 'Nouvelle',
    place: { priorityId: 'p1' as PriorityId, before: null },
    author,
  });
  setSheetField(doc, unwrap(added), 'assignedTo', 'person-43');
  setSheetField(doc, 'p1-01' as ActionId, 'assignedTo', 'dce');
  const text = writeWorkshop(readBoard(doc), []);
  expect(text).toContain('Nouvelle');
  expect(text).toContain('"authorDirectionId": "dce"');
  expect(text).toContain('"assignedDirectionId": "dce"');
  expect(text).not.toContain('person-4');
});

test('[FI12] a board that people worked on is read back without a fault', () => {
  const doc = createDoc();
  fillBoard(doc, workshopOf(readWorkshop(demoText)));
  mergeActions(doc, ['p1-02', 'p1-03'] as ActionId[], 'p1-01' as ActionId);
  mergeActions(doc, ['p1-01'] as ActionId[], 'p2-01' as ActionId);
  discardAction(doc, 'p1-02' as ActionId);
  discardAction(doc, 'p3-01' as ActionId);
  const board = readBoard(doc);
  const text = writeWorkshop(board, []);
  const { workshop, faults } = readWorkshop(text);
  expect(faults).toEqual([]);
  const copy = boardOf(workshopOf({ workshop: workshop as Workshop, faults }));
  expect(copy.columns).toEqual(board.columns);
  expect(copy.numbers).toEqual(board.numbers);
  expect(copy.sources).toEqual(board.sources);
  expect(copy.discarded).toEqual(board.discarded);
  expect(writeWorkshop(copy, [])).toBe(text);
  const statuses = JSON.parse(text).cards.map(({ status }: { status: string }) => status);
  expect(statuses.filter((status: string) => status === 'Fusionnée')).toHaveLength(3);
  expect(statuses.filter((status: string) => status === 'Écartée')).toHaveLength(1);
});

test('[FI12] a card without status is proposed, and stays so', () => {
  const first = readFile(fileOf([{ id: 'c1', priorityId: 'p1', title: 'Agir' }]));
  const text = writeWorkshop(boardOf(workshopOf(first)), []);
  expect(JSON.parse(text).cards[0].status).toBe('Proposée');
  expect(readWorkshop(text)).toEqual(first);
});

test('[FI17] an empty document is filled in one transaction, in the order of the lists', () => {
  const doc = createDoc();
  let transactions = 0;
  doc.on('afterTransaction', () => {
    transactions += 1;
  });
  const workshop = workshopOf(readWorkshop(demoText));
  fillBoard(doc, workshop);
  expect(transactions).toBe(1);
  const board = readBoard(doc);
  expect(board.info).toEqual({ ...workshop.info, schemaVersion: SCHEMA_VERSION });
  expect(board.priorities.map(({ id }) => id)).toEqual(workshop.priorities.map(({ id }) => id));
  expect([...board.directions.keys()]).toEqual(workshop.directions.map(({ id }) => id));
  expect([...board.columns.values()].flat()).toEqual(workshop.actions.map(({ id }) => id));
  expect(board.numbers.get('p3-02' as ActionId)).toBe('3.2');
});

test('[FI17] cards stand by position, whatever their order in the file', () => {
  const cards = [3, 1, undefined, 2].map((position, at) => ({
    id: `c${at}`,
    priorityId: 'p1',
    title: `T${at}`,
    position,
  }));
  const { actions } = workshopOf(readFile(fileOf(cards)));
  expect(actions.map(({ id }) => id)).toEqual(['c1', 'c3', 'c0', 'c2']);
});

test('[FI17] a board can begin with a title alone', () => {
  const doc = createDoc();
  seedBoard(doc, { title: ' Mon\natelier ' });
  const board = readBoard(doc);
  expect(board.info).toEqual({ title: 'Mon atelier', schemaVersion: SCHEMA_VERSION });
  expect(readWorkshop(writeWorkshop(board, [])).faults).toEqual([]);
});
