/** French, the first language: defines every key. One part per screen, its English beside it. */
import { accessFr } from './parts/access.ts';
import { appFr } from './parts/app.ts';
import { boardFr } from './parts/board.ts';
import { commonFr } from './parts/common.ts';
import { connectionFr } from './parts/connection.ts';
import { facilitationFr } from './parts/facilitation.ts';
import { findingFr } from './parts/finding.ts';
import { homeFr } from './parts/home.ts';
import { ideasFr } from './parts/ideas.ts';
import { intakeFr } from './parts/intake.ts';
import { joinFr } from './parts/join.ts';
import { mergeFr } from './parts/merge.ts';
import { projectionFr } from './parts/projection.ts';
import { sheetFr } from './parts/sheet.ts';
import { stepFr } from './parts/step.ts';
import { synthesisFr } from './parts/synthesis.ts';
import { transferFr } from './parts/transfer.ts';
import { votesFr } from './parts/votes.ts';
import type { Translated } from './texts.ts';

export const fr = {
  access: accessFr,
  app: appFr,
  board: boardFr,
  common: commonFr,
  connection: connectionFr,
  facilitation: facilitationFr,
  finding: findingFr,
  home: homeFr,
  ideas: ideasFr,
  intake: intakeFr,
  join: joinFr,
  merge: mergeFr,
  projection: projectionFr,
  sheet: sheetFr,
  step: stepFr,
  synthesis: synthesisFr,
  transfer: transferFr,
  votes: votesFr,
} as const;

/** What every language must say. */
export type Texts = Translated<typeof fr>;
