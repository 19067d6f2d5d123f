/** What is installed: one copy of what must be one, whole for every machine, under known licences. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';

const lockSchema = v.object({
  packages: v.record(
    v.string(),
    v.looseObject({
      version: v.optional(v.string()),
      license: v.optional(v.string()),
      dev: v.optional(v.boolean(), false),
      devOptional: v.optional(v.boolean(), false),
      resolved: v.optional(v.string()),
    }),
  ),
});
const { packages } = v.parse(lockSchema, JSON.parse(readFileSync('package-lock.json', 'utf8')));
const installed = Object.entries(packages).filter(([path]) => path !== '');

/** Licences under which a package may reach production, beside our EUPL-1.2. */
const allowed = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'CC0-1.0',
  'OFL-1.1',
];
/** Said in a form that npm does not copy into the lock, and read in the package itself. */
const readThere: Readonly<Record<string, string>> = {
  'node_modules/xmlhttprequest-ssl': 'MIT', // `licenses`, and its file LICENSE
};
/** A choice is allowed when one of its licences is. */
const isAllowed = (licence: string) =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((each) => allowed.includes(each));

test.each(['yjs', 'lib0'])('[HO11] there is one copy of %s', (name) => {
  const copies = installed.filter(([path]) => path.endsWith(`node_modules/${name}`));
  expect(copies.map(([path]) => path)).toEqual([`node_modules/${name}`]);
});

const completeLock = (...args: string[]) =>
  spawnSync(process.execPath, ['tests/tools/complete-lock.mjs', ...args], { encoding: 'utf8' });

test('[HO12] the lock names every platform package that a package pins', () => {
  const { status, stdout } = completeLock('--check');
  expect(stdout).toBe('');
  expect(status).toBe(0);
});

test('[HO12] a lock without its platform packages is found and completed', () => {
  const directory = mkdtempSync(join(tmpdir(), 'gommette-lock-'));
  const path = join(directory, 'lock.json');
  const tool = {
    version: '2.0.0',
    dev: true,
    license: 'MIT',
    optionalDependencies: {
      '@tool/linux-arm64-musl': '2.0.0',
      'tool-win32-x64': '2.0.0',
      any: '^1',
    },
  };
  writeFileSync(path, JSON.stringify({ packages: { '': {}, 'node_modules/tool': tool } }));

  expect(completeLock('--check', path).status).toBe(1);
  expect(completeLock(path).status).toBe(0);
  const completed = JSON.parse(readFileSync(path, 'utf8'));
  rmSync(directory, { recursive: true });
  const common = { version: '2.0.0', dev: true, license: 'MIT', optional: true };
  expect(completed.packages).toEqual({
    '': {},
    'node_modules/tool': tool,
    'node_modules/@tool/linux-arm64-musl': {
      ...common,
      os: ['linux'],
      cpu: ['arm64'],
      libc: ['musl'],
    },
    'node_modules/tool-win32-x64': { ...common, os: ['win32'], cpu: ['x64'] },
  });
});

test('[HO13] the lock names no registry', () => {
  expect(installed.filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
  expect(readFileSync('.npmrc', 'utf8')).toMatch(/^omit-lockfile-registry-resolved=true$/m);
});

test('[HO14] every package that reaches production has an allowed licence', () => {
  const shipped = installed.filter(([, entry]) => !entry.dev && !entry.devOptional);
  expect(shipped.length).toBeGreaterThan(20);
  const refused = shipped.filter(
    ([path, { license }]) => !isAllowed(license ?? readThere[path] ?? ''),
  );
  expect(refused.map(([path, { license }]) => `${path}: ${license ?? 'none'}`)).toEqual([]);
});
