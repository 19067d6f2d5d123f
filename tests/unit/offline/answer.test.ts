/** What the service worker answers by itself, and when. */
import { expect, test } from 'vitest';
import {
  answerPage,
  isTakenBack,
  kindOf,
  outdated,
  pageHeader,
} from '../../../client/offline/answer.ts';
import { PAGE_HEADER } from '../../../shared/protocol/http.ts';

const origin = 'https://ateliers.test';
const kind = (path: string, mode: RequestMode = 'no-cors', method = 'GET') =>
  kindOf({ url: new URL(path, origin).href, mode, method }, origin);

test.each([
  ['/', 'navigate', 'page'],
  ['/a/atelier?vue=mur', 'navigate', 'page'],
  ['/nulle-part', 'navigate', 'page'],
  ['/assets/page-abc.js', 'cors', 'file'],
  ['/layers.css?0123', 'no-cors', 'file'],
  ['/layers.css', 'no-cors', 'network'],
  ['/api/boards/atelier', 'cors', 'network'],
  ['/api/boards/atelier/export/xlsx', 'navigate', 'network'],
  ['/api', 'navigate', 'network'],
  ['/sync/atelier?transport=polling', 'cors', 'network'],
  ['https://ailleurs.test/assets/page-abc.js', 'cors', 'network'],
  ['https://ailleurs.test/', 'navigate', 'network'],
] as const)('[AW2] %s, asked as %s, is a matter of: %s', (path, mode, of) => {
  expect(kind(path, mode)).toBe(of);
});

test('[AW2] what is sent is never answered from the device', () => {
  expect([kind('/', 'navigate', 'POST'), kind('/assets/a.js', 'cors', 'PUT')]).toEqual([
    'network',
    'network',
  ]);
});

const kept = async () => new Response('kept');
const said = async (asked: Promise<Response>, device = kept, waitMs = 5) =>
  (await answerPage(asked, device as typeof kept, waitMs)).text();
const answered = (status: number, headers = {}) =>
  Promise.resolve(new Response(String(status), { status, headers }));

test.each([200, 304, 401, 403])('[AW2] the server’s page comes first, a %i too', async (status) => {
  const asked = status === 304 ? Promise.resolve(new Response(null, { status })) : answered(status);
  expect(await said(asked)).toBe(status === 304 ? '' : String(status));
});

test('[AW2] a page that our server has not is told by it; a proxy’s word for that is not believed', async () => {
  expect(await said(answered(404, { [pageHeader]: '1' }))).toBe('404');
  expect(await said(answered(404))).toBe('kept');
});

test.each([500, 502, 503, 504])('[AW2] a %i is a server that is not there', async (status) => {
  expect(await said(answered(status))).toBe('kept');
});

test('[AW2] so are a cut network, and an answer that is too late', async () => {
  expect(await said(Promise.reject(new TypeError('Failed to fetch')))).toBe('kept');
  expect(await said(new Promise(() => {}))).toBe('kept');
});

test('[AW2] where the device has lost its page, the network’s word is the answer', async () => {
  const gone = async () => undefined as unknown as Response;
  expect(await said(answered(502), gone)).toBe('502');
  await expect(said(Promise.reject(new TypeError('cut')), gone)).rejects.toThrow('cut');
});

test('[AW3] files of the two versions before stay for pages that are open; nothing of others goes', () => {
  const names = [
    'gommette-page-1',
    'autre',
    'gommette-page-2',
    'gommette-page-3',
    'gommette-page-4',
  ];
  expect(outdated(names, 'gommette-page-4')).toEqual(['gommette-page-1']);
  expect(outdated(names.slice(0, 4), 'gommette-page-3')).toEqual([]);
  expect(outdated(['gommette-page-1'], 'gommette-page-1')).toEqual([]);
  expect(outdated(names, 'gommette-page-1')).toEqual(['gommette-page-2']);
});

test('[AW3] a worker leaves when the server says so, or has had none for a day; not before', () => {
  const hour = 3_600_000;
  const now = 1_900_000_000_000;
  expect(isTakenBack(410, undefined, now)).toBe(true);
  expect(isTakenBack(404, undefined, now)).toBe(false);
  expect(isTakenBack(404, now - 23 * hour, now)).toBe(false);
  expect(isTakenBack(404, now - 24 * hour, now)).toBe(true);
  for (const status of [200, 401, 403, 407, 502])
    expect(isTakenBack(status, now - 24 * hour, now)).toBe(false);
});

test('[AW2] the worker knows our own pages by what the server writes on them', () => {
  expect(pageHeader).toBe(PAGE_HEADER);
});
