/** The formats a board leaves in, as the address of an export names them. */

/** In the order they are offered, those of a group together. */
export const FORMAT_IDS = [
  'xlsx',
  'ods',
  'csv',
  'docx',
  'odt',
  'html',
  'markdown',
  'json',
  'csv-open',
  'tet',
] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

export const isFormatId = (value: unknown): value is FormatId =>
  FORMAT_IDS.includes(value as FormatId);

export const FORMAT_GROUPS = ['workbooks', 'documents', 'data'] as const;
export type FormatGroup = (typeof FORMAT_GROUPS)[number];

const openDocument = 'application/vnd.oasis.opendocument';
const officeDocument = 'application/vnd.openxmlformats-officedocument';

/** What the file of each is answered as, without parameters. */
export const MEDIA_TYPES: Readonly<Record<FormatId, string>> = {
  xlsx: `${officeDocument}.spreadsheetml.sheet`,
  ods: `${openDocument}.spreadsheet`,
  csv: 'text/csv',
  docx: `${officeDocument}.wordprocessingml.document`,
  odt: `${openDocument}.text`,
  html: 'text/html',
  markdown: 'text/markdown',
  json: 'application/json',
  'csv-open': 'text/csv',
  tet: `${officeDocument}.spreadsheetml.sheet`,
};
