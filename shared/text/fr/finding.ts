import { frPlural } from '../texts.ts';

/** Looking for actions on the board. */
export const findingFr = {
  search: 'Chercher une action',
  keys: 'Recherche',
  placeholder: 'Chercher…',
  open: 'Ouvrir la recherche',
  clearText: 'Effacer la recherche',
  filters: 'Filtres',
  filtersOn: (count: number) => `Filtres : ${frPlural(count, 'choix en cours', 'choix en cours')}`,
} as const;
