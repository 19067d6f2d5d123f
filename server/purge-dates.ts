/**
 * Which boards a look at their dates erases. What is erased never comes back, and a clock may be wrong:
 * so a board is seen due by two looks a day apart, and nothing goes by a clock that is far ahead of
 * the last look.
 */
import type { BoardId } from '../shared/ids.ts';
import { dayMs } from './clock.ts';
import { type DueBoard, PURGE_NOW } from './store/store.ts';

/** Between the look that sees a board due and the one that erases it, milliseconds. */
const apartMs = dayMs;
/** A server that was off for longer than that, or whose clock is wrong: an operator says which. */
const doubtMs = 31 * dayMs;

/** All times by the server's clock, milliseconds since 1970. */
export interface Look {
  readonly now: number;
  readonly last: number | undefined;
  readonly due: readonly DueBoard[];
}
export interface Judgement {
  readonly erase: readonly BoardId[];
  /** Seen due for the first time. */
  readonly seen: readonly BoardId[];
  readonly isInDoubt: boolean;
}

export function judgeDates({ now, last, due }: Look): Judgement {
  const isInDoubt = isClockInDoubt(now, last);
  const asked = due.filter(({ purgeAt }) => purgeAt === PURGE_NOW);
  const dated = isInDoubt ? [] : due.filter(({ purgeAt }) => purgeAt !== PURGE_NOW);
  // Seen in what is the future by now, it was seen by a wrong clock.
  const isSeen = ({ dueSince }: DueBoard) => dueSince !== null && dueSince <= now;
  const erase = dated.filter((board) => isSeen(board) && now - (board.dueSince ?? 0) >= apartMs);
  const seen = dated.filter((board) => !isSeen(board));
  return { erase: idsOf([...asked, ...erase]), seen: idsOf(seen), isInDoubt };
}

/** Back is no danger: nothing is due before its date. */
export const isClockInDoubt = (now: number, last: number | undefined): boolean =>
  last !== undefined && now - last > doubtMs;

const idsOf = (boards: readonly DueBoard[]): BoardId[] => boards.map(({ id }) => id);
