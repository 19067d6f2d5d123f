import { frPlural } from '../texts.ts';

/** Cards picked on the wall, to be brought together, and what is seen on those that were. */
export const pickFr = {
  select: 'Sélectionner',
  unselect: 'Désélectionner',
  selectCard: (number: string, title: string) => `Sélectionner ${number} ${title}`.trim(),
  selected: (count: number) => frPlural(count, 'action sélectionnée', 'actions sélectionnées'),
  mode: 'Regrouper des actions…',
  mergeWith: 'Regrouper avec…',
  sources: (count: number) => frPlural(count, 'source', 'sources'),
  fresh: 'Nouvelle',
  keys: 'Sur une carte',
  keyPick: 'La sélectionner, ou non',
  keyMerge: 'Regrouper les cartes sélectionnées, ou celle-ci',
} as const;
