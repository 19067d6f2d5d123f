/** What each list of the filters offers, in the person's language, with how many actions have it. */
import type { Board } from '../../../shared/board/board.ts';
import { EXPECTED_FIELDS } from '../../../shared/board/completeness.ts';
import { FACETS, type Facet, SHOWN_STATUSES } from '../../../shared/finding/filter.ts';
import { valuesOf } from '../../../shared/finding/find.ts';
import { actionsOnShow } from '../../../shared/synthesis/on-show.ts';
import type { FiltersWords } from '../../../shared/text/fr/filters.ts';
import { STATUSES } from '../../../shared/vocabulary/action.ts';
import { LEVERS } from '../../../shared/vocabulary/levers.ts';
import type { Language } from '../../state/words.ts';

export interface Choice {
  readonly code: string;
  readonly label: string;
  /** Actions on show that have it, whatever else is asked for. */
  readonly count: number;
}

/** Every choice of a list by its code, in order; one that is chosen and unknown shows its code. */
export function labelsOf(
  board: Board,
  facet: Facet,
  language: Language,
  t: FiltersWords,
): ReadonlyMap<string, string> {
  const named = (entities: Iterable<readonly [string, { readonly name?: string }]>) =>
    new Map([...entities].map(([id, { name }]) => [id, name ?? id]));
  switch (facet) {
    case 'direction':
      return named(board.directions);
    case 'partner':
      return named(board.actors);
    case 'policy':
      return named(board.policies);
    case 'lever':
      return new Map((board.info.levers ?? LEVERS).map((term) => [term.code, term[language]]));
    case 'status':
      return new Map(
        STATUSES.filter(({ code }) => SHOWN_STATUSES.some((shown) => shown === code)).map(
          (term) => [term.code, term[language]],
        ),
      );
    case 'missing':
      return new Map(EXPECTED_FIELDS.map((field) => [field, t.missing[field]]));
  }
}

/** The lists as the panel offers them: what no action has is left out, unless it is chosen. */
export function choicesOf(
  board: Board,
  chosen: Readonly<Record<Facet, readonly string[]>>,
  language: Language,
  t: FiltersWords,
): readonly (readonly [Facet, readonly Choice[]])[] {
  const actions = actionsOnShow(board);
  return FACETS.map((facet) => {
    const counts = new Map<string, number>();
    for (const action of actions)
      for (const value of new Set(valuesOf(facet, action)))
        counts.set(value, (counts.get(value) ?? 0) + 1);
    const labels = labelsOf(board, facet, language, t);
    const codes = [...new Set([...labels.keys(), ...chosen[facet]])];
    return [
      facet,
      codes
        .map((code) => ({
          code,
          label: labels.get(code) ?? code,
          count: counts.get(code) ?? 0,
        }))
        .filter(({ code, count }) => count > 0 || chosen[facet].includes(code)),
    ] as const;
  });
}
