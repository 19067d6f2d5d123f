/** What the first page says. Parts that are fetched late bring their own words (client/state/words). */
import { accessFr } from './parts/access.ts';
import { appFr } from './parts/app.ts';
import { boardFr } from './parts/board.ts';
import { commonFr } from './parts/common.ts';
import { connectionFr } from './parts/connection.ts';
import { findingFr } from './parts/finding.ts';
import { homeFr } from './parts/home.ts';
import { joinFr } from './parts/join.ts';
import { mergeFr } from './parts/merge.ts';
import { stepFr } from './parts/step.ts';
import { synthesisFr } from './parts/synthesis.ts';
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
