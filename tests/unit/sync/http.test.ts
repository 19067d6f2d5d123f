/** What the page asks over HTTP, against answers that tests give. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Answer, joinBoard, readDoor } from '../../../client/sync/http.ts';
import {
  changePerson,
  removePerson,
  renewLink,
  setEntry,
} from '../../../client/sync/http-access.ts';
import {
  createBoard,
  downloadExport,
  readDemonstration,
  takeCode,
} from '../../../client/sync/http-boards.ts';
import type { BoardId, PersonId } from '../../../shared/ids.ts';
import { FORMAT_IDS, MEDIA_TYPES } from '../../../shared/protocol/formats.ts';
import { answerByHand, answerInTurn, cut } from '../../support/asked-server.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const board = 'b1' as BoardId;
const person = 'p1' as PersonId;
const UNREACHABLE = { ok: false, error: { status: 0, code: 'unreachable', message: '' } };
const page = (status = 200) =>
  new Response('<!doctype html><h1>Identifiez-vous</h1>', {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });

interface Asking {
  readonly what: string;
  readonly ask: (signal?: AbortSignal) => Promise<Answer<unknown>>;
  readonly method: string;
  readonly path: string | RegExp;
  /** What is sent. */
  readonly body: unknown;
  /** What our server answers. */
  readonly good: unknown;
  readonly isRepeatable: boolean;
  /** How long its first byte may take; 10 s when absent. */
  readonly patienceMs?: number;
}
const door = {
  boardId: 'b1',
  role: 'participant',
  title: 'Un',
  subtitle: '',
  territory: '',
  notice: '',
  purgeAt: 1,
  directions: [{ id: 'd1', name: 'DCE' }],
  actors: [],
};
const joined = { personId: 'p1', role: 'participant', name: 'Ana', ticket: 't' };
const changed = { personId: 'p1', role: 'participant', name: 'Bo' };
const created = {
  boardId: 'b1',
  links: { facilitator: 'a', participant: 'b', observer: 'c' },
  purgeAt: 1,
  faults: [],
};

const JSON_ASKED: readonly Asking[] = [
  {
    what: 'creates',
    ask: (signal) => createBoard('{"title":"Un"}', { signal }),
    method: 'POST',
    path: '/api/boards',
    body: { title: 'Un' },
    good: created,
    isRepeatable: false,
  },
  {
    what: 'looks in',
    ask: () => readDoor(board, 's3cret'),
    method: 'GET',
    path: '/api/boards/b1',
    body: null,
    good: door,
    isRepeatable: true,
  },
  {
    what: 'joins',
    ask: () => joinBoard(board, 's3cret', { name: 'Ana' }),
    method: 'POST',
    path: '/api/boards/b1/join',
    body: { name: 'Ana' },
    good: joined,
    isRepeatable: false,
  },
  {
    what: 'enters',
    ask: () => takeCode('AB12'),
    method: 'POST',
    path: '/api/enter',
    body: { code: 'AB12' },
    good: { boardId: 'b1', token: 't' },
    isRepeatable: true,
  },
  {
    what: 'renews',
    ask: () => renewLink(board, 's3cret', 'observer'),
    method: 'POST',
    path: '/api/boards/b1/links/observer',
    body: null,
    good: { role: 'observer', link: 'l' },
    isRepeatable: false,
  },
  {
    what: 'opens entry',
    ask: () => setEntry(board, 's3cret', { open: true }),
    method: 'POST',
    path: '/api/boards/b1/code',
    body: { open: true },
    good: { code: null },
    isRepeatable: true,
  },
  {
    what: 'renames',
    ask: () => changePerson(board, 's3cret', person, { name: 'Bo' }),
    method: 'PATCH',
    path: '/api/boards/b1/people/p1',
    body: { name: 'Bo' },
    good: changed,
    isRepeatable: true,
  },
  {
    what: 'removes',
    ask: () => removePerson(board, 's3cret', person),
    method: 'DELETE',
    path: '/api/boards/b1/people/p1',
    body: null,
    good: changed,
    isRepeatable: false,
  },
];
const excel = { format: 'xlsx', names: false };
const FILES_ASKED: readonly Asking[] = [
  {
    what: 'exports',
    ask: (signal) => downloadExport(board, 's3cret', excel, { signal }),
    method: 'GET',
    path: '/api/boards/b1/export/xlsx',
    body: null,
    good: null,
    isRepeatable: true,
    patienceMs: 60_000,
  },
  {
    what: 'reads the demonstration',
    ask: () => readDemonstration(),
    method: 'GET',
    path: /atelier-cotentin\.json$/,
    body: null,
    good: null,
    isRepeatable: true,
  },
];
const ALL_ASKED = JSON_ASKED.concat(FILES_ASKED);

/** How often it is asked before it is given up. */
const times = ({ isRepeatable }: Asking) => (isRepeatable ? 2 : 1);
/** The answer, once the pause before a second attempt is over. */
async function answered(asking: Promise<Answer<unknown>>, ms = 1_000): Promise<Answer<unknown>> {
  await vi.advanceTimersByTimeAsync(ms);
  return asking;
}

describe('each request', () => {
  test.each(JSON_ASKED)('[CO13] $what', async ({ ask, method, path, body, good }) => {
    const asked = answerInTurn(Response.json(good));
    expect(await ask()).toEqual({ ok: true, value: good });
    const [{ init, ...rest } = { init: {} as RequestInit, path: '' }] = asked;
    const headers = new Headers(init.headers);
    const isOpen = path === '/api/boards' || path === '/api/enter';
    expect(rest.path).toBe(path);
    expect(init.method ?? 'GET').toBe(method);
    expect(JSON.parse((init.body as string | undefined) ?? 'null')).toEqual(body);
    expect(headers.get('content-type')).toBe(body === null ? null : 'application/json');
    expect(headers.get('authorization')).toBe(isOpen ? null : 'Bearer s3cret');
  });

  const foreign = (asking: Asking): [what: string, answer: () => Response][] => [
    ['a page', () => page()],
    ['a page that says it is JSON', () => new Response('<html>', json)],
    ['a page that says nothing of itself', () => bare('<html>')],
    ['other JSON', () => Response.json({ status: 'portal' })],
    ['a list', () => Response.json([])],
    ['null', () => Response.json(null)],
    ['nothing', () => new Response(null, { status: 204 })],
    ['401 with a page', () => page(401)],
    ['404 with a page', () => page(404)],
    ['407 with a page', () => page(407)],
    ['413 with a page', () => page(413)],
    ['502 with other JSON', () => Response.json({ error: 'bad' }, { status: 502 })],
    ['an answer that is cut', () => cut(asking.good === null ? {} : json.headers)],
  ];
  test.each(
    ALL_ASKED.flatMap((asking) =>
      foreign(asking)
        .filter(([what]) => asking.what !== 'reads the demonstration' || what !== 'other JSON')
        .map(([what, answer]) => ({ asking, what, answer })),
    ),
  )('[CO15] that $asking.what and is answered $what has reached nobody', async (row) => {
    const asked = answerInTurn(row.answer(), row.answer());
    expect(await answered(row.asking.ask())).toEqual(UNREACHABLE);
    expect(asked.length).toBe(times(row.asking));
  });

  test.each(ALL_ASKED)('[CO16] that $what ends after its time of silence', async (asking) => {
    const { patienceMs = 10_000 } = asking;
    const asked = answerInTurn('silence', 'silence');
    let answer: Answer<unknown> | undefined;
    void asking.ask().then((given) => {
      answer = given;
    });
    await vi.advanceTimersByTimeAsync(patienceMs - 100);
    expect([asked.length, answer]).toEqual([1, undefined]);
    await vi.advanceTimersByTimeAsync(patienceMs + 1_200);
    expect(asked.length).toBe(times(asking));
    expect(answer).toEqual(UNREACHABLE);
  });

  test.each(JSON_ASKED)(
    '[CO16] that $what is asked again only where that is safe',
    async (asking) => {
      answerInTurn(new TypeError('no network'), Response.json(asking.good));
      expect((await answered(asking.ask())).ok).toBe(asking.isRepeatable);
    },
  );
});

describe('an answer', () => {
  test('[CO13] that is a refusal has the server’s code and sentence, and is not asked for again', async () => {
    const asked = answerInTurn(
      Response.json({ code: 'full', message: 'C’est plein.' }, { status: 409 }),
    );
    expect(await takeCode('x')).toEqual({
      ok: false,
      error: { status: 409, code: 'full', message: 'C’est plein.' },
    });
    expect(asked.length).toBe(1);
  });

  test('[CO13] may have no sentence and still a code', async () => {
    answerInTurn(Response.json({ code: 'full' }, { status: 409 }));
    expect(await takeCode('x')).toMatchObject({ error: { code: 'full', message: '' } });
  });

  test.each([
    ['40 s of pieces', 4, 9_000, true],
    ['a silence of 11 s between two pieces', 2, 11_000, false],
  ])('[CO16] of %s is judged by its silences alone', async (_what, pieces, pauseMs, isWhole) => {
    const files = [answerByHand(xlsx), answerByHand(xlsx)];
    answerInTurn(...files.map(({ response }) => response));
    const asking = downloadExport(board, 's3cret', excel);
    for (const { send, end } of files) {
      for (let piece = 0; piece < pieces; piece++) {
        send(piece === 0 ? 'PK' : 'more');
        await vi.advanceTimersByTimeAsync(pauseMs);
      }
      end();
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect((await asking).ok).toBe(isWhole);
  });

  test('[CO16] to ten megabytes waits for as long as a slow line takes them', async () => {
    const asked = answerInTurn('silence');
    const asking = createBoard(' '.repeat(10_000_000));
    let isOver = false;
    void asking.then(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(150_000);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(isOver).toBe(true);
    expect(asked.length).toBe(1);
  });
});

describe('an export', () => {
  test.each([
    ['attachment; filename="a.xlsx"; filename*=UTF-8\'\'%C3%A9t%C3%A9.xlsx', 'été.xlsx'],
    ['attachment; filename="plan.xlsx"', 'plan.xlsx'],
  ])('[CO13] under %s is named %s', async (disposition, name) => {
    answerInTurn(new Response('PKc', { headers: { ...xlsx, 'content-disposition': disposition } }));
    const answer = await downloadExport(board, 's3cret', excel);
    if (!answer.ok) throw new Error(answer.error.code);
    expect(answer.value.name).toBe(name);
    expect(await answer.value.content.text()).toBe('PKc');
  });

  test.each(FORMAT_IDS)('[CO15] as %s is never the page of a portal', async (format) => {
    const type = MEDIA_TYPES[format];
    const named = { 'content-disposition': 'attachment; filename="a"' };
    for (const headers of [{ 'content-type': 'text/html' }, { 'content-type': type }, named]) {
      answerInTurn(new Response('<html>', { headers }), new Response('<html>', { headers }));
      expect(await answered(downloadExport(board, 's3cret', { format, names: false }))).toEqual(
        UNREACHABLE,
      );
    }
    const headers = { ...named, 'content-type': `${type}; charset=utf-8` };
    answerInTurn(new Response('PK', { headers }));
    expect((await downloadExport(board, 's3cret', { format, names: false })).ok).toBe(true);
  });

  test('[CO13] is asked for with or without names', async () => {
    const asked = answerInTurn(new Response('PK', { headers: xlsx }), csv());
    await downloadExport(board, 's3cret', excel);
    await downloadExport(board, 's3cret', { format: 'csv', names: true });
    expect(asked.map(({ path }) => path)).toEqual([
      '/api/boards/b1/export/xlsx',
      '/api/boards/b1/export/csv?names=1',
    ]);
    expect(new Headers(asked[0]?.init.headers).get('authorization')).toBe('Bearer s3cret');
  });

  test.each([
    ['an export', (signal: AbortSignal) => downloadExport(board, 's3cret', excel, { signal })],
    ['an import', (signal: AbortSignal) => createBoard('{}', { signal })],
  ])('[CO13] %s that is given up ends at once, and is not asked for again', async (_what, ask) => {
    for (const isBefore of [true, false]) {
      const asked = answerInTurn('silence');
      const asker = new AbortController();
      if (isBefore) asker.abort();
      const asking = ask(asker.signal);
      asker.abort();
      expect(await answered(asking, 5_000)).toEqual(UNREACHABLE);
      expect(asked.length).toBe(1);
      expect(asked[0]?.init.signal?.aborted).toBe(true);
    }
  });

  test('[CO13] refused is the server’s refusal', async () => {
    answerInTurn(Response.json({ code: 'role', message: 'Non.' }, { status: 403 }));
    expect(await downloadExport(board, 's3cret', excel)).toMatchObject({
      ok: false,
      error: { status: 403, code: 'role' },
    });
  });
});

const json = { headers: { 'content-type': 'application/json' } };
const xlsx = {
  'content-type': MEDIA_TYPES.xlsx,
  'content-disposition': 'attachment; filename="a.xlsx"',
};
const csv = () =>
  new Response('a', {
    headers: {
      'content-type': 'text/csv',
      'content-disposition': 'attachment; filename="a.csv"',
    },
  });
function bare(text: string): Response {
  const response = new Response(text);
  response.headers.delete('content-type');
  return response;
}
