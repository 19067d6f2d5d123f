/** What a page in a process of its own is told to do, and what it answers. Plain data. */
import type { BoardId, DirectionId, PersonId } from '../../../shared/ids.ts';
import type { LackingCounts } from '../../../shared/text/fr/kept.ts';

export interface Seat {
  /** `ws://host:port` */
  readonly origin: string;
  readonly boardId: BoardId;
  readonly personId: PersonId;
  readonly directionId: DirectionId | null;
  readonly ticket: string;
}
export type Order =
  /** Opens the board; once more, after `close`, as a reload does. Answers when it can be written. */
  | { readonly do: 'open'; readonly seat: Seat }
  | { readonly do: 'close' }
  /** Adds an action of that title, and types the text into its description letter by letter. */
  | { readonly do: 'write'; readonly title: string; readonly text: string }
  /** Writes behind the title of the action that begins so. */
  | { readonly do: 'extend'; readonly title: string; readonly text: string }
  /** Answers once the server has acknowledged everything. */
  | { readonly do: 'wait-saved' }
  /** Answers once the document was replaced whole that often, and the board is there again. */
  | { readonly do: 'wait-rebuilt'; readonly times: number }
  /** Answers once the network is known to be gone. */
  | { readonly do: 'wait-offline' }
  /** Answers once more changes were counted than that, or after that long. */
  | { readonly do: 'wait-change'; readonly since: number; readonly patienceMs: number }
  | { readonly do: 'put-back' }
  | { readonly do: 'tell' };

/** What somebody in front of it sees. */
export interface Told {
  /** Titles and descriptions of the actions. */
  readonly board: readonly string[];
  /** What is kept on the device, as JSON: one for each thing. */
  readonly kept: readonly string[];
  /** Why each of them was kept. */
  readonly reasons: readonly string[];
  /** What of it another epoch left, as who leads is told. */
  readonly lacking: LackingCounts;
  /** What another epoch left was compared with the board. */
  readonly isCompared: boolean;
  /** How often the board, or what is kept, has changed. */
  readonly changes: number;
  /** Of the connection. */
  readonly state: string;
}
