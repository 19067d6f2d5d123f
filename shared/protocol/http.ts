/** Bodies of the HTTP API, for both sides. Paths are in README, "API". */
import type { ActorId, BoardId, DirectionId, PersonId } from '../ids.ts';
import type { Role } from '../session/roles.ts';

/** Every answer that is not 2xx: a stable code for programs, a French sentence for people. */
export interface ProblemAnswer {
  readonly code: string;
  readonly message: string;
}

/** `POST /api/boards?at=vote`: of a workshop file, where a demonstration begins. */
export const REHEARSAL_STEPS = ['ideas', 'vote', 'report'] as const;
export type RehearsalStep = (typeof REHEARSAL_STEPS)[number];

/** `POST /api/boards` → 201. Each link opens the board with its role; shown once, kept by nobody. */
export interface BoardCreated {
  readonly boardId: BoardId;
  readonly links: Readonly<Record<Role, string>>;
  /** When it will be erased, milliseconds since 1970. */
  readonly purgeAt: number;
  /** What the file had that could not be kept as it was, in French, one sentence each. */
  readonly faults: readonly string[];
}

/** `GET /api/boards/:id` with a link's token or a pass → what somebody at the door may know. */
export interface BoardDoor {
  readonly boardId: BoardId;
  readonly role: Role;
  readonly title: string;
  readonly subtitle: string;
  readonly territory: string;
  readonly notice: string;
  /** When the board will be erased, milliseconds since 1970. */
  readonly purgeAt: number;
  readonly directions: readonly { readonly id: DirectionId; readonly name: string }[];
  readonly actors: readonly { readonly id: ActorId; readonly name: string }[];
}

/** `POST /api/boards/:id/join` with a link's token or a pass. One of the two ids, or none for a facilitator. */
export interface JoinRequest {
  /**
   * 1 to 60 characters: a first name or a function, never required to be a person's full name. An
   * observer may have none, and is then forgotten some seconds after their last connection.
   */
  readonly name?: string;
  readonly directionId?: DirectionId;
  readonly actorId?: ActorId;
  /**
   * Who a page was that comes back without being asked to: whoever was removed, or lost their link,
   * is then refused with 401.
   */
  readonly again?: PersonId;
}
/** → 201. The ticket opens this person's sockets until their access ends. */
export interface Joined {
  readonly personId: PersonId;
  readonly role: Role;
  readonly name: string;
  readonly directionId: DirectionId | null;
  readonly actorId: ActorId | null;
  readonly ticket: string;
}

/** `POST /api/boards/:id/links/:role` → the new link, told this once; the former opens nothing. */
export interface LinkRenewed {
  readonly role: Role;
  readonly link: string;
}

/** `POST /api/boards/:id/code`: whether people may enter by the code. */
export interface EntryRequest {
  readonly open: boolean;
}
/** → 200. Null while entry is closed. */
export interface Entry {
  readonly code: string | null;
}

/** `POST /api/enter`: a code, as typed. */
export interface CodeRequest {
  readonly code: string;
}
/** → 200. The token opens the door and joins as a link's would, as a participant, for half an hour. */
export interface CodeTaken {
  readonly boardId: BoardId;
  readonly token: string;
}

/** `PATCH /api/boards/:id/people/:personId`: what changes; `DELETE` has no body. */
export interface PersonRequest {
  readonly name?: string;
  /** An observer stays one: it may be the projector. */
  readonly role?: Exclude<Role, 'observer'>;
}
/** → 200, for both. A removed person has no name. */
export type PersonChanged = Pick<Joined, 'personId' | 'role' | 'name'>;

/** How far the page conforms to the French standard of accessibility (RGAA): wholly, partly, not. */
export const CONFORMITY = ['total', 'partial', 'none'] as const;
export type Conformity = (typeof CONFORMITY)[number];

/** `GET /api/accessibility`: what whoever hosts the server declares; a text is empty when unset. */
export interface AccessibilityStatement {
  readonly state: Conformity;
  /** As it is to be read: « 1er décembre 2026 ». */
  readonly date: string;
  /** An address of mail or of the web, or words. */
  readonly contact: string;
  /** The body that is bound by it. */
  readonly owner: string;
}

/** Stands on our own page at an address that has none (404): a proxy's page has not got it. */
export const PAGE_HEADER = 'gommette-page';
