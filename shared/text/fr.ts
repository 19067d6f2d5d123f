/** French, the first language: defines every key. One part per screen, its English beside it. */
import { boardFr } from './parts/board.ts';
import { commonFr } from './parts/common.ts';
import { connectionFr } from './parts/connection.ts';

export const fr = {
  board: boardFr,
  common: commonFr,
  connection: connectionFr,
} as const;
