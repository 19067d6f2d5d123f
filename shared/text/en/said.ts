import type { saidFr } from '../fr/said.ts';
import { enPlural, type Translated } from '../texts.ts';

export const saidEn: Translated<typeof saidFr> = {
  resumed: (allowed) => `The pause is over. ${allowed}`,
  voteOpened: (title, budget, cap) =>
    budget === 0
      ? `Vote open: ${title}.`
      : `Vote open: ${title}. You have ${enPlural(budget, 'dot', 'dots')}, ${cap} at most per action.`,
  voteClosed: (title) => `Vote closed: ${title}. The results are visible.`,
  lost: 'Connection lost. Do not close this page: what you write is kept in it.',
  lostKept: 'Connection lost. Go on: what you write is kept on this device.',
  back: 'Connection back.',
};
