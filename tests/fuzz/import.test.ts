/**
 * Lists that leave the workshop, are worked on by somebody else, and come back. The seed is fixed: a
 * failure is the same for everybody. Each suite asserts that it met everything it is meant to meet.
 */
import fc from 'fast-check';
import { writeOds } from 'hucre/ods';
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Board } from '../../shared/board/board.ts';
import { addActions, editActions, type NewAction } from '../../shared/board/commands/many.ts';
import { createDoc, encodeDoc } from '../../shared/board/doc.ts';
import { fillBoard } from '../../shared/board/fill.ts';
import type { Action } from '../../shared/board/schema.ts';
import { readBoard } from '../../shared/board/snapshot.ts';
import { FORMATS } from '../../shared/export/formats.ts';
import { readWorkshop } from '../../shared/file/read.ts';
import type { Workshop } from '../../shared/file/workshop.ts';
import type { ActionId, PersonId } from '../../shared/ids.ts';
import { type Difference, differenceOf } from '../../shared/import/difference.ts';
import { ownColumn } from '../../shared/import/mapping.ts';
import type { PlannedAction } from '../../shared/import/planned.ts';
import { findReturned } from '../../shared/import/round-trip.ts';
import { readTable, type Table } from '../../shared/import/table.ts';
import type { FormatId } from '../../shared/protocol/formats.ts';
import type { TableCell } from '../../shared/table/cell.ts';
import type { ColumnKey } from '../../shared/table/columns.ts';
import {
  fileText,
  HOSTILE_CLASSES,
  type HostileClass,
  hostile,
  pathsOf,
  putAt,
} from '../support/hostile.ts';
import { plainInput } from '../support/plain-input.ts';
import { unwrap } from '../support/result.ts';
import { demoFile, demoText, workshopOf } from '../support/workshop-file.ts';

const seed = 20_261_123;
/** For slow machines; a run is some tens of milliseconds. */
const timeoutMs = 60_000;

const docOf = (workshop: Workshop) => {
  const doc = createDoc();
  fillBoard(doc, workshop);
  return doc;
};

async function exported(board: Board, format: FormatId): Promise<Uint8Array> {
  const written = await FORMATS[format].write(plainInput(board));
  return typeof written === 'string' ? new TextEncoder().encode(written) : written;
}

async function differenceIn(bytes: Uint8Array, board: Board): Promise<Difference> {
  const returned = findReturned(unwrap(await readTable(bytes)), board);
  if (!returned) throw new Error('the list was not known as ours');
  return differenceOf(returned, board);
}

const nothing: Difference = { changed: [], added: [], missing: [], faults: [], isDated: true };
const LISTS: readonly FormatId[] = ['xlsx', 'ods', 'csv', 'csv-open'];

test.each(LISTS)(
  '[IM10] the demonstration that comes back as %s is no difference',
  async (format) => {
    const board = readBoard(docOf(workshopOf(readWorkshop(demoText))));
    expect(await differenceIn(await exported(board, format), board)).toEqual(nothing);
  },
);

/** The demonstration with six cards, so that damage is dense. */
const smallFile = () => {
  const file = demoFile();
  return { ...file, cards: file.cards.filter((_, at) => at % 9 === 0) };
};
const ways = pathsOf(smallFile()).filter(([top]) => top !== 'format' && top !== 'formatVersion');
const damages = fc.array(fc.record({ way: fc.constantFrom(...ways), what: hostile }), {
  minLength: 2,
  maxLength: 12,
});

test(
  '[IM10] a hostile workshop that comes back in any format is no difference',
  async () => {
    const classes = new Set<HostileClass>();
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(damages, fc.constantFrom(...LISTS), async (list, format) => {
        const file = smallFile();
        for (const { way, what } of list) {
          classes.add(what.name);
          putAt(file, way, structuredClone(what.value));
        }
        const { workshop } = readWorkshop(fileText(file));
        if (!workshop || workshop.actions.length === 0) return;
        const board = readBoard(docOf(workshop));
        if (board.numbers.size === 0) return;
        compared += 1;
        expect(await differenceIn(await exported(board, format), board)).toEqual(nothing);
      }),
      { seed, numRuns: 60, endOnFailure: true },
    );
    expect(classes).toEqual(new Set(HOSTILE_CLASSES));
    expect(compared).toBeGreaterThan(30);
  },
  timeoutMs,
);

/** One thing somebody does to a line of the list, and what the board must then say. */
interface Kind {
  readonly column: ColumnKey;
  /** What is typed over a cell, which has been read as `cell`; undefined when there is nothing to do. */
  readonly type: (
    cell: TableCell,
    action: Action,
    board: Board,
    pick: Pick,
  ) => CellValue | undefined;
  readonly isDone: (after: Action, before: Action, typed: CellValue) => boolean;
}
type Pick = <Item>(list: Iterable<Item>) => Item | undefined;

const day = (date: CellValue): string =>
  date instanceof Date ? date.toISOString().slice(0, 10) : '';
const text = (value: CellValue): string => String(value);
const KINDS = {
  title: {
    column: 'title',
    type: (cell) => `${cell} autrement`,
    isDone: (after, _before, typed) => after.title === typed,
  },
  description: {
    column: 'description',
    type: (cell) => `Sur deux lignes :\n${cell ?? ''}`,
    isDone: (after, _before, typed) => after.description === typed,
  },
  emptied: {
    column: 'means',
    type: (cell) => (cell === null ? undefined : ''),
    isDone: (after) => after.means === undefined,
  },
  deadline: {
    column: 'deadline',
    type: () => new Date(Date.UTC(2031, 4, 17)),
    isDone: (after, _before, typed) => after.deadline === day(typed),
  },
  impact: {
    column: 'impact',
    type: (_cell, { impact }) => (impact === 3 ? 1 : 3),
    isDone: (after, _before, typed) => after.impact === typed,
  },
  status: {
    column: 'status',
    type: (_cell, { status }) => (status === 'discuss' ? 'retenue' : 'À DISCUTER'),
    isDone: (after, { status }) => after.status === (status === 'discuss' ? 'retained' : 'discuss'),
  },
  'set aside': {
    column: 'status',
    type: () => 'Écartée',
    isDone: (after) => after.discarded === true,
  },
  lead: {
    column: 'leadDirection',
    type: (_cell, { leadDirectionId }, { directions }, pick) =>
      pick([...directions.values()].filter(({ id }) => id !== leadDirectionId))?.name,
    isDone: (after, before) => after.leadDirectionId !== before.leadDirectionId,
  },
  priority: {
    column: 'priority',
    type: (_cell, { priorityId }, { priorities }, pick) =>
      pick(priorities.filter(({ id }) => id !== priorityId))?.title,
    isDone: (after, before) => after.priorityId !== before.priorityId,
  },
  'one more of a list': {
    column: 'supportingDirections',
    type: (cell, { supportingDirections }, { directions }, pick) => {
      const others = [...directions.values()].filter(
        ({ id }) => !supportingDirections.includes(id),
      );
      return `${cell ?? ''} ; ${pick(others)?.name ?? ''}`;
    },
    isDone: (after, before) =>
      after.supportingDirections.length === before.supportingDirections.length + 1,
  },
  'one less of a list': {
    column: 'levers',
    type: (cell) => (cell === null ? undefined : text(cell).split(' ; ').slice(1).join(' ; ')),
    isDone: (after, before) =>
      after.levers.length === before.levers.length - 1 &&
      after.levers.every((code) => before.levers.includes(code)),
  },
  baseline: {
    column: 'baseline',
    type: (_cell, { indicators }) => (indicators.length === 1 ? 12.5 : undefined),
    isDone: (after) => after.indicators[0]?.baseline === 12.5,
  },
  target: {
    column: 'target',
    type: (_cell, { indicators }) =>
      indicators[0]?.targets.length === 1 && indicators.length === 1 ? '1 234,5' : undefined,
    isDone: (after) => after.indicators[0]?.targets[0]?.value === 1234.5,
  },
  constraint: {
    column: 'constraints',
    type: (cell, _action, { actors }, pick) =>
      `${cell ?? ''}\n${pick(actors.values())?.name ?? ''} : des délais plus longs`,
    isDone: (after, before) =>
      after.constraints.length === before.constraints.length + 1 &&
      after.constraints.at(-1)?.text === 'des délais plus longs',
  },
} satisfies Readonly<Record<string, Kind>>;
type KindName = keyof typeof KINDS;
const KIND_NAMES = Object.keys(KINDS) as readonly KindName[];

const script = fc.record({
  edits: fc.uniqueArray(
    fc.record({
      place: fc.nat(51),
      name: fc.constantFrom(...KIND_NAMES),
      choice: fc.nat(1_000),
    }),
    { maxLength: 12, selector: ({ place, name }) => `${place} ${KINDS[name].column}` },
  ),
  removed: fc.uniqueArray(fc.nat(51), { maxLength: 3 }),
  added: fc.integer({ min: 0, max: 3 }),
});

/** The file as another program saves it after these edits: values and types alone are kept. */
async function amended(
  table: Table,
  edit: (sheet: string, rows: readonly (readonly TableCell[])[]) => CellValue[][],
  format: 'xlsx' | 'ods',
): Promise<Uint8Array> {
  const sheets = table.sheets.map(({ name, rows }) => ({ name, rows: edit(name, rows) }));
  return format === 'xlsx' ? writeXlsx({ sheets }) : writeOds({ sheets });
}

test.each(['xlsx', 'ods'] as const)(
  '[IM11] a list worked on by a script comes back as %s with exactly its edits, which applied leave none',
  async (format) => {
    const origin = docOf(workshopOf(readWorkshop(demoText)));
    const before = readBoard(origin);
    const untouched = await exported(before, format);
    const table = unwrap(await readTable(untouched));
    const ids = [...before.numbers.keys()];
    const met = new Set<KindName>();
    await fc.assert(
      fc.asyncProperty(script, async ({ edits, removed, added }) => {
        const made: { id: ActionId; name: KindName; typed: CellValue }[] = [];
        const bytes = await amended(
          table,
          (sheet, lines) => {
            const rows: CellValue[][] = lines.map((line) => [...line]);
            if (sheet !== 'Actions') return rows;
            const [heads = []] = lines;
            const keys = heads.map(ownColumn);
            for (const { place, name, choice } of edits) {
              const [row, id] = [rows[place + 1], ids[place]];
              const action = id && before.actions.get(id);
              const column = keys.indexOf(KINDS[name].column);
              if (!row || !action || removed.includes(place)) continue;
              const pick: Pick = (list) => [...list][choice % Math.max(1, [...list].length)];
              const kind: Kind = KINDS[name];
              const typed = kind.type(lines[place + 1]?.[column] ?? null, action, before, pick);
              if (typed === undefined) continue;
              row[column] = typed;
              made.push({ id: action.id, name, typed });
              met.add(name);
            }
            const kept = rows.filter((_, at) => !removed.includes(at - 1));
            for (let more = 0; more < added; more++)
              kept.push(heads.map((_, at) => newCell(keys[at], more)));
            return kept;
          },
          format,
        );
        const difference = await differenceIn(bytes, before);
        const told = difference.changed.flatMap(({ id, changes }) =>
          changes.map(({ key }) => `${id} ${key}`),
        );
        const expected = made.map(({ id, name }) => `${id} ${KINDS[name].column}`);
        expect(new Set(told)).toEqual(new Set(expected));
        expect(told).toHaveLength(expected.length);
        expect(difference.missing).toEqual(ids.filter((_, at) => removed.includes(at)));
        expect(difference.added.map(({ values }) => values.title)).toEqual(
          Array.from({ length: added }, (_, more) => `Action ajoutée ${more}`),
        );
        expect(difference.faults).toEqual([]);

        const doc = createDoc(); // with the very parts of the other, whose ids are drawn
        Y.applyUpdate(doc, encodeDoc(origin));
        expect(unwrap(editActions(doc, difference.changed))).toEqual([]);
        unwrap(addActions(doc, { author, actions: difference.added.map(readyAction) }));
        const after = readBoard(doc);
        for (const { id, name, typed } of made) {
          const [now, then] = [after.actions.get(id), before.actions.get(id)];
          const kind: Kind = KINDS[name];
          expect(now && then && kind.isDone(now, then, typed), name).toBe(true);
        }
        // To a list that nobody worked on, all of that is the workshop’s own doing.
        expect(await differenceIn(untouched, after)).toEqual(nothing);
        const rest = await differenceIn(bytes, after);
        expect(rest).toEqual({ ...nothing, missing: difference.missing, faults: rest.faults });
      }),
      { seed, numRuns: 25, endOnFailure: true },
    );
    expect(met).toEqual(new Set(KIND_NAMES));
  },
  timeoutMs,
);

const author = { personId: 'ana' as PersonId, directionId: null, actorId: null };

function newCell(key: ColumnKey | undefined, more: number): CellValue {
  if (key === 'title') return `Action ajoutée ${more}`;
  return key === 'priority' ? '1' : null;
}

function readyAction({ values, priorityId }: PlannedAction): NewAction {
  if (priorityId === null) throw new Error('an added action has a priority');
  return { ...values, title: values.title, priorityId };
}
