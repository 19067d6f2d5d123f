/**
 * What leaves the server about the session, for one person: the only door (SPEC SE1). What is
 * hidden from that person is absent, not masked.
 */
import type { PersonId } from '../ids.ts';
import type { Step, StepId } from './agenda/step.ts';
import type { Focus } from './attention/focus.ts';
import { type IdeasView, ideasFor } from './ideas/view.ts';
import { nameless, peopleOf } from './people/view.ts';
import type { PersonView, Viewer } from './present.ts';
import type { Role } from './roles.ts';
import type { StepRules } from './rules.ts';
import type { Scene } from './scene.ts';
import { type Replacing, rulesOf, type SessionState, type Visit } from './state.ts';
import type { Timer } from './timer/timer.ts';
import { type RoundView, roundFor } from './votes/view.ts';

export interface SessionView {
  readonly me: PersonId;
  readonly role: Role;
  /** The server's clock when this left, milliseconds since 1970: what browsers set theirs by. */
  readonly now: number;
  readonly rules: StepRules;
  readonly steps: readonly Step[];
  /** The step in progress; null while the board is free. */
  readonly current: StepId | null;
  /** When steps were in progress: planned against actual minutes. */
  readonly visits: readonly Visit[];
  readonly timer: Timer | null;
  readonly frozen: SessionState['frozen'];
  readonly focus: Focus | null;
  readonly summonedAt: number | null;
  readonly people: readonly PersonView[];
  /** Hidden ideas, under the name they have in frames. */
  readonly drafts: IdeasView;
  /** What was revealed a moment ago, see {@link revealNewsMs}; else null. */
  readonly lastReveal: SessionState['lastReveal'];
  readonly rounds: readonly RoundView[];
  /** The act of facilitation that can be taken back; for facilitators only. */
  readonly undoable?: {
    readonly act: number;
    readonly type: Replacing;
    readonly by: PersonId;
  } | null;
  /**
   * The code by which people may enter now, null while entry is closed. Only for those who lead and
   * for the screens that show it to the room: absent for participants.
   */
  readonly entryCode?: string | null;
}

/** The session as one person may see it: an observer, who may be the projector, gets no names. */
export function viewFor(viewer: Viewer, scene: Scene): SessionView {
  const { id, role } = viewer;
  const { state, entryCode, now } = scene;
  const { steps, current, visits, timer, frozen, focus, summonedAt, undoable } = state;
  return {
    me: id,
    role,
    now,
    rules: rulesOf(state),
    steps,
    current,
    visits,
    timer,
    frozen,
    focus,
    summonedAt,
    people: role === 'observer' ? nameless(scene) : peopleOf(scene),
    drafts: ideasFor(viewer, scene),
    lastReveal: isNews(scene) ? state.lastReveal : null,
    rounds: state.rounds.map((round) => roundFor(viewer, round, scene)),
    ...(role === 'facilitator' && {
      undoable: undoable && { act: undoable.act, type: undoable.type, by: undoable.by },
    }),
    ...(role !== 'participant' && { entryCode }),
  };
}

/** How long a reveal is told to whoever comes in, milliseconds: then it is news to nobody. */
const revealNewsMs = 60_000;
const isNews = ({ state: { lastReveal }, now }: Scene): boolean =>
  lastReveal !== null && now - lastReveal.at < revealNewsMs;
