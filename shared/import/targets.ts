/**
 * Which field of an action each column of a table fills, and how its cell is read. A cell that
 * cannot be the value of its field answers with what is wrong, as the end of a French sentence.
 */
import { isLevel } from '../board/checks.ts';
import type { SheetKey, SheetSetKey } from '../board/commands/sheet.ts';
import type { IndicatorContent, TargetContent } from '../board/content.ts';
import { LIMITS } from '../board/schema.ts';
import { count, quote } from '../file/fault.ts';
import { err, ok, type Result } from '../result.ts';
import { dayIn, numberIn, textOf } from '../table/canonical.ts';
import type { TableCell } from '../table/cell.ts';
import type { ActionField } from '../table/fields.ts';
import { type Period, periodIn } from '../table/period.ts';
import { AMBITIONS, EXPRESSIONS, FREQUENCIES } from '../vocabulary/action.ts';
import { DECP_ENVIRONMENTAL, DECP_SOCIAL, EFORMS } from '../vocabulary/considerations.ts';
import { LEVERS } from '../vocabulary/levers.ts';
import { MARKET_FAMILIES } from '../vocabulary/market-families.ts';
import { createTermFinder, foldLabel, type Term } from '../vocabulary/term.ts';
import type { NamedRoot } from './names.ts';

/** A value; nothing for an empty cell; or what is wrong with it. */
export type Value = Result<string | number | undefined, string>;
/** What a cell may mean, for a person to say: « T3 2026 » is no day, and ends on one. */
export interface Proposed {
  readonly ok: 'proposed';
  readonly value: string;
  /** What is wrong with the cell when the proposal is not taken. */
  readonly error: string;
}
export type Reading = Value | Proposed;
/** @param today `YYYY-MM-DD` */
type Read = (cell: TableCell, today?: string) => Reading;

export type Target =
  | { readonly kind: 'title' | 'description' | 'priority' | 'status' | 'constraints' }
  | { readonly kind: 'field'; readonly key: SheetKey; readonly read: Read }
  | { readonly kind: 'reference'; readonly key: SheetKey; readonly root: NamedRoot }
  | { readonly kind: 'references'; readonly key: SheetSetKey; readonly root: Listed }
  | { readonly kind: 'terms'; readonly key: SheetSetKey; readonly terms: Vocabulary }
  | { readonly kind: 'indicator'; readonly key: IndicatorKey; readonly read: Read }
  /** Says which line it is, and where it stands. */
  | { readonly kind: 'id' };
/** Fields of a line of indicators: of the indicator itself, and of its target. */
export type IndicatorKey = Exclude<keyof IndicatorContent, 'targets'> | keyof TargetContent;

/** What a list of names may be of. */
type Listed = Exclude<NamedRoot, 'priorities'>;

/** The workshop may have terms of its own. */
export interface Vocabulary {
  readonly terms: readonly Term[];
  readonly own?: 'levers' | 'marketFamilies';
}

const written =
  (max: number): Read =>
  (cell) => {
    const text = textOf(cell);
    if (text.length <= max) return ok(text || undefined);
    return err(`: ${count(text.length)} caractères, ${count(max)} au plus`);
  };
const line = written(LIMITS.lineCharacters);
const note = written(LIMITS.noteCharacters);

const term = (terms: readonly Term[]): Read => {
  const find = createTermFinder(terms);
  return (cell) => {
    const text = textOf(cell);
    if (text === '') return ok(undefined);
    const found = find(text);
    return found ? ok(found.code) : err(`: ${quote(text)} ne fait pas partie des valeurs prévues`);
  };
};

const number: Read = (cell) => {
  if (textOf(cell) === '') return ok(undefined);
  const value = numberIn(cell);
  return value === undefined ? err(`: ${quote(textOf(cell))} n’est pas un nombre`) : ok(value);
};

/** @param end which day of a longer time is meant */
const day =
  (end: keyof Period): Read =>
  (cell, today) => {
    const text = textOf(cell);
    if (text === '') return ok(undefined);
    const found = dayIn(cell);
    if (found !== undefined) return ok(found);
    const error = `: ${quote(text)} n’est pas une date (JJ/MM/AAAA)`;
    const period = periodIn(text, today);
    return period ? { ok: 'proposed', value: period[end], error } : err(error);
  };

const levelWords = ['faible|bas|basse', 'moyen|moyenne', 'fort|forte|eleve|elevee|haut|haute'];
const level: Read = (cell) => {
  const text = foldLabel(textOf(cell));
  if (text === '') return ok(undefined);
  const named = 1 + levelWords.findIndex((words) => words.split('|').includes(text));
  const value = named || numberIn(cell);
  return isLevel(value) ? ok(value) : err(`: ${quote(textOf(cell))} n’est ni 1, ni 2, ni 3`);
};

const field = (key: SheetKey, read: Read): Target => ({ kind: 'field', key, read });
const terms = (key: SheetSetKey, vocabulary: Vocabulary): Target => ({
  kind: 'terms',
  key,
  terms: vocabulary,
});
const indicator = (key: IndicatorKey, read: Read): Target => ({ kind: 'indicator', key, read });

export const TARGETS: Readonly<Record<ActionField, Target>> = {
  title: { kind: 'title' },
  number: { kind: 'id' },
  description: { kind: 'description' },
  priority: { kind: 'priority' },
  status: { kind: 'status' },
  leadDirection: { kind: 'reference', key: 'leadDirectionId', root: 'directions' },
  supportingDirections: { kind: 'references', key: 'supportingDirections', root: 'directions' },
  electedSponsor: field('electedSponsor', line),
  partners: { kind: 'references', key: 'partners', root: 'actors' },
  levers: terms('levers', { terms: LEVERS, own: 'levers' }),
  social: field('socialConsideration', note),
  environmental: field('environmentalConsideration', note),
  economic: field('economicConsideration', note),
  marketFamilies: terms('marketFamilies', { terms: MARKET_FAMILIES, own: 'marketFamilies' }),
  ambition: field('ambition', term(AMBITIONS)),
  impact: field('impact', level),
  feasibility: field('feasibility', level),
  startDate: field('startDate', day('first')),
  deadline: field('deadline', day('last')),
  means: field('means', note),
  policies: { kind: 'references', key: 'policies', root: 'policies' },
  constraints: { kind: 'constraints' },
  decpSocial: terms('decpSocial', { terms: DECP_SOCIAL }),
  decpEnvironmental: terms('decpEnvironmental', { terms: DECP_ENVIRONMENTAL }),
  eforms: terms('eforms', { terms: EFORMS }),
  indicator: indicator('label', line),
  expressedAs: indicator('expressedAs', term(EXPRESSIONS)),
  unit: indicator('unit', line),
  baseline: indicator('baseline', number),
  frequency: indicator('frequency', term(FREQUENCIES)),
  target: indicator('value', number),
  targetDate: indicator('date', day('last')),
  id: { kind: 'id' },
};
