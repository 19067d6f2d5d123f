/**
 * What leaves the server about the session, for one person: the only door (SPEC SE1). What is
 * hidden from that person is absent, not masked.
 */
import type { ActorId, DirectionId, PersonId } from '../ids.ts';
import type { Role } from './roles.ts';
import type { Phase, StepRules } from './rules.ts';
import { rulesOf, type SessionState } from './state.ts';

/** Somebody of the workshop. `name` is null for those who may not see names: observers. */
export interface PersonView {
  readonly id: PersonId;
  readonly role: Role;
  readonly name: string | null;
  readonly directionId: DirectionId | null;
  readonly actorId: ActorId | null;
  /** Yjs client ids of this person's open connections, as the server knows them; empty when away. */
  readonly clients: readonly number[];
}

export interface SessionView {
  readonly me: PersonId;
  readonly role: Role;
  readonly rules: StepRules;
  readonly phases: readonly Phase[];
  /** Index into `phases`; null while no step was started. */
  readonly currentPhase: number | null;
  readonly people: readonly PersonView[];
  /**
   * The code by which people may enter now, null while entry is closed. Only for those who lead and
   * for the screens that show it to the room: absent for participants.
   */
  readonly entryCode?: string | null;
}

/** Somebody of the workshop as the server knows them, before it is decided who may see what. */
export type Present = PersonView & { readonly name: string };

/** The session as one person may see it: an observer, who may be the projector, gets no names. */
export function viewFor(
  viewer: Pick<PersonView, 'id' | 'role'>,
  state: SessionState,
  people: readonly Present[],
  entryCode: string | null,
): SessionView {
  const { id, role } = viewer;
  return {
    me: id,
    role,
    rules: rulesOf(state),
    phases: state.phases,
    currentPhase: state.currentPhase,
    people: role === 'observer' ? people.map((person) => ({ ...person, name: null })) : people,
    ...(role !== 'participant' && { entryCode }),
  };
}
