/**
 * What grows with the size of a board, as one table: each takes plain data and gives plain data, so
 * that it runs the same here and in a thread of its own.
 */
import type { BoardMigration } from '../../shared/board/board-migrations.ts';
import { readFrame } from '../../shared/board/snapshot.ts';
import { writeExport } from '../../shared/export/formats.ts';
import { type ExportInput, languageIn } from '../../shared/export/input.ts';
import type { FormatId } from '../../shared/protocol/formats.ts';
import type { RehearsalStep } from '../../shared/protocol/http.ts';
import { ok } from '../../shared/result.ts';
import { lastClosedRound, votesIn } from '../../shared/session/votes/last-votes.ts';
import { boardFrom, foldHere, readMigrated, upgradeHere } from './fold.ts';
import { readNewBoard } from './new-board.ts';
import { partsOf } from './parts.ts';
import { type CurrentSession, foldSession, sessionFrom } from './session.ts';

type Updates = readonly Uint8Array[];

/** @param migrations of boards; those of this program when absent, and always in a thread */
interface Import {
  readonly text: string;
  readonly at: number;
  readonly startAt?: RehearsalStep | undefined;
}

export const tasksWith = (migrations?: readonly BoardMigration[]) =>
  ({
    /** The last state and all updates after it, in order, become one state. */
    fold: foldHere,
    /** The last session and all events after it become one session. */
    foldSession,
    /** The same, of the schema of today. */
    upgrade: (updates: Updates) => upgradeHere(updates, migrations),
    /** A state becomes updates that are each quickly applied. */
    cut: partsOf,
    /** The body of a creation becomes the first entries of a log. */
    importFile: ({ text, at, startAt }: Import) => readNewBoard(text, at, startAt),
    exportFile: (wanted: Export) => exportFile(wanted, migrations),
    /** What is asked at the door. */
    readFrame: (updates: Updates) => readMigrated(updates, readFrame, migrations),
  }) as const;

export type Tasks = ReturnType<typeof tasksWith>;
export type Task = keyof Tasks;
export type Input<Name extends Task> = Parameters<Tasks[Name]>[0];
type Outputs = { readonly [Name in Task]: Awaited<ReturnType<Tasks[Name]>> };
export type Output<Name extends Task> = Outputs[Name];

export async function perform<Name extends Task>(
  task: Name,
  input: Input<Name>,
  tasks: Tasks = tasksWith(),
): Promise<Output<Name>> {
  // The table says which input goes with which output; the compiler cannot follow a name through it.
  return (tasks[task] as (input: Input<Name>) => Output<Name> | Promise<Output<Name>>)(input);
}

interface Export extends Omit<ExportInput, 'board' | 'votes' | 'language' | 'steps' | 'groups'> {
  readonly updates: Updates;
  readonly session: CurrentSession;
  readonly format: FormatId;
}

async function exportFile(
  { updates, session: stored, format, ...known }: Export,
  migrations: readonly BoardMigration[] | undefined,
) {
  const board = boardFrom(updates, migrations);
  if (!board.ok) return board;
  const session = sessionFrom(stored);
  if (!session.ok) return session;
  const bytes = await writeExport(format, {
    board: board.value,
    language: languageIn(board.value.info),
    votes: votesIn(lastClosedRound(session.value), board.value),
    steps: session.value.steps,
    groups: session.value.groups,
    ...known,
  });
  return ok({ territory: board.value.info.territory ?? '', bytes });
}
