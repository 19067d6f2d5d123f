/** What adding a table to a workshop would do, and what several ways of planning it share. */
import type { Board } from '../board/board.ts';
import type { NewAction } from '../board/commands/many.ts';
import { count, type Fault, type Faults } from '../file/fault.ts';
import type { PriorityId } from '../ids.ts';
import type { MappedRow } from './mapping.ts';
import type { NamedRoot } from './names.ts';
import { type Guess, type guessKey, lineName } from './row-context.ts';

export interface PlannedAction {
  readonly line: number;
  /** Null while it is one of {@link Plan.missing}. */
  readonly priorityId: PriorityId | null;
  /** As the file calls it, when it does. */
  readonly priorityName: string;
  readonly values: Omit<NewAction, 'priorityId'>;
}
export interface PlannedEntity {
  readonly line: number;
  /** Texts by field key; the name first. */
  readonly values: Readonly<Record<string, string>>;
}

export interface Plan {
  readonly actions: readonly PlannedAction[];
  /** Priorities, directions or actors: what the table is said to hold. */
  readonly entities: readonly PlannedEntity[];
  /** Names that the lines of {@link actions} refer to and nothing has, each once; to be added first. */
  readonly missing: Readonly<Record<NamedRoot, readonly string[]>>;
  /** What lines of {@link actions} say otherwise than a board does, and may mean. */
  readonly guesses: readonly Guess[];
  readonly faults: readonly Fault[];
}

export interface PlanOptions {
  /** Adds what lines refer to and the workshop does not have; else each is a fault. */
  readonly addsMissing: boolean;
  /** The priority of lines that name none. */
  readonly fallback: PriorityId | null;
  /** Which of {@link Plan.guesses} were not meant, by {@link guessKey}: what those say is not there. */
  readonly refused?: ReadonlySet<string>;
  /** The board as the guesses were shown: what was added for them since is near to nothing. */
  readonly guessedOn?: Board;
  /** `YYYY-MM-DD`, for what is to be done at once. */
  readonly today?: string;
}

export const NONE_MISSING: Plan['missing'] = {
  priorities: [],
  directions: [],
  actors: [],
  policies: [],
};

export const setAside = (
  { line }: MappedRow,
  problem: string,
  field: string,
  faults: Faults,
): undefined =>
  void faults.add('set-aside', lineName(line), `${problem}, ligne mise de côté`, field);

export const sizeOf = (board: Board, kind: NamedRoot): number =>
  kind === 'priorities' ? board.priorities.length : board[kind].size;

export function addFullFault(faults: Faults, max: number, many: string, beyond: number): void {
  const left =
    beyond === 1
      ? 'la dernière n’est pas reprise'
      : `les ${count(beyond)} dernières ne sont pas reprises`;
  faults.add('too-many', 'Fichier', `un atelier a ${count(max)} ${many} au plus, ${left}`, many);
}
