/**
 * A process that appends to two boards of a SQLite directory until it is killed. It prints the seq
 * of each batch once its append has resolved, by a blocking write: what was printed was acknowledged.
 * What it appends are updates, or the events of a session that it folds now and then.
 */
import { writeSync } from 'node:fs';
import { openSqlite } from '../../server/store/sqlite.ts';
import { newId } from '../../shared/ids.ts';
import { counted, countedTo, update } from '../contracts/store-entries.ts';

const [directory, what] = process.argv.slice(2);
if (directory === undefined) throw new Error('usage: append-forever.ts DIRECTORY [folded]');
const entry = what === 'folded' ? counted : update;
const eventsPerFold = 7;

const store = await openSqlite(directory);
const boards = [newId<'board'>(), newId<'board'>()];
for (const id of boards)
  await store.createBoard({ id, createdAt: 0, purgeAt: 1, epoch: 'e1' }, [], []);
print(boards.join(' '));

for (let n = 1; ; n++) {
  const ends = await store.append(new Map(boards.map((id) => [id, [entry(n)]])));
  print([...new Set(ends.values())].join(' '));
  if (what === 'folded' && n % eventsPerFold === 0)
    for (const id of boards) await store.saveSession(id, countedTo(n));
}

/** Waits while the pipe is full: whoever reads it may be slower than we are. */
function print(line: string): void {
  for (;;) {
    try {
      writeSync(1, `${line}\n`);
      return;
    } catch (error) {
      if (Object(error).code !== 'EAGAIN') throw error;
    }
  }
}
