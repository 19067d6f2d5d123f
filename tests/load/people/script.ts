/**
 * What one person does to a board, written before it is played: real commands on a document of
 * their own, so that every update is one our server has to judge and admit. Each stands on the
 * board as it was at the beginning and on its author's former ones, never on somebody else's.
 */
import * as Y from 'yjs';
import { addAction, moveAction } from '../../../shared/board/commands/actions.ts';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import { type BoardDoc, createDoc, entitiesOf } from '../../../shared/board/doc.ts';
import { openText } from '../../../shared/board/text-handle.ts';
import type { ActionId, DirectionId, PersonId, PriorityId } from '../../../shared/ids.ts';
import type { Random } from '../random.ts';
import type { Seat } from './guest.ts';

export interface Edit {
  /** Milliseconds after the beginning. */
  readonly at: number;
  readonly update: Uint8Array;
  /** The author's clock after it. */
  readonly end: number;
}
export interface Writer {
  readonly doc: BoardDoc;
  readonly seat: Seat;
  readonly random: Random;
  readonly client: number;
  /** What the commands run since the last call have made, as one update; undefined when nothing. */
  readonly take: () => Omit<Edit, 'at'> | undefined;
}
/** Runs commands; returns the milliseconds of pause after each of its edits. */
export type Habit = (writer: Writer) => Iterable<number>;

export function createWriter(seat: Seat, state: Uint8Array, random: Random): Writer {
  const doc = createDoc();
  Y.applyUpdate(doc, state);
  const client = doc.clientID;
  let made: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => made.push(update));
  return {
    doc,
    seat,
    random,
    client,
    take: () => {
      const [first, ...more] = made;
      made = [];
      if (!first) return undefined;
      const update = more.length > 0 ? Y.mergeUpdates([first, ...more]) : first;
      return { update, end: Y.getState(doc.store, client) };
    },
  };
}

/** Plays a habit over and over until the time is up. */
export function writeScript(writer: Writer, habit: Habit, milliseconds: number): Edit[] {
  const edits: Edit[] = [];
  let at = writer.random.next() * 1_000;
  while (at < milliseconds) {
    for (const pause of habit(writer)) {
      const edit = writer.take();
      if (edit && at < milliseconds) edits.push({ at, ...edit });
      at += pause;
    }
  }
  return edits;
}

const keyMs = 95;
const letters = 'eeeeaaiinnssrrttoolluuddcmp    ,.éèà’';

/** Types into a description, as many keys as said, without a pause after the last. */
function* type({ doc, random }: Writer, keys: number): Iterable<number> {
  const text = openText(doc, someAction(doc, random), 'description');
  if (!text) throw new Error('an action without a description');
  let index = random.below(text.get().length + 1);
  for (let key = 0; key < keys; key++, index++) {
    text.replace({ index, removed: 0, inserted: random.pick([...letters]) });
    yield keyMs * (0.7 + 0.6 * random.next());
  }
}

/** A second of a workshop: mostly typing, sometimes a card moved, added or filled. About 5.5 edits. */
export function* workshopSecond(writer: Writer): Iterable<number> {
  const { doc, random, seat } = writer;
  const kind = random.next();
  if (kind < 0.55) {
    yield* type(writer, 9);
    yield 100;
    return;
  }
  const priorityId = random.pick([...entitiesOf(doc, 'priorities').keys()]) as PriorityId;
  const place = { priorityId, before: null };
  if (kind < 0.7) moveAction(doc, someAction(doc, random), place);
  else if (kind < 0.85) addAction(doc, { title: 'Ouvrir les lots', place, author: authorOf(seat) });
  else setSheetField(doc, someAction(doc, random), 'impact', 1 + random.below(5));
  yield 500 + 1_000 * random.next();
}

/** One key, then a pause around so many milliseconds. */
export const singleKeys = (everyMs: number): Habit =>
  function* (writer) {
    for (const _ of type(writer, 1)) yield everyMs * (0.5 + writer.random.next());
  };

/** Replaces a long note of one action again and again: 4 kB an edit, and the board does not grow. */
export const longNotes = (everyMs: number): Habit =>
  function* ({ doc, random }) {
    const filler = 'clause d’insertion '.repeat(208).slice(0, 3_950);
    setSheetField(doc, someAction(doc, random), 'means', `${random.next()} ${filler}`);
    yield everyMs;
  };

export const someAction = (doc: BoardDoc, random: Random): ActionId =>
  random.pick([...entitiesOf(doc, 'actions').keys()]) as ActionId;

export const authorOf = ({ person, directionId }: Seat) => ({
  personId: person as PersonId,
  directionId: directionId as DirectionId | null,
  actorId: null,
});
