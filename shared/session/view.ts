/**
 * What leaves the server about the session, for one person: the only door (SPEC SE1). What is
 * hidden from that person is absent, not masked.
 */
import type { ActorId, DirectionId, PersonId } from '../ids.ts';
import type { Role } from './roles.ts';
import type { Phase, StepRules } from './rules.ts';

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
}
