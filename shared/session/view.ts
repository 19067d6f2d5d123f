/**
 * What leaves the server about the session, for one person: the only door (SPEC SE1). What is
 * hidden from that person is absent, not masked.
 */
import type { PersonId } from '../ids.ts';
import type { Message } from './groups/message.ts';
import { type GroupView, groupsOf, messagesFor } from './groups/view.ts';
import { type IdeasView, ideasFor } from './ideas/view.ts';
import { nameless, peopleOf } from './people/view.ts';
import type { Pledges } from './pledges/pledges.ts';
import type { PersonView, Viewer } from './present.ts';
import type { Projection } from './projection/projection.ts';
import type { Role } from './roles.ts';
import type { StepRules } from './rules.ts';
import { madeFrom, type Scene } from './scene.ts';
import { rulesOf, type SessionState, type Undoable } from './state.ts';
import { type RoundView, roundFor } from './votes/view.ts';

/** What everybody is shown as it is; `lastReveal` for a moment, see {@link revealNewsMs}. */
type Shared = Pick<
  SessionState,
  'steps' | 'current' | 'visits' | 'timer' | 'frozen' | 'focus' | 'summonedAt' | 'lastReveal'
>;

export interface SessionView extends Shared {
  readonly me: PersonId;
  readonly role: Role;
  /** The server's clock when this left, milliseconds since 1970: what browsers set theirs by. */
  readonly now: number;
  readonly rules: StepRules;
  readonly people: readonly PersonView[];
  /** Tables and sub-groups, in the order in which they were made. */
  readonly groups: readonly GroupView[];
  /** What facilitators say to all, or to the group one is in; to any group for those who lead. */
  readonly messages: readonly Message[];
  /** When hidden ideas were last revealed, server clock; null before the first reveal. */
  readonly revealedAt: number | null;
  /** Hidden ideas, under the name they have in frames. */
  readonly drafts: IdeasView;
  readonly rounds: readonly RoundView[];
  /** What was revealed in this step and by how many people: for the screens that show it to the room. */
  readonly shownIdeas?: NonNullable<SessionState['shownIdeas']> | null;
  /** How the screen of the room is led; for those who lead, and for that screen. */
  readonly projection?: Projection | null;
  /** Absent before the first. */
  readonly pledges?: Pledges;
  /** The act of facilitation that can be taken back; for facilitators only. */
  readonly undoable?: Pick<Undoable, 'act' | 'type' | 'by'> | null;
  /** Whose work is set aside as a whole; for facilitators only. */
  readonly aside?: readonly PersonId[];
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
  const { projection, shownIdeas, pledges } = state;
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
    groups: groupsOf(scene),
    messages: messagesFor(viewer, scene),
    drafts: ideasFor(viewer, scene),
    revealedAt: state.lastReveal?.at ?? null,
    lastReveal: isNews(scene) ? state.lastReveal : null,
    rounds: state.rounds.map((round) => roundFor(viewer, round, scene)),
    ...(role === 'facilitator' && {
      undoable: undoable && { act: undoable.act, type: undoable.type, by: undoable.by },
      aside: [...state.aside.keys()],
    }),
    ...(role !== 'participant' && { entryCode }),
    ...(role !== 'participant' && projection !== undefined && { projection }),
    ...(role === 'observer' && shownIdeas !== undefined && { shownIdeas }),
    ...(pledges && { pledges: pledgesOf(scene) }),
  };
}

const NONE: NonNullable<SessionState['pledges']> = new Map();
const pledgesOf = madeFrom(
  ({ state }) => [state.pledges ?? NONE],
  ({ state }): Pledges => Object.fromEntries(state.pledges ?? NONE),
);

/** How long a reveal is told to whoever comes in, milliseconds: then it is news to nobody. */
const revealNewsMs = 60_000;
const isNews = ({ state: { lastReveal }, now }: Scene): boolean =>
  lastReveal !== null && now - lastReveal.at < revealNewsMs;
