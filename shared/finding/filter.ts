/**
 * What somebody looks for on a board, and how it stands in an address: `?q=eau&direction=dce`. An
 * address is shared, so it says « mine », never who that is.
 */
import { EXPECTED_FIELDS } from '../board/completeness.ts';
import { isId } from '../ids.ts';
import { STATUSES } from '../vocabulary/action.ts';
import { codesOf } from '../vocabulary/term.ts';

/** Lists of choices: one of those chosen in a list is enough, and every list must agree. */
export const FACETS = ['missing', 'status', 'direction', 'lever', 'partner', 'policy'] as const;
export type Facet = (typeof FACETS)[number];

/**
 * `actions`: proposed by the reader or their direction, led by it, or given to them.
 * `sheets`: given to the reader, their direction or their group to fill.
 */
export const MINE = ['actions', 'sheets'] as const;
export type Mine = (typeof MINE)[number];

export interface Filter {
  /** As typed. */
  readonly text: string;
  /** Ids or codes; an empty list asks for nothing. */
  readonly chosen: Readonly<Record<Facet, readonly string[]>>;
  readonly mine: Mine | null;
}

const NONE: Filter['chosen'] = {
  direction: [],
  partner: [],
  policy: [],
  lever: [],
  status: [],
  missing: [],
};
export const NO_FILTER: Filter = { text: '', chosen: NONE, mine: null };

/** Whether it asks for nothing at all: everything is on show. */
export const isNoFilter = ({ text, chosen, mine }: Filter): boolean =>
  text.trim() === '' && mine === null && FACETS.every((facet) => chosen[facet].length === 0);

/** How many things it asks for beside the text. */
export const countChosen = ({ chosen, mine }: Filter): number =>
  FACETS.reduce((sum, facet) => sum + chosen[facet].length, mine === null ? 0 : 1);

/** The same filter with one choice of a list made or taken back. */
export function toggled(filter: Filter, facet: Facet, code: string): Filter {
  const before = filter.chosen[facet];
  const after = before.includes(code) ? before.filter((each) => each !== code) : [...before, code];
  return { ...filter, chosen: { ...filter.chosen, [facet]: after } };
}

const maxText = 200;
const maxChosen = 50;
/** Statuses an action on show can have. */
export const SHOWN_STATUSES = codesOf(STATUSES).filter(
  (code) => code !== 'merged' && code !== 'discarded',
);

/** Names in the address, and what may stand there; anything else is left out. */
const PARAMS: Readonly<Record<Facet, { name: string; is: (value: string) => boolean }>> = {
  direction: { name: 'direction', is: isId },
  partner: { name: 'partenaire', is: isId },
  policy: { name: 'politique', is: isId },
  lever: { name: 'levier', is: isId },
  status: { name: 'statut', is: isAmong(SHOWN_STATUSES) },
  missing: { name: 'manque', is: isAmong(EXPECTED_FIELDS) },
};
const MINE_WORDS: Readonly<Record<Mine, string>> = { actions: 'actions', sheets: 'fiches' };
const textName = 'q';
const mineName = 'mes';

function isAmong(known: readonly string[]) {
  return (value: string) => known.includes(value);
}

/** Reads a filter from an address; never throws. */
export function readFilter(params: { readonly getAll: (name: string) => string[] }): Filter {
  const chosen = Object.fromEntries(
    FACETS.map((facet) => {
      const { name, is } = PARAMS[facet];
      return [facet, [...new Set(params.getAll(name).filter(is))].slice(0, maxChosen)];
    }),
  ) as unknown as Filter['chosen']; // one entry for each facet
  const [text = ''] = params.getAll(textName);
  const [word] = params.getAll(mineName);
  const mine = MINE.find((each) => MINE_WORDS[each] === word) ?? null;
  return { text: text.slice(0, maxText), chosen, mine };
}

/** Every name a filter may use in an address, with its values now; empty ones are to be removed. */
export const filterParams = ({
  text,
  chosen,
  mine,
}: Filter): Readonly<Record<string, readonly string[]>> => ({
  [textName]: text.trim() === '' ? [] : [text.trim().slice(0, maxText)],
  [mineName]: mine === null ? [] : [MINE_WORDS[mine]],
  ...Object.fromEntries(FACETS.map((facet) => [PARAMS[facet].name, chosen[facet]])),
});
