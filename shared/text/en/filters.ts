import type { filtersFr } from '../fr/filters.ts';
import { enPlural, type Translated } from '../texts.ts';

export const filtersEn: Translated<typeof filtersFr> = {
  panel: 'Filter the actions',
  panelHelp: 'Within a list one choice is enough; every list must agree.',
  close: 'Close the filters',
  see: (count: number) =>
    count === 0 ? 'No action' : `See ${enPlural(count, 'action', 'actions')}`,
  found: (count: number, total: number) => `${enPlural(count, 'action', 'actions')} of ${total}`,
  band: 'Current search',
  foundNone: 'No action matches.',
  showAll: 'Show all',
  without: (choice: string) => `Remove “${choice}”`,
  mineLegend: 'Which ones',
  everybody: 'All',
  mine: { actions: 'My actions', sheets: 'My sheets' },
  mineHelp:
    'My actions: proposed by me or my department, or led by it. My sheets: those we were given.',
  facets: {
    direction: 'Department, leading or supporting',
    partner: 'Partner',
    policy: 'Public policy',
    lever: 'Lever',
    status: 'Status',
    missing: 'What is missing',
  },
  missing: {
    title: 'without a title',
    description: 'without a description',
    leadDirection: 'without a lead',
    lever: 'without a lever',
    consideration: 'without a consideration',
    ambition: 'without an ambition',
    deadline: 'without a deadline',
    indicator: 'without a measured indicator',
    partner: 'without a partner or constraint',
  },
};
