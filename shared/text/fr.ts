/** French, the first language: defines every key. One part per screen, its English beside it. */
import { accessFr } from './fr/access.ts';
import { appFr } from './fr/app.ts';
import { boardFr } from './fr/board.ts';
import { commonFr } from './fr/common.ts';
import { connectionFr } from './fr/connection.ts';
import { facilitationFr } from './fr/facilitation.ts';
import { findingFr } from './fr/finding.ts';
import { homeFr } from './fr/home.ts';
import { ideasFr } from './fr/ideas.ts';
import { intakeFr } from './fr/intake.ts';
import { joinFr } from './fr/join.ts';
import { mergeFr } from './fr/merge.ts';
import { projectionFr } from './fr/projection.ts';
import { sheetFr } from './fr/sheet.ts';
import { stepFr } from './fr/step.ts';
import { synthesisFr } from './fr/synthesis.ts';
import { transferFr } from './fr/transfer.ts';
import { votesFr } from './fr/votes.ts';
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
