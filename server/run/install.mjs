/** Brings the packages of the lock, and what their native part needs, when they are not there yet. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answers, findProgram, root, runAndRead } from './processes.mjs';
import { say, stop } from './say.mjs';
import { digest, hasStamp, writeStamp } from './stamp.mjs';
import { installSystemPackages } from './system.mjs';

const stampPath = 'node_modules/.gommette-install';
/** What compiling SQLite takes where no ready-made binary can be fetched: program → Debian package. */
const compilers = { make: 'make', 'g++': 'g++', python3: 'python3' };

/** Stops with a sentence on a Node older than package.json allows. */
export function checkNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [needed, current] = [numbers(engines.node), numbers(process.versions.node)];
  const [major, minor] = [needed[0] ?? 0, needed[1] ?? 0];
  const recent = current[0] > major || (current[0] === major && current[1] >= minor);
  if (recent) return;
  stop(
    `Gommette demande Node ${major}.${minor} ou plus récent ; cette machine a Node ${process.versions.node}. Installez une version plus récente (nodejs.org), puis relancez.`,
  );
}

/** Installs when the lock, Node or the machine differ from those of the last installation. */
export async function installPackages() {
  const facts = [process.version, process.platform, process.arch];
  const stamp = digest(['package-lock.json'], facts);
  if (hasStamp(stampPath, stamp)) return;

  say('Installation des paquets (une à deux minutes la première fois)');
  let installed = await installLocked();
  if (installed !== 0 && bringCompilers()) installed = await installLocked();
  if (installed !== 0) {
    stop(
      'L’installation des paquets a échoué : la raison est au-dessus. Vérifiez le réseau, puis relancez.',
    );
  }
  if (!answers(process.execPath, ['-e', "new (require('better-sqlite3'))(':memory:')"])) {
    stop(
      'SQLite est installé mais ne démarre pas. Lancez « npm rebuild better-sqlite3 », puis relancez.',
    );
  }
  writeStamp(stampPath, stamp);
}

/** `npm ci`, or `npm install` without touching the lock when npm refuses a lock it should accept. */
async function installLocked() {
  const strict = await npm('ci', '--include=dev');
  if (strict.code === 0 || !strict.output.includes('EUSAGE')) return strict.code;
  say('npm refuse le verrou des versions ; installation sans le modifier');
  return (await npm('install', '--include=dev', '--no-save')).code;
}

/** @returns {boolean} whether something was missing and is there now, so that a retry makes sense */
function bringCompilers() {
  const missing = Object.entries(compilers).filter(([program]) => !findProgram(program));
  if (missing.length === 0) return false;
  const packages = missing.map(([, name]) => name);
  if (installSystemPackages(packages)) return true;
  stop(
    `SQLite doit être compilé et il manque : ${packages.join(', ')}. Installez-les avec le gestionnaire de paquets du système, puis relancez.`,
  );
}

/** The npm that started us when there is one, so that one version does everything. */
function npm(/** @type {string[]} */ ...args) {
  const started = process.env.npm_execpath ?? '';
  return started.endsWith('npm-cli.js')
    ? runAndRead(process.execPath, [started, ...args])
    : runAndRead('npm', args);
}

/** @param {string} text */
const numbers = (text) => (text.match(/\d+/g) ?? []).map(Number);
