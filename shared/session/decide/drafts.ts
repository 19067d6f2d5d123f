/** Decisions on hidden ideas: one's own while they are hidden, and the reveal. */
import { LIMITS } from '../../board/schema.ts';
import type { PersonId } from '../../ids.ts';
import { err } from '../../result.ts';
import { isWritten } from '../drafts.ts';
import type { Role } from '../roles.ts';
import type { StepRules } from '../rules.ts';
import { currentStep, rulesFor, type SessionState } from '../state.ts';
import { ALREADY, type Deciders, happens } from './decider.ts';

/** How many hidden ideas one person may keep. */
export const maxDrafts = 200;

type DraftRequest = 'draft-write' | 'draft-remove' | 'reveal';

export const decideDrafts: Deciders<DraftRequest> = {
  'draft-write': (state, { type: _type, ...written }, { asker, now, board }) => {
    const before = state.drafts.get(written.id);
    if (before && before.personId !== asker.id) return err('gone');
    // The idea is an action now: what is still written of it belongs on the board.
    if (state.revealed.has(written.id) || board.hasAction(written.id)) return err('stale');
    if (!mayWrite(asker.role, rulesFor(state, now))) return err('step');
    if (!board.hasPriority(written.priorityId)) return err('gone');
    const isFull = state.drafts.size >= LIMITS.actions || ownDrafts(state, asker.id) >= maxDrafts;
    if (!before && isFull) return err('full');
    const unsigned = (before?.anonymous || anonymity(state)) && ({ anonymous: true } as const);
    const draft = { ...written, personId: asker.id, ...unsigned };
    return happens({ type: 'draft-written', draft });
  },

  'draft-remove': ({ drafts }, { id }, { asker }) => {
    const draft = drafts.get(id);
    if (!draft) return ALREADY;
    return draft.personId === asker.id ? happens({ type: 'draft-removed', id }) : err('gone');
  },

  reveal: (state, { priorityId }, { asker, now, board }) => {
    const drafts = [...state.drafts.values()].filter(
      (draft) => isWritten(draft) && (priorityId === null || draft.priorityId === priorityId),
    );
    if (drafts.length === 0) return err('nothing');
    if (drafts.length > board.room()) return err('full');
    return happens({
      type: 'revealed',
      at: now,
      by: asker.id,
      ids: drafts.map(({ id }) => id),
      anonymous: anonymity(state),
    });
  },
};

const mayWrite = (role: Role, rules: readonly StepRules[]): boolean =>
  rules.some(
    ({ writing, add }) => writing === 'hidden' && (role === 'facilitator' || add === 'anyone'),
  );

const ownDrafts = ({ drafts }: SessionState, personId: PersonId): number =>
  [...drafts.values()].filter((draft) => draft.personId === personId).length;

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
