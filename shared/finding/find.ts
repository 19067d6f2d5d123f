/**
 * Which actions on show answer a filter. The words of an action are folded once, the first time they
 * are searched, and kept with its frozen snapshot: an action that changed is another snapshot, so
 * nothing kept can be out of date, and a key folds nothing again.
 */
import type { Board } from '../board/board.ts';
import { completenessOf, type ExpectedField } from '../board/completeness.ts';
import type { Action, Actor, Direction, Policy } from '../board/schema.ts';
import type { ActionId, GroupId } from '../ids.ts';
import { memoized } from '../memoized.ts';
import { type Contributor, isOwn } from '../session/own.ts';
import { actionsOnShow } from '../synthesis/on-show.ts';
import { LEVERS } from '../vocabulary/levers.ts';
import { MARKET_FAMILIES } from '../vocabulary/market-families.ts';
import type { Term } from '../vocabulary/term.ts';
import { FACETS, type Facet, type Filter, isNoFilter, type Mine } from './filter.ts';
import { foldText, hasTerm, type SearchTerm, searchTerms } from './words.ts';

/** Who « mine » is. */
export interface Reader extends Contributor {
  readonly groupId?: GroupId | undefined;
}

export interface Finder {
  /** Folds what was not yet, so that the first key finds it done: some 10 ms for 1,000 actions. */
  readonly prepare: (board: Board) => void;
  /** Null when the filter asks for nothing: everything is on show. */
  readonly find: (
    board: Board,
    filter: Filter,
    reader: Reader | null,
  ) => ReadonlySet<ActionId> | null;
}

export function createFinder(): Finder {
  const words = {
    action: folded(ownTexts),
    direction: folded(({ name, abbreviation }: Direction) => [name, abbreviation]),
    actor: folded(({ name }: Actor) => [name]),
    policy: folded(({ name, shortName }: Policy) => [name, shortName]),
    term: folded(({ fr, en }: Term) => [fr, en]),
  };

  /** Whether an action has a term in its number, its own words, or the name of what it refers to. */
  const termTest = (board: Board, term: SearchTerm) => {
    const named = <Entity extends object>(
      entities: Iterable<readonly [string, Entity]>,
      wordsOf: (entity: Entity) => string,
    ): ReadonlySet<string> => {
      const found = new Set<string>();
      for (const [id, entity] of entities) if (hasTerm(wordsOf(entity), term)) found.add(id);
      return found;
    };
    const directions = named(board.directions, words.direction);
    const actors = named(board.actors, words.actor);
    const policies = named(board.policies, words.policy);
    const terms = (list: readonly Term[]) => named(byCode(list), words.term);
    const levers = terms(board.info.levers ?? LEVERS);
    const families = terms(board.info.marketFamilies ?? MARKET_FAMILIES);
    return (action: Action): boolean =>
      hasNumber(board.numbers.get(action.id), term) ||
      hasTerm(words.action(action), term) ||
      (action.leadDirectionId !== undefined && directions.has(action.leadDirectionId)) ||
      action.supportingDirections.some((id) => directions.has(id)) ||
      action.partners.some((id) => actors.has(id)) ||
      action.policies.some((id) => policies.has(id)) ||
      action.levers.some((code) => levers.has(code)) ||
      action.marketFamilies.some((code) => families.has(code));
  };

  const prepare = (board: Board) => {
    for (const action of board.actions.values()) words.action(action);
  };
  const find: Finder['find'] = (board, filter, reader) => {
    if (isNoFilter(filter)) return null;
    const tests = [
      ...searchTerms(filter.text).map((term) => termTest(board, term)),
      ...FACETS.filter((facet) => filter.chosen[facet].length > 0).map((facet) =>
        facetTest(facet, new Set(filter.chosen[facet])),
      ),
      ...(filter.mine === null ? [] : [mineTest(filter.mine, reader)]),
    ];
    const found = actionsOnShow(board).filter((action) => tests.every((test) => test(action)));
    return new Set(found.map(({ id }) => id));
  };
  return { prepare, find };
}

/** The words of a thing, folded once for each snapshot of it. */
const folded = <From extends object>(read: (from: From) => readonly (string | undefined)[]) =>
  memoized((from: From) => foldText(read(from).filter(Boolean).join('\n')));

/** What an action has of a list of choices: ids, codes, or things it lacks. */
export const valuesOf = (facet: Facet, action: Action): readonly string[] =>
  VALUES[facet](action).filter((value) => value !== undefined);

/** « 1.3 » finds itself and « 1.30 »; « 1 » is no number here, or it would find a whole priority. */
const hasNumber = (number: string | undefined, { start }: SearchTerm): boolean =>
  number !== undefined && start.includes('.') && number.startsWith(start);

const ownTexts = (action: Action): readonly (string | undefined)[] => [
  action.title,
  action.description,
  action.electedSponsor,
  action.socialConsideration,
  action.environmentalConsideration,
  action.economicConsideration,
  action.means,
  ...action.indicators.flatMap(({ label, unit }) => [label, unit]),
  ...action.constraints.map(({ text }) => text),
];

const byCode = (terms: readonly Term[]) => terms.map((term) => [term.code, term] as const);

/** What an action has that a list of choices may name. */
const VALUES: Readonly<Record<Facet, (action: Action) => readonly (string | undefined)[]>> = {
  direction: ({ leadDirectionId, supportingDirections }) => [
    leadDirectionId,
    ...supportingDirections,
  ],
  partner: ({ partners, constraints }) => [
    ...partners,
    ...constraints.map(({ actorId }) => actorId),
  ],
  policy: ({ policies }) => policies,
  lever: ({ levers }) => levers,
  status: ({ status = 'proposed' }) => [status],
  missing: (action): readonly ExpectedField[] => completenessOf(action).missing,
};

const facetTest = (facet: Facet, chosen: ReadonlySet<string>) => (action: Action) =>
  valuesOf(facet, action).some((value) => chosen.has(value));

function mineTest(mine: Mine, reader: Reader | null): (action: Action) => boolean {
  if (reader === null) return () => false;
  const { id, directionId, actorId, groupId } = reader;
  const isGiven = ({ assignedTo }: Action) =>
    assignedTo !== undefined &&
    (assignedTo === id || assignedTo === directionId || assignedTo === groupId);
  if (mine === 'sheets') return isGiven;
  return (action) =>
    isGiven(action) ||
    isOwn(action, reader) ||
    (directionId !== null && action.leadDirectionId === directionId) ||
    (actorId !== null && action.partners.includes(actorId));
}
