import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { addressOf, isLocal, pathOf } from '../../../server/http/node.ts';

/** As much of a request as these functions look at. */
const asked = (remoteAddress: string | undefined, forwarded?: string) =>
  ({
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    socket: { remoteAddress },
  }) as unknown as IncomingMessage; // reason: a real one needs a socket

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2:9::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  [undefined, ''],
])('[HT22] %s is limited as %s', (remote, key) => {
  expect(addressOf(asked(remote), false)).toBe(key);
});

test.each([
  [false, '198.51.100.1', '192.0.2.7'],
  [true, '198.51.100.1', '198.51.100.1'],
  [true, '203.0.113.9, 198.51.100.1', '198.51.100.1'],
  [true, '', '192.0.2.7'],
  [true, '1:2:3:4:5::6:7:8:9:1', '1:2:3:4'],
])('[HT22] with a trusted proxy %s, X-Forwarded-For %s gives %s', (trusted, forwarded, key) => {
  expect(addressOf(asked('192.0.2.7', forwarded), trusted)).toBe(key);
});

test.each([
  ['/a/b?c=d', '/a/b'],
  ['/a/../api/health', '/api/health'],
  ['http://elsewhere.example/api/health', '/api/health'],
  ['//', undefined],
])('[HT1] the path of %s is %s', (url, path) => {
  expect(pathOf({ url } as IncomingMessage)).toBe(path);
});

test.each<[boolean, string | undefined, Record<string, string>]>([
  [true, '127.0.0.1', { host: 'localhost:3000' }],
  [true, '::ffff:127.0.0.1', { host: '127.0.0.1:3000' }],
  [true, '::1', { host: '[::1]:3000' }],
  [false, '192.168.1.20', { host: 'localhost:3000' }],
  [false, undefined, { host: 'localhost:3000' }],
  [false, '127.0.0.1', { host: 'atelier.example' }],
  [false, '127.0.0.1', { host: '127.0.0.1.atelier.example' }],
  [false, '127.0.0.1', { host: 'localhost', 'x-forwarded-for': '127.0.0.1' }],
  [false, '127.0.0.1', { host: 'localhost', forwarded: 'for=192.0.2.1' }],
  [false, '127.0.0.1', {}],
])(
  '[OP4] that a program of this machine asks by itself is %s from %s with %j',
  (local, remoteAddress, headers) => {
    const incoming = { headers, socket: { remoteAddress } } as unknown as IncomingMessage; // reason: as above
    expect(isLocal(incoming)).toBe(local);
  },
);
