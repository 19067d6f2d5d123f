/** How a column of the XLSX shows what it holds. */
import { expect, test } from 'vitest';
import { workbookOf } from '../../../shared/export/workbook.ts';
import { writeWorkbookXlsx } from '../../../shared/export/xlsx.ts';
import { plainInput } from '../../support/plain-input.ts';
import { readArchive } from '../../support/read-archive.ts';
import { findAll, readXml } from '../../support/read-xml.ts';
import { boardOf, readCardWith, workshopOf } from '../../support/workshop-file.ts';

const board = boardOf(
  workshopOf(readCardWith({ deadline: '2027-03-12', impact: 2, indicator: { target: 5 } })),
);
const workbook = workbookOf(plainInput(board));
const [actions] = workbook.sheets;

/** The format of a cell of the first action, and where it stands in its cell, as the file says. */
async function styleOf(label: string) {
  const files = readArchive(await writeWorkbookXlsx(workbook));
  const part = (name: string) => readXml(String(files.get(name)?.bytes ?? ''));
  const place = actions?.columns.findIndex((column) => column.label === label) ?? -1;
  const row = findAll(part('xl/worksheets/sheet1.xml'), 'row')[1];
  const cell = row && findAll(row, 'c')[place];
  const styles = part('xl/styles.xml');
  const [list] = findAll(styles, 'cellXfs');
  const style = list && findAll(list, 'xf')[Number(cell?.attributes.get('s'))];
  const id = style?.attributes.get('numFmtId');
  const format = findAll(styles, 'numFmt').find(
    ({ attributes }) => attributes.get('numFmtId') === id,
  );
  const alignment = style && findAll(style, 'alignment')[0]?.attributes;
  return {
    format: format?.attributes.get('formatCode') ?? id,
    horizontal: alignment?.get('horizontal'),
    vertical: alignment?.get('vertical'),
  };
}

test.each([
  ['Échéance', { format: 'dd/mm/yyyy', horizontal: 'center', vertical: 'top' }],
  ['Impact', { format: '0', horizontal: 'right', vertical: 'top' }],
  ['N°', { format: '@', horizontal: undefined, vertical: 'top' }],
  ['Intitulé de l’action', { format: '0', horizontal: undefined, vertical: 'top' }],
])('[XL3] cells of %s are shown as what they are', async (label, style) => {
  expect(await styleOf(label)).toEqual(style);
});

test('[XL3] columns say what they hold: days, numbers, codes that stay texts, texts', () => {
  const kinds = new Map(actions?.columns.map(({ label, kind }) => [label, kind]));
  expect(kinds.get('N°')).toBe('code');
  expect(kinds.get('Identifiant')).toBe('code');
  for (const label of ['Début', 'Échéance', 'Date de la cible'])
    expect(kinds.get(label)).toBe('date');
  for (const label of ['Impact', 'Cible', 'Votes']) expect(kinds.get(label)).toBe('number');
  for (const label of ['Intitulé de l’action', 'Leviers juridiques', 'Description'])
    expect(kinds.get(label)).toBe('text');
});
