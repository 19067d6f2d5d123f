/** What the first page says. Parts that are fetched late bring their own words (client/state/words). */
import { accessFr } from './fr/access.ts';
import { appFr } from './fr/app.ts';
import { boardFr } from './fr/board.ts';
import { commonFr } from './fr/common.ts';
import { connectionFr } from './fr/connection.ts';
import { findingFr } from './fr/finding.ts';
import { homeFr } from './fr/home.ts';
import { joinFr } from './fr/join.ts';
import { mergeFr } from './fr/merge.ts';
import { stepFr } from './fr/step.ts';
import { synthesisFr } from './fr/synthesis.ts';
import type { Translated } from './texts.ts';

export const firstFr = {
  access: accessFr,
  app: appFr,
  board: boardFr,
  common: commonFr,
  connection: connectionFr,
  finding: findingFr,
  home: homeFr,
  join: joinFr,
  merge: mergeFr,
  step: stepFr,
  synthesis: synthesisFr,
} as const;

export type Texts = Translated<typeof firstFr>;
