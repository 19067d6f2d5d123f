/** What the page asks over HTTP, against answers that tests give. */
import { afterEach, describe, expect, test, vi } from 'vitest';
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

afterEach(() => vi.unstubAllGlobals());

/** Answers each request in turn, and notes it. */
function serve(...answers: readonly (Response | Error)[]) {
  const asked: { readonly path: string; readonly init: RequestInit }[] = [];
  const left = [...answers];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push({ path, init });
    const answer = left.shift();
    if (answer instanceof Error || !answer) throw answer ?? new Error('asked once too often');
    return answer;
  });
  return asked;
}
const cut = (headers?: HeadersInit) =>
  new Response(new ReadableStream({ pull: (body) => body.error(new TypeError('cut')) }), {
    headers: headers ?? {},
  });

const board = 'b1' as BoardId;
const person = 'p1' as PersonId;
const UNREACHABLE = { ok: false, error: { status: 0, code: 'unreachable', message: '' } };
const excel = { format: 'xlsx', names: false };

describe('each request', () => {
  test.each<[string, () => Promise<Answer<unknown>>, string, string, unknown]>([
    ['creates', () => createBoard('{"title":"Un"}'), 'POST', '/api/boards', { title: 'Un' }],
    ['looks in', () => readDoor(board, 's3cret'), 'GET', '/api/boards/b1', null],
    [
      'joins',
      () => joinBoard(board, 's3cret', { name: 'Ana' }),
      'POST',
      '/api/boards/b1/join',
      { name: 'Ana' },
    ],
    ['enters', () => takeCode('AB12'), 'POST', '/api/enter', { code: 'AB12' }],
    [
      'renews',
      () => renewLink(board, 's3cret', 'observer'),
      'POST',
      '/api/boards/b1/links/observer',
      null,
    ],
    [
      'opens entry',
      () => setEntry(board, 's3cret', { open: true }),
      'POST',
      '/api/boards/b1/code',
      { open: true },
    ],
    [
      'renames',
      () => changePerson(board, 's3cret', person, { name: 'Bo' }),
      'PATCH',
      '/api/boards/b1/people/p1',
      { name: 'Bo' },
    ],
    [
      'removes',
      () => removePerson(board, 's3cret', person),
      'DELETE',
      '/api/boards/b1/people/p1',
      null,
    ],
  ])('[CO13] %s', async (_what, ask, method, path, body) => {
    const asked = serve(Response.json({ said: 'yes' }));
    expect(await ask()).toEqual({ ok: true, value: { said: 'yes' } });
    const [{ init, ...rest } = { init: {} as RequestInit, path: '' }] = asked;
    const headers = new Headers(init.headers);
    const isOpen = path === '/api/boards' || path === '/api/enter';
    expect(rest.path).toBe(path);
    expect(init.method ?? 'GET').toBe(method);
    expect(JSON.parse((init.body as string | undefined) ?? 'null')).toEqual(body);
    expect(headers.get('content-type')).toBe(body === null ? null : 'application/json');
    expect(headers.get('authorization')).toBe(isOpen ? null : 'Bearer s3cret');
  });
});

describe('an answer', () => {
  test('[CO13] that is a refusal has the server’s code and sentence', async () => {
    serve(Response.json({ code: 'full', message: 'C’est plein.' }, { status: 409 }));
    expect(await takeCode('x')).toEqual({
      ok: false,
      error: { status: 409, code: 'full', message: 'C’est plein.' },
    });
  });

  test.each<[string, Response]>([
    ['no JSON', new Response('<h1>Bad gateway</h1>', { status: 502 })],
    ['another JSON', Response.json({ code: 7, message: null }, { status: 502 })],
    ['null', Response.json(null, { status: 502 })],
    ['cut', new Response(cut().body, { status: 502 })],
  ])('[CO13] of something in between is %s: unknown, with no sentence', async (_what, response) => {
    serve(response);
    expect(await takeCode('x')).toEqual({
      ok: false,
      error: { status: 502, code: 'unknown', message: '' },
    });
  });

  test('[CO13] may have no sentence and still a code', async () => {
    serve(Response.json({ code: 'full' }, { status: 409 }));
    expect(await takeCode('x')).toMatchObject({ error: { code: 'full', message: '' } });
  });

  test('[CO13] that never comes, or is cut halfway, is a failure and no exception', async () => {
    serve(new TypeError('no network'), cut(), cut(), new TypeError('no network'));
    expect(await takeCode('x')).toEqual(UNREACHABLE);
    expect(await readDoor(board, 's3cret')).toEqual(UNREACHABLE);
    expect(await readDemonstration()).toEqual(UNREACHABLE);
    expect(await readDemonstration()).toEqual(UNREACHABLE);
  });
});

describe('an export', () => {
  test.each([
    ['attachment; filename="a.xlsx"; filename*=UTF-8\'\'%C3%A9t%C3%A9.xlsx', 'été.xlsx'],
    ['attachment; filename="plan.xlsx"', 'plan.xlsx'],
    [null, 'gommette.xlsx'],
  ])('[CO13] under %s is named %s', async (disposition, name) => {
    serve(
      new Response('abc', { headers: disposition ? { 'content-disposition': disposition } : {} }),
    );
    const answer = await downloadExport(board, 's3cret', excel);
    if (!answer.ok) throw new Error(answer.error.code);
    expect(answer.value.name).toBe(name);
    expect(await answer.value.content.text()).toBe('abc');
  });

  test('[CO13] is asked for with or without names, and can be given up', async () => {
    const asked = serve(new Response('a'), new Response('a'));
    const { signal } = new AbortController();
    await downloadExport(board, 's3cret', excel, signal);
    await downloadExport(board, 's3cret', { format: 'csv', names: true });
    expect(asked.map(({ path }) => path)).toEqual([
      '/api/boards/b1/export/xlsx',
      '/api/boards/b1/export/csv?names=1',
    ]);
    expect(asked.map(({ init }) => init.signal)).toEqual([signal, null]);
    expect(new Headers(asked[0]?.init.headers).get('authorization')).toBe('Bearer s3cret');
  });

  test('[CO13] cut halfway is a failure, and can be asked for again', async () => {
    serve(cut(), new Response('abc'));
    expect(await downloadExport(board, 's3cret', excel)).toEqual(UNREACHABLE);
    expect(await downloadExport(board, 's3cret', excel)).toMatchObject({ ok: true });
  });

  test('[CO13] refused is the server’s refusal', async () => {
    serve(Response.json({ code: 'role', message: 'Non.' }, { status: 403 }));
    expect(await downloadExport(board, 's3cret', excel)).toMatchObject({
      ok: false,
      error: { status: 403, code: 'role' },
    });
  });
});
