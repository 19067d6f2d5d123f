/** What a new struct writes: judged by its place, its content, and what stands there already. */
import * as Y from 'yjs';
import {
  type FieldTable,
  fieldAt,
  fitsEdit,
  type PartsField,
  type PlainField,
  type SetField,
} from '../../../../shared/board/fields.ts';
import { ENTITY_ROOTS } from '../../../../shared/board/schema.ts';
import { isId } from '../../../../shared/ids.ts';
import type { Births } from './births.ts';
import type { Effort } from './effort.ts';
import type { OwnShare } from './own-share.ts';
import type { Permit, Verdict } from './permit.ts';
import type { Characters, Container, Entities, Fields, Places, Slot } from './places.ts';
import { isPlainData } from './plain-data.ts';
import type { Tally } from './tally.ts';

export interface Judgement {
  readonly places: Places;
  readonly permit: Permit;
  readonly births: Births;
  readonly tally: Tally;
  readonly effort: Effort;
  readonly ownShare: OwnShare;
}

/** The contents the schema is made of; no formatting, embed, binary or document inside a document. */
export const isKnownContent = (content: Y.Item['content']): boolean =>
  content instanceof Y.ContentAny ||
  content instanceof Y.ContentString ||
  content instanceof Y.ContentType ||
  content instanceof Y.ContentDeleted;

export function judgeWrite(item: Y.Item, { container, key }: Slot, judgement: Judgement): Verdict {
  if (container.holds === 'characters')
    return key === null ? writeCharacters(item, container, judgement) : 'schema';
  if (key === null) return 'schema';
  switch (container.holds) {
    case 'entities':
      return writeEntity(item, container, key, judgement);
    case 'fields':
      return writeField(item, container, key, judgement);
  }
}

function writeCharacters(item: Y.Item, text: Characters, { permit, tally }: Judgement): Verdict {
  if (item.content instanceof Y.ContentString) tally.characters(text, item.length);
  else if (!(item.content instanceof Y.ContentDeleted)) return 'schema';
  return permit(text.field.change, text.owner);
}

function writeEntity(item: Y.Item, entities: Entities, id: string, judgement: Judgement): Verdict {
  const { root } = entities;
  const { content } = item;
  if (!isId(id)) return 'schema';
  // Who is in the log as an author stays so: their actions and comments are never written over.
  const isFrame = ENTITY_ROOTS[root].add === 'frame';
  const isNew = item.origin === null && item.rightOrigin === null && !entities.live._map.has(id);
  if (!isFrame && !isNew) return 'schema';
  if (content instanceof Y.ContentDeleted && isFrame) {
    if (root === 'priorities') judgement.births.addStillborn(id);
    return judgement.permit('frame', { root, id, born: false });
  }
  const born = openType(item, entities, id, judgement);
  if (born?.holds !== 'fields') return 'schema';
  judgement.births.add(born);
  judgement.tally.filled(entities, id, item);
  judgement.ownShare.add(root);
  return judgement.permit(ENTITY_ROOTS[root].add, born.owner);
}

function writeField(item: Y.Item, fields: Fields, key: string, judgement: Judgement): Verdict {
  const at = fieldAt(fields.fields, key);
  if (!at) return 'schema';
  const { field, id = '' } = at;
  switch (field.kind) {
    case 'text':
      return writeText(item, fields, key, judgement);
    case 'plain':
      return writeValue(item, { fields, key, field }, judgement);
    case 'set':
      return writeMember(item, { fields, key, field, id }, judgement);
    case 'parts':
      return writePart(item, { fields, key, field, id }, judgement);
  }
}

/** A text is born with its entity, once. */
function writeText(item: Y.Item, fields: Fields, key: string, judgement: Judgement): Verdict {
  const isNew = fields.live === undefined && openType(item, fields, key, judgement) !== undefined;
  return isNew && judgement.births.write(fields, key, item) ? null : 'schema';
}

interface At<OfKind> {
  readonly fields: Fields;
  readonly key: string;
  readonly field: OfKind;
}

interface AtMember<OfKind> extends At<OfKind> {
  readonly id: string;
}

function writeValue(
  item: Y.Item,
  { fields, key, field }: At<PlainField<unknown>>,
  { births, permit }: Judgement,
): Verdict {
  const { content } = item;
  if (content instanceof Y.ContentAny) {
    const before = fields.live?._map.get(key)?.content.getContent().at(-1);
    if (!content.arr.every((value) => isPlainData(value) && fitsEdit(field, value, before)))
      return 'schema';
  } else if (!(content instanceof Y.ContentDeleted)) return 'schema';
  const isFirst = fields.live === undefined && births.write(fields, key, item);
  if (field.change === 'origin' && !isFirst) return 'authorship';
  return permit(field.change, fields.owner);
}

function writeMember(
  item: Y.Item,
  { fields, key, field, id }: AtMember<SetField<string>>,
  { permit, tally }: Judgement,
): Verdict {
  const { content } = item;
  if (!field.is(id)) return 'schema';
  if (content instanceof Y.ContentAny) {
    if (!content.arr.every(Number.isFinite)) return 'schema';
    tally.filled(fields, key, item);
  } else if (!(content instanceof Y.ContentDeleted)) return 'schema';
  return permit(field.change, fields.owner);
}

function writePart(
  item: Y.Item,
  { fields, key, field, id }: AtMember<PartsField<FieldTable>>,
  judgement: Judgement,
): Verdict {
  if (!isId(id)) return 'schema';
  if (!(item.content instanceof Y.ContentDeleted)) {
    const born = openType(item, fields, key, judgement);
    if (born?.holds !== 'fields') return 'schema';
    judgement.births.add(born);
    judgement.tally.filled(fields, key, item);
  }
  return judgement.permit(field.change, fields.owner);
}

function openType(item: Y.Item, container: Container, key: string, { places }: Judgement) {
  const { content } = item;
  return content instanceof Y.ContentType
    ? places.open({ container, key }, content.type)
    : undefined;
}
