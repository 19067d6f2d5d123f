/** All the French of the page, for tests that look for what it says. */
import { accessFr } from '../../shared/text/fr/access.ts';
import { closedFr } from '../../shared/text/fr/closed.ts';
import { cockpitFr } from '../../shared/text/fr/cockpit.ts';
import { deviceFr } from '../../shared/text/fr/device.ts';
import { facilitationFr } from '../../shared/text/fr/facilitation.ts';
import { filtersFr } from '../../shared/text/fr/filters.ts';
import { homeFr } from '../../shared/text/fr/home.ts';
import { ideasFr } from '../../shared/text/fr/ideas.ts';
import { intakeFr } from '../../shared/text/fr/intake.ts';
import { keptFr } from '../../shared/text/fr/kept.ts';
import { mergeFr } from '../../shared/text/fr/merge.ts';
import { networkFr } from '../../shared/text/fr/network.ts';
import { pageFr } from '../../shared/text/fr/page.ts';
import { projectionFr } from '../../shared/text/fr/projection.ts';
import { reviewFr } from '../../shared/text/fr/review.ts';
import { sheetFr } from '../../shared/text/fr/sheet.ts';
import { synthesisFr } from '../../shared/text/fr/synthesis.ts';
import { transferFr } from '../../shared/text/fr/transfer.ts';
import { votesFr } from '../../shared/text/fr/votes.ts';

export const fr = {
  ...pageFr,
  access: accessFr,
  closed: closedFr,
  cockpit: cockpitFr,
  device: deviceFr,
  facilitation: facilitationFr,
  filters: filtersFr,
  home: homeFr,
  ideas: ideasFr,
  intake: intakeFr,
  kept: keptFr,
  merge: mergeFr,
  network: networkFr,
  projection: projectionFr,
  review: reviewFr,
  sheet: sheetFr,
  synthesis: synthesisFr,
  transfer: transferFr,
  votes: votesFr,
};
