/** The action list as rows, then as CSV in both dialects. */
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { actionList } from '../../../shared/export/action-list.ts';
import { FRENCH_EXCEL, OPEN_DATA, writeCsv } from '../../../shared/export/csv.ts';
import { FORMATS, writeExport } from '../../../shared/export/formats.ts';
import { readWorkshop } from '../../../shared/file/read.ts';
import { FORMAT_IDS, type FormatId, isFormatId } from '../../../shared/protocol/formats.ts';
import { COLUMNS, type ColumnKey } from '../../../shared/table/columns.ts';
import { isFormula, neutral } from '../../../shared/table/formula.ts';
import { plainInput } from '../../support/plain-input.ts';
import { readCsv } from '../../support/read-csv.ts';
import { boardOf, demoText, fileOf, readFile, workshopOf } from '../../support/workshop-file.ts';

const boardWith = (...cards: readonly Readonly<Record<string, unknown>>[]) =>
  boardOf(
    workshopOf(
      readFile(
        fileOf(
          cards.map((card, at) => ({ id: `c${at + 1}`, priorityId: 'p1', title: 'Agir', ...card })),
        ),
      ),
    ),
  );
const demo = boardOf(workshopOf(readWorkshop(demoText)));
const french = (...cards: readonly Readonly<Record<string, unknown>>[]) =>
  writeCsv(actionList(boardWith(...cards)), FRENCH_EXCEL);
const open = (...cards: readonly Readonly<Record<string, unknown>>[]) =>
  writeCsv(actionList(boardWith(...cards)), OPEN_DATA);

/** One cell of the first action, as a reader finds it. */
function cellOf(csv: string, key: ColumnKey, row = 1): string | undefined {
  const records = readCsv(csv.replace(/^\uFEFF/, ''), csv.startsWith('\uFEFF') ? ';' : ',');
  return records[row]?.[COLUMNS.findIndex((column) => column.key === key)];
}

const ANNEX =
  'N° | Priorité | Intitulé de l’action | Description | Direction pilote | Directions associées | Élu·e référent·e | Partenaires externes | Leviers juridiques | Considération sociale | Considération environnementale | Considération économique | Familles d’achat | Niveau d’ambition | Impact | Faisabilité | Début | Échéance | Indicateur | Exprimé en | Valeur de départ | Cible | Fréquence | Moyens | Contraintes exprimées (acteur : texte) | Politiques publiques liées | Votes | Statut';

describe('rows', () => {
  test('[EX1] the columns are those of the annex in their order, then those of the trace', () => {
    const headers = COLUMNS.map(({ fr }) => fr);
    expect(headers.slice(0, 28)).toEqual(ANNEX.split(' | '));
    expect(COLUMNS.map((column) => 'trace' in column)).toEqual(COLUMNS.map((_, at) => at >= 28));
    expect(new Set(COLUMNS.map(({ en }) => en)).size).toBe(COLUMNS.length);
  });

  test('[EX2] actions on show come by number, then those unplaced, merged and set aside', () => {
    const board = boardWith(
      { title: 'Écartée', position: 1, status: 'Écartée' },
      { title: 'Deux', position: 3 },
      { title: 'Fusionnée', position: 2, status: 'Fusionnée', mergedIntoId: 'c2' },
      { title: 'Sans priorité', priorityId: null, unplaced: true },
      { title: 'Un', position: 2 },
    );
    const { rows } = actionList(board);
    expect(rows.map(({ cells, status }) => [cells.number, cells.title, status])).toEqual([
      ['1.1', 'Un', 'proposed'],
      ['1.2', 'Deux', 'proposed'],
      [undefined, 'Sans priorité', 'proposed'],
      [undefined, 'Fusionnée', 'merged'],
      [undefined, 'Écartée', 'discarded'],
    ]);
    expect(rows[3]?.cells).toMatchObject({ status: 'Fusionnée', mergedInto: '1.2 Deux' });
    expect(actionList(board, { includeAll: false }).rows).toHaveLength(2);
  });

  test('[EX2] the demonstration gives 52 rows, with what must stay visible about it', () => {
    const list = actionList(demo);
    expect(list.rows).toHaveLength(52);
    expect(list.rows[51]?.cells.number).toBe('6.9');
    expect(list.notice).toContain('démonstration');
    expect(list.date).toBe('2024-01-18');
  });

  test('[EX3] names stand for ids and labels for codes, in the language asked', () => {
    const board = boardWith({
      pilotDirectionId: 'd1',
      associatedDirectionIds: ['d2'],
      levers: ['Variante'],
      ambition: 'Rupture',
      operatorConstraints: [{ actorId: 'a1', text: 'Trop court' }, { text: 'Trop cher' }],
    });
    expect(actionList(board).rows[0]?.cells).toMatchObject({
      priority: 'Eau',
      leadDirection: 'Direction de l’eau',
      supportingDirections: { members: ['Direction des achats'] },
      levers: { members: ['Variante'] },
      constraints: 'Fédération : Trop court\nTrop cher',
    });
    const [row] = actionList(board, { language: 'en' }).rows;
    expect(row?.cells).toMatchObject({ ambition: 'Breakthrough', status: 'Proposed' });
  });

  test('[EX3] an id that nothing answers to stays visible', () => {
    const board = boardWith({ pilotDirectionId: 'd1', associatedDirectionIds: ['d2'] });
    const orphan = { ...board, directions: new Map() };
    expect(actionList(orphan).rows[0]?.cells).toMatchObject({
      leadDirection: 'd1',
      supportingDirections: { members: ['d2'] },
    });
  });

  test('[EX4] several indicators and targets stand line by line, side by side', () => {
    const board = boardWith({
      indicator: {
        label: 'A',
        unit: '%',
        target: 30,
        targetDate: '2025-12-31',
        otherTargets: [{ value: -50.5, date: '2026-12-31' }],
      },
      otherIndicators: [{ label: 'B', baseline: 2 }],
    });
    const csv = writeCsv(actionList(board), FRENCH_EXCEL);
    expect(cellOf(csv, 'indicator')).toBe('A\nA\nB');
    expect(cellOf(csv, 'target')).toBe("30\n'-50,5\n");
    expect(cellOf(csv, 'targetDate')).toBe('31/12/2025\n31/12/2026\n');
    expect(cellOf(csv, 'baseline')).toBe('\n\n2');
    expect(cellOf(csv, 'unit')).toBe('%\n%\n');
  });
});

describe('dialects', () => {
  const card = {
    description: 'Une "ligne"\r\nune autre ; ici, là',
    startDate: '2024-05-01',
    associatedDirectionIds: ['d1', 'd2'],
    indicator: { label: 'Part', baseline: -2.4, target: 1_234_567.5 },
  };

  test('[EX5] French Excel: mark, semicolons, decimal comma, French dates', () => {
    const csv = french(card);
    expect(csv.startsWith('\uFEFFN°;Priorité;')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(cellOf(csv, 'startDate')).toBe('01/05/2024');
    expect(cellOf(csv, 'baseline')).toBe('-2,4');
    expect(cellOf(csv, 'target')).toBe('1234567,5');
    expect(cellOf(csv, 'supportingDirections')).toBe('Direction de l’eau ; Direction des achats');
    expect(cellOf(csv, 'description')).toBe('Une "ligne"\nune autre ; ici, là');
  });

  test('[EX6] open data: commas, no mark, ISO dates, decimal point, texts as they are', () => {
    const csv = open({ ...card, means: '=1+1' });
    expect(csv.startsWith('N°,Priorité,')).toBe(true);
    expect(cellOf(csv, 'startDate')).toBe('2024-05-01');
    expect(cellOf(csv, 'baseline')).toBe('-2.4');
    expect(cellOf(csv, 'target')).toBe('1234567.5');
    expect(cellOf(csv, 'means')).toBe('=1+1');
  });

  test.each([';', ','])(
    '[EX5] records of the dialect with %j end with CRLF, lines of a cell with LF',
    (delimiter) => {
      const csv = delimiter === ';' ? french(card, card) : open(card, card);
      expect(readCsv(csv.replace(/^\uFEFF/, ''), delimiter)).toHaveLength(3);
      expect(csv.match(/\r\n/g)).toHaveLength(3);
      expect(csv).not.toMatch(/\r(?!\n)/);
    },
  );

  test('[EX8] no control character is left but the tab and the newline', () => {
    const all = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).join('x');
    for (const csv of [french({ description: all }), open({ description: all })])
      expect(csv.replace(/\r\n/g, '')).not.toMatch(/(?![\t\n])\p{Cc}/u);
    expect(cellOf(open({ description: 'a\u0000\tb\rc' }), 'description')).toBe('a\tb\nc');
  });
});

describe('formulas', () => {
  test.each(
    [
      '=1+1',
      '+33 2',
      '-1',
      '@SUM(A1)',
      '\tx',
      '  =1',
      '\u00A0=1',
      '\u200B\u200D\uFEFF=1',
      '\u2060\u00AD@a',
      '\u202E=1',
      '\u3164=1',
      '\u2800=1',
      '\u0301=1',
      '＝1',
      '＋1',
      '－1',
      '＠a',
      '﹢1',
      '\u22121',
      '',
    ].filter((text) => text !== ''),
  )('[EX7] %j is a formula and gets its apostrophe', (text) => {
    expect(isFormula(text)).toBe(true);
    expect(cellOf(french({ means: text }), 'means')).toBe(`'${text}`);
  });

  test.each(['a=1', '1-1', 'é', '« = »', "'=1", '', '→', '(=1)'])('[EX7] %j is none', (text) => {
    expect(neutral(text)).toBe(text);
  });

  test('[EX7] each line of a cell gets its own', () => {
    expect(cellOf(french({ means: '- a\r\n- b\r= c\nd\u2028=e' }), 'means')).toBe(
      "'- a\n'- b\n'= c\nd\u2028'=e",
    );
  });

  test('[EX7] a number alone stays a number', () => {
    const csv = french({ indicator: { label: '-', baseline: -3 } });
    expect(cellOf(csv, 'baseline')).toBe('-3');
    expect(cellOf(csv, 'indicator')).toBe("'-");
  });
});

describe('formats', () => {
  const writeDemo = (format: FormatId) => FORMATS[format].write(plainInput(demo));

  test('[EX11] every format writes the demonstration', async () => {
    expect(readWorkshop(String(writeDemo('json'))).faults).toEqual([]);
    expect(writeDemo('csv')).toBe(writeCsv(actionList(demo), FRENCH_EXCEL));
    expect(writeDemo('csv-open')).toBe(writeCsv(actionList(demo), OPEN_DATA));
    const sizes = FORMAT_IDS.map(async (id) => (await writeExport(id, plainInput(demo))).length);
    expect(Math.min(...(await Promise.all(sizes)))).toBeGreaterThan(10_000);
    expect(isFormatId('csv') && !isFormatId('exe') && !isFormatId('toString')).toBe(true);
  });

  test('[EX11] no two formats give files of the same name', () => {
    const names = FORMAT_IDS.map((id) => `${FORMATS[id].kind}.${FORMATS[id].extension}`);
    expect(new Set(names).size).toBe(FORMAT_IDS.length);
  });

  test('[EX9] the library that did not write by hand and the hand-written reader agree', () => {
    for (const dialect of [FRENCH_EXCEL, OPEN_DATA]) {
      const csv = writeCsv(actionList(demo), dialect).replace(/^\uFEFF/, '');
      const byHand = readCsv(csv, dialect.delimiter);
      expect(byHand).toHaveLength(53);
      const { data } = Papa.parse<string[]>(csv.trimEnd(), { delimiter: dialect.delimiter });
      expect(data).toEqual(byHand);
    }
  });

  test('[EX12] every text of every card is in the CSV', () => {
    const cells = new Set(readCsv(writeCsv(actionList(demo), OPEN_DATA), ',').flat());
    const found = (text: string) => [...cells].some((cell) => cell.includes(text));
    for (const card of JSON.parse(demoText).cards) {
      const { title, description, means, considerations, indicator, levers, marketFamilies } = card;
      const texts = [title, description, means, ...Object.values<string>(considerations)];
      texts.push(
        indicator.label,
        indicator.unit,
        indicator.frequency,
        ...levers,
        ...marketFamilies,
      );
      for (const { text } of card.operatorConstraints) texts.push(text);
      for (const text of [...texts, ...Object.values<string[]>(card.decp).flat()])
        expect([text, found(text)]).toEqual([text, true]);
    }
  });
});
