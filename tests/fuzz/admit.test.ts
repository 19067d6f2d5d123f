/** Random workshops, honest and not, before the judge of updates and a second one that shares none of its ways. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBoard } from '../../shared/board/snapshot.ts';
import { plainBoard } from '../support/plain-board.ts';
import { damaged, tampered } from '../support/tamper.ts';
import { judgeMutants, judgeOthers, type Mutate, newTally, playGuarded } from './admit-trial.ts';
import { scripts } from './board-script.ts';

const SEED = 20_240_119;
const RUNS = 120;
const seen = newTally();
/** For the slowest of machines: what counts is how many were judged. */
const patienceMs = 60_000;

test(
  '[AD1] what people do with the commands of the board is never refused',
  () => {
    fc.assert(
      fc.property(scripts(100), (script) => {
        const network = playGuarded(seen, script, () => {});
        const states = [network.relay, ...network.peers.map(({ doc }) => doc)].map((doc) =>
          JSON.stringify(plainBoard(readBoard(doc))),
        );
        expect(new Set(states).size).toBe(1);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  },
  patienceMs,
);

test(
  '[AD2] the two judges agree about every update in anybody’s name, role and step',
  () => {
    fc.assert(
      fc.property(scripts(40), fc.nat(), (script, choice) => judgeOthers(seen, script, choice)),
      { numRuns: RUNS, seed: SEED },
    );
  },
  patienceMs,
);

const tryMutants = (mutate: Mutate): void =>
  fc.assert(
    fc.property(scripts(40), fc.nat(), (script, choice) =>
      judgeMutants(seen, script, choice, mutate),
    ),
    { numRuns: RUNS, seed: SEED },
  );

test(
  '[AD3] damaged updates never get in where the second judge finds fault',
  () => tryMutants((bytes, _doc, random) => damaged(bytes, random)),
  patienceMs,
);

test(
  '[AD3] updates with one lie in them never get in where the second judge finds fault',
  () => tryMutants(tampered),
  patienceMs,
);

test('[AD3] all that was really tried', () => {
  const enough = {
    legal: 2_000,
    gaps: 10,
    returns: 50,
    others: 1_000,
    mutants: 2_000,
    admitted: 500,
    both: 500,
    broken: 1_000,
  };
  for (const [what, count] of Object.entries(enough))
    expect(seen[what as keyof typeof seen], what).toBeGreaterThan(count);
});
