import type { PageWords } from '../fr/page.ts';
import { appEn } from './app.ts';
import { boardEn } from './board.ts';
import { commonEn } from './common.ts';
import { connectionEn } from './connection.ts';
import { findingEn } from './finding.ts';
import { joinEn } from './join.ts';
import { pickEn } from './pick.ts';
import { stepEn } from './step.ts';

export const pageEn: PageWords = {
  app: appEn,
  board: boardEn,
  common: commonEn,
  connection: connectionEn,
  finding: findingEn,
  join: joinEn,
  pick: pickEn,
  step: stepEn,
};
