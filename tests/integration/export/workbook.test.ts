/**
 * Workbooks opened by LibreOffice: every cell of every sheet is what the model says, in its type,
 * whichever format it came in.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { FORMATS } from '../../../shared/export/formats.ts';
import { tetWorkbookOf } from '../../../shared/export/tet.ts';
import { linesOfSheet } from '../../../shared/export/workbook/layout.ts';
import type { Sheet, SheetCell, Workbook } from '../../../shared/export/workbook/plain-workbook.ts';
import { workbookOf } from '../../../shared/export/workbook.ts';
import { readWorkshop } from '../../../shared/file/read.ts';
import { clipped } from '../../../shared/table/safe-text.ts';
import { hostileWorkshop } from '../../support/hostile-workshop.ts';
import { convert, needsOffice } from '../../support/libreoffice.ts';
import { plainInput } from '../../support/plain-input.ts';
import { readArchive } from '../../support/read-archive.ts';
import { type ReadCell, type ReadSheet, readFods, readSheets } from '../../support/read-fods.ts';
import { findAll, readXml, textOf, type XmlElement } from '../../support/read-xml.ts';
import { boardOf, demoText, workshopOf } from '../../support/workshop-file.ts';

const now = Date.UTC(2026, 10, 23, 9);
const SEEDS = [1, 2];
const BOARDS = {
  demo: boardOf(workshopOf(readWorkshop(demoText))),
  ...Object.fromEntries(SEEDS.map((seed) => [`hostile-${seed}`, hostileWorkshop(seed)])),
};
const WORKSHOPS = Object.keys(BOARDS);

const models = new Map<string, Workbook>();
const files: Record<string, Uint8Array> = {};
beforeAll(async () => {
  for (const [name, board] of Object.entries(BOARDS)) {
    const input = plainInput(board, { now });
    models.set(`${name}.xlsx`, workbookOf(input));
    models.set(`${name}.ods`, workbookOf(input));
    models.set(`${name}-tet.xlsx`, tetWorkbookOf(input));
    for (const id of ['xlsx', 'ods'] as const)
      files[`${name}.${id}`] = (await FORMATS[id].write(input)) as Uint8Array;
    files[`${name}-tet.xlsx`] = (await FORMATS.tet.write(input)) as Uint8Array;
  }
});

/** A busy machine takes its time to start LibreOffice. */
const timeoutMs = 60_000;

/** What LibreOffice made of a file; it opens all of them at one go. */
let opened: Promise<ReadonlyMap<string, Buffer>> | undefined;
async function open(name: string): Promise<XmlElement> {
  // Two files of one name would be written over each other.
  opened ??= convert(
    Object.fromEntries(Object.entries(files).map(([file, bytes]) => [renamed(file), bytes])),
    'fods',
  );
  const made = (await opened).get(`${renamed(name).replace(/\.[^.]+$/, '')}.fods`);
  if (!made) throw new Error(`${name} was not opened`);
  return readFods(made);
}
const renamed = (name: string): string => name.replace(/\.(\w+)$/, '-$1.$1');

const modelOf = (name: string): Workbook => {
  const model = models.get(name);
  if (!model) throw new Error(`no ${name}`);
  return model;
};

/** Spreadsheets keep fifteen digits. */
const rounded = <Cell>(cell: Cell): Cell | number =>
  typeof cell === 'number' ? Number(cell.toPrecision(15)) : cell;

/** The rows of a sheet of the model as a reader has them: without empty ends. */
function rowsOf(sheet: Sheet): readonly (readonly SheetCell[])[] {
  const rows = linesOfSheet(sheet).map(({ cells }) =>
    cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1).map(rounded),
  );
  return rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1);
}

const NAMES = WORKSHOPS.flatMap((name) => [`${name}.xlsx`, `${name}.ods`, `${name}-tet.xlsx`]);

describe.each(NAMES)('%s', (name) => {
  test('[XL2] is a sound archive of well-formed parts', () => {
    const parts = readArchive(files[name] ?? new Uint8Array());
    for (const [part, { bytes }] of parts)
      if (part !== 'mimetype') expect(readXml(bytes.toString('utf8')).name, part).not.toBe('');
    if (name.endsWith('.ods')) {
      const [first, { isStored, bytes } = {}] = [...parts][0] ?? [];
      const kind = 'application/vnd.oasis.opendocument.spreadsheet';
      expect([first, isStored, String(bytes)]).toEqual(['mimetype', true, kind]);
    }
  });

  test('[XL3] opened elsewhere, every cell has the value and the type of the model', {
    timeout: timeoutMs,
  }, async (context) => {
    needsOffice(context);
    const sheets = readSheets(await open(name));
    const model = modelOf(name);
    expect(sheets.map((sheet) => sheet.name)).toEqual(model.sheets.map((sheet) => sheet.name));
    for (const [at, sheet] of model.sheets.entries())
      expect(
        sheets[at]?.rows.map((row) => row.map(rounded)),
        sheet.name,
      ).toEqual(rowsOf(sheet));
  });

  test('[XL4] headers repeat on paper, A3 lies down, each list is filtered', async (context) => {
    needsOffice(context);
    const document = await open(name);
    const model = modelOf(name);
    const pages = findAll(document, 'style:page-layout-properties').filter(({ attributes }) =>
      attributes.has('style:scale-to-X'),
    );
    for (const { attributes } of pages) {
      const size = ['fo:page-width', 'fo:page-height'].map((key) =>
        Math.round(25.4 * Number.parseFloat(attributes.get(key) ?? '')),
      );
      expect(size).toEqual([420, 297]);
      expect(attributes.get('style:print-orientation')).toBe('landscape');
    }
    expect(pages.length).toBeGreaterThan(0);
    for (const { element } of readSheets(document)) {
      expect(findAll(element, 'table:table-header-rows')).toHaveLength(1);
      expect(findAll(element, 'table:table-header-columns')).toHaveLength(1);
      expect(element.attributes.get('table:print-ranges')).toMatch(/\.A1:/);
    }
    const lists = model.sheets.filter(({ hints }) => !hints);
    const filters = findAll(document, 'table:database-range');
    expect(filters.map(({ attributes }) => attributes.get('table:display-filter-buttons'))).toEqual(
      lists.map(() => 'true'),
    );
    expect(findAll(document, 'dc:title')[0]?.children).toEqual([model.title]);
    const heads = findAll(document, 'style:region-left').flatMap((region) =>
      findAll(region, 'text:p').map(textOf),
    );
    const room = name.endsWith('.xlsx') ? 110 : Number.POSITIVE_INFINITY;
    expect(heads).toContain(clipped(model.about, room));
  });
});

describe.each(WORKSHOPS.flatMap((name) => [`${name}.xlsx`, `${name}.ods`]))('%s', (name) => {
  test('[XL5] its sheets count the same actions', async (context) => {
    needsOffice(context);
    const [actions, ...others] = readSheets(await open(name));
    const totals = others.slice(0, 3).map((sheet, at) => totalsOf(sheet, at === 2 ? 2 : 1));
    for (const { sums, told } of totals) expect(told).toEqual(sums);
    const [first, second, third] = totals.map(({ told }) => told);
    expect([second, third]).toEqual([first, first]);
    expect(first?.[0]).toBe((actions?.rows.length ?? 0) - 1);
  });
});

const counts = 9;

/** @param keys how many columns come before the counts */
function totalsOf({ rows }: ReadSheet, keys: number) {
  const end = rows.findIndex(([first]) => first === 'Total');
  const counted = (row: readonly ReadCell[] = []) => row.slice(keys, keys + counts).map(Number);
  const sums = rows.slice(1, end).map((row) => counted(row));
  return {
    told: counted(rows[end]),
    sums: Array.from({ length: counts }, (_, at) =>
      sums.reduce((sum, row) => sum + (row[at] ?? 0), 0),
    ),
  };
}
