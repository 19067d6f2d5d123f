/** The tests that judge a mutant. `MUTATE_PROJECTS` names the projects of vite.config.ts they are of. */
import { defineConfig } from 'vitest/config';
import base from '../../vite.config.ts';

const names = (process.env.MUTATE_PROJECTS ?? 'unit').split(',');

/** Scripts of many seconds by design: with them one mutant would take a minute. */
const tooLong = ['tests/fuzz/**', 'tests/contracts/**'];
/** They read the repository as git has it, and the copy that is mutated has no git. */
const ofTheRepository = ['tests/unit/house/**'];
/** They start threads from the sources, or count what goes on meanwhile: neither holds in a copy. */
const ofThreads = ['tests/unit/http/boards.test.ts', 'tests/unit/http/export.test.ts'];

export default defineConfig((env) => {
  const config = base(env);
  return {
    ...config,
    test: {
      ...config.test,
      projects: config.test.projects
        .filter(({ test }) => names.includes(test.name))
        .map((project) => ({
          ...project,
          test: {
            ...project.test,
            exclude: [...tooLong, ...ofTheRepository, ...ofThreads],
            // A first run under Stryker is slower than one without; it ends hanging mutants itself.
            testTimeout: 30_000,
          },
        })),
    },
  };
});
