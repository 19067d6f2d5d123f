import type { reviewFr } from '../fr/review.ts';
import { enPlural, type Translated } from '../texts.ts';

export const reviewEn: Translated<typeof reviewFr> = {
  all: 'All',
  allShown: 'All that is shown',
  notShown: (count, ticked) =>
    `${enPlural(count, 'other line is not shown', 'other lines are not shown')}: ${ticked === 0 ? 'none is ticked' : `${ticked} ticked`}.`,
  showMore: (count) => `Show ${count} more`,
  none: 'Tick at least one line.',
};
