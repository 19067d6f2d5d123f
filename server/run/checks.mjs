/** What the project asks of its own source: form, types, dead code, tests; the first fault ends it. */
import { run, tool } from './processes.mjs';
import { say, stop } from './say.mjs';

/** What a step looks at, then the tool that does it. */
const staticSteps = /** @type {const} */ ([
  ['Format et règles d’écriture', 'biome', 'check', '.'],
  ['Types', 'tsc', '-b', 'shared', 'server', 'client', 'tests'],
  ['Code inutilisé', 'knip'],
]);

export function checkStatic() {
  for (const [label, name, ...args] of staticSteps) {
    say(label);
    const code = run(tool(name), args);
    if (code !== 0) stop(`${label} : à corriger, voir au-dessus (« ${name} »).`, code);
  }
}

/** The tests that need neither a browser nor a network. */
export function checkFast() {
  say('Tests rapides');
  process.exitCode = run(tool('vitest'), ['run', '--project', 'unit', '--project', 'dom']);
}

/**
 * Every test in one run.
 * @param {string} chromium path of the browser
 * @param {string} office path of LibreOffice; empty without one
 */
export function testEverything(chromium, office) {
  say('Tous les tests');
  // Nothing is written after this: the output ends with the runner's own summary.
  process.exitCode = run(tool('vitest'), ['run'], {
    CHROMIUM_PATH: chromium,
    LIBREOFFICE_PATH: office,
  });
}
