/** English, whole: fetched at once by those who read it, so that no part ever waits for its words. */

import { accessEn } from './en/access.ts';
import { accessibilityEn } from './en/accessibility.ts';
import { closedEn } from './en/closed.ts';
import { cockpitEn } from './en/cockpit.ts';
import { deviceEn } from './en/device.ts';
import { facilitationEn } from './en/facilitation.ts';
import { filtersEn } from './en/filters.ts';
import { groupsEn } from './en/groups.ts';
import { homeEn } from './en/home.ts';
import { ideasEn } from './en/ideas.ts';
import { intakeEn } from './en/intake.ts';
import { keptEn } from './en/kept.ts';
import { keysEn } from './en/keys.ts';
import { mergeEn } from './en/merge.ts';
import { networkEn } from './en/network.ts';
import { pageEn } from './en/page.ts';
import { projectionEn } from './en/projection.ts';
import { reviewEn } from './en/review.ts';
import { saidEn } from './en/said.ts';
import { sheetEn } from './en/sheet.ts';
import { synthesisEn } from './en/synthesis.ts';
import { transferEn } from './en/transfer.ts';
import { votesEn } from './en/votes.ts';
import { whoEn } from './en/who.ts';

export const en = {
  access: accessEn,
  accessibility: accessibilityEn,
  closed: closedEn,
  cockpit: cockpitEn,
  device: deviceEn,
  facilitation: facilitationEn,
  filters: filtersEn,
  groups: groupsEn,
  home: homeEn,
  ideas: ideasEn,
  intake: intakeEn,
  kept: keptEn,
  keys: keysEn,
  merge: mergeEn,
  network: networkEn,
  page: pageEn,
  projection: projectionEn,
  review: reviewEn,
  said: saidEn,
  sheet: sheetEn,
  synthesis: synthesisEn,
  transfer: transferEn,
  votes: votesEn,
  who: whoEn,
};

/** What every language but French must bring. */
export type Translation = typeof en;
