import { frPlural } from '../texts.ts';

/** Lines to tick, in any review. */
export const reviewFr = {
  all: 'Tout',
  /** Where some are not drawn. */
  allShown: 'Tout ce qui est affiché',
  notShown: (count: number, ticked: number) =>
    `${frPlural(count, 'autre ligne n’est pas affichée', 'autres lignes ne sont pas affichées')} : ${ticked === 0 ? 'aucune n’est cochée' : frPlural(ticked, 'cochée', 'cochées')}.`,
  showMore: (count: number) => `Afficher ${count} de plus`,
  none: 'Cochez au moins une ligne.',
} as const;

export const reviewWords = { part: 'review', fr: reviewFr } as const;
