import { expect, test } from 'vitest';
import { type Handler, matchRoute, type Route } from '../../../server/http/routes.ts';

const handler: Handler = () => Promise.resolve(new Response());
const routes: readonly Route[] = [
  ['GET', '/api/health', handler],
  ['GET', '/api/boards/:id', handler],
  ['POST', '/api/boards/:id', handler],
  ['GET', '/api/boards/:id/export/:format', handler],
];

test.each([
  ['GET', '/api/health', '/api/health', {}],
  ['HEAD', '/api/health', '/api/health', {}],
  ['GET', '/api/boards/b1', '/api/boards/:id', { id: 'b1' }],
  ['GET', '/api/boards/b%C3%A9', '/api/boards/:id', { id: 'bé' }],
  [
    'GET',
    '/api/boards/b1/export/csv',
    '/api/boards/:id/export/:format',
    { id: 'b1', format: 'csv' },
  ],
])('[HT1] %s %s is answered by %s', (method, path, pattern, params) => {
  const match = matchRoute(routes, method, path);
  expect(match).toMatchObject({ kind: 'found', params });
  expect(match.kind === 'found' && match.route[1]).toBe(pattern);
});

test.each([
  '/api',
  '/api/',
  '/api/health/',
  '/api/boards/b1/export',
  '/api/boards/%',
  '/API/health',
])('[HT1] nothing answers %s', (path) =>
  expect(matchRoute(routes, 'GET', path)).toEqual({ kind: 'unknown' }),
);

test('[HT2] a known path with another method names the methods it has', () => {
  expect(matchRoute(routes, 'DELETE', '/api/boards/b1')).toEqual({
    kind: 'wrong-method',
    allowed: ['GET', 'HEAD', 'POST'],
  });
});
