/**
 * A second judge, to hold the first against: it applies the update to a copy and looks at what has
 * changed. It shares the tables of schema and permissions with the first, and none of its ways.
 */
import * as Y from 'yjs';
import type { AdmissionContext } from '../../server/rooms/board/admit.ts';
import type { ChangeKind, Field, FieldTable } from '../../shared/board/fields.ts';
import { BOARD_FIELDS, ENTITY_ROOTS, type EntityRoot } from '../../shared/board/schema.ts';
import { isId } from '../../shared/ids.ts';
import { allows } from '../../shared/session/permissions.ts';

export interface Opinion {
  /** What must not be; empty when all is well. */
  readonly faults: readonly string[];
  /** Part of it waits for something the board does not have. */
  readonly waits: boolean;
  /** Whether anybody would see a difference. */
  readonly visible: boolean;
  /** Part of it changes nothing, since what others wrote at the same time has won already. */
  readonly outdone: boolean;
}
type Map_ = Y.Map<unknown>;
/** Plain content, with the identity of the live types it was read from. */
interface Picture {
  readonly text: string;
  readonly types: ReadonlyMap<string, unknown>;
}

export function consult(update: Uint8Array, context: AdmissionContext): Opinion {
  const copy = new Y.Doc();
  for (const root of ['board', ...Object.keys(ENTITY_ROOTS)]) copy.getMap(root);
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(context.doc));
  const before = take(copy);
  const data = contentOf(copy);
  const states = Y.decodeStateVector(Y.encodeStateVector(copy));
  try {
    Y.applyUpdate(copy, update);
  } catch (error) {
    return { faults: [`throws ${error}`], waits: false, visible: true, outdone: false };
  }
  const waits = copy.store.pendingStructs !== null || copy.store.pendingDs !== null;
  const visible = take(copy).text !== before.text;
  const faults = [
    ...identityFaults(copy, states, context),
    ...rootFaults(copy),
    ...changeFaults(data, copy, context),
    ...replacedFaults(before, take(copy)),
  ];
  return { faults, waits, visible, outdone: !waits && isOutdone(update, copy) };
}

/** Whether something it wrote is gone at once, though it did not remove it itself. */
function isOutdone(update: Uint8Array, copy: Y.Doc): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  const removesItself = ({ client, clock }: Y.ID) =>
    ds.clients
      .get(client)
      ?.some((range) => clock >= range.clock && clock < range.clock + range.len);
  return structs.some(({ id }) => Y.getItem(copy.store, id).deleted && !removesItself(id));
}

function identityFaults(
  copy: Y.Doc,
  states: ReadonlyMap<number, number>,
  { clients, writer }: AdmissionContext,
): string[] {
  const grown = [...Y.decodeStateVector(Y.encodeStateVector(copy))].filter(
    ([client, clock]) => clock > (states.get(client) ?? 0),
  );
  if (grown.length > 0 && writer.role === 'observer') return ['an observer writes'];
  return grown
    .filter(([client]) =>
      states.has(client)
        ? clients.ownerOf(client) !== writer.id
        : (clients.ownerOf(client) ?? writer.id) !== writer.id,
    )
    .map(([client]) => `client ${client} is not theirs`);
}

const rootFaults = (copy: Y.Doc): string[] =>
  [...copy.share]
    .filter(
      ([name, type]) =>
        (name !== 'board' && !Object.hasOwn(ENTITY_ROOTS, name)) || type._start !== null,
    )
    .map(([name]) => `root ${name}`);

type Content = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
const contentOf = (doc: Y.Doc): Content =>
  Object.fromEntries(
    ['board', ...Object.keys(ENTITY_ROOTS)].map((root) => [
      root,
      plain(doc.getMap(root)) as object,
    ]),
  ) as Content;

/** As data, with all of it: what `toJSON` leaves out of a text, and keys like `__proto__`. */
function plain(value: unknown): unknown {
  if (value instanceof Y.Map) {
    const content: Record<string, unknown> = Object.create(null);
    for (const [key, part] of value.entries()) content[key] = plain(part);
    return content;
  }
  if (!(value instanceof Y.Text)) return value instanceof Y.AbstractType ? value.toJSON() : value;
  const delta: { insert?: unknown; attributes?: unknown }[] = value.toDelta();
  const isBare =
    value._map.size === 0 &&
    delta.every(({ insert, attributes }) => typeof insert === 'string' && !attributes);
  return isBare ? value.toString() : { delta, attributes: value.getAttributes() };
}

function changeFaults(before: Content, copy: Y.Doc, context: AdmissionContext): string[] {
  const after = contentOf(copy);
  const { writer, rules } = context;
  const faults: string[] = [];
  const need = (change: ChangeKind, own: boolean, what: string) => {
    if (!rules.some((one) => allows(writer.role, one, change, own)))
      faults.push(`${change} of ${what}`);
  };

  const { board = {} } = before;
  compare(BOARD_FIELDS, board, copy.getMap('board'), 'board', (change, what) =>
    need(change, false, what),
  );
  for (const [root, { fields, max, add }] of Object.entries(ENTITY_ROOTS)) {
    const [was, is] = [before[root] ?? {}, after[root] ?? {}];
    const live: Map_ = copy.getMap(root);
    if (live.size > max && live.size > Object.keys(was).length) faults.push(`too many ${root}`);
    for (const id of Object.keys(was).filter((each) => !Object.hasOwn(is, each))) {
      if (root === 'actions') faults.push(`action ${id} is gone`);
      else needOf(root as EntityRoot, was[id], add, `${root} ${id} gone`);
    }
    for (const [id, entity] of live.entries()) {
      if (!isId(id) || !(entity instanceof Y.Map)) faults.push(`${root} ${id} is no entity`);
      else if (Object.hasOwn(was, id))
        compare(fields, was[id] as object, entity, `${root} ${id}`, (change, what) =>
          needOf(root as EntityRoot, was[id], change, what),
        );
      else born(root as EntityRoot, id, entity);
    }
  }
  return faults;

  function needOf(root: EntityRoot, entity: unknown, change: ChangeKind, what: string): void {
    if (change === 'origin') faults.push(`origin of ${what}`);
    const { authorId, authorDirectionId, authorActorId } = Object(entity);
    const own =
      authorId === writer.id ||
      (writer.directionId !== null && authorDirectionId === writer.directionId) ||
      (writer.actorId !== null && authorActorId === writer.actorId);
    if (root === 'comments' && !own && writer.role !== 'facilitator')
      faults.push(`${what} is another’s`);
    need(change, own, what);
  }
  function born(root: EntityRoot, id: string, entity: Map_): void {
    const { fields, add } = ENTITY_ROOTS[root];
    need(add, true, `${root} ${id}`);
    compare(fields, {}, entity, `${root} ${id}`, (change, what) => {
      if (change === 'sealed' || change === 'merge' || change === 'frame') need(change, true, what);
    });
    const table: FieldTable = fields;
    const missing = Object.keys(table).filter(
      (key) => table[key]?.kind === 'text' && !entity.has(key),
    );
    if (missing.length > 0) faults.push(`${root} ${id} lacks ${missing}`);
    if (root === 'actions' && !(entity.has('rank') && entity.has('priorityId')))
      faults.push(`${id} has no place`);
    const author = {
      authorId: writer.id,
      authorDirectionId: writer.directionId,
      authorActorId: writer.actorId,
    };
    for (const [key, value] of Object.entries(author))
      if (Object.hasOwn(table, key) && (entity.get(key) ?? null) !== value)
        faults.push(`${key} of ${id}`);
  }
  /** Reports each changed key, and what the table of fields does not allow there. */
  function compare(
    fields: FieldTable,
    was: object,
    map: Map_,
    where: string,
    report: (change: ChangeKind, what: string) => void,
  ): void {
    const old = was as Record<string, unknown>;
    faults.push(...countFaults(fields, Object.keys(old), [...map.keys()], where));
    for (const key of new Set([...Object.keys(old), ...map.keys()])) {
      const field = fieldOf(fields, key);
      const what = `${where} ${key}`;
      if (JSON.stringify(old[key]) === JSON.stringify(plain(map.get(key)))) continue;
      if (!field) faults.push(`unknown ${what}`);
      else {
        report(field.change, what);
        if (map.has(key)) faults.push(...contentFaults(field, old[key], map.get(key), what));
      }
    }
  }
}

/** The field of a key: one of many stands under `field/id`, everything else under its field. */
function fieldOf(fields: FieldTable, key: string): Field | undefined {
  const [name = '', ...id] = key.split('/');
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  switch (field?.kind) {
    case 'set':
      return field.is(id.join('/')) ? field : undefined;
    case 'parts':
      return isId(id.join('/')) ? field : undefined;
    default:
      return id.length === 0 ? field : undefined;
  }
}

/** Sets and lists with more members than they may have, and than they had. */
function countFaults(
  fields: FieldTable,
  was: readonly string[],
  is: readonly string[],
  what: string,
): string[] {
  const countIn = (keys: readonly string[], name: string) =>
    keys.filter((key) => key.startsWith(`${name}/`)).length;
  return Object.entries(fields).flatMap(([name, field]) => {
    if (field.kind !== 'set' && field.kind !== 'parts') return [];
    const now = countIn(is, name);
    return now > field.max && now > countIn(was, name) ? [`too many ${what} ${name}`] : [];
  });
}

function contentFaults(field: Field, was: unknown, value: unknown, what: string): string[] {
  const wrong = (is: boolean) => (is ? [] : [`content of ${what}`]);
  switch (field.kind) {
    case 'plain': {
      const limit = Math.max(field.max ?? Number.POSITIVE_INFINITY, String(was ?? '').length);
      return wrong(field.is(value) && (typeof value !== 'string' || value.length <= limit));
    }
    case 'text': {
      const limit = Math.max(field.max, typeof was === 'string' ? was.length : 0);
      const content = plain(value);
      return wrong(
        value instanceof Y.Text && typeof content === 'string' && content.length <= limit,
      );
    }
    case 'set':
      return wrong(Number.isFinite(value));
    case 'parts': {
      if (!(value instanceof Y.Map)) return wrong(false);
      const old: Record<string, unknown> = Object(was);
      return [
        ...countFaults(field.fields, Object.keys(old), [...value.keys()], what),
        ...[...value.keys()].flatMap((key) => {
          const inner = fieldOf(field.fields, key);
          return inner
            ? contentFaults(inner, old[key], value.get(key), `${what} ${key}`)
            : wrong(false);
        }),
      ];
    }
  }
}

/** Texts of an entity that stays must stay the very same. */
function replacedFaults(before: Picture, after: Picture): string[] {
  return [...before.types]
    .filter(([path, type]) => {
      const owner = path.slice(0, path.lastIndexOf('/'));
      const stays = before.types.get(owner) === after.types.get(owner);
      return (
        stays && !(type instanceof Y.Map && isEntityPath(path)) && after.types.get(path) !== type
      );
    })
    .map(([path]) => `${path} was replaced`);
}
/** Entities and parts may go; only what they were born with may not. */
const isEntityPath = (path: string): boolean =>
  path.split('/').length === 2 || /\/(indicators|constraints|targets)\/[^/]+$/.test(path);

function take(doc: Y.Doc): Picture {
  const types = new Map<string, unknown>();
  const visit = (path: string, type: unknown) => {
    types.set(path, type);
    if (type instanceof Y.Map)
      for (const [key, value] of type.entries())
        if (value instanceof Y.AbstractType) visit(`${path}/${key}`, value);
  };
  for (const root of ['board', ...Object.keys(ENTITY_ROOTS)]) visit(root, doc.getMap(root));
  return { text: JSON.stringify(contentOf(doc)), types };
}
