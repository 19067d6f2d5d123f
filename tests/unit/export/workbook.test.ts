import { describe, expect, test } from 'vitest';
import { writeWorkbookOds } from '../../../shared/export/ods.ts';
import { linesOfSheet } from '../../../shared/export/workbook/layout.ts';
import { CELL_CHARACTERS, type SheetCell } from '../../../shared/export/workbook/plain-workbook.ts';
import { workbookOf } from '../../../shared/export/workbook.ts';
import { writeWorkbookXlsx } from '../../../shared/export/xlsx.ts';
import { readWorkshop } from '../../../shared/file/read.ts';
import type { ActionId, PersonId } from '../../../shared/ids.ts';
import { COLUMNS } from '../../../shared/table/columns.ts';
import { plainInput } from '../../support/plain-input.ts';
import { readArchive } from '../../support/read-archive.ts';
import { findAll, readXml } from '../../support/read-xml.ts';
import {
  boardOf,
  demoFile,
  demoText,
  readCardWith,
  workshopOf,
} from '../../support/workshop-file.ts';

const demo = boardOf(workshopOf(readWorkshop(demoText)));
const workbook = workbookOf(plainInput(demo));
const boardWith = (fields: Readonly<Record<string, unknown>>) =>
  boardOf(workshopOf(readCardWith(fields)));

/** A sheet as records by the labels of its columns. */
function recordsOf(name: string, of = workbook): readonly Readonly<Record<string, SheetCell>>[] {
  const sheet = of.sheets.find((each) => each.name === name);
  return (sheet?.rows ?? []).map((row) =>
    Object.fromEntries(row.map((cell, at) => [sheet?.columns[at]?.label, cell])),
  );
}
const notesOf = (of = workbook): string => of.sheets.flatMap(({ notes }) => notes).join('\n');

describe('actions', () => {
  test('[XL6] the six sheets come in the order people ask for', () => {
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      'Actions',
      'Par axe',
      'Par direction',
      'Par échéance',
      'Indicateurs',
      'Trace',
    ]);
    expect(workbookOf(plainInput(demo, { language: 'en' })).sheets[2]?.name).toBe('By department');
  });

  test('[XL6] the annex comes first, then what brings an amended sheet back', () => {
    const labels = workbook.sheets[0]?.columns.map(({ label }) => label) ?? [];
    expect(labels.slice(0, 28)).toEqual(COLUMNS.slice(0, 28).map(({ fr }) => fr));
    expect(labels.at(-1)).toBe('Identifiant');
    expect(labels).not.toContain('Commentaires');
  });

  test('[XL6] each action of the demonstration has, in its columns, what its file says', () => {
    const { cards, directions, priorities } = demoFile() as ReturnType<typeof demoFile> & {
      directions: { id: string; name: string }[];
      priorities: { id: string; title: string }[];
    };
    const records = new Map(recordsOf('Actions').map((record) => [record['N°'], record]));
    expect(records.size).toBe(cards.length);
    for (const card of cards) {
      const { indicator, considerations } = card as {
        indicator: Record<string, SheetCell>;
        considerations: Record<string, SheetCell>;
      };
      expect(records.get(String(card.code))).toMatchObject({
        Priorité: priorities.find(({ id }) => id === card.priorityId)?.title,
        'Intitulé de l’action': card.title,
        Description: card.description,
        'Direction pilote': directions.find(({ id }) => id === card.pilotDirectionId)?.name,
        'Considération sociale': considerations.social,
        'Leviers juridiques': (card.levers as string[]).join(' ; '),
        'Niveau d’ambition': card.ambition,
        Impact: card.impact,
        Faisabilité: card.feasibility,
        Début: { day: card.startDate },
        Échéance: { day: card.deadline },
        Indicateur: indicator.label,
        'Valeur de départ': indicator.baseline,
        Cible: indicator.target,
        'Date de la cible': { day: indicator.targetDate },
        Moyens: card.means,
        Votes: card.votes,
        Statut: card.status,
      });
    }
  });

  test('[XL6] merged actions and those set aside are in the trace alone', () => {
    const board = boardWith({ status: 'Écartée', title: 'Partie' });
    const of = workbookOf(plainInput(board));
    expect(recordsOf('Actions', of)).toEqual([]);
    expect(recordsOf('Trace', of)).toMatchObject([{ Statut: 'Écartée', 'N°': null }]);
    expect(notesOf(of)).toContain('1 écartée');
    expect(recordsOf('Par axe', of)).toMatchObject([{ Priorité: 'Eau', Actions: 0 }]);
  });
});

describe('cells', () => {
  const cellOf = (fields: Readonly<Record<string, unknown>>, column: string) =>
    recordsOf('Actions', workbookOf(plainInput(boardWith(fields))))[0]?.[column];

  test.each([
    ['a formula', '=1+1', '=1+1'],
    ['a code of a character', '_x000D_', '_x000D_'],
    ['controls', 'a\u0000b\u001Fc\u0085d', 'abc\nd'],
    ['line ends', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['marks of direction', 'a\u202Eb\u2066c\u200Fd', 'abc\u200Fd'],
    ['tags', '</w:t>]]>', '</w:t>]]>'],
    ['spaces alone', ' \n ', null],
  ])('[XL8] %s', (_, text, expected) => {
    expect(cellOf({ means: text }, 'Moyens')).toBe(expected);
  });

  test('[XL7] a text beyond a cell is cut between characters, says so, and the workbook too', () => {
    const long = boardWith({ description: `a${'🌊'.repeat(20_000)}` });
    const of = workbookOf(plainInput(long));
    const cell = String(recordsOf('Actions', of)[0]?.Description);
    expect(cell.length).toBeGreaterThan(CELL_CHARACTERS - 2);
    expect(cell.length).toBeLessThanOrEqual(CELL_CHARACTERS);
    expect(cell).toMatch(/^a🌊+… \[texte coupé/u);
    expect(notesOf(of)).toContain('32 767');
    expect(notesOf()).not.toContain('32 767');
  });

  test('[XL3] a day that spreadsheets count differently stays a text; no zero is negative', () => {
    expect(cellOf({ startDate: '1900-02-28' }, 'Début')).toBe('1900-02-28');
    expect(cellOf({ startDate: '1900-03-01' }, 'Début')).toEqual({ day: '1900-03-01' });
    const zero = cellOf({ indicator: { label: 'a', baseline: -0 } }, 'Valeur de départ');
    expect(Object.is(zero, 0)).toBe(true);
  });
});

describe('names and votes', () => {
  const action = [...demo.actions.keys()][0] as ActionId;
  const ana = 'ana' as PersonId;
  const board = {
    ...demo,
    actions: new Map(
      [...demo.actions].map(([id, each]) => [
        id,
        id === action ? { ...each, authorId: ana } : each,
      ]),
    ),
  };
  const names = new Map([[ana, 'Ana Durand']]);
  const proposers = (of: typeof workbook) =>
    recordsOf('Trace', of).map((record) => record['Proposée par']);

  test('[XL1] a person is named when it is asked, and the workbook says which it is', () => {
    const unnamed = workbookOf(plainInput(board));
    expect(proposers(unnamed)).not.toContain('Ana Durand');
    expect(notesOf(unnamed)).toContain('ne nomme aucun participant');
    const named = workbookOf(plainInput(board, { names }));
    expect(proposers(named)).toContain('Ana Durand');
    expect(notesOf(named)).toContain('nomme les participants');
  });

  test('[XL13] votes of the last round stand for those the file came with', () => {
    const of = workbookOf(plainInput(demo, { votes: new Map([[action, 400]]) }));
    const record = recordsOf('Actions', of).find(({ Identifiant }) => Identifiant === action);
    expect(record?.Votes).toBe(400);
    const total = (each: typeof workbook) => Number(each.sheets[1]?.total?.[9]);
    const before = demo.actions.get(action)?.votes ?? 0;
    expect(total(of)).toBe(total(workbook) + 400 - before);
  });
});

describe('files', () => {
  const partOf = (file: Uint8Array, name: string) =>
    readXml(String(readArchive(file).get(name)?.bytes));

  test('[XL12] headers and first columns stay in sight, in both', async () => {
    const xlsx = await writeWorkbookXlsx(workbook);
    for (const [at, { frozen }] of workbook.sheets.entries()) {
      const [pane] = findAll(partOf(xlsx, `xl/worksheets/sheet${at + 1}.xml`), 'pane');
      expect([...(pane?.attributes ?? [])]).toEqual(
        expect.arrayContaining([
          ['xSplit', String(frozen)],
          ['ySplit', '1'],
          ['state', 'frozen'],
        ]),
      );
    }
    const settings = partOf(writeWorkbookOds(workbook), 'settings.xml');
    const values = (name: string) =>
      findAll(settings, 'config:config-item')
        .filter(({ attributes }) => attributes.get('config:name') === name)
        .map(({ children }) => Number(children[0]));
    expect(values('HorizontalSplitPosition')).toEqual(workbook.sheets.map(({ frozen }) => frozen));
    expect(values('VerticalSplitPosition')).toEqual(workbook.sheets.map(() => 1));
    expect(new Set(values('HorizontalSplitMode'))).toEqual(new Set([2]));
  });

  test('[XL12] ranges are told with the quotes that names of two words need', async () => {
    const book = partOf(await writeWorkbookXlsx(workbook), 'xl/workbook.xml');
    const ranges = findAll(book, 'definedName').map(({ children }) => String(children[0]));
    expect(ranges).toHaveLength(3 * workbook.sheets.length);
    for (const range of ranges) expect(range).toMatch(/^'[^']+'!\$/);
  });

  test('[XL11] the workbook says what it is about and what is not in it', () => {
    expect(workbook.title).toBe('Imaginer les actions du SPASER – Liste des actions');
    expect(workbook.description).toContain('démonstration');
    const [actions, byPriority] = workbook.sheets;
    const told = byPriority && linesOfSheet(byPriority).flatMap(({ cells }) => cells);
    for (const word of ['démonstration', 'déroulé', 'ne nomme aucun'])
      expect(told).toContainEqual(expect.stringContaining(word));
    expect(actions?.notes).toEqual([]);
  });
});
