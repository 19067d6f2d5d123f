/** The formats a board leaves in: read by the server to answer and by the client to offer them. */
import { writeWorkshop } from '../file/write.ts';
import { FRENCH_EXCEL, OPEN_DATA, writeCsv } from './csv.ts';
import type { ExportInput } from './input.ts';
import { actionList } from './model.ts';

export const FORMAT_IDS = ['json', 'csv', 'csv-open'] as const;
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
};

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
