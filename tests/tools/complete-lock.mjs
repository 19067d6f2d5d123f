/**
 * Completes package-lock.json: `node tests/tools/complete-lock.mjs [--check] [path]`.
 * Where a registry lacks some platform packages, npm writes a lock without them and then refuses it
 * (`npm ci`: « Missing … from lock file »). Each exact version that a package pins as optional gets
 * an entry, its platform read off its name. `--check` writes nothing and fails when one is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs';

/** Words of a platform package's name → what npm wants to know of it. */
const words = {
  os: [
    'android',
    'darwin',
    'freebsd',
    'linux',
    'netbsd',
    'openbsd',
    'openharmony',
    'sunos',
    'win32',
    'aix',
  ],
  cpu: [
    'arm',
    'arm64',
    'ia32',
    'loong64',
    'mips64el',
    'ppc64',
    'riscv64',
    's390x',
    'x64',
    'wasm32',
  ],
};
const libc = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' };

const args = process.argv.slice(2);
const [path = 'package-lock.json'] = args.filter((argument) => argument !== '--check');
const lock = JSON.parse(readFileSync(path, 'utf8'));
const missing = Object.entries(lock.packages).flatMap(([owner, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name, version]) => /^\d/.test(version) && !isLocked(owner, name))
    .map(([name, version]) => [name, platformEntry(name, version, entry)]),
);

for (const [name, { version }] of missing) process.stdout.write(`${name} ${version}\n`);
if (args.includes('--check')) {
  process.exitCode = missing.length > 0 ? 1 : 0;
} else if (missing.length > 0) {
  for (const [name, entry] of missing) lock.packages[`node_modules/${name}`] = entry;
  // npm's own order, so that its next write changes nothing else.
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries(sorted);
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
}

/** Whether Node's look-up from a package's folder upwards meets that name. */
function isLocked(owner, name) {
  for (
    let folder = owner;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  ) {
    if (lock.packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

function platformEntry(name, version, owner) {
  const parts = name.split(/[-/]/);
  const named = (/** @type {readonly string[]} */ known) =>
    parts.filter((part) => known.includes(part));
  const [os, cpu] = [named(words.os), named(words.cpu)];
  const libraries = parts.flatMap((part) =>
    os.includes('linux') && libc[part] ? [libc[part]] : [],
  );
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(owner.dev && { dev: true }),
    ...(libraries.length > 0 && { libc: libraries }),
    ...(owner.license && { license: owner.license }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}
