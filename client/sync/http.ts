/** The HTTP API as functions. A refusal is a value with the server's sentence; nothing here throws. */
import * as v from 'valibot';
import type { BoardId, PersonId } from '../../shared/ids.ts';
import type {
  BoardCreated,
  BoardDoor,
  CodeRequest,
  CodeTaken,
  Entry,
  EntryRequest,
  Joined,
  JoinRequest,
  LinkRenewed,
  PersonChanged,
  PersonRequest,
  ProblemAnswer,
} from '../../shared/protocol/http.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Role } from '../../shared/session/roles.ts';

/** `status` 0: the server could not be reached; `message` is then empty. */
export interface HttpProblem extends ProblemAnswer {
  readonly status: number;
}
export type Answer<Value> = Result<Value, HttpProblem>;

/** Creates a board from a workshop file's text, or an empty one from `{"title": …}`. */
export const createBoard = (body: string, signal?: AbortSignal): Promise<Answer<BoardCreated>> =>
  json('/api/boards', { method: 'POST', body, headers: jsonBody, signal: signal ?? null });

/** What somebody with a link may know before joining. */
export const readDoor = (boardId: BoardId, token: string): Promise<Answer<BoardDoor>> =>
  json(`/api/boards/${boardId}`, { headers: bearer(token) });

export const joinBoard = (
  boardId: BoardId,
  token: string,
  request: JoinRequest,
): Promise<Answer<Joined>> => json(`/api/boards/${boardId}/join`, post(request, token));

/** Exchanges a code, as typed, for the way in. */
export const takeCode = (code: string): Promise<Answer<CodeTaken>> =>
  json('/api/enter', post({ code } satisfies CodeRequest));

/** `secret`, here and below: a facilitator's ticket, or their link's. */
export const renewLink = (
  boardId: BoardId,
  secret: string,
  role: Role,
): Promise<Answer<LinkRenewed>> =>
  json(`/api/boards/${boardId}/links/${role}`, { method: 'POST', headers: bearer(secret) });

export const setEntry = (
  boardId: BoardId,
  secret: string,
  request: EntryRequest,
): Promise<Answer<Entry>> => json(`/api/boards/${boardId}/code`, post(request, secret));

export const changePerson = (
  boardId: BoardId,
  secret: string,
  personId: PersonId,
  request: PersonRequest,
): Promise<Answer<PersonChanged>> =>
  json(`/api/boards/${boardId}/people/${personId}`, {
    ...post(request, secret),
    method: 'PATCH',
  });

export const removePerson = (
  boardId: BoardId,
  secret: string,
  personId: PersonId,
): Promise<Answer<PersonChanged>> =>
  json(`/api/boards/${boardId}/people/${personId}`, { method: 'DELETE', headers: bearer(secret) });

/** A file ready to be saved, with the name the server gives it. */
export interface Download {
  readonly name: string;
  readonly content: Blob;
}

/** What is asked of an export: `format` is an id of `shared/protocol/formats.ts`. */
export interface ExportRequest {
  readonly format: string;
  /** With the names of the people, which only facilitators may ask for. */
  readonly names: boolean;
}

export function downloadExport(
  boardId: BoardId,
  token: string,
  { format, names }: ExportRequest,
  signal?: AbortSignal,
): Promise<Answer<Download>> {
  const path = `/api/boards/${boardId}/export/${format}${names ? '?names=1' : ''}`;
  const init = { headers: bearer(token), signal: signal ?? null };
  return read(path, init, async (response) => {
    const disposition = response.headers.get('content-disposition') ?? '';
    const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
    const quoted = /filename="([^"]+)"/i.exec(disposition)?.[1];
    const name = encoded ? decodeURIComponent(encoded) : (quoted ?? `gommette.${format}`);
    return { name, content: await response.blob() };
  });
}

/** The demonstration workshop, as the build ships it. */
export const readDemonstration = (): Promise<Answer<string>> => {
  const url = new URL('../../shared/demo/atelier-cotentin.json', import.meta.url);
  return read(url.href, {}, (response) => response.text());
};

const jsonBody = { 'content-type': 'application/json' } as const;
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const post = (body: object, token?: string): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { ...jsonBody, ...(token !== undefined && bearer(token)) },
});

// Our own server's answer: its type is `shared/protocol/http.ts`, checked there by tests.
const json = <Value>(path: string, init: RequestInit): Promise<Answer<Value>> =>
  read(path, init, (response) => response.json() as Promise<Value>);

const unreachable: HttpProblem = { status: 0, code: 'unreachable', message: '' };

/** Asks, and reads the body of an answer that is 2xx. */
async function read<Value>(
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
