/** The HTTP API for what begins and leaves: boards created, codes exchanged, files downloaded. */
import * as v from 'valibot';
import type { BoardId } from '../../shared/ids.ts';
import { isObject, parseJson } from '../../shared/json.ts';
import { isFormatId, MEDIA_TYPES } from '../../shared/protocol/formats.ts';
import type {
  BoardCreated,
  CodeRequest,
  CodeTaken,
  RehearsalStep,
} from '../../shared/protocol/http.ts';
import { bearer, jsonBody, post } from '../browser/requests.ts';
import { type Answer, ask, ONCE, REPEATABLE } from './http.ts';
import type { Moved } from './moved.ts';

const link = v.string();
const created = v.looseObject({
  boardId: v.string(),
  links: v.looseObject({ facilitator: link, participant: link, observer: link }),
  purgeAt: v.number(),
  faults: v.array(v.string()),
});
const taken = v.looseObject({ boardId: v.string(), token: v.string() });

/**
 * Creates a board from a workshop file's text, or an empty one from `{"title": …}`.
 * @param key that the server asks of whoever creates, where it does
 */
export const createBoard = (
  body: string,
  { signal = null, moved, startAt }: Creation = {},
  key?: string,
): Promise<Answer<BoardCreated>> =>
  ask(
    `/api/boards${startAt ? `?at=${startAt}` : ''}`,
    {
      method: 'POST',
      body,
      headers: { ...jsonBody, ...(key !== undefined && bearer(key)) },
      signal,
    },
    { ...ONCE<BoardCreated>(created), moved },
  );

/** A long request, of which somebody sees how far it is, and may give it up. */
export interface Followed {
  readonly signal?: AbortSignal | null | undefined;
  readonly moved?: ((moved: Moved) => void) | undefined;
}

export interface Creation extends Followed {
  /** The step at which a demonstration begins. */
  readonly startAt?: RehearsalStep | undefined;
}

/** Exchanges a code, as typed, for the way in. */
export const takeCode = (code: string): Promise<Answer<CodeTaken>> =>
  ask('/api/enter', post({ code } satisfies CodeRequest), REPEATABLE(taken));

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

/** What the server may take for it and those before it, milliseconds. */
const exportMs = 60_000;

export function downloadExport(
  boardId: BoardId,
  token: string,
  { format, names }: ExportRequest,
  { signal = null, moved }: Followed = {},
): Promise<Answer<Download>> {
  const path = `/api/boards/${boardId}/export/${format}${names ? '?names=1' : ''}`;
  const init = { headers: bearer(token), signal };
  const type = isFormatId(format) ? MEDIA_TYPES[format] : '';
  return ask(path, init, {
    isRepeatable: true,
    // A file is made whole before its first byte leaves, and behind those of others.
    patienceMs: exportMs,
    moved,
    type,
    read: async (response) => {
      const name = nameOf(response);
      const content = await response.blob();
      if (ZIPS.test(type) && (await content.slice(0, 2).text()) !== 'PK') return undefined;
      return name === undefined ? undefined : { name, content };
    },
  });
}

/** Workbooks and documents of both suites are archives. */
const ZIPS = /^application\/vnd\./;

/** A page in the place of a file has no name to be saved under. */
function nameOf({ headers }: Response): string | undefined {
  const disposition = headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return encoded ? decodeURIComponent(encoded) : /filename="([^"]+)"/i.exec(disposition)?.[1];
}

/** The demonstration workshop, as the build ships it. */
export const readDemonstration = (): Promise<Answer<string>> => {
  const url = new URL('../../shared/demo/atelier-cotentin.json', import.meta.url);
  return ask(
    url.href,
    {},
    {
      isRepeatable: true,
      type: 'application/json',
      read: async (response) => {
        const text = await response.text();
        return isObject(parseJson(text)) ? text : undefined;
      },
    },
  );
};
