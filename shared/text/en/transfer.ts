import type { transferFr } from '../fr/transfer.ts';
import { enPlural, type Translated } from '../texts.ts';

export const transferEn: Translated<typeof transferFr> = {
  importTitle: 'Import a workshop file',
  importText: 'A .json file exported from here or prepared beforehand. 10 MB at most.',
  importChoose: 'Choose a file',
  importDrop: 'or drop it here',
  importReading: (name) => `Reading “${name}”…`,
  importSending: (name) => `Sending “${name}”…`,
  importOpening: (name) => `“${name}” is sent: the server is opening it…`,
  importFailed:
    'The workshop was not opened. The file is still on this device: try again, or choose another.',
  moved: (bytes, total) => (total ? `${bytes} of ${total}` : bytes),
  importCancel: 'Give up',
  importCancelled: 'Import given up: the workshop was not opened.',
  importTooLarge: (size) =>
    `This file weighs ${size}; the limit is 10 MB. A workshop of 500 actions takes less than 2: is it the right file?`,
  importEmpty: 'This file is empty.',
  importUnreadable: 'This file could not be read on this device.',
  megabytes: (size) =>
    `${size.toLocaleString('en', { maximumFractionDigits: 1, minimumFractionDigits: 1 })} MB`,
  faults: (count) => `${enPlural(count, 'remark', 'remarks')} about this file`,
  faultsText: 'Everything else was taken as it is. These points could not be:',
  faultsCopy: 'Copy the remarks',

  exportTitle: 'Export the workshop',
  exportText: (isNamed) =>
    isNamed
      ? 'Files will say who proposed each action and wrote each comment: keep them inside your organisation. The workshop file and the plan for Territoires en Transitions never name anybody.'
      : 'No file names the participants: only their departments and bodies are in it.',
  exportNames: 'With people’s names',
  exportGroups: { workbooks: 'Workbooks', documents: 'Documents', data: 'Data' },
  exportUses: {
    json: 'To keep the workshop, open it here again or take it to another server.',
    csv: 'To read and sort in Excel or LibreOffice. A cell that begins like a formula is neutralised.',
    'csv-open': 'To publish the list or process it by program: commas and ISO dates.',
    docx: 'To annex to a decision, read over and correct: one sheet per page, in Word.',
    odt: 'The same document, in the open format recommended to administrations.',
    html: 'To print, or make a PDF from the browser, with nothing to install.',
    markdown: 'For a wiki, a repository or a text editor.',
    xlsx: 'To work on the list: actions, totals by priority, department and deadline, indicators, trace.',
    ods: 'The same workbook, in the open format recommended to public bodies.',
    tet: 'To load the plan into ADEME’s tool without typing it again.',
  },
  exportLeft: {
    xlsx: 'Without the agenda or what actors said beside the actions.',
    ods: 'Without the agenda or what actors said beside the actions.',
    csv: 'The list alone: no totals, no agenda.',
    'csv-open': 'The list alone: no totals, no agenda.',
    docx: 'Without actions set aside or merged, or comments.',
    odt: 'Without actions set aside or merged, or comments.',
    html: 'Without actions set aside or merged, or comments.',
    markdown: 'Without actions set aside or merged, or comments.',
    json: 'Without names or the history of changes.',
    tet: 'Without actions set aside or merged, votes or comments.',
  },
  exportCancel: 'Give up',
  exportCancelled: 'Given up: no file was saved.',
  exportDownload: (format) => `Download: ${format}`,
  exportRunning: (format) => `Preparing “${format}”…`,
  exportDone: (name) => `“${name}” is in your downloads.`,
  exportOfflineTitle: 'Offline',
  exportOffline:
    'The server prepares the files, since it knows everybody’s work. They will be available when the connection is back.',
  exportUnsaved: 'Your last changes are still on their way: wait for “Saved”.',
};
