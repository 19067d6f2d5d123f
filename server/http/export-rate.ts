/**
 * How often files are made of a board: each takes the one thread of exports for as long as the board
 * is large, and whoever has the observers' link could ask for them all day. A room of sixty that
 * leaves with its file, and a facilitator who takes every format twice, stay far below.
 */
import type { BoardId } from '../../shared/ids.ts';
import type { Clock } from '../clock.ts';
import { createRateLimit } from '../rate-limit.ts';

/** A minute. Of somebody with a ticket, or of an address with a link, which is nobody's. */
const perPerson = 60;
const perBoard = 300;
/** Each MiB of a board counts for one more file. */
const bytesPerFile = 1_024 * 1_024;

export interface ExportRate {
  /**
   * Asks for a file, before anything is read; then, with the size of the board, for the rest.
   * @returns 0, or the whole seconds to wait
   */
  readonly begin: (board: BoardId, who: string) => number;
  readonly weigh: (board: BoardId, who: string, bytes: number) => number;
}

export function createExportRate(clock: Clock): ExportRate {
  const [people, boards] = [createRateLimit(perPerson, clock), createRateLimit(perBoard, clock)];
  const take = (board: BoardId, who: string, files: number) =>
    people(`${board} ${who}`, files) || boards(board, files);
  return {
    begin: (board, who) => take(board, who, 1),
    weigh: (board, who, bytes) => {
      const more = Math.floor(bytes / bytesPerFile);
      return more > 0 ? take(board, who, more) : 0;
    },
  };
}
