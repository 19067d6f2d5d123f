import type { fr } from './fr.ts';
import { boardEn } from './parts/board.ts';
import { commonEn } from './parts/common.ts';
import { connectionEn } from './parts/connection.ts';
import type { Translated } from './texts.ts';

export type Texts = Translated<typeof fr>;

export const en: Texts = {
  board: boardEn,
  common: commonEn,
  connection: connectionEn,
};
