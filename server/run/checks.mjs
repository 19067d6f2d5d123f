/** What the project asks of its own source: form, types, dead code, tests; the first fault ends it. */
import { run, runAside, tool } from './processes.mjs';
import { say, stop } from './say.mjs';

/** What a step looks at, then the tool that does it. */
const staticSteps = /** @type {const} */ ([
  ['Format et règles d’écriture', 'biome', 'check', '.'],
  ['Types', 'tsc', '-b', 'shared', 'server', 'client', 'tests'],
  ['Code inutilisé', 'knip'],
]);

/** All beside one another, each telling what it found in its turn: together they take as the slowest. */
export async function checkStatic() {
  const running = staticSteps.map(([label, name, ...args]) => ({
    label,
    name,
    ended: runAside(tool(name), args),
  }));
  for (const { label, name, ended } of running) {
    say(label);
    const { code, output } = await ended;
    process.stdout.write(output);
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
 * @param {Record<string, string>} engines paths of other browsers, by the variables that tell them
 */
export function testEverything(chromium, office, engines) {
  say('Tous les tests');
  // Nothing is written after this: the output ends with the runner's own summary.
  process.exitCode = run(tool('vitest'), ['run'], {
    CHROMIUM_PATH: chromium,
    LIBREOFFICE_PATH: office,
    ...engines,
  });
}
