import type { CountedKind, intakeFr, UnreadableCell } from '../fr/intake.ts';
import { enPlural, type Translated } from '../texts.ts';

const kinds: Readonly<Record<CountedKind, readonly [one: string, other: string]>> = {
  actions: ['action', 'actions'],
  priorities: ['priority', 'priorities'],
  directions: ['department', 'departments'],
  actors: ['partner', 'partners'],
};
const counted = (kind: CountedKind, count: number) => enPlural(count, ...kinds[kind]);

const listed = (names: readonly string[], one: string, other: string) =>
  names.length > 0 &&
  `${enPlural(names.length, one, other)}: ${names.slice(0, 5).join(', ')}${names.length > 5 ? '…' : ''}`;

export const intakeEn: Translated<typeof intakeFr> = {
  title: 'Import a table',
  lead: 'A workbook or a list: priorities, departments, partners or actions to add. An action list exported from here and corrected elsewhere comes back too: only its corrections are put to you.',
  safe: 'Nothing changes in the workshop before you agree.',
  choose: 'Choose a file',
  drop: 'or drop it here: .xlsx, .ods or .csv, 10 MB at most',
  paste: 'Or paste cells',
  pasteHelp: 'Copied from a spreadsheet, a document or a message; one line per action.',
  readPasted: 'Read what is pasted',
  pasted: 'Pasted cells',
  reading: (name) => `Reading “${name}”…`,
  giveUp: 'Give up',
  givenUp: 'Reading given up: nothing has changed.',
  back: 'Another table',
  faultsOf: {
    'too-large':
      'This file is above 10 MB. A list of 5,000 actions has less than 3: is it the right file?',
    bomb: 'Once opened this workbook would fill the memory: it was not read. Copy its useful sheet into a new workbook.',
    'too-slow':
      'This table takes more than ten seconds to read: it was stopped. Copy its useful sheet into a new workbook.',
    damaged:
      'This workbook is damaged. Open it in your spreadsheet program, save it under another name, then choose that copy.',
    protected: 'This workbook has a password. Save a copy without one.',
    'old-format':
      'This file is an old workbook (.xls), or it has a password. Save it as .xlsx or .ods.',
    'web-page':
      'This page holds no table that can be read here. Copy the table itself and paste it below.',
    'not-a-table': 'This file is not a table. Choose an .xlsx or .ods workbook, or a .csv file.',
    empty: 'There is nothing in this table.',
    unreadable: 'This file could not be read on this device.',
  },

  lines: (count) => enPlural(count, 'line', 'lines'),
  sheet: 'Sheet',
  kind: 'These are',
  kinds: {
    actions: 'Actions',
    priorities: 'Priorities',
    directions: 'Departments',
    actors: 'Partners',
  },
  header: 'Headers of the columns',
  headerLine: (line, text) => `Line ${line}: ${text}`,
  noHeader: 'No line: the table begins at once',
  fallback: 'Priority of the lines that name none',
  noFallback: 'None: these lines are set aside',
  addMissing: 'Add what the workshop lacks',
  missing: (names) =>
    [
      listed(names.priorities, 'priority', 'priorities'),
      listed(names.directions, 'department', 'departments'),
      listed(names.actors, 'partner', 'partners'),
      listed(names.policies, 'public policy', 'public policies'),
    ]
      .filter(Boolean)
      .join('; '),
  columns: 'Columns of the table',
  columnsHelp: 'Say what each column holds. What is not taken does no harm.',
  column: (letter) => `Column ${letter}`,
  columnAs: (name) => `“${name}” becomes`,
  notTaken: 'Do not take',
  emptyColumn: 'empty',
  guesses: 'To check: understood as',
  guessesHelp: 'Untick what is not what you meant.',
  guess: (text: string, shown: string) => `“${text}”: ${shown}`,
  guessOf: (column: string, lines: readonly number[]) =>
    lines.length === 1
      ? `${column}, line ${lines[0]}`
      : `${column}, lines ${lines.slice(0, 8).join(', ')}${lines.length > 8 ? '…' : ''}`,
  hidden: (rows: number, columns: number) =>
    `Your spreadsheet hides ${[
      rows > 0 && enPlural(rows, 'row', 'rows'),
      columns > 0 && enPlural(columns, 'column', 'columns'),
    ]
      .filter(Boolean)
      .join(' and ')} of this sheet: they are read like the others.`,
  hiddenSheets: (names: readonly string[]) =>
    `${names.length === 1 ? 'Hidden sheet, not read' : 'Hidden sheets, not read'}: ${names.slice(0, 5).join(', ')}${names.length > 5 ? '…' : ''}.`,
  unreadable: ({ line, column, kind, text }: UnreadableCell) =>
    kind === 'error'
      ? `Line ${line}, column ${column}: ${text}, an error of the spreadsheet, left empty`
      : `Line ${line}, column ${column}: a formula without a saved result, left empty. Open the file in a spreadsheet, save it, then try again.`,
  preview: 'What will be added',
  previewLine: (line) => `line ${line}`,
  andMore: (count) => `and ${enPlural(count, 'other', 'others')}`,
  nothing: 'Nothing to add: check the columns above.',
  mainMissing: (field) => `Choose the column “${field}”: without it a line says nothing.`,
  faults: (count) => `${enPlural(count, 'remark', 'remarks')} on this table`,
  faultsText: 'The rest is taken as it is. These points are not:',
  cut: 'This table is too large: only its first 10,000 lines and 200 columns are read.',
  openQuote: (line) =>
    `A quote opened on line ${line} is never closed: what follows may be misread.`,
  add: (kind, count) => `Add ${counted(kind, count)}`,

  returnedTitle: 'This list comes from this workshop',
  recognisedTitle: 'Actions recognised by their number and title',
  inDoubt: 'to check: only its number, or its title, is the same',
  conversion: 'converted by Excel',
  returnedText: (sheet) =>
    sheet === ''
      ? 'This is what applying it would change. Tick what you take.'
      : `This is what applying its sheet “${sheet}” would change. Tick what you take.`,
  returnedSame: 'This file says the same as the workshop: there is nothing to take.',
  returnedUnread: 'Numbers, votes, proposers and comments are not taken from a file.',
  returnedUndated:
    'This file does not say what it was when exported: what the workshop changed since shows too, as a change back.',
  contested: 'changed in the workshop too since the export',
  asNew: 'Add it as a new table instead',
  changed: (count) => enPlural(count, 'changed action', 'changed actions'),
  added: (count) => enPlural(count, 'added action', 'added actions'),
  absent: (count) => enPlural(count, 'action absent from the file', 'actions absent from the file'),
  absentHelp: 'Nothing goes by itself. Tick what is to be set aside; it can come back.',
  before: 'Before',
  after: 'After',
  emptyValue: 'empty',
  lineOf: (line) => `line ${line} of the file`,
  discardOf: (title) => `Set aside ${title}`,
  applyAll: 'Apply all',
  applySome: (count) => `Apply ${enPlural(count, 'ticked line', 'ticked lines')}`,

  offline: 'Offline: the import waits for the connection, to be saved at once.',
  applying: 'Importing…',
  progress: (done, total) => `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`,
  stop: 'Stop here',
  done: 'Done',
  stopped: 'Import stopped',
  doneEntities: (kind, count) => `${counted(kind, count)} more in the workshop.`,
  doneChanges: (changed, added, discarded) =>
    [
      changed > 0 && enPlural(changed, 'action changed', 'actions changed'),
      added > 0 && enPlural(added, 'action added', 'actions added'),
      discarded > 0 && enPlural(discarded, 'action set aside', 'actions set aside'),
    ]
      .filter(Boolean)
      .join(', ')
      .concat('.'),
  doneNothing: 'Nothing was added.',
  notDone: (count) =>
    `${enPlural(count, 'change', 'changes')} could not be made: somebody worked in the same place.`,
  full: 'The workshop is full: the rest was not added.',
  undo: 'Undo the import',
  undone: 'Import undone. The actions added are among those set aside.',
  undoneFrame: 'Import undone.',
  review: 'See what is left',
  finish: 'Finish',
};
