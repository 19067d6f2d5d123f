/**
 * What the screens read about the open board. Vanilla zustand: `sync/` writes, `hooks.ts` reads.
 * The board itself is the frozen snapshot made from the document, not a second source of truth.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Board } from '../../shared/board/board.ts';
import type { TextAnchor, TextKey } from '../../shared/board/text-handle.ts';
import type { ActionId, DirectionId } from '../../shared/ids.ts';
import type { SessionView } from '../../shared/session/view.ts';
import type { Connection } from './connection.ts';
import type { Unreadable } from './kept/kept-device.ts';
import type { KeptWork } from './kept/kept-work.ts';

/** What somebody is doing right now, in their own words: opaque to the server, so checked here. */
export interface PresenceState {
  readonly actionId?: ActionId;
  readonly field?: TextKey;
  readonly anchor?: TextAnchor;
  readonly head?: TextAnchor;
  /** The action held by a pointer or by the keyboard. */
  readonly holding?: ActionId;
  /** What the screen of a room shows. */
  readonly projection?: ProjectedPage;
}

export interface ProjectedPage {
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  /** Whose page it is, where directions speak one after the other. */
  readonly pilotId?: DirectionId;
}

/** `choosing`: each card can be picked at a touch; `merging`: which of those picked stays. */
export interface Picking {
  readonly ids: ReadonlySet<ActionId>;
  readonly doing: 'nothing' | 'choosing' | 'merging' | 'comparing';
}
export const NOT_PICKING: Picking = { ids: new Set(), doing: 'nothing' };

export interface HistoryState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}
export const NO_HISTORY: HistoryState = { canUndo: false, canRedo: false };

export interface BoardStores {
  readonly board: StoreApi<Board>;
  /** Null until the server has spoken once. */
  readonly session: StoreApi<SessionView | null>;
  /** What to add to this browser's clock to have the server's, milliseconds. */
  readonly clockOffset: StoreApi<number>;
  /** Other connections by Yjs client id; who they are is in `session.people`. */
  readonly presence: StoreApi<ReadonlyMap<number, PresenceState>>;
  readonly connection: StoreApi<Connection>;
  readonly unsaved: StoreApi<ReadonlySet<ActionId>>;
  /** Actions changed by the last update that came from others; a new set each time. */
  readonly touchedByOthers: StoreApi<ReadonlySet<ActionId>>;
  /** Actions that a reveal has just put on the board. */
  readonly fresh: StoreApi<ReadonlySet<ActionId>>;
  /** Actions this person picks to bring together. */
  readonly picking: StoreApi<Picking>;
  readonly history: StoreApi<HistoryState>;
  /** What was done here and the board has not taken: of this board, of whoever used this device; oldest first. */
  readonly kept: StoreApi<readonly KeptWork[]>;
  /** What another epoch left is kept, and the board is not there yet that has most of it. */
  readonly isUncompared: StoreApi<boolean>;
  /** Bytes of this device's copies of the board that could not be read. */
  readonly unreadable: StoreApi<readonly Unreadable[]>;
  /** Whether this device keeps a copy of the board, with what is written here; null until that is known. */
  readonly copied: StoreApi<boolean | null>;
  /**
   * When the session was last heard, this browser's clock, of a board that is open as this device had
   * it; null once the server is heard.
   */
  readonly lastHeard: StoreApi<number | null>;
  /** Changes when the document was replaced whole: open texts must be opened again. */
  readonly epoch: StoreApi<number>;
}

export function createBoardStores(board: Board): BoardStores {
  return {
    board: holding(board),
    session: holding<SessionView | null>(null),
    clockOffset: holding(0),
    presence: holding<ReadonlyMap<number, PresenceState>>(new Map()),
    connection: holding<Connection>({ state: 'opening' }),
    unsaved: holding<ReadonlySet<ActionId>>(new Set()),
    touchedByOthers: holding<ReadonlySet<ActionId>>(new Set()),
    fresh: holding<ReadonlySet<ActionId>>(new Set()),
    picking: holding(NOT_PICKING),
    history: holding(NO_HISTORY),
    kept: holding<readonly KeptWork[]>([]),
    isUncompared: holding(false),
    unreadable: holding<readonly Unreadable[]>([]),
    copied: holding<boolean | null>(null),
    lastHeard: holding<number | null>(null),
    epoch: holding(0),
  };
}

const holding = <Value>(value: Value): StoreApi<Value> => createStore<Value>(() => value);
