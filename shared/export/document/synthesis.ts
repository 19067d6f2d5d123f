/** One page of synthesis: how many actions answer each priority, and what their sheets lack. */
import type { Board } from '../../board/board.ts';
import { deadlinesOf } from '../../synthesis/deadlines.ts';
import { missingOf } from '../../synthesis/missing.ts';
import { type Axis, actionsOnShow, axesOf } from '../../synthesis/on-show.ts';
import { type Totals, totalsOf } from '../../synthesis/totals.ts';
import type { VisibleStatus } from '../../vocabulary/action.ts';
import type { ActionRow } from '../action-list.ts';
import { type Block, type Grid, type GridColumn, paragraph, type Section } from './blocks.ts';
import { capitalised, type Wording } from './wording.ts';

/** @param rows every action of the board, those left out included */
export function synthesisOf(
  board: Board,
  rows: readonly ActionRow[],
  names: boolean,
  wording: Wording,
): Section {
  const { words, line, enumerate } = wording;
  const totals = totalsOf(actionsOnShow(board));
  const statuses = (['retained', 'proposed', 'discuss'] as const)
    .filter((status) => totals.byStatus[status] > 0)
    .map((status) => words.statuses[status](totals.byStatus[status]));
  const summary = words.summary(
    words.actions(totals.actions),
    words.priorities(board.priorities.length),
    enumerate(statuses),
  );
  return {
    heading: { level: 1, text: words.synthesis },
    blocks: [
      { kind: 'paragraph', role: 'body', lines: [line(summary)] },
      ...(axesOf(board).length > 0 ? [byPriority(board, totals, wording)] : []),
      ...paragraph('body', deadlinesIn(board, wording)),
      ...(totals.actions > 0 ? gapsOf(board, wording) : []),
      ...leftOut(board, rows, names, wording),
    ],
  };
}

function byPriority(board: Board, totals: Totals, { words, line, number }: Wording): Grid {
  const { columns } = words;
  const counts = (of: Totals) =>
    [
      of.actions,
      of.byStatus.retained,
      of.byStatus.proposed,
      of.byStatus.discuss,
      of.actions - of.lacking.leadDirection,
      of.actions - of.lacking.deadline,
      of.actions - of.lacking.indicator,
    ].map(number);
  const nameOf = ({ priority }: Axis, place: number) =>
    priority ? `${place + 1}. ${line(priority.title) || words.untitledPriority}` : words.unplaced;
  return {
    kind: 'grid',
    name: words.byPriority,
    columns: [
      { label: line(board.info.priorityLabel) || words.priority, share: 25 },
      count(columns.actions, 9),
      count(columns.retained, 11),
      count(columns.proposed, 12),
      count(columns.discuss, 10),
      count(columns.leadDirection, 9),
      count(columns.deadline, 12),
      count(columns.indicator, 12),
    ],
    rows: axesOf(board).map((axis, place) => [
      nameOf(axis, place),
      ...counts(totalsOf(axis.actions)),
    ]),
    total: [words.total, ...counts(totals)],
  };
}

/** "Échéances : 12 actions en 2024, 20 en 2025." */
function deadlinesIn(board: Board, { words, line, enumerate, number }: Wording): readonly string[] {
  const { years } = deadlinesOf(board);
  const shares = years
    .filter(({ total }) => total > 0)
    .map(({ total, year }, at) =>
      words.inYear(at === 0 ? words.actions(total) : number(total), String(year)),
    );
  return shares.length > 0 ? [line(words.deadlines(enumerate(shares)))] : [];
}

const count = (label: string, share: number): GridColumn => ({ label, share, isNumber: true });

/** How many numbers are told before "et 12 autres": the synthesis stays a page. */
const listedNumbers = 14;

/** What sheets lack, thing by thing. */
function gapsOf(board: Board, { words, line, number }: Wording): readonly Block[] {
  const lacking = missingOf(board).fields.filter(({ actions }) => actions.length > 0);
  if (lacking.length === 0) return paragraph('body', [words.noGap]);
  const grid: Grid = {
    kind: 'grid',
    name: words.gaps,
    columns: [
      { label: words.gapColumns.field, share: 34 },
      { label: words.gapColumns.count, share: 10, isNumber: true },
      { label: words.gapColumns.which, share: 56 },
    ],
    rows: lacking.map(({ field, actions }) => {
      const names = actions.map(({ id, title }) => board.numbers.get(id) ?? `« ${line(title)} »`);
      const more = names.length - listedNumbers;
      const list = names.slice(0, listedNumbers).join(', ');
      return [
        capitalised(words.missing[field]),
        number(actions.length),
        line(more > 0 ? `${list} ${words.more(more)}` : list),
      ];
    }),
  };
  return [grid];
}

/** What the board has and the document does not, in one sentence. */
function leftOut(
  board: Board,
  rows: readonly ActionRow[],
  names: boolean,
  wording: Wording,
): readonly Block[] {
  const { words, line, enumerate } = wording;
  const count = (status: VisibleStatus) => rows.filter((row) => row.status === status).length;
  const [discarded, merged] = [count('discarded'), count('merged')];
  const what = enumerate([
    ...(discarded > 0 ? [words.leftOutDiscarded(discarded)] : []),
    ...(merged > 0 ? [words.leftOutMerged(merged)] : []),
    ...(board.comments.size > 0 ? [words.leftOutComments] : []),
    ...(names ? [] : [words.leftOutNames]),
  ]);
  const sentences = [
    ...(what === '' ? [] : [line(words.leftOut(what))]),
    ...(discarded + merged > 0 ? [line(words.leftOutTrace)] : []),
  ];
  return paragraph('note', sentences.length > 0 ? [sentences.join(' ')] : []);
}
