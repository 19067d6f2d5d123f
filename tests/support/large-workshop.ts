/** A workshop file as large as the server takes, every card of it honest. */
import { fileOf } from './workshop-file.ts';

/** @param cards 5,000 are 9 MB */
export const largeWorkshop = (cards = 5_000): string =>
  JSON.stringify(
    fileOf(
      Array.from({ length: cards }, (_, i) => ({
        id: `card-${i}`,
        position: i + 1,
        title: `Action ${i}`,
        priorityId: 'p1',
        description: `Réserver un lot. `.repeat(96),
      })),
    ),
  );
