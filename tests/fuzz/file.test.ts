/**
 * Workshop files damaged at random, and boards exported from them. The seed is fixed: a failure is
 * the same for everybody. Each suite asserts that it met everything it is meant to meet.
 */
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { actionList } from '../../shared/export/action-list.ts';
import { FRENCH_EXCEL, OPEN_DATA, writeCsv } from '../../shared/export/csv.ts';
import type { FaultKind } from '../../shared/file/fault.ts';
import { type Reading, readWorkshop } from '../../shared/file/read.ts';
import { writeWorkshop } from '../../shared/file/write.ts';
import { COLUMNS } from '../../shared/table/columns.ts';
import {
  fileText,
  HOSTILE_CLASSES,
  type HostileClass,
  hostile,
  hostileOf,
  type Path,
  pathsOf,
  putAt,
} from '../support/hostile.ts';
import { readCsv } from '../support/read-csv.ts';
import { boardOf, demoFile, demoText, readFile } from '../support/workshop-file.ts';

const seed = 20_261_123;
/** For slow machines; a run is some milliseconds. */
const timeoutMs = 60_000;
const options = { seed, numRuns: 300, endOnFailure: true };

/** The demonstration with six cards: enough to have neighbours, small enough to shrink. */
const smallFile = () => {
  const file = demoFile();
  return { ...file, cards: file.cards.filter((_, at) => at % 9 === 0) };
};
/** Ways into it, and to keys it does not have. */
const ways: readonly Path[] = [
  ...pathsOf(smallFile()),
  ...['__proto__', 'constructor', 'couleur', 'comments'].map((key) => [key]),
  ...['__proto__', 'mergedIntoId', 'unplaced', 'discarded', 'otherIndicators', 'x'].flatMap((key) =>
    [0, 1, 2, 3, 4, 5].map((card) => ['cards', card, key]),
  ),
];
const damage = fc.record({ way: fc.constantFrom(...ways), what: hostile });
type Damage = {
  readonly way: Path;
  readonly what: { readonly name: HostileClass; readonly value: unknown };
};

/** Cards are most of the file; half of the damage goes around them. */
const around = fc.record({
  way: fc.constantFrom(...ways.filter(([top]) => top !== 'cards')),
  what: hostile,
});
/** Lists inside cards, where members can be there twice: chance alone would rarely find them. */
const listDamage = fc.record({
  way: fc.constantFrom(
    ...ways.filter(([, , key, at]) => /Ids$|levers|eforms/.test(String(key)) && at === undefined),
  ),
  what: fc.oneof(hostileOf('same twice'), hostileOf('list')),
});
const damages = fc.array(fc.oneof(damage, around, listDamage), { minLength: 1, maxLength: 8 });

function damaged(list: readonly Damage[]): string {
  const file = smallFile();
  for (const { way, what } of list) putAt(file, way, structuredClone(what.value));
  return fileText(file);
}

/** Kinds that need a whole list of something, or another file: their tables are in the unit tests. */
const elsewhere: readonly FaultKind[] = ['not-json', 'newer-version', 'too-many', 'more'];
const expectedKinds: readonly FaultKind[] = [
  'not-workshop',
  'set-aside',
  'name-missing',
  'id-replaced',
  'wrong-type',
  'impossible-value',
  'unknown-reference',
  'unknown-term',
  'duplicate',
  'text-long',
  'text-cut',
  'text-repaired',
  'unknown-key',
];

/** Kinds that say what the workshop still has: a text stays long, a priority without a title too. */
const lasting: readonly FaultKind[] = ['text-long', 'name-missing'];

test(
  '[FI12] what was read from a damaged file is written and read again the same, without a fault',
  () => {
    const classes = new Set<HostileClass>();
    const kinds = new Set<FaultKind>();
    let workshops = 0;
    fc.assert(
      fc.property(damages, (list) => {
        for (const { what } of list) classes.add(what.name);
        const { workshop, faults } = readWorkshop(damaged(list));
        for (const { kind } of faults) kinds.add(kind);
        if (!workshop) return;
        workshops += 1;
        const text = writeWorkshop(boardOf(workshop), workshop.steps);
        const again = readWorkshop(text);
        expect(again.workshop).toEqual(workshop);
        expect(again.faults.filter(({ kind }) => !lasting.includes(kind))).toEqual([]);
      }),
      options,
    );
    expect(classes).toEqual(new Set(HOSTILE_CLASSES));
    for (const kind of elsewhere) kinds.delete(kind);
    expect(kinds).toEqual(new Set(expectedKinds));
    expect(workshops).toBeGreaterThan(options.numRuns / 2);
  },
  timeoutMs,
);

test(
  '[FI2] cards that were not damaged are read as if nothing was',
  () => {
    const whole = readFile(smallFile()).workshop?.actions ?? [];
    const cardDamage = fc.record({
      way: fc.constantFrom(
        ...ways.filter(([top, at]) => top === 'cards' && typeof at === 'number'),
      ),
      what: hostile,
    });
    let compared = 0;
    let asideCount = 0;
    fc.assert(
      fc.property(fc.array(cardDamage, { minLength: 1, maxLength: 4 }), (list) => {
        const { workshop, faults } = readWorkshop(damaged(list));
        const touched = new Set(list.map(({ way }) => way[1]));
        whole.forEach((card, at) => {
          if (touched.has(at)) return;
          compared += 1;
          expect(workshop?.actions.find(({ title }) => title === card.title)).toEqual(card);
        });
        // Every card is on the board or among the faults.
        const aside = faults.filter(
          ({ kind, message }) => kind === 'set-aside' && message.includes('mise de côté'),
        );
        asideCount += aside.length;
        expect((workshop?.actions.length ?? 0) + aside.length).toBe(whole.length);
      }),
      options,
    );
    expect(compared).toBeGreaterThan(options.numRuns);
    expect(asideCount).toBeGreaterThan(10);
  },
  timeoutMs,
);

test(
  '[FI11] any bytes, any JSON and any slip in a file give an answer, never an exception',
  () => {
    const answers = { refused: 0, read: 0 };
    const count = ({ workshop, faults }: Reading) => {
      answers[workshop ? 'read' : 'refused'] += 1;
      if (!workshop) expect(faults).toHaveLength(1);
    };
    const slip = fc.record({
      at: fc.nat(demoText.length),
      length: fc.nat(3),
      put: fc.string({ maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.uint8Array(), fc.jsonValue(), slip, (bytes, json, { at, length, put }) => {
        count(readWorkshop(new TextDecoder().decode(bytes)));
        count(readFile(json));
        count(
          readFile({
            format: 'spaser-workshop',
            formatVersion: 1,
            workshop: json,
            cards: [json],
            priorities: json,
          }),
        );
        count(readWorkshop(demoText.slice(0, at) + put + demoText.slice(at + length)));
      }),
      options,
    );
    expect(answers.refused).toBeGreaterThan(options.numRuns);
    expect(answers.read).toBeGreaterThan(options.numRuns);
  },
  timeoutMs,
);

/** Texts of cards that begin as formulas do: chance alone would give few. */
const formulaDamage = fc.record({
  way: fc.constantFrom(
    ...ways.filter(
      ([top, , key]) => top === 'cards' && ['title', 'description', 'means'].includes(String(key)),
    ),
  ),
  what: hostileOf('formula'),
});
const csvDamages = fc.array(fc.oneof(damage, around, formulaDamage), {
  minLength: 1,
  maxLength: 8,
});

test(
  '[EX9] a CSV of any board, read again by two readers, gives the rows of the list',
  () => {
    const classes = new Set<HostileClass>();
    let neutralised = 0;
    fc.assert(
      fc.property(csvDamages, (list) => {
        const { workshop } = readWorkshop(damaged(list));
        if (!workshop) return;
        for (const { what } of list) classes.add(what.name);
        const actions = actionList(boardOf(workshop));
        for (const dialect of [OPEN_DATA, FRENCH_EXCEL]) {
          const csv = writeCsv(actions, dialect).replace(/^\uFEFF/, '');
          const records = readCsv(csv, dialect.delimiter);
          const { data } = Papa.parse<string[]>(csv.slice(0, -2), {
            delimiter: dialect.delimiter,
            newline: '\r\n',
          });
          expect(data).toEqual(records);
          expect(records).toHaveLength(actions.rows.length + 1);
          const titles = records.slice(1).map(([, , title = '']) => title);
          expect(titles.map(bare)).toEqual(
            actions.rows.map(({ cells }) => bare(String(cells.title))),
          );
          if (dialect === FRENCH_EXCEL) neutralised += expectNoFormula(records);
        }
      }),
      options,
    );
    expect(classes).toEqual(new Set(HOSTILE_CLASSES));
    expect(neutralised).toBeGreaterThan(100);
  },
  timeoutMs,
);

/** What is left of a text when what CSV may change is taken away. */
const bare = (text: string) => text.replace(/[\p{Cc}']/gu, '');

/** The rule said again in other words than the code's: skip what prints nothing, look at the sign. */
function expectNoFormula(records: readonly (readonly string[])[]): number {
  let apostrophes = 0;
  const numbers = COLUMNS.map(({ kind }) => kind === 'number');
  for (const record of records.slice(1)) {
    record.forEach((cell, at) => {
      if (numbers[at] && /^-?\d+(,\d+)?(e[+-]\d+)?$/.test(cell)) return;
      for (const line of cell.split(/[\n\u2028\u2029]/)) {
        const visible = line
          .replace(/[\s\p{C}\p{Z}\p{M}\u3164\u115F\u1160\uFFA0\u2800]/gu, '')
          .normalize('NFKC');
        expect([line, /^[=+\-@\u2212]/.test(visible)]).toEqual([line, false]);
        if (line.startsWith("'")) apostrophes += 1;
      }
    });
  }
  return apostrophes;
}
