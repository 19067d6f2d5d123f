import { frPlural } from '../texts.ts';

/** Looking for actions on the board. */
export const findingFr = {
  search: 'Chercher une action',
  keys: 'Recherche',
  placeholder: 'Chercher…',
  /** Said when the key of the browser's own search has led here. */
  instead:
    'Cette recherche voit toutes les actions. La même touche encore : celle du navigateur, pour ce qui est à l’écran.',
  open: 'Ouvrir la recherche',
  clearText: 'Effacer la recherche',
  filters: 'Filtres',
  filtersOn: (count: number) => `Filtres : ${frPlural(count, 'choix en cours', 'choix en cours')}`,
} as const;
