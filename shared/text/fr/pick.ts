import { frPlural } from '../texts.ts';

/** Cards picked on the wall, to be brought together, and what is seen on those that were. */
export const pickFr = {
  select: 'Sélectionner',
  unselect: 'Désélectionner',
  selectCard: (number: string, title: string) => `Sélectionner ${number} ${title}`.trim(),
  selected: (count: number) => frPlural(count, 'action sélectionnée', 'actions sélectionnées'),
  mode: 'Regrouper des actions…',
  mergeWith: 'Regrouper avec…',
  /** Of a card that others joined: how many ideas it is. */
  stack: (count: number) => frPlural(count, 'idée', 'idées'),
  fresh: 'Nouvelle',
  keys: 'Sur une carte',
  keyPick: 'La sélectionner, ou non',
  keyMerge: 'Regrouper les cartes sélectionnées, ou celle-ci',
} as const;
