/**
 * What happened in the session. Events are appended to the board's log as JSON and never changed:
 * an old one must be understood for ever, so a type of event is only ever added.
 */
import type { ActionId, PersonId, PriorityId } from '../ids.ts';
import type { Focus } from './requests.ts';
import type { Phase, Step, StepId } from './step.ts';
import type { TimerEffect } from './timer.ts';
import type { GroupKey, RoundId, RoundResult, VoteSetup } from './votes.ts';

/** A hidden idea. Its id becomes that of the action it will be. */
export interface Draft {
  readonly id: ActionId;
  readonly personId: PersonId;
  readonly priorityId: PriorityId;
  readonly title: string;
  readonly description: string;
  /** It was once written where authors are not shown: it never gets one, whatever comes after. */
  readonly anonymous?: true;
}

/** Times are of the server's clock, milliseconds since 1970; `by` is who asked. */
export type SessionEvent =
  /** Of the time when steps had no rules of their own. */
  | { readonly type: 'agenda-set'; readonly phases: readonly Phase[] }
  | { readonly type: 'steps-set'; readonly steps: readonly Step[]; readonly at: number }
  | { readonly type: 'step-added'; readonly step: Step; readonly after: StepId | null }
  | {
      readonly type: 'step-changed';
      readonly id: StepId;
      readonly change: Partial<Omit<Step, 'id'>>;
      readonly at: number;
    }
  | { readonly type: 'step-moved'; readonly id: StepId; readonly after: StepId | null }
  | { readonly type: 'step-removed'; readonly id: StepId }
  | Act<'step-started', { readonly id: StepId | null }>
  | Act<
      'timer-started',
      { readonly seconds: number; readonly effect: TimerEffect; readonly endsAt: number }
    >
  | Act<'timer-added', { readonly seconds: number }>
  | Act<'timer-paused'>
  | Act<'timer-resumed'>
  | Act<'timer-stopped'>
  | { readonly type: 'timer-ended'; readonly at: number }
  | Act<'frozen'>
  | Act<'unfrozen'>
  | Act<'revealed', { readonly ids: readonly ActionId[]; readonly anonymous: boolean }>
  | Act<'round-opened', { readonly id: RoundId; readonly title: string; readonly setup: VoteSetup }>
  | Act<'round-closed', { readonly id: RoundId; readonly result: RoundResult }>
  | {
      readonly type: 'room-votes-set';
      readonly roundId: RoundId;
      readonly actionId: ActionId;
      readonly votes: number;
    }
  | Act<'focused', { readonly target: Focus | null }>
  | Act<'summoned'>
  | { readonly type: 'hands-lowered'; readonly personId: PersonId | null }
  | { readonly type: 'seats-set'; readonly personId: PersonId; readonly seats: number }
  | Act<'undone'>
  | { readonly type: 'draft-written'; readonly draft: Draft }
  | { readonly type: 'draft-removed'; readonly id: ActionId }
  | {
      readonly type: 'vote-cast';
      readonly roundId: RoundId;
      readonly ballot: string;
      readonly group: GroupKey;
      readonly actionId: ActionId;
      readonly dots: number;
    }
  | { readonly type: 'hand-set'; readonly personId: PersonId; readonly raisedAt: number | null }
  | { readonly type: 'done-set'; readonly personId: PersonId; readonly done: boolean }
  | { readonly type: 'following-set'; readonly personId: PersonId; readonly follows: boolean };

/** What facilitators do to everybody: numbered, and where possible taken back. */
type Act<Type extends string, Fields = unknown> = {
  readonly type: Type;
  readonly at: number;
  readonly by: PersonId;
} & Fields;

export type EventType = SessionEvent['type'];
export type EventOf<Type extends EventType> = Extract<SessionEvent, { readonly type: Type }>;
