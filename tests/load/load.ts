/**
 * One kind of load alone: `npm run load -- kill --times 100` against our own server, and
 * `npm run load -- fuzz --updates 100000` against its judge of updates, and
 * `npm run load -- secrecy --workshops 1000` against what it sends, each with a `--seed`; and
 * `npm run load -- exports --actions 1000`, against its files; `npm run load -- restore` and
 * `-- flatten`, under three open pages; `npm run load -- page`, in a browser on a slow line.
 */
import { parseArgs } from 'node:util';
import { measureExports } from './exports.ts';
import { fuzz } from './fuzz.ts';
import { pinOurselves } from './machine.ts';
import { wholeOf } from './options.ts';
import { tryOtherEpoch } from './other-epoch.ts';
import { measurePage } from './page.ts';
import { createRandom } from './random.ts';
import { searchMany } from './secrecy.ts';
import { ours } from './servers/ours.ts';
import { type Debt, killOnce, type Loss, settle, totalOf } from './workloads/kill.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    times: { type: 'string', default: '100' },
    updates: { type: 'string', default: '100000' },
    workshops: { type: 'string', default: '1000' },
    actions: { type: 'string', default: '1000' },
    epochs: { type: 'string', default: '1' },
    runs: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    program: { type: 'string' },
  },
});
const seed = wholeOf(values.seed, 'seed');
const loads: Readonly<Record<string, () => number | Promise<number>>> = {
  kill: () => {
    pinOurselves();
    return killMany(wholeOf(values.times, 'times'), seed);
  },
  fuzz: () => fuzz(wholeOf(values.updates, 'updates'), seed),
  secrecy: () => searchMany(wholeOf(values.workshops, 'workshops'), seed),
  exports: () => measureExports(wholeOf(values.actions, 'actions')),
  restore: () => tryOtherEpoch('restore', wholeOf(values.epochs, 'epochs')),
  page: () => measurePage(wholeOf(values.runs, 'runs')),
  flatten: () => tryOtherEpoch('flatten', wholeOf(values.epochs, 'epochs')),
};
const load = Object.hasOwn(loads, positionals[0] ?? '') ? loads[positionals[0] ?? ''] : undefined;
if (!load) {
  console.error('npm run load -- kill [--times 100] [--seed 1]');
  console.error('npm run load -- fuzz [--updates 100000] [--seed 1]');
  console.error('npm run load -- secrecy [--workshops 1000] [--seed 1]');
  console.error('npm run load -- exports [--actions 1000]');
  console.error('npm run load -- restore [--epochs 1]');
  console.error('npm run load -- flatten [--epochs 1]');
  console.error('npm run load -- page [--runs 5]');
  process.exit(2);
}
process.exit(await load());

/** @returns the exit code: 1 as soon as one edit that was seen or acknowledged is gone */
async function killMany(times: number, seed: number): Promise<number> {
  console.log(`${times} arrêts brutaux sous la charge, graine ${seed}`);
  const random = createRandom(seed);
  const server = await ours(values.program).start({});
  const losses: Loss[] = [];
  const debts: Debt[] = [];
  try {
    for (let time = 1; time <= times; time++) {
      const { loss, debt } = await killOnce(server, random);
      losses.push(loss);
      debts.push(debt);
      console.log(
        `${String(time).padStart(3)}  ${line(loss)}  (${loss.killedAfterMs.toFixed(0)} ms)`,
      );
    }
    // A later kill must not take back what an earlier one left.
    const inTheEnd = [];
    for (const debt of debts) inTheEnd.push(await settle(debt));
    console.log(`Chaque arrêt : ${line(totalOf(losses))}`);
    console.log(`À la fin     : ${line(totalOf(inTheEnd))}`);
    return [totalOf(losses), totalOf(inTheEnd)].some(isLoss) ? 1 : 0;
  } finally {
    await server.dispose();
  }
}

type Total = ReturnType<typeof totalOf>;
function isLoss({ seen, seenLost, acknowledged, acknowledgedLost }: Total): boolean {
  const proven = seen > 0 && acknowledged > 0; // a load that never came through proves nothing
  return seenLost + acknowledgedLost > 0 || !proven;
}

function line({ seen, seenLost, acknowledged, acknowledgedLost }: Total): string {
  return `vues ${seen}, perdues ${seenLost} ; acquittées ${acknowledged}, perdues ${acknowledgedLost}`;
}
