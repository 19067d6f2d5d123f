import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readTable, readText, TABLE_LIMITS, type Table } from '../../../shared/import/table.ts';
import { unwrap } from '../../support/result.ts';
import { declareSize, flagEncrypted, odsWith, xlsxFiles } from '../../support/workbook-files.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const rowsOf = ({ sheets }: Table) => sheets[0]?.rows;
const rowsIn = async (bytes: Uint8Array) => rowsOf(unwrap(await readTable(bytes)));
/** What a refused file is refused for. */
const faultOf = async (bytes: Uint8Array) => {
  const read = await readTable(bytes);
  return read.ok ? 'read' : read.error;
};

const grid = [
  ['Priorité', 'Action', 'Échéance', 'Cible'],
  ['Eau', 'Réserver ; allotir', new Date(Date.UTC(2027, 2, 12)), 12.5],
];
const plain = [grid[0], ['Eau', 'Réserver ; allotir', '2027-03-12', 12.5]];

describe('what is read', () => {
  test.each([
    ['xlsx', writeXlsx],
    ['ods', writeOds],
  ] as const)('[IM1] an %s workbook', async (source, write) => {
    const table = unwrap(await readTable(await write({ sheets: [{ name: 'Liste', rows: grid }] })));
    expect(table.source).toBe(source);
    expect(table.sheets).toEqual([{ name: 'Liste', rows: plain, isCut: false }]);
  });

  test.each([
    ['semicolons', 'Axe;Action, détail\r\nEau;"Réserver; allotir"\r\n'],
    ['commas', 'Axe,"Action, détail"\nEau,"Réserver; allotir"\n'],
    ['tabs', 'Axe\tAction, détail\nEau\tRéserver; allotir'],
    ['bars', 'Axe|Action, détail\rEau|Réserver; allotir'],
    ['a separator it names itself', 'sep=;\r\nAxe;Action, détail\r\nEau;"Réserver; allotir"'],
    ['a byte order mark', '\uFEFFAxe;Action, détail\r\nEau;"Réserver; allotir"'],
  ])('[IM1] a text with %s', async (_name, text) => {
    const rows = [
      ['Axe', 'Action, détail'],
      ['Eau', 'Réserver; allotir'],
    ];
    expect(await rowsIn(bytesOf(text))).toEqual(rows);
    expect(rowsOf(unwrap(readText(text)))).toEqual(rows);
  });

  test('[IM1] a list of sentences is one column, whatever their commas', () => {
    const lines = ['Réserver des lots, chaque année', 'Former', 'Publier, suivre, mesurer'];
    expect(rowsOf(unwrap(readText(lines.join('\n'))))).toEqual(lines.map((line) => [line]));
  });

  test.each([
    [
      'commas within quotes',
      `Axe;Action\n${'Eau;"Un lot, puis deux, puis trois, par an"\n'.repeat(60)}`,
    ],
    ['decimal commas', `Action;Cible;Départ\n${'Former;12,5;3,5\n'.repeat(60)}`],
    ['quotes in its cells', `Axe;Action\n${'Eau;"Dire ""oui"", et agir"\n'.repeat(60)}`],
    ['a title above it', `Plan, version 2\nAxe;Action\n${'Eau;Former\n'.repeat(3)}`],
  ])('[IM1] a text with semicolons and %s', (_name, text) => {
    const rows = rowsOf(unwrap(readText(text))) ?? [];
    const heads = rows.find((row) => row.includes('Action'));
    expect(heads?.length).toBeGreaterThan(1);
    expect(new Set(rows.slice(rows.indexOf(heads ?? [])).map(({ length }) => length)).size).toBe(1);
  });

  test('[IM1] a quote that is never closed is told with its line', () => {
    const { sheets } = unwrap(readText('a;b\nc;d\n"e;f\ng;h\ni;j'));
    expect(sheets[0]?.openQuoteLine).toBe(3);
  });

  test.each<[string, number[], string]>([
    ['UTF-8', [0xc3, 0xa9], 'é'],
    ['windows-1252', [0xe9, 0x80], 'é€'],
    ['UTF-16, little end first', [0xff, 0xfe, 0xe9, 0x00], 'é'],
    ['UTF-16, big end first', [0xfe, 0xff, 0x00, 0xe9], 'é'],
  ])('[IM2] a text in %s', async (_name, bytes, text) => {
    expect(await rowsIn(Uint8Array.from(bytes))).toEqual([[text]]);
  });

  test.each<[string, readonly number[]]>([
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]],
    ['a program', [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]],
  ])('[IM2] %s is no table', async (_name, bytes) => {
    expect(await faultOf(Uint8Array.from(bytes))).toBe('not-a-table');
  });

  test('[IM4] a cell over several lines speaks for each of them', async () => {
    const rows = [
      ['Axe', 'Action'],
      ['Eau', 'Réserver'],
      [null, 'Allotir'],
      ['Emploi', 'Former'],
    ];
    const merges = [{ startRow: 1, endRow: 2, startCol: 0, endCol: 0 }];
    for (const write of [writeXlsx, writeOds])
      expect(await rowsIn(await write({ sheets: [{ name: 'A', rows, merges }] }))).toEqual([
        ['Axe', 'Action'],
        ['Eau', 'Réserver'],
        ['Eau', 'Allotir'],
        ['Emploi', 'Former'],
      ]);
  });

  test('[IM4] hidden sheets and empty ends are left out', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Cachée', rows: [['x']], hidden: true },
        { name: 'Vide', rows: [[null], ['']] },
        { name: 'Liste', rows: [['a'], [null], ['b'], [null], ['  ']] },
      ],
    });
    expect(unwrap(await readTable(bytes)).sheets).toEqual([
      { name: 'Liste', rows: [['a'], [null], ['b']], isCut: false },
    ]);
  });

  test('[IM4] a formula says the value it had', async () => {
    const bytes = zipSync(
      xlsxFiles('<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1</f><v>deux</v></c>'),
    );
    expect(await rowsIn(bytes)).toEqual([[2, 'deux']]);
  });

  test('[IM4] headers repeated on each page are read, and styles to the right are no cells', async () => {
    const bytes = odsWith(
      '<table:table-header-rows><table:table-row><table:table-cell office:value-type="string"><text:p>Action</text:p></table:table-cell></table:table-row></table:table-header-rows>' +
        '<table:table-row-group><table:table-row><table:table-cell office:value-type="string" table:style-name="a"><office:annotation><text:p>note</text:p></office:annotation><text:p>Former</text:p></table:table-cell><table:table-cell table:style-name="b" table:number-columns-repeated="16383"/></table:table-row></table:table-row-group>',
    );
    expect(await rowsIn(bytes)).toEqual([['Action'], ['Former']]);
  });

  test('[IM4] five thousand lines are read, more than the bounds are cut and said', async () => {
    const lines = (count: number) => Array.from({ length: count }, (_, at) => [`Action ${at}`]);
    const whole = unwrap(
      await readTable(await writeXlsx({ sheets: [{ name: 'A', rows: lines(5_000) }] })),
    );
    expect(whole.sheets[0]?.rows).toHaveLength(5_000);
    expect(whole.sheets[0]?.isCut).toBe(false);
    const cut = unwrap(readText(lines(TABLE_LIMITS.rows + 1).join('\n')));
    expect(cut.sheets[0]?.rows).toHaveLength(TABLE_LIMITS.rows);
    expect(cut.sheets[0]?.isCut).toBe(true);
    const ended = unwrap(readText(`${lines(TABLE_LIMITS.rows).join('\n')}\n \n`));
    expect(ended.sheets[0]?.isCut).toBe(false);
    const full = unwrap(readText(`${'x\t'.repeat(TABLE_LIMITS.columns)} `));
    expect(full.sheets[0]).toMatchObject({ isCut: false });
    const wide = unwrap(readText(`${'x\t'.repeat(TABLE_LIMITS.columns)}y`));
    expect(wide.sheets[0]).toMatchObject({ isCut: true });
    expect(wide.sheets[0]?.rows[0]).toHaveLength(TABLE_LIMITS.columns);
  });
});

describe('what is refused', () => {
  const workbook = () => writeXlsx({ sheets: [{ name: 'A', rows: grid }] });

  test('[IM3] an empty file, and one above 10 MB', async () => {
    expect(await faultOf(new Uint8Array())).toBe('empty');
    expect(await faultOf(bytesOf(' \n \n'))).toBe('empty');
    const most = new Uint8Array(TABLE_LIMITS.fileBytes + 1).fill(65);
    expect(await faultOf(most)).toBe('too-large');
    expect(await faultOf(most.subarray(1))).toBe('read');
  });

  test('[IM3] an old workbook, and one with a password', async () => {
    const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await faultOf(ole)).toBe('old-format');
    const manifest = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>';
    const ods = zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': strToU8('secret'),
      'META-INF/manifest.xml': strToU8(manifest),
    });
    expect(await faultOf(ods)).toBe('protected');
    const zip = await workbook();
    flagEncrypted(zip);
    expect(await faultOf(zip)).toBe('protected');
  });

  test('[IM3] a zip of something else', async () => {
    expect(await faultOf(zipSync({ 'photo.jpg': strToU8('x') }))).toBe('not-a-table');
  });

  test('[IM3] a workbook cut short, or damaged anywhere, is refused or read, and never throws', async () => {
    const whole = await workbook();
    const met = new Set<string>();
    for (let at = 0; at < whole.length; at += 37) {
      met.add(await faultOf(whole.slice(0, at)));
      const bent = whole.slice();
      bent[at] = (bent[at] ?? 0) ^ 0xff;
      met.add(await faultOf(bent));
    }
    expect(met).toContain('damaged');
    expect(met).toContain('read');
  });

  test('[IM3] a workbook that says it would inflate beyond the bound', async () => {
    const bomb = await workbook();
    declareSize(bomb, 50_000_000, 0);
    expect(await faultOf(bomb)).toBe('bomb');
    // Together, though none of them alone.
    const many = await workbook();
    for (const entry of [0, 1]) declareSize(many, 25_000_000, entry);
    expect(await faultOf(many)).toBe('bomb');
  });

  test('[IM3] a workbook that inflates to something else than it says', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(3_000_000) });
    declareSize(bomb, 1_000, 0);
    expect(await faultOf(bomb)).toBe('bomb');
    declareSize(bomb, 3_000_001, 0);
    expect(await faultOf(bomb)).toBe('damaged');
  });

  test('[IM3] a workbook of nothing but elements', async () => {
    const elements = '<si/>'.repeat(3_000_001);
    const bomb = zipSync(xlsxFiles('', elements), { level: 1 });
    expect(await faultOf(bomb)).toBe('bomb');
  });

  test('[IM3] cells merged beyond the last column cost nothing', async () => {
    const rows = [['a'], ['b'], ['c']];
    const merges = [{ startRow: 0, endRow: 2, startCol: 1, endCol: 1 }];
    const files = unzipSync(await writeXlsx({ sheets: [{ name: 'A', rows, merges }] }));
    const [name = '', sheet = ''] =
      Object.entries(files)
        .map(([path, content]) => [path, strFromU8(content)] as const)
        .find(([, content]) => content.includes('"B1:B3"')) ?? [];
    const far = strToU8(sheet.replace('"B1:B3"', '"ZZZZZZ1:ZZZZZZ3"'));
    expect(await rowsIn(zipSync({ ...files, [name]: far }))).toEqual(rows);
  });

  test('[IM3] thousands of entries', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 2_001 }, (_, at) => [`${at}.xml`, new Uint8Array()]),
    );
    expect(await faultOf(zipSync(files))).toBe('bomb');
  });

  test('[IM3] a picture in the workbook counts for nothing', async () => {
    const picture = { 'xl/media/p.png': strToU8('p') };
    const bytes = zipSync({ ...picture, ...xlsxFiles('<c r="A1" t="str"><v>a</v></c>') });
    declareSize(bytes, 50_000_001, 0);
    expect(await rowsIn(bytes)).toEqual([['a']]);
  });
});
