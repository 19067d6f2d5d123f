/** Which of the kept work a board has not: the rest reached it after all (SPEC KW2). */
import { equalityDeep } from 'lib0/function';
import * as Y from 'yjs';
import type { BoardDoc } from '../doc.ts';
import { type FieldTable, readField } from '../fields.ts';
import { outermost } from './collect.ts';
import { contentAt, holderAt, type Path } from './path.ts';
import { isValue, slotAt } from './slot.ts';
import type { Work } from './work.ts';

/**
 * @param doc the board as the server gave it
 * @returns what is not in it. An entity that came after all is looked at field by field; what is
 *   within one that did not come goes with it.
 */
export const lackingIn = (doc: BoardDoc, works: readonly Work[]): readonly Work[] =>
  outermost(
    works
      .flatMap((work) => expanded(doc, work))
      .filter((work) => !isThere(doc, work))
      .map((work) => based(doc, work)),
  );

/** Nobody knows what older work stood on: what the board has when it is first seen again counts. */
function based(doc: BoardDoc, work: Work): Work {
  const content = contentAt(doc, work.path);
  switch (work.kind) {
    case 'text':
      return work.base === undefined && content instanceof Y.Text
        ? { ...work, base: content.toString() }
        : work;
    case 'value': {
      const slot = slotAt(work.path);
      if (work.base !== undefined || !isValue(slot) || !holderAt(doc, work.path)) return work;
      return { ...work, base: readField(slot.field, content) ?? null };
    }
    case 'place': {
      const base = content instanceof Y.Map ? content.get('priorityId') : undefined;
      return work.base === undefined && typeof base === 'string' ? { ...work, base } : work;
    }
    default:
      return work;
  }
}

function expanded(doc: BoardDoc, work: Work): readonly Work[] {
  if (work.kind !== 'created' || contentAt(doc, work.path) === undefined) return [work];
  const slot = slotAt(work.path);
  return slot?.kind === 'whole'
    ? leavesOf(slot.fields, work.path, work.values).flatMap((leaf) => expanded(doc, leaf))
    : [];
}

/** An entity as the works that would lead to it from an empty one. */
function leavesOf(
  fields: FieldTable,
  path: Path,
  values: Readonly<Record<string, unknown>>,
): readonly Work[] {
  const works: Work[] = [];
  for (const [key, field] of Object.entries(fields)) {
    const value = values[key];
    const at = [...path, key];
    if (value === undefined || value === '') continue;
    if (field.kind === 'text') works.push({ kind: 'text', path: at, text: String(value) });
    else if (field.kind === 'set')
      works.push(
        ...strings(value).map((code) => ({
          kind: 'member' as const,
          path: [...at, code],
          present: true,
        })),
      );
    else if (field.kind === 'parts')
      works.push(
        ...parts(value).map(({ id, ...inner }) => ({
          kind: 'created' as const,
          path: [...at, id],
          values: inner,
        })),
      );
    else if (field.change !== 'origin' && field.change !== 'sealed' && field.change !== 'move')
      works.push({ kind: 'value', path: at, value });
  }
  const { priorityId, rank } = values;
  if (path[0] === 'actions' && typeof priorityId === 'string' && typeof rank === 'string')
    works.push({ kind: 'place', path, priorityId, rank });
  return works;
}

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
const parts = (value: unknown): readonly Part[] =>
  Array.isArray(value) ? value.filter(isPart) : [];
type Part = Readonly<Record<string, unknown>> & { readonly id: string };
const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';

/** Whether the board says the same, or has nothing any more that it could be said of. */
function isThere(doc: BoardDoc, work: Work): boolean {
  const content = contentAt(doc, work.path);
  switch (work.kind) {
    case 'created':
      return content !== undefined;
    case 'removed':
      return content === undefined;
    case 'member':
      return (content !== undefined) === work.present;
    case 'text':
      return content instanceof Y.Text && content.toString() === work.text;
    case 'value': {
      const slot = slotAt(work.path);
      return isValue(slot) && equalityDeep(readField(slot.field, content), work.value);
    }
    case 'place':
      return (
        content instanceof Y.Map &&
        content.get('priorityId') === work.priorityId &&
        content.get('rank') === work.rank
      );
  }
}
