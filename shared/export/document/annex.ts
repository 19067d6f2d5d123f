/**
 * The board as the annex of a decision: cover, synthesis, then each priority and the sheets of its
 * actions, in order. It prepares an annex: nothing here decides, nor says what conforms to what.
 */
import type { Action } from '../../board/schema.ts';
import { type Axis, axesOf } from '../../synthesis/on-show.ts';
import { clipped } from '../../table/safe-text.ts';
import { type ActionRow, actionList } from '../action-list.ts';
import type { ExportInput } from '../input.ts';
import { sheetOf, textOf } from './action-sheet.ts';
import { type Block, type Document, type Grid, paragraph, type Section } from './blocks.ts';
import { coverOf } from './cover.ts';
import { synthesisOf } from './synthesis.ts';
import { type Wording, wordingIn } from './wording.ts';

/** With names, a sheet says who proposed its action; without, no person is in the document. */
export function annexOf(input: ExportInput): Document {
  const { board, language, names, now } = input;
  const wording = wordingIn(language);
  const { words, line } = wording;
  const { rows } = actionList(board, input);
  const cover = coverOf(board, now, wording);
  const context: AnnexContext = {
    label: line(board.info.priorityLabel) || words.priority,
    rows: new Map(rows.map((row) => [row.id, row])),
    isNamed: names !== null,
    wording,
  };
  return {
    language,
    title: `${cover.title} – ${words.subtitle}`,
    subject: words.subject,
    made: now,
    cover,
    sections: [
      synthesisOf(board, rows, context.isNamed, wording),
      ...axesOf(board).flatMap((axis, place) => sectionsOf(axis, place, context)),
    ],
    footer: {
      about: clipped([cover.title, cover.territory].filter(Boolean).join(' – '), footerCharacters),
      page: words.page,
      of: words.of,
    },
  };
}

/** What fits on a line before the number of the page. */
const footerCharacters = 90;

interface AnnexContext {
  /** The body's own word for a priority. */
  readonly label: string;
  readonly rows: ReadonlyMap<ActionRow['id'], ActionRow>;
  readonly isNamed: boolean;
  readonly wording: Wording;
}

/** An action and what every format says of it. */
interface ListedAction {
  readonly action: Action;
  readonly row: ActionRow;
}

/** A page for the priority, then one for each of its actions. */
function sectionsOf(axis: Axis, place: number, context: AnnexContext): readonly Section[] {
  const { wording, isNamed } = context;
  const { words, line } = wording;
  const listed = axis.actions.flatMap((action): readonly ListedAction[] => {
    const row = context.rows.get(action.id);
    return row ? [{ action, row }] : [];
  });
  const text = axis.priority
    ? line(
        words.priorityHeading(
          context.label,
          place + 1,
          line(axis.priority.title) || words.untitledPriority,
        ),
      )
    : words.unplaced;
  return [
    { heading: { level: 1, text }, blocks: openingOf(axis, listed, wording) },
    ...listed.map(({ action, row }) => sheetOf(action, row, { context: text, isNamed }, wording)),
  ];
}

/** What the élus wrote, then the list of the actions. */
function openingOf(
  { priority }: Axis,
  listed: readonly ListedAction[],
  wording: Wording,
): readonly Block[] {
  const { words, line, lines } = wording;
  const orientation = lines(priority?.orientation);
  const setBy = line(priority?.setBy);
  return [
    ...paragraph('lead', orientation),
    ...paragraph('note', setBy === '' ? [] : [line(words.setBy(setBy))]),
    ...(listed.length > 0
      ? [listOf(priority ? words.actionsOf(priority.title ?? '') : words.unplaced, listed, wording)]
      : paragraph('body', [words.empty])),
  ];
}

function listOf(
  name: string,
  listed: readonly ListedAction[],
  { words, line, day }: Wording,
): Grid {
  return {
    kind: 'grid',
    name: line(name),
    columns: [
      { label: words.list.number, share: 8 },
      { label: words.list.title, share: 43 },
      { label: words.list.leadDirection, share: 26 },
      { label: words.list.deadline, share: 23 },
    ],
    rows: listed.map(({ action, row: { cells } }) => [
      line(textOf(cells.number)),
      line(action.title) || words.untitledAction,
      line(textOf(cells.leadDirection)),
      action.deadline ? day(action.deadline) : '',
    ]),
  };
}
