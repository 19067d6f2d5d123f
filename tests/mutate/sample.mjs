/**
 * A Stryker checker that lets only a sample of the mutants through: the others are marked as
 * `CompileError`, which no score counts. All mutants are put into one group, because a sample of a
 * known size can only be drawn from the whole.
 */
export class SampleChecker {
  static inject = ['options'];

  /** @param {{ sample: { size: number, seed: number } }} options */
  constructor({ sample }) {
    this.sample = sample;
  }

  async init() {}

  /** @param {{ id: string }[]} mutants */
  async group(mutants) {
    return [mutants.map(({ id }) => id)];
  }

  /** @param {{ id: string }[]} mutants */
  async check(mutants) {
    const chosen = new Set(drawn(mutants, this.sample.size, this.sample.seed));
    return Object.fromEntries(
      mutants.map((mutant) => [
        mutant.id,
        chosen.has(mutant)
          ? { status: 'passed' }
          : { status: 'compileError', reason: 'not in the sample' },
      ]),
    );
  }
}

export const strykerPlugins = [{ kind: 'Checker', name: 'sample', injectableClass: SampleChecker }];

/**
 * The same seed draws the same mutants as long as the sources are the same.
 * @template Item @param {readonly Item[]} items @param {number} size @param {number} seed
 * @returns {Item[]}
 */
export function drawn(items, size, seed) {
  const rest = [...items];
  let state = seed;
  const result = [];
  while (result.length < size && rest.length > 0) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const [item] = rest.splice(Math.floor((state / 2 ** 32) * rest.length), 1);
    if (item !== undefined) result.push(item);
  }
  return result;
}
