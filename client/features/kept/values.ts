/** Values as people read them: names for ids and codes, days and numbers in their language. */
import type { Board } from '../../../shared/board/board.ts';
import { isDay } from '../../../shared/board/checks.ts';
import type { Field, FieldTable } from '../../../shared/board/fields.ts';
import { AMBITIONS, EXPRESSIONS, FREQUENCIES } from '../../../shared/vocabulary/action.ts';
import {
  DECP_ENVIRONMENTAL,
  DECP_SOCIAL,
  EFORMS,
} from '../../../shared/vocabulary/considerations.ts';
import { LEVERS } from '../../../shared/vocabulary/levers.ts';
import { MARKET_FAMILIES } from '../../../shared/vocabulary/market-families.ts';
import type { Term } from '../../../shared/vocabulary/term.ts';
import { longDateTime, longDay } from '../../state/dates.ts';
import { fieldLabel } from './labels.ts';
import type { Reading } from './reading.ts';

/** Fields of codes, of an action or of its parts, with the terms that a workshop has at the least. */
const CODED: Readonly<Record<string, readonly Term[]>> = {
  ambition: AMBITIONS,
  decpEnvironmental: DECP_ENVIRONMENTAL,
  decpSocial: DECP_SOCIAL,
  eforms: EFORMS,
  expressedAs: EXPRESSIONS,
  frequency: FREQUENCIES,
  levers: LEVERS,
  marketFamilies: MARKET_FAMILIES,
};

type Named = ReadonlyMap<string, { readonly name?: string }>;
/** Fields of ids, with what on the board bears them. */
const NAMED: Readonly<Record<string, (board: Board) => readonly Named[]>> = {
  actorId: ({ actors }) => [actors],
  assignedTo: ({ directions }) => [directions],
  leadDirectionId: ({ directions }) => [directions],
  partners: ({ actors }) => [actors],
  policies: ({ policies }) => [policies],
  supportingDirections: ({ directions }) => [directions],
};

/** What one field holds; empty for nothing. @param key of the field alone */
export function valueText(key: string, value: unknown, reading: Reading): string {
  if (Array.isArray(value))
    return value.map((each: unknown) => memberText(key, each, reading)).join(', ');
  if (typeof value === 'number')
    return key === 'at'
      ? longDateTime(value, reading.language)
      : value.toLocaleString(reading.language, { maximumFractionDigits: 20 });
  return typeof value === 'string' ? memberText(key, value, reading) : '';
}

function memberText(key: string, value: unknown, reading: Reading): string {
  const { board, language, common, t } = reading;
  if (isTerm(value)) return value[language];
  if (typeof value !== 'string') return '';
  if (key === 'rank') return '';
  if (key === 'status' && value in common.status)
    return common.status[value as keyof typeof common.status];
  const named = NAMED[key];
  if (named) {
    const maps = board ? named(board) : [];
    return maps.map((map) => map.get(value)?.name).find(Boolean) ?? t.somethingOfBoard;
  }
  const terms = CODED[key];
  if (terms) return termIn(board, key, terms, value)?.[language] ?? t.somethingOfBoard;
  return DAYS.has(key) && isDay(value) ? longDay(value, language) : value;
}
const DAYS = new Set(['date', 'deadline', 'startDate']);

/** A workshop may have levers and families of its own. */
function termIn(
  board: Board | null,
  key: string,
  terms: readonly Term[],
  code: string,
): Term | undefined {
  const own = key === 'levers' || key === 'marketFamilies' ? (board?.info[key] ?? []) : [];
  return own.concat(terms).find((term) => term.code === code);
}

const isTerm = (value: unknown): value is Term =>
  typeof value === 'object' && value !== null && 'fr' in value && 'en' in value;

/**
 * All that was written in something created, a line for each field that says something.
 * @param keys root and keys of where it stands, as for the label of a field
 */
export function linesOf(
  fields: FieldTable,
  values: Values,
  keys: readonly string[],
  reading: Reading,
): readonly string[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const value = values[key];
    if (!isTold(key, field)) return [];
    const label = fieldLabel([...keys, key], reading);
    if (field.kind === 'parts') {
      const names: Readonly<Record<string, string | undefined>> = reading.t.created;
      const inside = (part: Values) => linesOf(field.fields, part, [...keys, key], reading);
      return partsIn(value).map((part) =>
        reading.t.labelled(names[key] ?? label, inside(part).join(' · ')),
      );
    }
    const text = valueText(key, value, reading);
    if (text === '') return [];
    return isItself(key, keys) ? [text] : [reading.t.labelled(label, text)];
  });
}

/** What people wrote or chose; not where it stands, who signed it, what the server counts. */
const isTold = (key: string, { change }: Field): boolean =>
  change !== 'origin' && change !== 'sealed' && change !== 'move' && key !== 'rank' && key !== 'at';

/** What something is called, or all there is of it, needs no label before it. */
const isItself = (key: string, [root, ...inside]: readonly string[]): boolean =>
  (inside.length === 0 && ['title', 'name', 'description'].includes(key)) ||
  (root === 'comments' && key === 'text') ||
  (inside.length > 0 && NAMELESS.has(key));
const NAMELESS = new Set(['actorId', 'date', 'label', 'text', 'value']);

type Values = Readonly<Record<string, unknown>>;
const partsIn = (value: unknown): readonly Values[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'object' && each !== null) : [];
