/**
 * What grows with the size of a board, as one table: each takes plain data and gives plain data, so
 * that it runs the same here and in a thread of its own.
 */
import { writeExport } from '../../shared/export/formats.ts';
import { type ExportInput, languageIn } from '../../shared/export/input.ts';
import type { FormatId } from '../../shared/protocol/formats.ts';
import { type ClosedRound, votesIn } from '../../shared/session/votes/last-votes.ts';
import { boardFrom, foldHere, frameFrom } from './fold.ts';
import { readNewBoard } from './new-board.ts';
import { partsOf } from './parts.ts';

const TASKS = {
  /** The last state and all updates after it, in order, become one state. */
  fold: foldHere,
  /** A state becomes updates that are each quickly applied. */
  cut: partsOf,
  /** The body of a creation becomes the first entries of a log. */
  importFile: ({ text, at }: { readonly text: string; readonly at: number }) =>
    readNewBoard(text, at),
  exportFile,
  /** What is asked at the door. */
  readFrame: frameFrom,
} as const;

export type Task = keyof typeof TASKS;
export type Input<Name extends Task> = Parameters<(typeof TASKS)[Name]>[0];
type Outputs = { readonly [Name in Task]: Awaited<ReturnType<(typeof TASKS)[Name]>> };
export type Output<Name extends Task> = Outputs[Name];

export async function perform<Name extends Task>(
  task: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  // The table says which input goes with which output; the compiler cannot follow a name through it.
  return (TASKS[task] as (input: Input<Name>) => Output<Name> | Promise<Output<Name>>)(input);
}

interface Export extends Omit<ExportInput, 'board' | 'votes' | 'language'> {
  readonly updates: readonly Uint8Array[];
  readonly format: FormatId;
  readonly round: ClosedRound | undefined;
}

async function exportFile({ updates, format, round, ...known }: Export) {
  const board = boardFrom(updates);
  const language = languageIn(board.info);
  const bytes = await writeExport(format, {
    board,
    language,
    votes: votesIn(round, board),
    ...known,
  });
  return { territory: board.info.territory ?? '', bytes };
}
