import { expect, test } from 'vitest';
import { createBatches } from '../../../server/rooms/keep/batches.ts';
import type { BatchedBoard } from '../../../server/rooms/keep/persist.ts';
import { newId } from '../../../shared/ids.ts';

/** The batches of a board, kept or lost when the test says so. */
function opened() {
  const told: unknown[] = [];
  const scheduled: BatchedBoard[] = [];
  const batches = createBatches(newId<'board'>(), { schedule: (board) => scheduled.push(board) });
  batches.listen({
    onKept: (_, seq) => told.push(['kept', seq]),
    onLost: (lost, fault) => {
      told.push(['lost', fault]);
      for (const apologize of lost.apologies) apologize();
    },
  });
  const board = () => {
    const last = scheduled.at(-1);
    if (!last) throw new Error('nothing was scheduled');
    return last;
  };
  return { batches, told, scheduled, board, say: (what: string) => () => told.push(what) };
}

test('[RO25] what is admitted before an append is one batch, scheduled once', () => {
  const { batches, scheduled, board } = opened();
  expect(batches.gather()).toBe(batches.gather());
  expect(scheduled).toHaveLength(1);
  const batch = batches.gather();
  expect(board().take()).toBe(batch);
  board().onKept(1);
  expect(batches.gather()).not.toBe(batch);
  expect(scheduled).toHaveLength(2);
});

test('[RO1] nothing is admitted while a batch is being kept, and answers wait for it', () => {
  const { batches, told, board, say } = opened();
  batches.whenKept(say('at once'));
  expect([batches.isOpen(), told]).toEqual([true, ['at once']]);
  batches.gather();
  batches.whenKept(say('one'));
  batches.whenLost(say('never'));
  expect(batches.isOpen()).toBe(true);
  board().take();
  batches.whenKept(say('two'));
  expect([batches.isOpen(), told]).toEqual([false, ['at once']]);
  board().onKept(7);
  expect([batches.isOpen(), told]).toEqual([true, ['at once', 'one', 'two', ['kept', 7]]]);
});

test('[RO6] of a batch that is lost nothing is answered, and apologies are said', () => {
  const { batches, told, board, say } = opened();
  batches.whenLost(say('nothing to lose'));
  batches.gather();
  batches.whenKept(say('kept'));
  batches.whenLost(say('sorry'));
  board().take();
  board().onLost('full');
  expect(told).toEqual([['lost', 'full'], 'sorry']);
  expect(batches.isOpen()).toBe(false);
});

test('[RO16] once closed nothing is handed over, and what is kept has no effect', () => {
  const { batches, told, board, say } = opened();
  batches.gather().claims.set(1, newId<'person'>());
  batches.whenKept(say('kept'));
  expect(batches.isClosed()).toBe(false);
  batches.close();
  expect([batches.isClosed(), batches.isOpen(), board().take().claims.size]).toEqual([
    true,
    false,
    0,
  ]);
  board().onKept(1);
  expect([told, batches.isClosed()]).toEqual([[], true]);
});
