/**
 * Workshops whose every text was made to break a file, and whose shape has all there is: actions
 * merged, set aside and without a priority, several indicators and targets, comments, extreme
 * numbers and days. A seed decides; the same seed gives the same workshop.
 */
import fc from 'fast-check';
import type { Board } from '../../shared/board/board.ts';
import { readWorkshop } from '../../shared/file/read.ts';
import { fileText, type HostileClass, hostileOf, type Path, pathsOf, putAt } from './hostile.ts';
import { boardOf, demoFile, workshopOf } from './workshop-file.ts';

/** Of what people write. The longest texts are left to one action, which any file has room for. */
const TEXT_CLASSES = [
  'control characters',
  'lone surrogates',
  'right-to-left',
  'zero width',
  'line ends',
  'formula',
  'HTML',
  'combining marks',
  'long word',
] as const satisfies readonly HostileClass[];

/** Keys of texts that no vocabulary and no reference constrains. */
export const FREE_KEYS: ReadonlySet<string | number | undefined> = new Set([
  'title',
  'subtitle',
  'territory',
  'purpose',
  'decisionBody',
  'notice',
  'description',

  'means',
  'social',
  'environmental',
  'economic',
  'label',
  'unit',
  'text',
  'name',
  'orientation',
  'setBy',
  'electedSponsor',
]);
const cards = 14;

export function hostileWorkshop(seed: number): Board {
  const file = shapedFile(seed);
  const ways = pathsOf(file).filter((way) => FREE_KEYS.has(way.at(-1)));
  const values = fc.sample(fc.constantFrom(...TEXT_CLASSES).chain(hostileOf), {
    seed,
    numRuns: ways.length,
  });
  const seen = new Set(values.map(({ name }) => name));
  if (seen.size < TEXT_CLASSES.length) throw new Error(`seed ${seed} leaves a class out`);
  for (const [at, way] of ways.entries()) putAt(file, way, values[at]?.value);
  if (seed === longestSeed) for (const [way, value] of longest) putAt(file, way, value);
  // Without a title a card would be set aside; what a title may hold stays hostile.
  for (const [at, card] of file.cards.entries()) card.title = `${at} ${card.title}`.slice(0, 290);
  return boardOf(workshopOf(readWorkshop(fileText(file))));
}

/** Some cards of the demonstration, which have all there is. */
export function shapedFile(seed: number) {
  const file = { ...demoFile(), comments: commentsOf(seed) };
  file.cards = file.cards.slice(0, cards);
  shape(file.cards, seed);
  return file;
}

/** Programs take seconds to lay these out: once is enough. */
const longestSeed = 1;
/** Beyond what a cell of XLSX holds, with characters of two halves where it ends. */
const longest: readonly (readonly [Path, string])[] = [
  [['cards', 3, 'description'], `${'mot '.repeat(8_150)}${'🌊'.repeat(200)}`],
  [['cards', 4, 'description'], `${'mot '.repeat(8_150)}+${'🌊'.repeat(200)}`],
];

function shape(list: Record<string, unknown>[], seed: number): void {
  const [first, second, third, fourth, fifth] = list;
  if (!first || !second || !third || !fourth || !fifth) throw new Error('fourteen cards');
  Object.assign(first, { status: 'Fusionnée', mergedIntoId: second.id });
  Object.assign(third, { status: 'Écartée' });
  Object.assign(fourth, { priorityId: null, unplaced: true, pilotDirectionId: null });
  Object.assign(second, { startDate: '0100-02-03', deadline: '9999-12-31', impact: null });
  Object.assign(fifth, { startDate: '1900-02-28', deadline: '1900-03-01', votes: seed % 1_000 });
  fifth.indicator = {
    label: 'a',
    unit: 'b',
    baseline: -0,
    target: 0.1 + 0.2,
    targetDate: '2030-12-31',
    otherTargets: [{ value: 1e300 }, { date: '2031-01-01' }, { value: -1.5, date: '2032-02-29' }],
  };
  fifth.otherIndicators = [{ label: 'c', unit: 'd', baseline: 12_345.678, target: 1e-7 }];
}

const commentsOf = (seed: number) =>
  Array.from({ length: 6 }, (_, at) => ({
    cardId: `p1-0${1 + (at % 5)}`,
    text: '',
    at: seed + at,
  }));
