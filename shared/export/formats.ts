/** The formats a board leaves in: read by the server to answer and by the client to offer them. */
import { writeWorkshop } from '../file/write.ts';
import { FRENCH_EXCEL, OPEN_DATA, writeCsv } from './csv.ts';
import type { ExportInput } from './input.ts';
import { actionList } from './model.ts';

export const FORMAT_IDS = ['json', 'csv', 'csv-open', 'docx', 'odt', 'html', 'markdown'] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

type Written = string | Uint8Array<ArrayBuffer>;

export interface ExportFormat {
  readonly fr: string;
  readonly en: string;
  /** First part of the name of its files. */
  readonly kind: string;
  readonly extension: string;
  readonly mediaType: string;
  /** Writers with a library of their own are fetched when they are first used. */
  readonly write: (input: ExportInput) => Written | Promise<Written>;
}

export const FORMATS: Readonly<Record<FormatId, ExportFormat>> = {
  json: {
    fr: 'Fichier d’atelier (pour le rouvrir ici)',
    en: 'Workshop file (to open it here again)',
    kind: 'spaser-atelier',
    extension: 'json',
    mediaType: 'application/json; charset=utf-8',
    write: ({ board, steps }) => writeWorkshop(board, steps),
  },
  csv: {
    fr: 'Liste des actions pour Excel (CSV)',
    en: 'Action list for French Excel (CSV)',
    kind: 'spaser-actions',
    extension: 'csv',
    mediaType: 'text/csv; charset=utf-8; header=present',
    write: (input) => writeCsv(actionList(input.board, input), FRENCH_EXCEL, input.language),
  },
  'csv-open': {
    fr: 'Liste des actions en données ouvertes (CSV, pour un programme)',
    en: 'Action list as open data (CSV, for programs)',
    kind: 'spaser-actions-donnees-ouvertes',
    extension: 'csv',
    mediaType: 'text/csv; charset=utf-8; header=present',
    write: (input) => writeCsv(actionList(input.board, input), OPEN_DATA, input.language),
  },
  docx: {
    fr: 'Fiches actions pour Word (DOCX)',
    en: 'Action sheets for Word (DOCX)',
    kind: 'spaser-fiches',
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: async (input) => (await import('./docx.ts')).writeDocx(await annexOf(input)),
  },
  odt: {
    fr: 'Fiches actions pour LibreOffice (ODT)',
    en: 'Action sheets for LibreOffice (ODT)',
    kind: 'spaser-fiches',
    extension: 'odt',
    mediaType: 'application/vnd.oasis.opendocument.text',
    write: async (input) => (await import('./odt.ts')).writeOdt(await annexOf(input)),
  },
  html: {
    fr: 'Fiches actions à imprimer (page HTML)',
    en: 'Action sheets to print (HTML page)',
    kind: 'spaser-fiches',
    extension: 'html',
    mediaType: 'text/html; charset=utf-8',
    write: async (input) => (await import('./html.ts')).writeHtml(await annexOf(input)),
  },
  markdown: {
    fr: 'Fiches actions en Markdown',
    en: 'Action sheets in Markdown',
    kind: 'spaser-fiches',
    extension: 'md',
    mediaType: 'text/markdown; charset=utf-8',
    write: async (input) => (await import('./markdown.ts')).writeMarkdown(await annexOf(input)),
  },
};

/** The document that the formats with pages are written from. */
const annexOf = async (input: ExportInput) => (await import('./document/annex.ts')).annexOf(input);

export const isFormatId = (value: unknown): value is FormatId =>
  FORMAT_IDS.includes(value as FormatId);

/** The bytes of a file in a format. */
export async function writeExport(
  format: FormatId,
  input: ExportInput,
): Promise<Uint8Array<ArrayBuffer>> {
  const written = await FORMATS[format].write(input);
  return typeof written === 'string' ? new TextEncoder().encode(written) : written;
}
