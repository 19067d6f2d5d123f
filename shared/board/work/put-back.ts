/** Does kept work again, as one command and one step of undo: each thing for itself (SPEC KW3). */
import * as Y from 'yjs';
import { err, ok } from '../../result.ts';
import type { Author } from '../commands/actions.ts';
import type { Outcome, Problem } from '../commands/problem.ts';
import { isAccepted } from '../commands/sheet.ts';
import { addEntity, addPart, type BoardDoc, LOCAL_PUT_BACK, writePlain } from '../doc.ts';
import { type ChangeKind, fitsEdit, type TextField } from '../fields.ts';
import { ENTITY_ROOTS } from '../schema.ts';
import { wellFormed } from '../text.ts';
import { applyChange, changeBetween, rebase } from '../text-change.ts';
import { contentAt, isEntityRoot, type Path, slotAt } from './path.ts';
import { actionOf, type Work, workKey } from './work.ts';

/** Why something stays kept. `forbidden`: not in this step, or not by this person. */
export type StillKept =
  | Problem
  | { readonly kind: 'forbidden' }
  /** Others have written in the same words: the person decides what becomes of both. */
  | { readonly kind: 'text-changed'; readonly now: string };

export interface PutBack {
  readonly works: readonly Work[];
  /** Who does it: what is added is signed by them. */
  readonly author: Author;
  /** @param actionId the action it is about, where "one's own" counts */
  readonly may: (change: ChangeKind, actionId: string | undefined) => boolean;
  /** Texts that others changed too: what stands is replaced, or what was kept is put behind it. */
  readonly onChangedText?: 'replace' | 'append';
}

/** Frame first, then what stands in it; what is created before what is written in it. */
const ORDER: Readonly<Record<Work['kind'], number>> = {
  created: 0,
  place: 1,
  value: 1,
  text: 1,
  member: 1,
  removed: 2,
};

/** @returns by key of the work, why it was not done; all others were */
export function putBack(doc: BoardDoc, asked: PutBack): Outcome<ReadonlyMap<string, StillKept>> {
  const kept = new Map<string, StillKept>();
  const depth = ({ path: [root], kind }: Work) => (root === 'actions' ? 10 : 0) + ORDER[kind];
  doc.transact(() => {
    for (const work of asked.works.toSorted((a, b) => depth(a) - depth(b))) {
      const problem = redo(doc, work, asked);
      if (problem) kept.set(workKey(work), problem);
    }
  }, LOCAL_PUT_BACK);
  return ok(kept);
}

function redo(doc: BoardDoc, work: Work, asked: PutBack): StillKept | undefined {
  const slot = slotAt(work.path);
  if (!slot) return { kind: 'entity-gone' };
  const change = work.kind === 'place' ? 'move' : changeOf(slot);
  const isThere = contentAt(doc, work.path.slice(0, 2)) !== undefined;
  if (!asked.may(change, isThere ? actionOf(work) : undefined)) return { kind: 'forbidden' };
  switch (work.kind) {
    case 'created':
      return create(doc, work, asked.author);
    case 'removed':
      return remove(doc, work.path);
    case 'value':
      return write(doc, work.path, work.value);
    case 'text':
      return writeText(doc, work, asked.onChangedText);
    case 'member':
      return setMember(doc, work);
    case 'place':
      return moveTo(doc, work);
  }
}

type Kept<Kind extends Work['kind']> = Extract<Work, { readonly kind: Kind }>;
type Slot = NonNullable<ReturnType<typeof slotAt>>;

const changeOf = (slot: Slot): ChangeKind =>
  slot.kind === 'field' ? slot.field.change : slot.change;

/** What {@link contentAt} finds around a path, when it can be written in. */
const holderAt = (doc: BoardDoc, path: Path): Y.Map<unknown> | undefined => {
  const holder = contentAt(doc, path.slice(0, -1));
  return holder instanceof Y.Map ? holder : undefined;
};
const last = (path: Path): string => path.at(-1) ?? '';

function create(
  doc: BoardDoc,
  { path, values }: Kept<'created'>,
  author: Author,
): StillKept | undefined {
  const slot = slotAt(path);
  const holder = holderAt(doc, path);
  if (slot?.kind !== 'whole' || !holder) return { kind: 'entity-gone' };
  if (holder.has(last(path))) return undefined; // another page has put it back meanwhile
  const refused = Object.keys(values).find(
    (key) => key !== 'id' && !isAccepted(slot.fields[key], values[key]),
  );
  if (refused !== undefined) return { kind: 'value-refused', field: refused };
  const [root] = path;
  if (!isEntityRoot(root) || path.length > 2) {
    const [key = ''] = path.slice(-2);
    const owner = contentAt(doc, path.slice(0, -2));
    if (!(owner instanceof Y.Map)) return { kind: 'entity-gone' };
    addPart(owner, key, slot.fields, last(path) as never, values);
    return undefined;
  }
  if (holder.size >= ENTITY_ROOTS[root].max) return { kind: 'full', max: ENTITY_ROOTS[root].max };
  if (root === 'actions' && contentAt(doc, ['priorities', String(values.priorityId)]) === undefined)
    return { kind: 'priority-gone' };
  addEntity(doc, root, last(path), {
    ...values,
    ...signedBy(author, slot.fields),
    votes: undefined,
  });
  return undefined;
}

/** The fields in which something says who made it; only those it has. */
function signedBy({ personId, directionId, actorId }: Author, fields: object) {
  const signature = {
    authorId: personId,
    authorDirectionId: directionId ?? undefined,
    authorActorId: actorId ?? undefined,
  };
  return Object.fromEntries(Object.entries(signature).filter(([key]) => key in fields));
}

function remove(doc: BoardDoc, path: Path): StillKept | undefined {
  // An action never goes: it is set aside.
  if (path[0] === 'actions' && path.length === 2) return { kind: 'forbidden' };
  holderAt(doc, path)?.delete(last(path));
  return undefined;
}

function write(doc: BoardDoc, path: Path, value: unknown): StillKept | undefined {
  const slot = slotAt(path);
  const holder = holderAt(doc, path);
  if (!holder) return { kind: 'entity-gone' };
  const field = slot?.kind === 'field' ? slot.field : undefined;
  if (
    field?.kind !== 'plain' ||
    (value !== undefined && !fitsEdit(field, value, holder.get(last(path))))
  )
    return { kind: 'value-refused', field: last(path) };
  writePlain(holder, { [last(path)]: value });
  return undefined;
}

function setMember(doc: BoardDoc, { path, present }: Kept<'member'>): StillKept | undefined {
  const members = holderAt(doc, path);
  if (!members) return { kind: 'entity-gone' };
  const slot = slotAt(path.slice(0, -1));
  const field = slot?.kind === 'field' && slot.field.kind === 'set' ? slot.field : undefined;
  if (!field?.is(last(path))) return { kind: 'value-refused', field: path.at(-2) ?? '' };
  if (!present) members.delete(last(path));
  else if (members.size >= field.max) return { kind: 'full', max: field.max };
  else if (!members.has(last(path)))
    members.set(last(path), 1 + Math.max(-1, ...positions(members)));
  return undefined;
}
const positions = (members: Y.Map<unknown>): number[] =>
  [...members.values()].filter((each) => typeof each === 'number');

function moveTo(doc: BoardDoc, { path, priorityId, rank }: Kept<'place'>): StillKept | undefined {
  const action = contentAt(doc, path);
  if (!(action instanceof Y.Map)) return { kind: 'action-gone' };
  if (contentAt(doc, ['priorities', priorityId]) === undefined) return { kind: 'priority-gone' };
  action.set('priorityId', priorityId);
  action.set('rank', rank);
  return undefined;
}

function writeText(
  doc: BoardDoc,
  { path, text, base }: Kept<'text'>,
  onChanged: PutBack['onChangedText'],
): StillKept | undefined {
  const content = contentAt(doc, path);
  const slot = slotAt(path);
  if (!(content instanceof Y.Text) || slot?.kind !== 'field' || slot.field.kind !== 'text')
    return { kind: 'entity-gone' };
  const now = content.toString();
  const merged = mergedText(now, text, base, onChanged);
  if (!merged.ok) return { kind: 'text-changed', now };
  const next = wellFormed(merged.value);
  if (next.length > Math.max((slot.field as TextField).max, now.length))
    return { kind: 'value-refused', field: last(path) };
  const change = changeBetween(now, next);
  if (!change) return undefined;
  if (change.removed > 0) content.delete(change.index, change.removed);
  if (change.inserted !== '') content.insert(change.index, change.inserted);
  return undefined;
}

/** The text as it becomes: both are kept where they touch different words, else the person says. */
function mergedText(
  now: string,
  text: string,
  base: string | undefined,
  onChanged: PutBack['onChangedText'],
) {
  if (now === base || now === '' || now === text) return ok(text);
  if (onChanged === 'replace') return ok(text);
  if (onChanged === 'append') return ok(`${now}\n${text}`);
  if (base === undefined || !isApart(spanOf(base, text), spanOf(base, now))) return err('changed');
  const [mine, theirs] = [changeBetween(base, text), changeBetween(base, now)];
  return ok(mine && theirs ? rebase(mine, [theirs]).reduce(applyChange, now) : text);
}

type Span = readonly [start: number, end: number];

/**
 * Where a text was changed, as widely as it can be read: « phrase. » with « La mienne. » after it
 * may have grown after any of its letters that both end alike.
 */
function spanOf(before: string, after: string): Span {
  const shortest = Math.min(before.length, after.length);
  let [prefix, suffix] = [0, 0];
  while (prefix < shortest && before[prefix] === after[prefix]) prefix++;
  while (suffix < shortest && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix++;
  const end = before.length - suffix;
  return [Math.min(prefix, end), Math.max(prefix, end)];
}
const isApart = ([a, b]: Span, [c, d]: Span): boolean => b < c || d < a;
