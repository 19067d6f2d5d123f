import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test.each([[[]], [['constructor']], [['Start']]])('[HO15] the command %o is refused', (args) => {
  const { status, stderr } = spawnSync(process.execPath, ['server/run.mjs', ...args], {
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr).toContain('start, dev, build, check, test, admin');
});

test('[HO16] a machine without LibreOffice is told so, and the tests go on', () => {
  const program = `
    import { findLibreOffice } from './server/run/libreoffice.mjs';
    process.stdout.write('found: ' + JSON.stringify(findLibreOffice()));`;
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    env: { PATH: '' }, // neither LibreOffice nor a package manager
  });
  expect([status, stdout]).toEqual([
    0,
    expect.stringMatching(/LibreOffice est absent.*found: ""$/s),
  ]);
});
