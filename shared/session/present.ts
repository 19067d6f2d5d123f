/** Somebody of the workshop: as the server knows them, and as others may see them. */
import type { GroupId } from '../ids.ts';
import type { Contributor } from './own.ts';
import type { Role } from './roles.ts';

/** Before it is decided who may see what. */
export interface Present extends Contributor {
  readonly role: Role;
  readonly name: string;
  /** Yjs client ids of this person's open connections, as the server knows them; empty when away. */
  readonly clients: readonly number[];
}
export type Viewer = Omit<Present, 'name' | 'clients'>;

/** `name` is null for those who may not see names: observers. */
export interface PersonView extends Omit<Present, 'name'> {
  readonly name: string | null;
  /** For how many people they write: more than one for the scribe of a table. Each is counted once. */
  readonly seats: number;
  /** The table or sub-group they are in; absent outside of all. */
  readonly groupId?: GroupId;
  /** Since when a hand is up, server clock; null while it is down. */
  readonly hand: number | null;
  /** Said to be done with the step in progress. */
  readonly done: boolean;
  /** Looks where the facilitators look. */
  readonly follows: boolean;
}
