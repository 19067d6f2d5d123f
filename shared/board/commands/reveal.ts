/** Hidden ideas become actions: written by the server alone, in the name of those who had them. */
import { type ActionId, newId, type PriorityId } from '../../ids.ts';
import { addEntity, type BoardDoc, LOCAL_ADD } from '../doc.ts';
import { hasAction } from '../facts.ts';
import { LIMITS } from '../schema.ts';
import { clip, isBlank, singleLine, wellFormed } from '../text.ts';
import { type Author, authorship } from './actions.ts';
import { createEnds } from './many.ts';

/** An idea as it was written: any text within the limits of an action. */
export interface Idea {
  readonly id: ActionId;
  readonly priorityId: PriorityId;
  readonly title: string;
  readonly description: string;
  /** Null when the idea is nobody's: revealed without its author. */
  readonly author: Author | null;
}

/** Characters of a description that stand for a title nobody wrote. */
const firstWordsCharacters = 80;

/**
 * Adds ideas at the ends of their priorities, in their order, in one transaction. One whose priority
 * is gone stands with those that have none; one whose id is taken gets another: nothing is written over.
 */
export function addIdeas(doc: BoardDoc, ideas: readonly Idea[]): void {
  const placeIn = createEnds(doc);
  doc.transact(() => {
    for (const { id, priorityId, title, description, author } of ideas) {
      addEntity(doc, 'actions', hasAction(doc, id) ? newId<'action'>() : id, {
        title: titleOf(title, description),
        description: clip(wellFormed(description), LIMITS.descriptionCharacters),
        priorityId,
        rank: placeIn(priorityId),
        ...authorship(author),
      });
    }
  }, LOCAL_ADD);
}

function titleOf(title: string, description: string): string {
  if (!isBlank(title)) return clip(singleLine(title), LIMITS.titleCharacters);
  const line = singleLine(description);
  if (line.length <= firstWordsCharacters) return line;
  const cut = clip(line, firstWordsCharacters);
  const lastSpace = cut.lastIndexOf(' ');
  return `${lastSpace > 0 ? cut.slice(0, lastSpace) : cut}…`;
}
