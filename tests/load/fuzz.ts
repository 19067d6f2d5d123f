/** The long run of the two judges: what `npm test` does with a fixed seed, for as long as asked. */
import fc from 'fast-check';
import {
  judgeMutants,
  judgeOthers,
  newTally,
  playGuarded,
  type Tally,
} from '../fuzz/admit-trial.ts';
import { scripts } from '../fuzz/board-script.ts';
import { damaged, tampered } from '../support/tamper.ts';

/** Updates judged, whatever they were. */
const judged = ({ legal, gaps, returns, others, mutants }: Tally): number =>
  legal + gaps + returns + others + mutants;

/** @returns the exit code: 1 as soon as the judges have disagreed */
export function fuzz(updates: number, seed: number): number {
  console.log(`${updates} modifications devant les deux juges, graine ${seed}`);
  const seen = newTally();
  const disagreements: string[] = [];
  for (let run = 0; judged(seen) < updates; run++) {
    const [[script, choice] = [[], 0]] = fc.sample(fc.tuple(scripts(60), fc.nat()), {
      numRuns: 1,
      seed: seed + run,
    });
    const trials = [
      () => playGuarded(seen, script, () => {}),
      () => judgeOthers(seen, script, choice),
      () => judgeMutants(seen, script, choice, (bytes, _doc, random) => damaged(bytes, random)),
      () => judgeMutants(seen, script, choice, tampered),
    ];
    for (const trial of trials) {
      try {
        trial();
      } catch (error) {
        disagreements.push(`graine ${seed + run} : ${String(error)}`);
      }
    }
  }
  const { refused, ...counts } = seen;
  console.log(`Jugées : ${judged(seen)}`, counts);
  console.log('Refusées, par raison :', Object.fromEntries(refused));
  console.log(`Désaccords : ${disagreements.length}`);
  for (const disagreement of disagreements.slice(0, 20)) console.log(disagreement);
  return disagreements.length > 0 ? 1 : 0;
}
