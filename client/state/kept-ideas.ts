/**
 * Hidden ideas that the server has not yet, kept on this device: one entry for each, so that two
 * tabs of the same person never write over each other. Forgotten with the person.
 */
import * as v from 'valibot';
import type { ActionId, BoardId, PersonId, PriorityId } from '../../shared/ids.ts';
import { deviceTexts } from '../browser/texts.ts';
import type { OpenedWorkshop } from './device.ts';
import { idSchema, readStored } from './stored.ts';

export interface Idea {
  readonly id: ActionId;
  readonly priorityId: PriorityId;
  readonly title: string;
  readonly description: string;
}
export interface KeptIdea extends Idea {
  /** It was removed here, and the server may still have it. */
  readonly removed: boolean;
  /** Texts that were sent and that the server may hold: what a reveal may have shown. */
  readonly sent: readonly Pick<Idea, 'title' | 'description'>[];
}

/** Whose ideas: of one person in one board. */
export interface IdeaOwner {
  readonly boardId: BoardId;
  readonly personId: PersonId;
}

export const ownerIn = ({ boardId, joined }: OpenedWorkshop): IdeaOwner | null =>
  joined && { boardId, personId: joined.personId };

export const keptIdeas = (owner: IdeaOwner): readonly KeptIdea[] =>
  keysOf(owner).flatMap((key) => readStored(ideaSchema, key) ?? []);
export const hasKeptIdeas = (owner: IdeaOwner): boolean => keysOf(owner).length > 0;

/** @returns false when this device does not let anything be kept: the page remembers it, and asks */
export const keepIdea = (owner: IdeaOwner, idea: KeptIdea): boolean =>
  deviceTexts.set(prefixOf(owner) + idea.id, JSON.stringify(idea), true);
/** @param idea given, it goes only if it still says this: another tab may have gone on */
export function dropIdea(owner: IdeaOwner, id: ActionId, idea?: Idea): void {
  const key = prefixOf(owner) + id;
  const now = readStored(ideaSchema, key);
  if (idea && (now?.title !== idea.title || now.description !== idea.description)) return;
  deviceTexts.remove(key);
}

const prefixOf = ({ boardId, personId }: IdeaOwner): string =>
  `gommette.idea.${boardId}.${personId}.`;

const keysOf = (owner: IdeaOwner): readonly string[] =>
  deviceTexts.names().filter((key) => key.startsWith(prefixOf(owner)));

const textSchema = { title: v.string(), description: v.string() };
const ideaSchema = v.object({
  id: idSchema<'action'>(),
  priorityId: idSchema<'priority'>(),
  ...textSchema,
  removed: v.fallback(v.boolean(), false),
  sent: v.array(v.object(textSchema)),
});
