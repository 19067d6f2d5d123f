/** The formats a board leaves in: read by the server to answer and by the client to offer them. */
import type { Board } from '../board/board.ts';
import { writeWorkshop } from '../file/write.ts';
import type { Phase } from '../session/rules.ts';
import { FRENCH_EXCEL, OPEN_DATA, writeCsv } from './csv.ts';
import { actionList, type Language } from './model.ts';

export const FORMAT_IDS = ['json', 'csv', 'csv-open'] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

export interface ExportFormat {
  readonly fr: string;
  readonly en: string;
  /** First part of the name of its files. */
  readonly kind: string;
  readonly extension: string;
  readonly mediaType: string;
  readonly write: (board: Board, phases: readonly Phase[], language: Language) => string;
}

export const FORMATS: Readonly<Record<FormatId, ExportFormat>> = {
  json: {
    fr: 'Fichier d’atelier (pour le rouvrir ici)',
    en: 'Workshop file (to open it here again)',
    kind: 'spaser-atelier',
    extension: 'json',
    mediaType: 'application/json; charset=utf-8',
    write: (board, phases) => writeWorkshop(board, phases),
  },
  csv: {
    fr: 'Liste des actions pour Excel (CSV)',
    en: 'Action list for French Excel (CSV)',
    kind: 'spaser-actions',
    extension: 'csv',
    mediaType: 'text/csv; charset=utf-8; header=present',
    write: (board, _phases, language) =>
      writeCsv(actionList(board, { language }), FRENCH_EXCEL, language),
  },
  'csv-open': {
    fr: 'Liste des actions en données ouvertes (CSV, pour un programme)',
    en: 'Action list as open data (CSV, for programs)',
    kind: 'spaser-actions-donnees-ouvertes',
    extension: 'csv',
    mediaType: 'text/csv; charset=utf-8; header=present',
    write: (board, _phases, language) =>
      writeCsv(actionList(board, { language }), OPEN_DATA, language),
  },
};

export const isFormatId = (value: unknown): value is FormatId =>
  FORMAT_IDS.includes(value as FormatId);
