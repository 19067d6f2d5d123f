/** The formats a board leaves in: read by the server to answer and by the client to offer them. */
import { writeWorkshop } from '../file/write.ts';
import { type FormatGroup, type FormatId, MEDIA_TYPES } from '../protocol/formats.ts';
import { actionList } from './action-list.ts';
import { FRENCH_EXCEL, OPEN_DATA, writeCsv } from './csv.ts';
import type { ExportInput } from './input.ts';

type FileContent = string | Uint8Array<ArrayBuffer>;

export interface ExportFormat {
  readonly group: FormatGroup;
  readonly fr: string;
  readonly en: string;
  /** First part of the name of its files. */
  readonly kind: string;
  readonly extension: string;
  readonly mediaType: string;
  /** Writers with a library of their own are fetched when they are first used. */
  readonly write: (input: ExportInput) => FileContent | Promise<FileContent>;
}

export const FORMATS: Readonly<Record<FormatId, ExportFormat>> = {
  json: {
    group: 'data',
    fr: 'Fichier d’atelier (JSON)',
    en: 'Workshop file (JSON)',
    kind: 'spaser-atelier',
    extension: 'json',
    mediaType: `${MEDIA_TYPES.json}; charset=utf-8`,
    write: ({ board, steps, groups }) => writeWorkshop(board, steps, groups),
  },
  xlsx: {
    group: 'workbooks',
    fr: 'Classeur pour Excel (XLSX)',
    en: 'Workbook for Excel (XLSX)',
    kind: 'spaser-classeur',
    extension: 'xlsx',
    mediaType: MEDIA_TYPES.xlsx,
    write: async (input) => (await import('./xlsx.ts')).writeWorkbookXlsx(await workbookOf(input)),
  },
  ods: {
    group: 'workbooks',
    fr: 'Classeur pour LibreOffice (ODS)',
    en: 'Workbook for LibreOffice (ODS)',
    kind: 'spaser-classeur',
    extension: 'ods',
    mediaType: MEDIA_TYPES.ods,
    write: async (input) => (await import('./ods.ts')).writeWorkbookOds(await workbookOf(input)),
  },
  csv: {
    group: 'workbooks',
    fr: 'Liste des actions pour Excel (CSV)',
    en: 'Action list for French Excel (CSV)',
    kind: 'spaser-actions',
    extension: 'csv',
    mediaType: `${MEDIA_TYPES.csv}; charset=utf-8; header=present`,
    write: (input) => writeCsv(actionList(input.board, input), FRENCH_EXCEL, input.language),
  },
  'csv-open': {
    group: 'data',
    fr: 'Liste des actions en données ouvertes (CSV)',
    en: 'Action list as open data (CSV)',
    kind: 'spaser-actions-donnees-ouvertes',
    extension: 'csv',
    mediaType: `${MEDIA_TYPES['csv-open']}; charset=utf-8; header=present`,
    write: (input) => writeCsv(actionList(input.board, input), OPEN_DATA, input.language),
  },
  docx: {
    group: 'documents',
    fr: 'Fiches actions pour Word (DOCX)',
    en: 'Action sheets for Word (DOCX)',
    kind: 'spaser-fiches',
    extension: 'docx',
    mediaType: MEDIA_TYPES.docx,
    write: async (input) => (await import('./docx.ts')).writeDocx(await annexOf(input)),
  },
  odt: {
    group: 'documents',
    fr: 'Fiches actions pour LibreOffice (ODT)',
    en: 'Action sheets for LibreOffice (ODT)',
    kind: 'spaser-fiches',
    extension: 'odt',
    mediaType: MEDIA_TYPES.odt,
    write: async (input) => (await import('./odt.ts')).writeOdt(await annexOf(input)),
  },
  html: {
    group: 'documents',
    fr: 'Fiches actions à imprimer (page HTML)',
    en: 'Action sheets to print (HTML page)',
    kind: 'spaser-fiches',
    extension: 'html',
    mediaType: `${MEDIA_TYPES.html}; charset=utf-8`,
    write: async (input) => (await import('./html.ts')).writeHtml(await annexOf(input)),
  },
  markdown: {
    group: 'documents',
    fr: 'Fiches actions en Markdown',
    en: 'Action sheets in Markdown',
    kind: 'spaser-fiches',
    extension: 'md',
    mediaType: `${MEDIA_TYPES.markdown}; charset=utf-8`,
    write: async (input) => (await import('./markdown.ts')).writeMarkdown(await annexOf(input)),
  },
  tet: {
    group: 'data',
    fr: 'Plan d’action pour Territoires en Transitions (XLSX)',
    en: 'Action plan for Territoires en Transitions (XLSX)',
    kind: 'spaser-plan-tet',
    extension: 'xlsx',
    mediaType: MEDIA_TYPES.tet,
    write: async (input) => {
      const { tetWorkbookOf } = await import('./tet.ts');
      return (await import('./xlsx.ts')).writeWorkbookXlsx(tetWorkbookOf(input));
    },
  },
};

/** The sheets that both workbooks are written from. */
const workbookOf = async (input: ExportInput) => (await import('./workbook.ts')).workbookOf(input);
/** The document that the formats with pages are written from. */
const annexOf = async (input: ExportInput) => (await import('./document/annex.ts')).annexOf(input);

/** The bytes of a file in a format. */
export async function writeExport(
  format: FormatId,
  input: ExportInput,
): Promise<Uint8Array<ArrayBuffer>> {
  const written = await FORMATS[format].write(input);
  return typeof written === 'string' ? new TextEncoder().encode(written) : written;
}
