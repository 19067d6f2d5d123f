/** What the page says before any late part of it is fetched, by screen. */
import type { Translated } from '../texts.ts';
import { appFr } from './app.ts';
import { boardFr } from './board.ts';
import { commonFr } from './common.ts';
import { connectionFr } from './connection.ts';
import { findingFr } from './finding.ts';
import { joinFr } from './join.ts';
import { pickFr } from './pick.ts';
import { stepFr } from './step.ts';

export const pageFr = {
  app: appFr,
  board: boardFr,
  common: commonFr,
  connection: connectionFr,
  finding: findingFr,
  join: joinFr,
  pick: pickFr,
  step: stepFr,
} as const;

export const pageWords = { part: 'page', fr: pageFr } as const;
export type PageWords = Translated<typeof pageFr>;
