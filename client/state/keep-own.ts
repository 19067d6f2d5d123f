/** What somebody wrote that never was on the board, when they go: it becomes kept work. */
import type { BoardClient } from '../sync/board-client.ts';
import type { KeptReason, ToKeep } from '../sync/kept/kept-work.ts';
import { dropHeldText, heldTexts } from './held-text.ts';
import { dropIdea, type IdeaOwner, keptIdeas } from './kept-ideas.ts';

/** Hidden ideas that the server may not have, and texts begun in a field, as they are now. */
export function ownOf(owner: IdeaOwner, why: KeptReason) {
  const [ideas, texts] = [keptIdeas(owner), heldTexts(owner)];
  const items: readonly ToKeep[] = [
    ...ideas
      .filter(({ removed }) => !removed)
      .map(({ id, priorityId, title, description }) => ({
        work: { kind: 'idea', id, priorityId, title, description } as const,
        why,
      })),
    ...texts.map(({ key, field, about, text }) => ({
      work: { kind: 'typed', key, field, text } as const,
      why,
      where: about === '' ? {} : { title: about },
    })),
  ];
  /** They leave the place where they were written; what another tab has written since stays there. */
  const letGo = () => {
    for (const idea of ideas) dropIdea(owner, idea.id, idea);
    for (const { key, text } of texts) dropHeldText(owner, key, text);
  };
  return { items, letGo };
}

/** They leave the place where they were written only once they are kept. */
export async function keepOwn(
  client: Pick<BoardClient, 'keep'>,
  owner: IdeaOwner,
  why: KeptReason,
): Promise<void> {
  const { items, letGo } = ownOf(owner, why);
  if (items.length === 0 || (await client.keep(items))) letGo();
}
