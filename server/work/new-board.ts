/** The first entries of a board's log: what a workshop file holds, or a title alone. */
import * as v from 'valibot';
import { type BoardDoc, createDoc, encodeDoc, encodeExtent } from '../../shared/board/doc.ts';
import { fillBoard, seedBoard } from '../../shared/board/fill.ts';
import { LIMITS } from '../../shared/board/schema.ts';
import { SCHEMA_VERSION } from '../../shared/board/schema-version.ts';
import { readBoard } from '../../shared/board/snapshot.ts';
import { readWorkshop } from '../../shared/file/read.ts';
import { isObject, own, parseJson } from '../../shared/json.ts';
import type { RehearsalStep } from '../../shared/protocol/http.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { SessionEvent } from '../../shared/session/session.ts';
import type { NewEntry, Snapshot } from '../store/store.ts';
import { firstAnswer } from './first-answer.ts';
import { rehearsal } from './rehearsal.ts';

export interface NewBoard {
  readonly entries: readonly NewEntry[];
  /** What those come to: without it the first to open a large board would wait for a fold. */
  readonly snapshot: Snapshot;
  /** French sentences. */
  readonly faults: readonly string[];
}
export interface Unreadable {
  readonly code: 'unreadable' | 'bad-title';
  readonly sentence?: string;
}

const TITLE = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LIMITS.titleCharacters));

/** Beyond, a body is a workshop file: it is not parsed twice to see whether it is a mere title. */
const maxTitleBodyCharacters = 4_000;

/**
 * @param text the body of a creation: a workshop file or `{"title": "…"}`
 * @param at server clock, milliseconds since 1970
 * @param startAt the step that a demonstration begins at, played along
 */
export function readNewBoard(
  text: string,
  at: number,
  startAt?: RehearsalStep,
): Result<NewBoard, Unreadable> {
  const title = readTitleBody(text);
  if (title !== undefined) return titledBoard(title, at);
  const { workshop, faults } = readWorkshop(text);
  const sentences = faults.map(({ message }) => message);
  if (!workshop)
    return err({ code: 'unreadable', ...(sentences[0] && { sentence: sentences[0] }) });
  const doc = createDoc();
  fillBoard(doc, workshop);
  const { steps, groups } = workshop;
  const events: SessionEvent[] = [{ type: 'steps-set', steps, at }];
  if (startAt) events.push(...rehearsal(readBoard(doc), steps, startAt, at));
  if (groups.length > 0) events.push({ type: 'groups-added', groups });
  return ok({ ...begun(doc, events, at), faults: sentences });
}

function titledBoard(given: unknown, at: number): Result<NewBoard, Unreadable> {
  const title = v.safeParse(TITLE, given);
  if (!title.success) return err({ code: 'bad-title' });
  const doc = createDoc();
  seedBoard(doc, { title: title.output });
  return ok({ ...begun(doc, [], at), faults: [] });
}

/** The title of a body that has one and is no workshop file. */
function readTitleBody(text: string): unknown {
  const body = text.length <= maxTitleBodyCharacters ? parseJson(text) : undefined;
  return isObject(body) && own(body, 'format') === undefined ? own(body, 'title') : undefined;
}

function begun(doc: BoardDoc, events: readonly SessionEvent[], at: number) {
  const state = encodeDoc(doc);
  const entries: NewEntry[] = [
    { kind: 'update', author: null, at, bytes: state },
    ...events.map((event) => ({
      kind: 'event' as const,
      author: null,
      at,
      bytes: new TextEncoder().encode(JSON.stringify(event)),
    })),
  ];
  const extent = { seq: entries.length, stateVector: encodeExtent(doc), schema: SCHEMA_VERSION };
  return { entries, snapshot: { ...extent, state, ...firstAnswer(doc, state) } };
}
