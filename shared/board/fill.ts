/** Writes whole contents into an empty document: how a board begins. */
import type { ActionContent, BoardContent, IndicatorContent } from './content.ts';
import { addEntity, type BoardDoc, type Writable, writeInfo } from './doc.ts';
import { freshRanks } from './rank.ts';
import { type EntityRoot, LIMITS } from './schema.ts';
import { SCHEMA_VERSION } from './schema-version.ts';
import { singleLine } from './text.ts';

/**
 * Fills an empty document in one transaction. Places follow the order of the lists; the order of
 * actions is that of each priority.
 */
export function fillBoard(doc: BoardDoc, content: BoardContent): void {
  doc.transact(() => {
    writeInfo(doc, { schemaVersion: SCHEMA_VERSION, ...content.info });
    addAll(doc, 'priorities', ranked(content.priorities));
    addAll(doc, 'directions', ranked(content.directions));
    addAll(doc, 'actors', ranked(content.actors));
    addAll(doc, 'policies', ranked(content.policies));
    for (const column of columnsOf(content))
      addAll(doc, 'actions', ranked(column.map(writableAction)));
    addAll(doc, 'comments', content.comments);
  });
}

/** Begins a board about which nothing is known but its title. */
export function seedBoard(doc: BoardDoc, info: { readonly title: string }): void {
  const none = { priorities: [], directions: [], actors: [], policies: [] };
  const title = singleLine(info.title).slice(0, LIMITS.lineCharacters);
  fillBoard(doc, { info: { title }, ...none, actions: [], comments: [] });
}

const addAll = (doc: BoardDoc, root: EntityRoot, list: readonly Entity[]): void => {
  for (const { id, ...values } of list) addEntity(doc, root, id, values);
};
type Entity = Writable & { readonly id: string };

/** The same items, each with the rank of its place. */
function ranked<Item extends object>(list: readonly Item[]): (Item & { rank: string })[] {
  const ranks = freshRanks(list.length);
  return list.map((item, place) => ({ ...item, rank: ranks[place] ?? '' }));
}

/** Actions without a known priority share one order, since they are shown together. */
function columnsOf({ priorities, actions }: BoardContent): Iterable<readonly ActionContent[]> {
  const columns = new Map<string | undefined, ActionContent[]>();
  const unplaced: ActionContent[] = [];
  for (const { id } of priorities) columns.set(id, []);
  for (const action of actions) (columns.get(action.priorityId) ?? unplaced).push(action);
  return [...columns.values(), unplaced];
}

const writableAction = (action: ActionContent): Entity => ({
  ...action,
  indicators: ranked(action.indicators.map(writableIndicator)),
  constraints: ranked(action.constraints),
});

const writableIndicator = (indicator: IndicatorContent) => ({
  ...indicator,
  targets: ranked(indicator.targets),
});
