/** What somebody wrote that never was on the board, when they go: it becomes kept work. */
import type { BoardClient } from '../sync/board-client.ts';
import type { KeptReason, ToKeep } from '../sync/kept/kept-work.ts';
import { forgetHeldTexts, heldTexts } from './held-text.ts';
import { forgetIdeas, type IdeaOwner, keptIdeas } from './kept-ideas.ts';

/** Hidden ideas that the server may not have, and texts begun in a field. */
export const ownToKeep = (owner: IdeaOwner, why: KeptReason): readonly ToKeep[] => [
  ...keptIdeas(owner)
    .filter(({ removed }) => !removed)
    .map(({ id, priorityId, title, description }) => ({
      work: { kind: 'idea', id, priorityId, title, description } as const,
      why,
    })),
  ...heldTexts(owner).map(({ key, field, about, text }) => ({
    work: { kind: 'typed', key, field, text } as const,
    why,
    where: about === '' ? {} : { title: about },
  })),
];

/** They leave the place where they were written only once they are kept. */
export async function keepOwn(
  client: Pick<BoardClient, 'keep'>,
  owner: IdeaOwner,
  why: KeptReason,
): Promise<void> {
  const own = ownToKeep(owner, why);
  if (own.length === 0 || (await client.keep(own))) forgetOwn(owner);
}

export function forgetOwn(owner: IdeaOwner): void {
  forgetIdeas(owner);
  forgetHeldTexts(owner);
}
