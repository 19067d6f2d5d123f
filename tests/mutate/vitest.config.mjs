/** The unit and component tests as vite.config.ts has them; `mutate.ts` says which files of them. */
import { defineConfig } from 'vitest/config';
import base from '../../vite.config.ts';

export default defineConfig((env) => {
  const { test, ...config } = base(env);
  const projects = test.projects.filter((project) => ['unit', 'dom'].includes(project.test.name));
  return {
    ...config,
    test: {
      ...test,
      reporters: [],
      projects: projects.map((project) => ({
        ...project,
        // A first run under Stryker is slower than one without; it ends hanging mutants itself.
        test: { ...project.test, testTimeout: 30_000 },
      })),
    },
  };
});
