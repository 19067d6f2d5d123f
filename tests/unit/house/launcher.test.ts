import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test.each([[[]], [['constructor']], [['Start']]])('[HO15] the command %o is refused', (args) => {
  const { status, stderr } = spawnSync(process.execPath, ['server/run.mjs', ...args], {
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr).toContain('start, dev, build, check, test, admin');
});
