/** The HTTP API for what begins and leaves: boards created, codes exchanged, files downloaded. */
import type { BoardId } from '../../shared/ids.ts';
import type { BoardCreated, CodeRequest, CodeTaken } from '../../shared/protocol/http.ts';
import { type Answer, bearer, json, jsonBody, post, read } from './http.ts';

/** Creates a board from a workshop file's text, or an empty one from `{"title": …}`. */
export const createBoard = (body: string, signal?: AbortSignal): Promise<Answer<BoardCreated>> =>
  json('/api/boards', { method: 'POST', body, headers: jsonBody, signal: signal ?? null });

/** Exchanges a code, as typed, for the way in. */
export const takeCode = (code: string): Promise<Answer<CodeTaken>> =>
  json('/api/enter', post({ code } satisfies CodeRequest));

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
