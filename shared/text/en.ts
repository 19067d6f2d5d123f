import { accessEn } from './en/access.ts';
import { appEn } from './en/app.ts';
import { boardEn } from './en/board.ts';
import { commonEn } from './en/common.ts';
import { connectionEn } from './en/connection.ts';
import { facilitationEn } from './en/facilitation.ts';
import { findingEn } from './en/finding.ts';
import { homeEn } from './en/home.ts';
import { ideasEn } from './en/ideas.ts';
import { intakeEn } from './en/intake.ts';
import { joinEn } from './en/join.ts';
import { mergeEn } from './en/merge.ts';
import { projectionEn } from './en/projection.ts';
import { sheetEn } from './en/sheet.ts';
import { stepEn } from './en/step.ts';
import { synthesisEn } from './en/synthesis.ts';
import { transferEn } from './en/transfer.ts';
import { votesEn } from './en/votes.ts';
import type { Texts } from './fr.ts';

export const en: Texts = {
  access: accessEn,
  app: appEn,
  board: boardEn,
  common: commonEn,
  connection: connectionEn,
  facilitation: facilitationEn,
  finding: findingEn,
  home: homeEn,
  ideas: ideasEn,
  intake: intakeEn,
  join: joinEn,
  merge: mergeEn,
  projection: projectionEn,
  sheet: sheetEn,
  step: stepEn,
  synthesis: synthesisEn,
  transfer: transferEn,
  votes: votesEn,
};
