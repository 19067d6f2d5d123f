/**
 * What of this page the server has: frames sent and acknowledged on the present socket, and the
 * places whose last change waits. Every change of it is announced.
 */
import type { Touched } from '../../shared/board/work/touched.ts';
import type { ActionId } from '../../shared/ids.ts';
import type { Saved } from '../../shared/protocol/messages.ts';
import { isSaved, type Live, NO_COUNTS } from './connection.ts';
import type { Journal } from './journal.ts';

export interface SavingEvents {
  readonly onUnsaved: (actions: ReadonlySet<ActionId>) => void;
  /** Only while the board is followed. */
  readonly onSaving: (saving: Live) => void;
}

export interface Saving {
  /** A new socket counts from 1 again. */
  readonly opened: () => void;
  /**
   * @param complete the frame answers the server's question: with it and those before it the server
   *   has all
   */
  readonly counted: (sent: number, complete: boolean) => void;
  /** Frames that are about to be sent and counted. @returns them */
  readonly leaving: <Frame extends Uint8Array>(frames: readonly Frame[]) => readonly Frame[];
  readonly acknowledged: (saved: Saved) => void;
  /** This person has changed these places; the frame that carries it is counted already. */
  readonly changed: (touched: readonly Touched[]) => void;
  /** The server has sent what this page lacked: the board is followed from now on. */
  readonly followed: () => void;
  readonly disconnected: () => void;
  /** The line goes on by another socket, which counts from 1 again: nothing is lost. */
  readonly moved: () => void;
  /** Everything this page holds is on the server. */
  readonly isSaved: () => boolean;
  /** Bytes of the largest frame that was sent and is not acknowledged. */
  readonly waitingBytes: () => number;
}

export function createSaving(
  events: SavingEvents,
  journal: Pick<Journal, 'actions' | 'sent' | 'resent' | 'disconnected' | 'saved'>,
): Saving {
  let counts = NO_COUNTS;
  /** Bytes of each frame that is not acknowledged, in their order. */
  let sizes: readonly number[] = [];
  const restart = () => {
    counts = NO_COUNTS;
    sizes = [];
  };
  let savedAt: number | null = null;
  let isLive = false;
  const announce = () => {
    events.onUnsaved(journal.actions());
    if (isLive) events.onSaving({ unsaved: !isSaved(counts), savedAt });
  };
  return {
    opened: restart,
    leaving: (frames) => {
      sizes = [...sizes, ...frames.map(({ length }) => length)];
      return frames;
    },
    counted: (sent, complete) => {
      if (complete) journal.resent(sent);
      counts = { ...counts, sent, complete: counts.complete || (complete ? sent : 0) };
      announce();
    },
    acknowledged: ({ updates, at }) => {
      sizes = sizes.slice(Math.max(0, updates - counts.saved));
      counts = { ...counts, saved: updates };
      savedAt = at;
      journal.saved(updates);
      announce();
    },
    changed: (touched) => {
      journal.sent(touched, counts.complete > 0 ? counts.sent : null);
      announce();
    },
    followed: () => {
      isLive = true;
      announce();
    },
    disconnected: () => {
      isLive = false;
      restart();
      journal.disconnected();
    },
    moved: () => {
      restart();
      journal.disconnected();
      announce();
    },
    isSaved: () => isSaved(counts),
    waitingBytes: () => Math.max(0, ...sizes),
  };
}
