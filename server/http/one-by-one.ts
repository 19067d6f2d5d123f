/**
 * Who may come in, and who comes in, decided one after the other in each board: a look at a link or
 * a ticket, and what follows from it, never has a revocation in its middle.
 */

/** Runs the work once all that was asked before for the same board has ended, well or not. */
export type OneByOne = <Value>(board: string, work: () => Promise<Value>) => Promise<Value>;

export function createOneByOne(): OneByOne {
  const last = new Map<string, Promise<unknown>>();

  return (board, work) => {
    const before = last.get(board) ?? Promise.resolve();
    const run = before.then(work, work);
    last.set(board, run);
    const forget = () => {
      if (last.get(board) === run) last.delete(board);
    };
    run.then(forget, forget);
    return run;
  };
}
