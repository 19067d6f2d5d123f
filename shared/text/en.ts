import type { Texts } from './fr.ts';
import { accessEn } from './parts/access.en.ts';
import { appEn } from './parts/app.en.ts';
import { boardEn } from './parts/board.en.ts';
import { commonEn } from './parts/common.en.ts';
import { connectionEn } from './parts/connection.en.ts';
import { facilitationEn } from './parts/facilitation.en.ts';
import { findingEn } from './parts/finding.en.ts';
import { homeEn } from './parts/home.en.ts';
import { ideasEn } from './parts/ideas.en.ts';
import { intakeEn } from './parts/intake.en.ts';
import { joinEn } from './parts/join.en.ts';
import { mergeEn } from './parts/merge.en.ts';
import { projectionEn } from './parts/projection.en.ts';
import { sheetEn } from './parts/sheet.en.ts';
import { stepEn } from './parts/step.en.ts';
import { synthesisEn } from './parts/synthesis.en.ts';
import { transferEn } from './parts/transfer.en.ts';
import { votesEn } from './parts/votes.en.ts';

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
