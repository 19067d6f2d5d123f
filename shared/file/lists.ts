/** Reads the lists around the cards: priorities, directions, actors, policies and comments. */
import type { BoardContent } from '../board/content.ts';
import { LIMITS } from '../board/schema.ts';
import { isBlank } from '../board/text.ts';
import { isObject, type JsonObject, own } from '../json.ts';
import { ascending } from '../lists.ts';
import { count, type Faults, quote } from './fault.ts';
import type { FileKey } from './file-key.ts';
import { byTime } from './format.ts';
import { isEmpty } from './json.ts';
import { ACTOR_KEYS, COMMENT_KEYS, DIRECTION_KEYS, POLICY_KEYS, PRIORITY_KEYS } from './keys.ts';
import type { LayoutName } from './layout.ts';
import { identify } from './names.ts';
import { listAt, type ReadContext, readKeys, reference } from './values.ts';

/** An object of a list that can be what the list is of. */
export interface Candidate {
  readonly raw: JsonObject;
  /** How faults name it: "Carte 1.3 « Intitulé »". */
  readonly where: string;
}
export interface Named extends Candidate {
  readonly id: string;
}
export interface Found {
  readonly list: readonly Named[];
  readonly known: ReadonlyMap<string, string>;
}

interface ListOf {
  readonly key: string;
  readonly layout: LayoutName;
  readonly keys: readonly FileKey[];
  /** Field that names each of them. */
  readonly name: 'title' | 'name';
  readonly one: string;
  readonly many: string;
  readonly prefix: string;
}
const FRAME = {
  priorities: {
    key: 'priorities',
    layout: 'priority',
    keys: PRIORITY_KEYS,
    name: 'title',
    one: 'Priorité',
    many: 'priorités',
    prefix: 'priorite',
  },
  directions: {
    key: 'directions',
    layout: 'direction',
    keys: DIRECTION_KEYS,
    name: 'name',
    one: 'Direction',
    many: 'directions',
    prefix: 'direction',
  },
  actors: {
    key: 'externalActors',
    layout: 'actor',
    keys: ACTOR_KEYS,
    name: 'name',
    one: 'Acteur externe',
    many: 'acteurs externes',
    prefix: 'acteur',
  },
  policies: {
    key: 'publicPolicies',
    layout: 'policy',
    keys: POLICY_KEYS,
    name: 'name',
    one: 'Politique publique',
    many: 'politiques publiques',
    prefix: 'politique',
  },
} as const satisfies Readonly<Record<string, ListOf>>;
export type FrameRoot = keyof typeof FRAME;

/** Finds and names the members of one list, in their order, before anything refers to them. */
export function findFrame(file: JsonObject, root: FrameRoot, faults: Faults): Found {
  const { key, one, many, name, prefix }: ListOf = FRAME[root];
  const candidates: Candidate[] = [];
  listAt(file, key, 'Fichier', many, faults).forEach((raw, place) => {
    const title = isObject(raw) ? own(raw, name) : undefined;
    const number = `${one} ${count(place + 1)}`;
    const where =
      typeof title === 'string' && !isBlank(title) ? `${number} ${quote(title)}` : number;
    if (isObject(raw)) candidates.push({ raw, where });
    else faults.setAside(where, 'élément illisible, mis de côté', raw);
  });
  const ordered = root === 'priorities' ? inPlace(candidates, faults) : candidates;
  const kept = limited(ordered, LIMITS[root], many, faults);
  return giveIds(kept, prefix, faults);
}

/** Reads them. One without a name stays, since cards may stand on it. */
export function readFrame<Root extends FrameRoot>(
  root: Root,
  found: Found,
  context: ReadContext,
): BoardContent[Root] {
  const { layout, keys, name }: ListOf = FRAME[root];
  const list = found.list.map(({ raw, where, id }) => {
    context.checkKeys(layout, raw, where);
    const values = readKeys(keys, raw, where, context);
    if (values[name] === undefined || isBlank(String(values[name])))
      context.faults.add('name-missing', where, `${name === 'title' ? 'titre' : 'nom'} absent`);
    return { id, ...values };
  });
  // Each field passed the rule of its key, which is the check of the board's own schema.
  return list as unknown as BoardContent[Root];
}

/** Reads the comments; those without a text, or on a card that is not there, are set aside. */
export function readComments(file: JsonObject, context: ReadContext): BoardContent['comments'] {
  const { faults } = context;
  const candidates: Candidate[] = [];
  listAt(file, 'comments', 'Fichier', 'commentaires', faults).forEach((raw, place) => {
    const where = `Commentaire ${count(place + 1)}`;
    const text = isObject(raw) ? own(raw, 'text') : undefined;
    const cardId = isObject(raw) ? own(raw, 'cardId') : undefined;
    const hasText = typeof text === 'string' && !isBlank(text);
    const hasCard = reference(cardId, 'actions', context) !== undefined;
    if (isObject(raw) && hasText && hasCard) candidates.push({ raw, where });
    else faults.setAside(where, hasText ? 'carte commentée inconnue' : 'texte absent', raw);
  });
  const kept = limited(candidates, LIMITS.comments, 'commentaires', faults);
  const list = giveIds(kept, 'commentaire', faults).list.map(({ raw, where, id }) => {
    context.checkKeys('comment', raw, where);
    return { id, ...readKeys(COMMENT_KEYS, raw, where, context) };
  });
  const comments = list as unknown as BoardContent['comments'];
  return [...comments].sort(byTime);
}

/** Gives each its identifier; one that was missing, taken or impossible is told. */
export function giveIds(candidates: readonly Candidate[], prefix: string, faults: Faults): Found {
  const raws = candidates.map(({ raw }) => own(raw, 'id'));
  const { ids, known, replaced } = identify(raws, prefix);
  for (const place of replaced) {
    const problem = isEmpty(raws[place])
      ? 'absent'
      : `${quote(raws[place])} impossible ou déjà pris`;
    const where = candidates[place]?.where ?? '';
    faults.add(
      'id-replaced',
      where,
      `identifiant ${problem}, remplacé par « ${ids[place]} »`,
      'id',
    );
  }
  return { list: candidates.map((each, at) => ({ ...each, id: ids[at] ?? '' })), known };
}

/** In the order of `position`; those without one come last, in the order of the file. */
export function inPlace<Item extends Candidate>(items: readonly Item[], faults: Faults): Item[] {
  const places = new Map(
    items.map((item) => [item, placeOf(item, 'position', 'position', faults)]),
  );
  return [...items].sort((a, b) => ascending(places.get(a) ?? 0, places.get(b) ?? 0));
}

/**
 * The number that says where a thing stands in its list; the end for those without one.
 * @param label French, in the feminine
 */
export function placeOf(
  { raw, where }: Candidate,
  key: string,
  label: string,
  faults: Faults,
): number {
  const place = own(raw, key);
  if (typeof place === 'number' && Number.isFinite(place)) return place;
  if (!isEmpty(place)) {
    const problem = `${label} ${quote(place)} impossible, mise à la fin`;
    faults.add('impossible-value', where, problem, label);
  }
  return Number.POSITIVE_INFINITY;
}

/** The first `most` of them; the others are set aside. */
export function limited<Item extends Candidate>(
  items: readonly Item[],
  most: number,
  many: string,
  faults: Faults,
): readonly Item[] {
  if (items.length <= most) return items;
  const beyond = items.slice(most).map(({ raw }) => raw);
  const problem = `plus de ${count(most)} ${many}, les ${count(beyond.length)} en trop ne sont pas reprises`;
  faults.add('too-many', 'Fichier', problem, many);
  faults.setAside('Fichier', `${many} en trop`, beyond);
  return items.slice(0, most);
}
