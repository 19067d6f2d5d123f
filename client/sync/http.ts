/**
 * The HTTP API as functions: how it is asked, and what the way in asks of it. A refusal is a value
 * with the server's sentence; nothing here throws. Whatever is not what was asked for comes from
 * something in between, such as the page of a portal: it is as if the server were out of reach.
 */
import * as v from 'valibot';
import type { BoardId } from '../../shared/ids.ts';
import type { BoardDoor, Joined, JoinRequest, ProblemAnswer } from '../../shared/protocol/http.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { ROLES } from '../../shared/session/roles.ts';
import { takeRequest } from '../browser/ahead.ts';
import { late } from '../browser/late.ts';
import { doorAsked, joinAsked } from '../browser/requests.ts';
import type { Moved } from './moved.ts';
import { type Silence, watchSilence } from './silence.ts';

/** `status` 0: the server could not be reached; `message` is then empty. */
export interface HttpProblem extends ProblemAnswer {
  readonly status: number;
  /** After how long it may be asked again, where the answer says so. */
  readonly waitSeconds?: number;
}
export type Answer<Value> = Result<Value, HttpProblem>;

/** What is asked, and by what an answer of our own server is known. */
export interface Question<Value> {
  /** Asking twice does no more than asking once: it is asked again, once, when nothing came of it. */
  readonly isRepeatable: boolean;
  /** How long its first byte may take, milliseconds; ten seconds where absent. */
  readonly patienceMs?: number;
  /** The media type that it says, without parameters. */
  readonly type: string;
  /** @returns undefined when it is something else all the same */
  readonly read: (response: Response) => Promise<Value | undefined>;
  /** Told how far the body is that leaves, if there is one, then the one that comes. */
  readonly moved?: ((moved: Moved) => void) | undefined;
  /** Told the head of whatever answers. */
  readonly seen?: (response: Response) => void;
}

/** From one attempt to the next. */
const pauseMs = 1_000;

const id = v.string();
const named = v.array(v.looseObject({ id, name: v.string() }));
const door = v.looseObject({
  boardId: id,
  role: v.picklist(ROLES),
  title: v.string(),
  purgeAt: v.number(),
  directions: named,
  actors: named,
});
const joined = v.looseObject({ personId: id, role: v.picklist(ROLES), ticket: v.string() });

/** What somebody with a link may know before joining. */
export const readDoor = (boardId: BoardId, token: string): Promise<Answer<BoardDoor>> =>
  ask(...doorAsked(boardId, token), REPEATABLE(door));

export const joinBoard = (
  boardId: BoardId,
  token: string,
  request: JoinRequest,
): Promise<Answer<Joined>> => ask(...joinAsked(boardId, token, request), ONCE(joined));

/** JSON of that shape. What else it holds stays: its type is `shared/protocol/http.ts`. */
const jsonOf =
  (isRepeatable: boolean) =>
  <Value>(shape: v.GenericSchema): Question<Value> => ({
    isRepeatable,
    type: 'application/json',
    read: async (response) => {
      const body: unknown = await response.json();
      return v.is(shape, body) ? (body as Value) : undefined;
    },
  });
export const REPEATABLE = jsonOf(true);
export const ONCE = jsonOf(false);

const unreachable: HttpProblem = { status: 0, code: 'unreachable', message: '' };

/** Asks, until there is an answer, or a second attempt has failed like the first. */
export async function ask<Value>(
  path: string,
  init: RequestInit,
  question: Question<Value>,
): Promise<Answer<Value>> {
  const first = await askOnce(path, init, question);
  if (first.ok || first.error.status > 0 || !question.isRepeatable) return first;
  await new Promise((resolve) => setTimeout(resolve, pauseMs));
  return init.signal?.aborted ? first : askOnce(path, init, question);
}

async function askOnce<Value>(
  path: string,
  init: RequestInit,
  question: Question<Value>,
): Promise<Answer<Value>> {
  const silence = watchSilence(init, question.patienceMs);
  try {
    const asked = takeRequest([path, init], silence.signal) ?? begin(path, init, question, silence);
    const answered = asked.then((response) => {
      const { headers } = response;
      // Of a compressed answer the length is another than that of what is read.
      const total = headers.has('content-encoding') ? 0 : Number(headers.get('content-length'));
      const onBytes = (bytes: number) =>
        question.moved?.({ way: 'received', bytes, ...(total > 0 && { total }) });
      return answerOf(silence.heard(response, onBytes), question);
    });
    return await Promise.race([answered, silence.over]);
  } catch {
    return err(unreachable); // no network, silent, given up, cut halfway, or no JSON
  } finally {
    silence.end();
  }
}

/** Fetched by those who send a file. */
const told = late(() => import('./moved.ts'));

async function begin<Value>(
  path: string,
  init: RequestInit,
  { moved }: Question<Value>,
  { signal, sent }: Silence,
): Promise<Response> {
  if (!moved || typeof init.body !== 'string') return fetch(path, { ...init, signal });
  const { sendTold } = await told();
  return sendTold(path, { ...init, signal }, (one) => {
    sent();
    moved(one);
  });
}

async function answerOf<Value>(
  response: Response,
  { type, read, seen }: Question<Value>,
): Promise<Answer<Value>> {
  seen?.(response);
  if (!response.ok) return err((await problemOf(response)) ?? unreachable);
  const value = isOf(response, type) ? await read(response) : undefined;
  return value === undefined ? err(unreachable) : ok(value);
}

/** An answer that says no type may be of any. */
const isOf = ({ headers }: Response, type: string): boolean =>
  (headers.get('content-type') ?? type).split(';')[0]?.trim() === type;

const problemBody = v.looseObject({ code: v.string(), message: v.fallback(v.string(), '') });

/** What our server refuses; undefined when it is something else that does. */
async function problemOf(response: Response): Promise<HttpProblem | undefined> {
  if (!isOf(response, 'application/json')) return undefined;
  const read = v.safeParse(problemBody, await response.json());
  if (!read.success) return undefined;
  const { code, message } = read.output;
  const wait = Number(response.headers.get('retry-after'));
  return { status: response.status, code, message, ...(wait > 0 && { waitSeconds: wait }) };
}
