/**
 * Hidden ideas: kept by the server until the reveal makes them actions. Logs and frames of the
 * protocol call them drafts, and will for ever.
 */
import { isBlank } from '../../board/text.ts';
import type { ActionId, PersonId, PriorityId } from '../../ids.ts';

/** Its id becomes that of the action it will be. */
export interface Idea {
  readonly id: ActionId;
  readonly personId: PersonId;
  readonly priorityId: PriorityId;
  readonly title: string;
  readonly description: string;
  /** It was once written where authors are not shown: it never gets one, whatever comes after. */
  readonly anonymous?: true;
}

/** Whether there is anything in it yet: an idea just begun is neither counted nor revealed. */
export const isWritten = ({ title, description }: Pick<Idea, 'title' | 'description'>): boolean =>
  [title, description].some((text) => /[\p{L}\p{N}]/u.test(text) || !isBlank(text));

/** Of two states of one idea. */
export const isSameIdea = (a: Idea, b: Idea): boolean =>
  a.priorityId === b.priorityId &&
  a.title === b.title &&
  a.description === b.description &&
  a.anonymous === b.anonymous;
