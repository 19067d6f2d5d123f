/**
 * The HTTP API as functions: how it is asked, and what the way in asks of it. A refusal is a value
 * with the server's sentence; nothing here throws.
 */
import * as v from 'valibot';
import type { BoardId } from '../../shared/ids.ts';
import type { BoardDoor, Joined, JoinRequest, ProblemAnswer } from '../../shared/protocol/http.ts';
import { err, ok, type Result } from '../../shared/result.ts';

/** `status` 0: the server could not be reached; `message` is then empty. */
export interface HttpProblem extends ProblemAnswer {
  readonly status: number;
}
export type Answer<Value> = Result<Value, HttpProblem>;

/** What somebody with a link may know before joining. */
export const readDoor = (boardId: BoardId, token: string): Promise<Answer<BoardDoor>> =>
  json(`/api/boards/${boardId}`, { headers: bearer(token) });

export const joinBoard = (
  boardId: BoardId,
  token: string,
  request: JoinRequest,
): Promise<Answer<Joined>> => json(`/api/boards/${boardId}/join`, post(request, token));

export const jsonBody = { 'content-type': 'application/json' } as const;
export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
export const post = (body: object, token?: string): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { ...jsonBody, ...(token !== undefined && bearer(token)) },
});

// Our own server's answer: its type is `shared/protocol/http.ts`, checked there by tests.
export const json = <Value>(path: string, init: RequestInit): Promise<Answer<Value>> =>
  read(path, init, (response) => response.json() as Promise<Value>);

const unreachable: HttpProblem = { status: 0, code: 'unreachable', message: '' };

/** Asks, and reads the body of an answer that is 2xx. */
export async function read<Value>(
  path: string,
  init: RequestInit,
  bodyOf: (response: Response) => Promise<Value>,
): Promise<Answer<Value>> {
  try {
    const response = await fetch(path, init);
    return response.ok ? ok(await bodyOf(response)) : err(await problemOf(response));
  } catch {
    return err(unreachable); // no network, given up, or cut halfway
  }
}

/** What stands in the way may be a proxy, which speaks no JSON of ours. */
const problemBody = v.fallback(
  v.object({ code: v.fallback(v.string(), 'unknown'), message: v.fallback(v.string(), '') }),
  { code: 'unknown', message: '' },
);

async function problemOf(response: Response): Promise<HttpProblem> {
  const body: unknown = await response.json().catch(() => null);
  return { status: response.status, ...v.parse(problemBody, body) };
}
