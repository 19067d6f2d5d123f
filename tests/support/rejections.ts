/** Promises that a library lets fail. */

/** @returns those of the library's own that nobody can catch and a test run would report */
export async function rejectionsDuring(run: () => Promise<void>): Promise<readonly unknown[]> {
  const event = 'unhandledRejection';
  const listeners = process.listeners(event);
  const failures: unknown[] = [];
  process.removeAllListeners(event);
  process.on(event, (error) => failures.push(error));
  try {
    await run();
  } finally {
    process.removeAllListeners(event);
    for (const listener of listeners) process.on(event, listener);
  }
  return failures;
}
