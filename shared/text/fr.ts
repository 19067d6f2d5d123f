/** French, the first language: defines every key. One part per screen, its English beside it. */
import { commonFr } from './parts/common.ts';
import { connectionFr } from './parts/connection.ts';

export const fr = {
  common: commonFr,
  connection: connectionFr,
} as const;
