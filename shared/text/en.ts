import type { fr } from './fr.ts';
import { appEn } from './parts/app.ts';
import { boardEn } from './parts/board.ts';
import { commonEn } from './parts/common.ts';
import { connectionEn } from './parts/connection.ts';
import { facilitationEn } from './parts/facilitation.ts';
import { homeEn } from './parts/home.ts';
import { joinEn } from './parts/join.ts';
import { sheetEn } from './parts/sheet.ts';
import { transferEn } from './parts/transfer.ts';
import type { Translated } from './texts.ts';

export type Texts = Translated<typeof fr>;

export const en: Texts = {
  app: appEn,
  board: boardEn,
  common: commonEn,
  connection: connectionEn,
  facilitation: facilitationEn,
  home: homeEn,
  join: joinEn,
  sheet: sheetEn,
  transfer: transferEn,
};
