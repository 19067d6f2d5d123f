import type { findingFr } from '../fr/finding.ts';
import { enPlural, type Translated } from '../texts.ts';

export const findingEn: Translated<typeof findingFr> = {
  search: 'Find an action',
  keys: 'Search',
  placeholder: 'Find…',
  instead:
    'This search sees all actions. The same key again is the browser’s, for what is on the screen.',
  open: 'Open the search',
  clearText: 'Clear the search',
  filters: 'Filters',
  filtersOn: (count: number) => `Filters: ${enPlural(count, 'choice', 'choices')} on`,
};
