/** Tells which test files took longest, so that a suite that grows slow says where. */
import type { Reporter, TestModule } from 'vitest/node';

const shown = 10;
/** Somebody who runs a few files has their times before their eyes. */
const fewFiles = 20;

/** Named before vitest's own reporter, so that its summary stays the end of the output. */
export const slowestFiles: Reporter = {
  onTestRunEnd(modules) {
    if (modules.length <= fewFiles) return;
    const lines = slowest(modules.map((module) => [module.relativeModuleId, durationOf(module)]));
    process.stdout.write(`\n Slowest files\n${lines.join('\n')}\n`);
  },
};

/** @param files path and milliseconds */
export const slowest = (files: readonly (readonly [path: string, ms: number])[]): string[] =>
  [...files]
    .sort(([, a], [, b]) => b - a)
    .slice(0, shown)
    .map(([path, ms]) => `${(ms / 1000).toFixed(1).padStart(7)} s  ${path}`);

/** Loading what it tests counts: people wait for it too. */
function durationOf(module: TestModule): number {
  const { duration, collectDuration, setupDuration } = module.diagnostic();
  return duration + collectDuration + setupDuration;
}
