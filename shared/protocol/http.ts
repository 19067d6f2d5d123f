/** Bodies of the HTTP API, for both sides. Paths are in README. */
import type { ActorId, BoardId, DirectionId, PersonId } from '../ids.ts';
import type { Role } from '../session/roles.ts';

/** Every answer that is not 2xx: a stable code for programs, a French sentence for people. */
export interface ProblemAnswer {
  readonly code: string;
  readonly message: string;
}

/** `POST /api/boards` → 201. Each link opens the board with its role; shown once, kept by nobody. */
export interface BoardCreated {
  readonly boardId: BoardId;
  readonly links: Readonly<Record<Role, string>>;
  /** What the file had that could not be kept as it was, in French, one sentence each. */
  readonly faults: readonly string[];
}

/** `GET /api/boards/:id` with a link's token → what somebody at the door may know. */
export interface BoardDoor {
  readonly boardId: BoardId;
  readonly role: Role;
  readonly title: string;
  readonly subtitle: string;
  readonly territory: string;
  readonly notice: string;
  readonly directions: readonly { readonly id: DirectionId; readonly name: string }[];
  readonly actors: readonly { readonly id: ActorId; readonly name: string }[];
}

/** `POST /api/boards/:id/join` with a link's token. One of the two ids, or none for a facilitator. */
export interface JoinRequest {
  /** 1 to 60 characters: a first name or a function, never required to be a person's full name. */
  readonly name: string;
  readonly directionId?: DirectionId;
  readonly actorId?: ActorId;
}
/** → 201. The ticket opens this person's sockets until the link is revoked. */
export interface Joined {
  readonly personId: PersonId;
  readonly role: Role;
  readonly name: string;
  readonly directionId: DirectionId | null;
  readonly actorId: ActorId | null;
  readonly ticket: string;
}
