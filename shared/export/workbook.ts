/**
 * The workbook of a workshop: the list of actions, the same counted by priority, direction and
 * deadline, its indicators, and the trace of how it was made.
 */

import { clipped, safeLine } from '../table/safe-text.ts';
import type { ExportInput } from './input.ts';
import { actionSheet } from './workbook/actions.ts';
import { cutMark } from './workbook/cells.ts';
import { deadlineSheet, directionSheet, prioritySheet } from './workbook/groups.ts';
import { indicatorSheet } from './workbook/indicators.ts';
import type { Sheet, Workbook } from './workbook/plain-workbook.ts';
import { traceSheet } from './workbook/trace.ts';
import { contextOf } from './workbook/workbook-context.ts';

export function workbookOf(input: ExportInput): Workbook {
  const { board, language, now } = input;
  const context = contextOf(input);
  const { words } = context;
  const title = safeLine(board.info.title ?? '') || words.untitled;
  const notice = safeLine(board.info.notice ?? '');
  const [actions, byPriority, ...others] = [
    actionSheet(context),
    prioritySheet(context),
    directionSheet(context),
    deadlineSheet(context),
    indicatorSheet(context),
    traceSheet(context),
  ] as const;
  const known = [
    ...(notice === '' ? [] : [notice]),
    input.names ? words.named : words.unnamed,
    words.leftOut,
    ...([actions, ...others].some((sheet) => isCut(sheet, cutMark[language])) ? [words.cut] : []),
  ];
  return {
    language,
    title: `${title} – ${words.subject}`,
    description: known.join(' '),
    about: [title, safeLine(board.info.territory ?? '')].filter(Boolean).join(' – '),
    notice: clipped(notice, maxNoticeCharacters),
    page: words.page,
    of: words.of,
    made: now,
    // The second sheet is the first with room below it for what must be known of the whole.
    sheets: [actions, { ...byPriority, notes: [...byPriority.notes, ...known] }, ...others],
  };
}

/** What the foot of a page of XLSX has room for. */
const maxNoticeCharacters = 120;

const isCut = ({ rows }: Sheet, mark: string): boolean =>
  rows.some((row) => row.some((cell) => typeof cell === 'string' && cell.endsWith(mark)));
