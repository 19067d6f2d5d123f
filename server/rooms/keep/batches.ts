/**
 * What a board admitted from one append to the next, and what is to happen once it is kept. While
 * such a turn is being kept the board admits nothing, so what its document holds is always what the log
 * holds, plus the turn being gathered.
 */
import type { BoardId, PersonId } from '../../../shared/ids.ts';
import type { NewEntry } from '../../store/store.ts';
import type { Connection } from '../socket/connection.ts';
import type { Keeper, Persist } from './persist.ts';

export interface Turn {
  readonly entries: NewEntry[];
  readonly claims: Map<number, PersonId>;
  /** Client id → the clock it reaches. */
  readonly ends: Map<number, number>;
  /** `from` is null for what the server wrote itself. */
  readonly broadcasts: { readonly message: Uint8Array; readonly from: Connection | null }[];
  /** Connection → number of its last update that is dealt with. */
  readonly settled: Map<Connection, number>;
  /** Answers that must not tell of anything before it is kept. */
  readonly answers: (() => void)[];
}
export interface Turns {
  /** Whether something may be admitted now. */
  readonly isOpen: () => boolean;
  readonly isClosed: () => boolean;
  /** The turn being gathered, begun when there is none. */
  readonly gather: () => Turn;
  /** Now, or once what this turn admitted is kept: nobody is told of it before. */
  readonly whenKept: (answer: () => void) => void;
  /** Nothing of what is being kept has any further effect. */
  readonly close: () => void;
}
export interface TurnsParts {
  readonly id: BoardId;
  readonly persist: Pick<Persist, 'schedule'>;
  /** After its answers were given. @param seq of the last entry; undefined when the turn had none */
  readonly onKept: (kept: Turn, seq: number | undefined) => void;
  readonly onLost: (lost: Turn, fault: unknown) => void;
}

export function createTurns({ id, persist, onKept, onLost }: TurnsParts): Turns {
  let turn: Turn | undefined;
  let phase: 'open' | 'keeping' | 'closed' = 'open';

  const keeper: Keeper = {
    id,
    take: () => {
      if (phase === 'closed') return newTurn();
      phase = 'keeping';
      return turn ?? newTurn();
    },
    onKept: (seq) => {
      const kept = turn;
      turn = undefined;
      if (phase === 'closed' || !kept) return;
      phase = 'open';
      for (const answer of kept.answers) answer();
      onKept(kept, seq);
    },
    onLost: (fault) => onLost(turn ?? newTurn(), fault),
  };

  return {
    isOpen: () => phase === 'open',
    isClosed: () => phase === 'closed',
    gather: () => {
      if (!turn) persist.schedule(keeper);
      turn ??= newTurn();
      return turn;
    },
    whenKept: (answer) => {
      if (turn) turn.answers.push(answer);
      else answer();
    },
    close: () => {
      phase = 'closed';
    },
  };
}

const newTurn = (): Turn => ({
  entries: [],
  claims: new Map(),
  ends: new Map(),
  broadcasts: [],
  settled: new Map(),
  answers: [],
});
