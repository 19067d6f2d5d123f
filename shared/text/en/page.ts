import type { PageWords } from '../fr/page.ts';
import { appEn } from './app.ts';
import { boardEn } from './board.ts';
import { commonEn } from './common.ts';
import { connectionEn } from './connection.ts';
import { findingEn } from './finding.ts';
import { homeEn } from './home.ts';
import { joinEn } from './join.ts';
import { mergeEn } from './merge.ts';
import { stepEn } from './step.ts';
import { synthesisEn } from './synthesis.ts';

export const pageEn: PageWords = {
  app: appEn,
  board: boardEn,
  common: commonEn,
  connection: connectionEn,
  finding: findingEn,
  home: homeEn,
  join: joinEn,
  merge: mergeEn,
  step: stepEn,
  synthesis: synthesisEn,
};
