/** What an export is written from, when a test says only what it is about. */
import type { Board } from '../../shared/board/board.ts';
import type { ExportInput } from '../../shared/export/input.ts';

/** As a board is written when nothing more is known of its workshop. */
export const plainInput = (
  board: Board,
  known: Partial<Omit<ExportInput, 'board'>> = {},
): ExportInput => ({
  board,
  steps: [],
  language: 'fr',
  names: null,
  votes: new Map(),
  now: 0,
  ...known,
});
