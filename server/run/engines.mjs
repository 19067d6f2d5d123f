/** The other browsers of the tests: those of this machine, else of its package manager. */
import { findProgram } from './processes.mjs';
import { say } from './say.mjs';
import { installSystemPackages } from './system.mjs';

/** By the variable that tells the tests where it is. */
const engines = /** @type {const} */ ({
  FIREFOX_PATH: {
    name: 'Firefox',
    programs: ['firefox-esr', 'firefox'],
    packages: ['firefox-esr'],
  },
  WEBKIT_DRIVER_PATH: {
    name: 'WebKit',
    programs: ['WebKitWebDriver'],
    packages: ['webkit2gtk-driver', 'xvfb'],
  },
});

/** @returns {Record<string, string>} the paths of those that are here; the tests of others say that they were skipped */
export function findEngines() {
  const missing = Object.entries(engines).filter(([variable, engine]) => !found(variable, engine));
  const packages = missing.flatMap(([, engine]) => engine.packages);
  // Whoever must type a password for it goes on without: every other test is worth running.
  if (packages.length > 0 && process.getuid?.() === 0) installSystemPackages(packages);
  /** @type {Record<string, string>} */
  const paths = {};
  for (const [variable, engine] of Object.entries(engines)) {
    const path = found(variable, engine);
    if (path) paths[variable] = path;
    else say(`${engine.name} est absent : ses essais seront passés`);
  }
  return paths;
}

/** @type {(variable: string, engine: { readonly programs: readonly string[] }) => string | undefined} */
const found = (variable, { programs }) =>
  process.env[variable] || programs.map(findProgram).find((path) => path !== undefined);
