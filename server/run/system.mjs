/** Programs that only the machine's own package manager brings. */
import { findProgram, run } from './processes.mjs';
import { say } from './say.mjs';

/**
 * Installs packages of Debian and its family, when we may.
 * @param {readonly string[]} packages
 * @returns {boolean} whether they are installed; false where there is no apt-get or no right to use it
 */
export function installSystemPackages(packages) {
  const asRoot = process.getuid?.() === 0;
  const sudo = findProgram('sudo');
  if (process.platform !== 'linux' || !findProgram('apt-get') || !(asRoot || sudo)) return false;

  say(`Installation de ${packages.join(', ')} par le système`);
  const prefix = asRoot ? [] : ['sudo', ...(process.stdin.isTTY ? [] : ['-n'])];
  const apt = (/** @type {string[]} */ ...args) => {
    const [program = '', ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
    return run(program, [...rest, ...args]);
  };
  apt('update', '-q'); // a source that does not answer leaves the others usable
  return apt('install', '-q', '-y', '--no-install-recommends', ...packages) === 0;
}
