/**
 * One change of every kind that a person can make to a board, made from the schema: each field of
 * each entity set, emptied where it can be, things added and taken away. A new field is among them
 * by itself.
 */
import * as Y from 'yjs';
import {
  addEntity,
  addPart,
  type BoardDoc,
  createDoc,
  infoMap,
  writeInfo,
} from '../../shared/board/doc.ts';
import type { Field, FieldTable } from '../../shared/board/fields.ts';
import { memberKey, membersOf } from '../../shared/board/members.ts';
import { BOARD_FIELDS, ENTITY_ROOTS, type EntityRoot } from '../../shared/board/schema.ts';
import { SCHEMA_VERSION } from '../../shared/board/schema-version.ts';
import { contentAt, type Path, pathKey } from '../../shared/board/work/path.ts';
import type { PartId } from '../../shared/ids.ts';

export interface KindOfWork {
  readonly name: string;
  /** Key of the place where it must be found again. */
  readonly key: string;
  readonly does: (doc: BoardDoc) => void;
}

/** A board with two of everything: `…-set` has nothing to empty, `…-full` has every field. */
export function boardOfAllKinds(): BoardDoc {
  const doc = createDoc();
  doc.transact(() => {
    writeInfo(doc, { schemaVersion: SCHEMA_VERSION });
    for (const [key, field] of changeable(BOARD_FIELDS, 'empty'))
      setPlain(infoMap(doc), key, field);
    for (const root of ROOTS) {
      const { fields } = ENTITY_ROOTS[root];
      for (const which of ['set', 'full', 'gone'])
        addEntity(doc, root, `${root}-${which}`, { ...NEEDED[root], rank: 'a1' });
      const full = contentAt(doc, [root, `${root}-full`]) as Y.Map<unknown>;
      for (const [key, field] of Object.entries(fields))
        if (isChangeable(field)) setAt(full, key, field);
    }
  });
  return doc;
}

/** @returns the kinds, each apart from the others: all can be done to one board of all kinds */
export function kindsOfWork(): readonly KindOfWork[] {
  return [
    ...changeable(BOARD_FIELDS, 'set').map(([key, field]) =>
      kind(`board.${key} set`, ['board', key], (doc) => setPlain(infoMap(doc), key, field)),
    ),
    ...changeable(BOARD_FIELDS, 'empty').map(([key]) =>
      kind(`board.${key} emptied`, ['board', key], (doc) => infoMap(doc).delete(key)),
    ),
    ...ROOTS.flatMap(ofRoot),
  ];
}

const ROOTS = Object.keys(ENTITY_ROOTS) as EntityRoot[];
/** What an entity is nothing without. */
const NEEDED: Readonly<Record<EntityRoot, Readonly<Record<string, unknown>>>> = {
  priorities: { title: 'Une priorité' },
  directions: { name: 'Une direction' },
  actors: { name: 'Un partenaire' },
  policies: { name: 'Une politique' },
  actions: { title: 'Une action', priorityId: 'priorities-set', authorId: 'moi' },
  comments: { actionId: 'actions-set', authorId: 'moi', text: 'Un mot', at: 1 },
};

function ofRoot(root: EntityRoot): readonly KindOfWork[] {
  const { fields } = ENTITY_ROOTS[root];
  const inside = Object.entries<Field>(fields).filter(([, field]) => isChangeable(field));
  const mapOf = (doc: BoardDoc, which: string) =>
    contentAt(doc, [root, `${root}-${which}`]) as Y.Map<unknown>;
  const added = [root, `${root}-added`];
  const kinds = [
    kind(`${root} added`, added, (doc) =>
      addEntity(doc, root, `${root}-added`, { ...NEEDED[root], rank: 'a7' }),
    ),
    ...inside.map(([key, field]) =>
      kind(`${root}.${key} set`, placeOf(root, 'set', key, field), (doc) =>
        setAt(mapOf(doc, 'set'), key, field),
      ),
    ),
    ...inside
      .filter(([key, field]) => field.change !== 'move' && !(key in NEEDED[root]))
      .map(([key, field]) =>
        kind(`${root}.${key} emptied`, placeOf(root, 'full', key, field), (doc) =>
          emptyAt(mapOf(doc, 'full'), key),
        ),
      ),
  ];
  // An action never goes, it is set aside; the others can be taken away.
  return root === 'actions'
    ? kinds
    : [
        ...kinds,
        kind(`${root} removed`, [root, `${root}-gone`], (doc) => {
          doc.getMap(root).delete(`${root}-gone`);
        }),
      ];
}

const kind = (name: string, path: Path, does: KindOfWork['does']): KindOfWork => ({
  name,
  key: pathKey(path),
  does,
});

/** A move is one thing, column and rank; of a set and a list, what is in it counts. */
function placeOf(root: string, which: string, key: string, field: Field): Path {
  const path = [root, `${root}-${which}`];
  if (field.change === 'move') return [...path, ''];
  if (field.kind === 'set') return [...path, key, codeFor(field)];
  return field.kind === 'parts' ? [...path, key, PART] : [...path, key];
}

const PART = 'part';
const isChangeable = ({ change }: Field): boolean => change !== 'origin' && change !== 'sealed';
/** Half of the fields of the workshop begin full, to be emptied. */
const changeable = (fields: FieldTable, what: 'set' | 'empty') =>
  Object.entries(fields).filter(
    ([, field], index) => isChangeable(field) && (index % 2 === 0) === (what === 'set'),
  );

function setAt(map: Y.Map<unknown>, key: string, field: Field): void {
  const content = map.get(key);
  if (field.kind === 'text' && content instanceof Y.Text) content.insert(0, `Nouveau ${key} `);
  else if (field.kind === 'set') map.set(memberKey(key, codeFor(field)), 7);
  else if (field.kind === 'parts')
    addPart(map, key, field.fields, PART as PartId, { label: key, text: key, rank: 'a9' });
  else if (field.change === 'move') {
    map.set('priorityId', 'priorities-full');
    map.set('rank', 'a5');
  } else setPlain(map, key, field);
}

function emptyAt(map: Y.Map<unknown>, key: string): void {
  const content = map.get(key);
  if (content instanceof Y.Text) content.delete(0, content.length);
  else {
    for (const [id] of [...membersOf(map, key)]) map.delete(memberKey(key, id));
    map.delete(key);
  }
}

function setPlain(map: Y.Map<unknown>, key: string, field: Field): void {
  const value = [`Nouveau ${key}`, ...VALUES].find(
    (each) => field.kind === 'plain' && field.is(each) && each !== map.get(key),
  );
  if (value === undefined) throw new Error(`no sample fits ${key}`);
  map.set(key, value);
}

/** One of them fits each plain field of the schema. */
const VALUES: readonly unknown[] = [
  '2027-01-31',
  '09:30',
  'en',
  3,
  true,
  'retained',
  'pilot',
  'hours',
  'yearly',
  'x',
  'a3',
  [{ code: 'mien', fr: 'Le mien', en: 'Mine' }],
];
const codeFor = (field: Field): string =>
  ['clause', 'env-imp', 'libre'].find((code) => field.kind === 'set' && field.is(code)) ?? '';
