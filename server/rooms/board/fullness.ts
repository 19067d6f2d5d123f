/**
 * Whether a board may still grow: what it holds has a limit, and so has its log, which only grows.
 * Facilitators can lead on to the end; of a board half full nobody else takes more than a share.
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
  const written = new Map<PersonId, number>();
  const add = (kind: EntryKind, author: PersonId | null, bytes: number) => {
    logged[kind] += bytes;
    if (kind === 'update' && author !== null)
      written.set(author, (written.get(author) ?? 0) + bytes);
  };
  for (const { kind, author, bytes } of shares) add(kind, author, bytes);

  const isFull = () => size() > maxStateBytes || logged.update + logged.event > maxLogBytes;
  const hasShare = ({ id, role }: Writer) =>
    role !== 'facilitator' &&
    size() > maxStateBytes / 2 &&
    (written.get(id) ?? 0) > maxStateBytes / 4;

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
    hasNoEventFor: ({ role }: Pick<Writer, 'role'>): boolean => {
      const most = role === 'facilitator' ? maxLogBytes : maxLogBytes / 2;
      return logged.event > most;
    },
  };
}
