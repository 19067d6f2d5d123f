/**
 * Whether a board may still grow: what it holds has a limit, and so has its log, which only grows.
 * Facilitators can lead on to the end; of a board or a log half full nobody else takes more than a
 * share, since a few letters written over and over make the log large and the board no larger.
 */
import type { PersonId } from '../../../shared/ids.ts';
import type { Config } from '../../config.ts';
import type { EntryKind, LogShare, NewEntry, PersonRow } from '../../store/store.ts';

export interface FullnessDeps {
  /** What each has in the log. */
  readonly shares: readonly LogShare[];
  /** Bytes of what the board holds now. */
  readonly size: () => number;
  readonly limits: Pick<Config, 'maxStateBytes' | 'maxLogBytes'>;
}
export type Fullness = ReturnType<typeof createFullness>;
type Writer = Pick<PersonRow, 'id' | 'role'>;

export function createFullness({ shares, size, limits }: FullnessDeps) {
  const { maxStateBytes, maxLogBytes } = limits;
  const logged: Record<EntryKind, number> = { update: 0, event: 0 };
  const written = { update: new Map<PersonId, number>(), event: new Map<PersonId, number>() };
  const of = (id: PersonId, kind: EntryKind) => written[kind].get(id) ?? 0;
  const add = (kind: EntryKind, author: PersonId | null, bytes: number) => {
    logged[kind] += bytes;
    if (author !== null) written[kind].set(author, of(author, kind) + bytes);
  };
  for (const { kind, author, bytes } of shares) add(kind, author, bytes);

  const logSize = () => logged.update + logged.event;
  const isFull = () => size() > maxStateBytes || logSize() > maxLogBytes;
  const hasShare = ({ id, role }: Writer) => {
    if (role === 'facilitator') return false;
    const own = of(id, 'update');
    return (
      (size() > maxStateBytes / 2 && own > maxStateBytes / 4) ||
      (logSize() > maxLogBytes / 2 && own > maxLogBytes / 4)
    );
  };

  return {
    /** That is in the log now. */
    grew: (entries: readonly NewEntry[]) => {
      for (const { kind, author, bytes } of entries) add(kind, author, bytes.length);
    },
    isFull,
    /** Why nothing more of theirs is written; undefined while it may be. */
    whyNot: (writer: Writer): 'full' | 'share' | undefined => {
      if (isFull()) return 'full';
      return hasShare(writer) ? 'share' : undefined;
    },
    /** Whether the session takes nothing more of theirs. All of its events are read when a board opens. */
    hasNoEventFor: ({ id, role }: Writer): boolean => {
      if (role === 'facilitator') return logged.event > maxLogBytes;
      return logged.event > maxLogBytes / 2 || of(id, 'event') > maxLogBytes / 8;
    },
  };
}
