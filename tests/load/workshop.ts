/** The boards of the load: the demonstration workshop, and others of a given size made of its cards. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Card {
  readonly id: string;
  readonly priorityId: string;
  readonly title: string;
  readonly description: string;
}
interface WorkshopFile {
  readonly cards: readonly Card[];
  readonly [key: string]: unknown;
}

const demonstration = readFileSync(
  join(import.meta.dirname, '../../shared/demo/atelier-cotentin.json'),
  'utf8',
);

/** 6 priorities, 52 actions with their whole sheets. */
export const demoWorkshop = (): string => demonstration;

/** As many actions as asked, with title and description only: their sheets are still to be filled. */
export function workshopOf(actions: number): string {
  const file = JSON.parse(demonstration) as WorkshopFile;
  const cards = Array.from({ length: actions }, (_, index) => {
    const { priorityId, title, description }: Partial<Card> =
      file.cards[index % file.cards.length] ?? {};
    return { id: `c-${index}`, position: index + 1, priorityId, title, description };
  });
  return JSON.stringify({ ...file, cards });
}
