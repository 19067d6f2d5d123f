/** Promises that fail, and that nobody listens to. */

/** @returns what they failed with: a run of tests would end with each, and so would a page */
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
