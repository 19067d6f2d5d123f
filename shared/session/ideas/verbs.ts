/** What is asked of hidden ideas: one's own while they are hidden, and the reveal. */
import * as v from 'valibot';
import { PERSON_LIMITS } from '../../board/person-limits.ts';
import { LIMITS } from '../../board/schema.ts';
import type { ActionId, PersonId, PriorityId } from '../../ids.ts';
import { err } from '../../result.ts';
import { withEntry, without } from '../collections.ts';
import { id, text } from '../fields.ts';
import type { Role } from '../roles.ts';
import type { StepRules } from '../rules.ts';
import { currentStep, rulesFor, type SessionState } from '../state.ts';
import { type Act, ALREADY, type Folds, record, verbsTo } from '../verb.ts';
import { type Idea, isSameIdea, isWritten } from './idea.ts';
import { asideIdea, asideWithout } from './laid-aside.ts';

export type IdeaEvent =
  | { readonly type: 'draft-written'; readonly draft: Idea }
  | { readonly type: 'draft-removed'; readonly id: ActionId }
  | Act<'revealed', { readonly ids: readonly ActionId[]; readonly anonymous: boolean }>;
const { facilitator, member } = verbsTo<IdeaEvent>();

export const IDEA_VERBS = {
  /** Writes or rewrites one's own idea; its id becomes that of the action. */
  'draft-write': member(
    {
      id: id<ActionId>(),
      priorityId: id<PriorityId>(),
      title: text(LIMITS.titleCharacters),
      description: text(LIMITS.descriptionCharacters),
    },
    (state, { id, priorityId, title, description }, { asker, now, board }) => {
      const before = state.ideas.get(id) ?? asideIdea(state.aside, id);
      if (before && before.personId !== asker.id) return err('gone');
      // The idea is an action now: what is still written of it belongs on the board.
      if (state.revealed.has(id) || board.hasAction(id)) return err('stale');
      if (!mayWrite(asker.role, rulesFor(state, now))) return err('step');
      if (!board.hasPriority(priorityId)) return err('gone');
      const own = ownIdeas(state, asker.id);
      const isFull = state.ideas.size >= LIMITS.actions || board.room() === 0;
      if (!before && isFull) return err('full');
      if (!before && own.length >= PERSON_LIMITS.ideas) return err('full');
      const isUnsigned = before?.anonymous || anonymity(state);
      const written: Idea = { id, priorityId, title, description, personId: asker.id };
      const draft: Idea = isUnsigned ? { ...written, anonymous: true } : written;
      if (before && isSameIdea(before, draft)) return ALREADY;
      if (asker.role === 'participant' && isBeyondShare(own, before, draft)) return err('share');
      return record({ type: 'draft-written', draft });
    },
  ),

  'draft-remove': member({ id: id<ActionId>() }, (state, { id }, { asker }) => {
    const idea = state.ideas.get(id) ?? asideIdea(state.aside, id);
    if (!idea) return ALREADY;
    return idea.personId === asker.id ? record({ type: 'draft-removed', id }) : err('gone');
  }),

  /** Hidden ideas become actions: those under a priority, or all. */
  reveal: facilitator(
    { priorityId: v.nullable(id<PriorityId>()) },
    (state, { priorityId }, { asker, now, board }) => {
      const ideas = [...state.ideas.values()].filter(
        (idea) => isWritten(idea) && (priorityId === null || idea.priorityId === priorityId),
      );
      if (ideas.length === 0) return err('nothing');
      if (ideas.length > board.room()) return err('full');
      const ids = ideas.map((idea) => idea.id);
      return record({ type: 'revealed', at: now, by: asker.id, ids, anonymous: anonymity(state) });
    },
  ),
};

export const IDEA_FOLDS: Folds<IdeaEvent> = {
  'draft-written': (state, { draft }) => ({
    ...state,
    ideas: withEntry(state.ideas, draft.id, draft),
    aside: asideWithout(state.aside, draft.id),
  }),
  'draft-removed': (state, { id }) => ({
    ...state,
    ideas: without(state.ideas, [id]),
    aside: asideWithout(state.aside, id),
  }),
  revealed: (state, { ids, at }) => ({
    ...state,
    lastReveal: { at, ids },
    shownIdeas: {
      ids: [...(state.shownIdeas?.ids ?? []), ...ids],
      writers: Math.max(state.shownIdeas?.writers ?? 0, writersIn(state)),
    },
    ideas: without(state.ideas, ids),
    revealed: new Set([...state.revealed, ...ids]),
  }),
};

/** How many people have written something: counted while it is known whose ideas are. */
const writersIn = ({ ideas }: SessionState): number =>
  new Set([...ideas.values()].filter(isWritten).map(({ personId }) => personId)).size;

const mayWrite = (role: Role, rules: readonly StepRules[]): boolean =>
  rules.some(
    ({ writing, add }) => writing === 'hidden' && (role === 'facilitator' || add === 'anyone'),
  );

const ownIdeas = ({ ideas }: SessionState, personId: PersonId): readonly Idea[] =>
  [...ideas.values()].filter((idea) => idea.personId === personId);

/** Whether somebody's ideas grow beyond what one may keep; what is longer already may be shortened. */
function isBeyondShare(own: readonly Idea[], before: Idea | undefined, after: Idea): boolean {
  const growth = lengthOf(after) - (before ? lengthOf(before) : 0);
  const length = own.reduce((sum, idea) => sum + lengthOf(idea), growth);
  return growth > 0 && length > PERSON_LIMITS.ideaCharacters;
}
const lengthOf = ({ title, description }: Idea): number => title.length + description.length;

/** As it was announced where the ideas were written: in this step, or else in the last hidden one. */
function anonymity(state: SessionState): boolean {
  const lastHidden = [...state.visits]
    .reverse()
    .map(({ stepId }) => state.steps.find(({ id }) => id === stepId))
    .find((step) => step?.rules.writing === 'hidden');
  const current = currentStep(state);
  const step = current?.rules.writing === 'hidden' ? current : lastHidden;
  return step?.anonymous ?? false;
}
