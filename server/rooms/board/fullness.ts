/**
 * Whether a board may still grow: what it holds has a limit, and so has its log, which only grows.
 * Whoever leads can go on to the end; nobody else takes more than a share, since a few letters
 * written over and over make the log large and the board no larger. Numbers of things have limits
 * of their own: `shared/board/person-limits.ts`.
 */
import type { PersonId } from '../../../shared/ids.ts';
import type { Config } from '../../config.ts';
import type { LogShare, NewEntry, PersonRow } from '../../store/store.ts';

export interface FullnessDeps {
  /** What each has in the log. */
  readonly shares: readonly LogShare[];
  /** Bytes of what the board holds now, its session included. */
  readonly size: () => number;
  /** Bytes of the session alone, with events that are not folded yet. */
  readonly sessionSize: () => number;
  readonly limits: Pick<Config, 'maxStateBytes' | 'maxLogBytes'>;
}
export type Fullness = ReturnType<typeof createFullness>;
type Writer = Pick<PersonRow, 'id' | 'role'>;

/** Of the limits, what one participant may write: all their updates together, as the log has them. */
const PERSON_SHARE = {
  /** Of a log: 12 MiB. Somebody who types for three hours without a pause writes 7. */
  log: 12 / 512,
  /** Of what a board may hold, 4 MiB, once there is as much in it. */
  state: 1 / 4,
} as const;
/** What a row of the log takes besides its bytes. */
const rowBytes = 100;

export function createFullness({ shares, size, sessionSize, limits }: FullnessDeps) {
  const { maxStateBytes, maxLogBytes } = limits;
  const written = new Map<PersonId, number>();
  let logged = 0;
  const add = ({ kind, author, bytes, entries }: LogShare) => {
    if (kind === 'event') return; // they leave the log when they are folded
    const taken = bytes + entries * rowBytes;
    logged += taken;
    if (author !== null) written.set(author, (written.get(author) ?? 0) + taken);
  };
  for (const share of shares) add(share);

  const isFull = () => size() > maxStateBytes || logged > maxLogBytes;
  const hasShare = ({ id, role }: Writer) => {
    if (role === 'facilitator') return false;
    const own = written.get(id) ?? 0;
    const most = maxStateBytes * PERSON_SHARE.state;
    return own > maxLogBytes * PERSON_SHARE.log || (size() > most && own > most);
  };

  return {
    /** That is in the log now. */
    grew: (entries: readonly NewEntry[]) => {
      for (const { kind, author, bytes } of entries)
        add({ kind, author, bytes: bytes.length, entries: 1 });
    },
    isFull,
    /** Why nothing more of theirs is written; undefined while it may be. */
    whyNot: (writer: Writer): 'full' | 'share' | undefined => {
      if (isFull()) return 'full';
      return hasShare(writer) ? 'share' : undefined;
    },
    /** Whether the session takes nothing more of theirs: it is held in memory, and read at each opening. */
    hasNoEventFor: ({ role }: Pick<Writer, 'role'>): boolean =>
      sessionSize() > (role === 'facilitator' ? 2 * maxStateBytes : maxStateBytes / 2),
  };
}
