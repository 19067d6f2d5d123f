import type { pickFr } from '../fr/pick.ts';
import { enPlural, type Translated } from '../texts.ts';

export const pickEn: Translated<typeof pickFr> = {
  select: 'Select',
  unselect: 'Unselect',
  selectCard: (number, title) => `Select ${number} ${title}`.trim(),
  selected: (count) => enPlural(count, 'action selected', 'actions selected'),
  mode: 'Merge actions…',
  mergeWith: 'Merge with…',
  stack: (count) => enPlural(count, 'idea', 'ideas'),
  fresh: 'New',
  keys: 'On a card',
  keyPick: 'Select it, or not',
  keyMerge: 'Merge the selected ones, or this one',
};
