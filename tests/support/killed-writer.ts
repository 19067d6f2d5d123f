/** A process that appended to a SQLite directory until it was killed without warning. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BoardId } from '../../shared/ids.ts';

const writer = join(import.meta.dirname, 'append-forever.ts');

/**
 * @param batches how many are acknowledged, at least, before the kill
 * @param what it appends, and whether it folds it
 * @returns each board's last acknowledged seq
 */
export async function killWhileAppending(
  directory: string,
  batches: number,
  what: 'updates' | 'folded' = 'updates',
): Promise<ReadonlyMap<BoardId, number>> {
  const child = spawn(process.execPath, ['--import', 'tsx', writer, directory, what], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === batches + 1) child.kill('SIGKILL');
  }
  const [, signal] = await closed;
  if (signal !== 'SIGKILL') throw new Error(`the writer ended by itself (${String(signal)})`);
  const [boards = '', ...ends] = lines;
  // What was still in the pipe had been acknowledged too: the last line counts.
  return new Map(boards.split(' ').map((id) => [id as BoardId, Number(ends.at(-1))]));
}
