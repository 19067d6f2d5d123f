/** One's hidden ideas as they are shown: what the server has, under what it has not yet. */
import type { ActionId } from '../../shared/ids.ts';
import type { RequestRefusal } from '../../shared/session/refusals.ts';
import type { Idea, KeptIdea } from './kept-ideas.ts';

/** `unsaved`: the server has not confirmed it; `refused`: it will not take it, and said why. */
type IdeaState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'refused'; readonly reason: RequestRefusal };
export interface ShownIdea extends Idea {
  readonly state: IdeaState;
}

/** What is laid over the server's idea, or stands for one that it has not yet. */
export interface Entry {
  readonly kept: KeptIdea;
  readonly stage: 'waiting' | 'asked' | 'granted';
  readonly refused?: RequestRefusal;
}
const SAVED: IdeaState = { kind: 'saved' };
const UNSAVED: IdeaState = { kind: 'unsaved' };

/** @param known ideas that the server has, in the order in which they were first written */
export function shownIdeas(
  known: readonly Idea[],
  entries: ReadonlyMap<ActionId, Entry>,
): readonly ShownIdea[] {
  const ids = new Set(known.map(({ id }) => id));
  const news = [...entries.values()].filter(({ kept }) => !ids.has(kept.id));
  return known
    .map((idea) => over(idea, entries.get(idea.id)))
    .concat(news.map(shownEntry))
    .filter((idea) => idea !== null);
}

const over = (idea: Idea, entry: Entry | undefined): ShownIdea | null =>
  entry ? shownEntry(entry) : { ...idea, state: SAVED };

function shownEntry({ kept, stage, refused }: Entry): ShownIdea | null {
  const { id, priorityId, title, description, removed } = kept;
  if (removed) return null;
  const state: IdeaState = refused
    ? { kind: 'refused', reason: refused }
    : stage === 'granted'
      ? SAVED
      : UNSAVED;
  return { id, priorityId, title, description, state };
}
