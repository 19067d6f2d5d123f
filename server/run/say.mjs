/** What the launcher tells people: one line per step, and a clear last word when it cannot go on. */

/** @param {string} line */
export const say = (line) => void process.stdout.write(`▸ ${line}\n`);

/**
 * Ends the launcher.
 * @param {string} sentence what happened and what to do, in French
 * @param {number} [code] exit code
 * @returns {never}
 */
export function stop(sentence, code = 1) {
  process.stderr.write(`\n✖ ${sentence}\n`);
  process.exit(code);
}
