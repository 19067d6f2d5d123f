/** The office suite that opens our files in the tests: one of this machine, else of its package manager. */
import { answers, findProgram } from './processes.mjs';
import { say } from './say.mjs';
import { installSystemPackages } from './system.mjs';

const names = ['soffice', 'libreoffice'];
const applications = ['/Applications/LibreOffice.app/Contents/MacOS/soffice'];
/** `poppler-utils` reads the pages of the PDF files that LibreOffice makes. */
const packages = ['libreoffice-calc', 'libreoffice-writer', 'poppler-utils'];

/**
 * @returns {string} the path of a LibreOffice that runs; empty without any, and then the tests that
 * need it say that they were skipped: every other test is worth running
 */
export function findLibreOffice() {
  const office = onThisMachine() ?? (installSystemPackages(packages) ? onThisMachine() : undefined);
  if (!office)
    say('LibreOffice est absent : les exports ne seront pas relus par un autre programme');
  return office ?? '';
}

const onThisMachine = () =>
  [process.env.LIBREOFFICE_PATH, ...names.map(findProgram), ...applications].find(
    (path) => path !== undefined && path !== '' && answers(path, ['--version']),
  );
