/** Stamps: a digest of what something was made from, kept beside it, tells whether it is still true. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './processes.mjs';

/**
 * @param {readonly string[]} paths files and folders of the repository; order counts
 * @param {readonly string[]} [facts] anything else the result depends on
 */
export function digest(paths, facts = []) {
  const hash = createHash('sha256').update(facts.join('\n'));
  for (const file of paths.flatMap(filesUnder)) {
    hash.update(`\n${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/** @param {string} path @param {string} expected */
export function hasStamp(path, expected) {
  try {
    return readFileSync(join(root, path), 'utf8') === expected;
  } catch {
    return false; // no stamp: never made, or removed by hand
  }
}

/** @param {string} path @param {string} stamp */
export function writeStamp(path, stamp) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), stamp);
}

/** @param {string} path @returns {string[]} sorted, so that the digest does not depend on the disk */
function filesUnder(path) {
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}
