/**
 * The action list, once, for every format: names instead of ids, order instead of ranks, values
 * still typed. How a date or a list is written is the business of each format.
 */
import { type Board, visibleStatus } from '../board/board.ts';
import { byRank } from '../board/fields.ts';
import { constraintsOf } from '../board/merged.ts';
import type { Action, Constraint, Indicator } from '../board/schema.ts';
import { byTime } from '../file/format.ts';
import type { ActionId, PersonId } from '../ids.ts';
import { append } from '../lists.ts';
import type { ColumnKey } from '../table/columns.ts';
import { stateOf } from '../table/fingerprint.ts';
import {
  AMBITIONS,
  EXPRESSIONS,
  FREQUENCIES,
  STATUSES,
  type VisibleStatus,
} from '../vocabulary/action.ts';
import { DECP_ENVIRONMENTAL, DECP_SOCIAL, EFORMS } from '../vocabulary/considerations.ts';
import { LEVERS } from '../vocabulary/levers.ts';
import { MARKET_FAMILIES } from '../vocabulary/market-families.ts';
import type { Term } from '../vocabulary/term.ts';
import type { ExportInput } from './input.ts';

/** One value: a text, a number, a date as `YYYY-MM-DD`, or nothing. */
export type Value = string | number | undefined;
/**
 * A value; the members of a list; or lines that stand beside those of other cells of the row, one
 * per target of each indicator.
 */
export type Cell =
  | Value
  | { readonly members: readonly string[] }
  | { readonly lines: readonly Value[] };

export interface ActionRow {
  readonly id: ActionId;
  readonly status: VisibleStatus;
  readonly cells: Readonly<Record<ColumnKey, Cell>>;
}

export interface ActionList {
  readonly title: string;
  readonly territory: string;
  /** Day of the workshop, `YYYY-MM-DD`; empty when unknown. */
  readonly date: string;
  /** What must stay visible about the data, such as "démonstration". */
  readonly notice: string;
  readonly rows: readonly ActionRow[];
}

export interface ListOptions extends Partial<Pick<ExportInput, 'language' | 'names' | 'votes'>> {
  /** Also those without a priority, merged and set aside, after the others and without number. */
  readonly includeAll?: boolean;
}

export function actionList(
  board: Board,
  { language = 'fr', names = null, votes = new Map(), includeAll = true }: ListOptions = {},
): ActionList {
  const { title = '', territory = '', date = '', notice = '' } = board.info;
  const context = contextOf(board, { language, names, votes });
  const rows = actionsInOrder(board, includeAll).map((action) => rowOf(action, context));
  return { title, territory, date, notice, rows };
}

/** On show, by number; then those without a priority, merged, set aside, each by former place. */
function actionsInOrder(board: Board, includeAll: boolean): readonly Action[] {
  const onShow = board.priorities.flatMap(({ id }) => board.columns.get(id) ?? []);
  const merged = [...board.sources.values()].flat();
  const groups = includeAll
    ? [onShow, board.unplaced, byFormerPlace(board, merged), byFormerPlace(board, board.discarded)]
    : [onShow];
  return groups.flat().flatMap((id) => board.actions.get(id) ?? []);
}

function byFormerPlace(board: Board, ids: readonly ActionId[]): readonly ActionId[] {
  const columns = new Map(board.priorities.map(({ id }, place) => [id, place]));
  const columnOf = ({ priorityId }: Action): number =>
    (priorityId && columns.get(priorityId)) ?? columns.size;
  return ids
    .flatMap((id) => board.actions.get(id) ?? [])
    .sort((a, b) => columnOf(a) - columnOf(b) || byRank(a, b))
    .map(({ id }) => id);
}

type ListContext = ReturnType<typeof contextOf>;

function contextOf(
  board: Board,
  { language, names, votes }: Pick<ExportInput, 'language' | 'names' | 'votes'>,
) {
  /** The name of a person; undefined while names are left out, or when theirs was erased. */
  const nameOf = (id: PersonId | undefined) => (id && names?.get(id)) || undefined;
  const comments = new Map<ActionId, string[]>();
  for (const { actionId, authorId, text } of [...board.comments.values()].sort(byTime)) {
    if (!actionId || !text) continue;
    append(comments, actionId, [nameOf(authorId), text].filter(Boolean).join(' : '));
  }
  return {
    board,
    votes,
    nameOf,
    /** Labels of terms, the workshop's own first. An unknown code is shown as it is. */
    label: (terms: readonly Term[], code: string | undefined) =>
      terms.find((term) => term.code === code)?.[language] ?? code,
    levers: [...(board.info.levers ?? []), ...LEVERS],
    marketFamilies: [...(board.info.marketFamilies ?? []), ...MARKET_FAMILIES],
    comments,
    /** For each merged action, the one it is found in. */
    roots: new Map<ActionId, ActionId>(
      [...board.sources].flatMap(([root, sources]) => sources.map((id) => [id, root] as const)),
    ),
  };
}

function rowOf(action: Action, context: ListContext): ActionRow {
  const { board, label } = context;
  const labels = (terms: readonly Term[], codes: readonly string[]): Cell => ({
    members: codes.map((code) => label(terms, code) ?? code),
  });
  const root = context.roots.get(action.id);
  const status = root === undefined ? visibleStatus(board, action) : 'merged';
  const cells: Omit<ActionRow['cells'], 'state'> = {
    number: board.numbers.get(action.id),
    priority: priorityName(board, action),
    title: action.title,
    description: action.description,
    leadDirection: nameIn(board.directions, action.leadDirectionId),
    supportingDirections: namesIn(board.directions, action.supportingDirections),
    electedSponsor: action.electedSponsor,
    partners: namesIn(board.actors, action.partners),
    levers: labels(context.levers, action.levers),
    social: action.socialConsideration,
    environmental: action.environmentalConsideration,
    economic: action.economicConsideration,
    marketFamilies: labels(context.marketFamilies, action.marketFamilies),
    ambition: label(AMBITIONS, action.ambition),
    impact: action.impact,
    feasibility: action.feasibility,
    startDate: action.startDate,
    deadline: action.deadline,
    ...indicatorCells(action.indicators, context),
    means: action.means,
    constraints: constraintLines(board, action),
    policies: namesIn(board.policies, action.policies),
    votes: context.votes.get(action.id) ?? action.votes,
    status: label(STATUSES, status),
    decpSocial: labels(DECP_SOCIAL, action.decpSocial),
    decpEnvironmental: labels(DECP_ENVIRONMENTAL, action.decpEnvironmental),
    eforms: labels(EFORMS, action.eforms),
    proposedBy: proposerOf(action, context),
    mergedInto: titleOf(board, root),
    comments: context.comments.get(action.id)?.join('\n'),
    id: action.id,
  };
  const state = stateOf((key) => (key === 'state' ? '' : cellText(cells[key])));
  return { id: action.id, status, cells: { ...cells, state } };
}

/** A cell in one text, as lists and lines stand in every file. */
function cellText(cell: Cell): string {
  if (typeof cell !== 'object') return String(cell ?? '');
  return 'members' in cell
    ? cell.members.join(' ; ')
    : cell.lines.map((line) => line ?? '').join('\n');
}

/** One line per target of each indicator, one for an indicator without any. */
export const measureLines = (indicators: readonly Indicator[]) =>
  indicators.flatMap((indicator) =>
    (indicator.targets.length > 0 ? indicator.targets : [undefined]).map((target) => ({
      indicator,
      target,
    })),
  );

/** The lines of these cells stand side by side. */
function indicatorCells(indicators: readonly Indicator[], { label }: ListContext) {
  const lines = measureLines(indicators);
  const cell = (value: (line: (typeof lines)[number]) => Value): Cell =>
    lines.length > 1 ? { lines: lines.map(value) } : lines[0] && value(lines[0]);
  return {
    indicator: cell(({ indicator }) => indicator.label),
    expressedAs: cell(({ indicator }) => label(EXPRESSIONS, indicator.expressedAs)),
    unit: cell(({ indicator }) => indicator.unit),
    baseline: cell(({ indicator }) => indicator.baseline),
    target: cell(({ target }) => target?.value),
    targetDate: cell(({ target }) => target?.date),
    frequency: cell(({ indicator }) => label(FREQUENCIES, indicator.frequency)),
  };
}

/** Those of merged sources too: what was said of one of them holds for what stands for it. */
const constraintLines = (board: Board, action: Action): string =>
  constraintsOf(board, action)
    .map(({ constraint }) => constraintText(constraint, board))
    .join('\n');

/** "Fédération : les délais". */
export const constraintText = ({ actorId, text }: Constraint, { actors }: Board): string =>
  [nameIn(actors, actorId), text].filter(Boolean).join(' : ');

/** "Ana (Voirie)"; without names, the direction or the body alone. */
function proposerOf(action: Action, { board, nameOf }: ListContext): string | undefined {
  const body =
    nameIn(board.directions, action.authorDirectionId) ??
    nameIn(board.actors, action.authorActorId);
  const name = nameOf(action.authorId);
  return name && body ? `${name} (${body})` : (name ?? body);
}

function titleOf(board: Board, id: ActionId | undefined): string | undefined {
  const action = id === undefined ? undefined : board.actions.get(id);
  return action && [board.numbers.get(action.id), action.title].filter(Boolean).join(' ');
}

const priorityName = (board: Board, { priorityId }: Action): string | undefined =>
  board.priorities.find(({ id }) => id === priorityId)?.title ?? priorityId;

/** The name of what an id stands for; an id nobody knows stays visible. */
const nameIn = <Id extends string>(
  entities: ReadonlyMap<Id, { readonly name?: string }>,
  id: Id | undefined,
): string | undefined => (id === undefined ? undefined : (entities.get(id)?.name ?? id));

const namesIn = <Id extends string>(
  entities: ReadonlyMap<Id, { readonly name?: string }>,
  ids: readonly Id[],
): Cell => ({ members: ids.map((id) => nameIn(entities, id) ?? id) });
