import { expect, test } from 'vitest';
import { isOwnPage } from '../../../server/http/own-page.ts';

const publicOrigin = () => 'https://atelier.exemple.fr';
type Headers = Readonly<Record<string, string>>;

test.each<[string, Headers, trustProxy: boolean, isOwn: boolean]>([
  ['a program, which names no page', { host: 'h:3000' }, false, true],
  ['the public address', { host: '127.0.0.1:3000', origin: publicOrigin() }, false, true],
  ['the host it was sent to', { host: 'h:3000', origin: 'http://h:3000' }, false, true],
  ['the host, spelled otherwise', { host: 'H:3000', origin: 'http://h:3000' }, false, true],
  ['another site', { host: 'h:3000', origin: 'https://evil.example' }, false, false],
  ['another port', { host: 'h:3000', origin: 'http://h:3001' }, false, false],
  ['no origin that can be told', { host: 'h:3000', origin: 'null' }, false, false],
  ['no address at all', { host: 'h:3000', origin: '' }, false, false],
  [
    'a proxy that rewrites Host, and a browser that knows better',
    { host: '127.0.0.1:3000', origin: 'https://a.example', 'sec-fetch-site': 'same-origin' },
    false,
    true,
  ],
  [
    'another site of the same organisation',
    { host: 'h:3000', origin: 'http://x.h', 'sec-fetch-site': 'same-site' },
    false,
    false,
  ],
  [
    'what a trusted proxy forwards',
    { host: '127.0.0.1:3000', origin: 'https://a.example', 'x-forwarded-host': 'x, a.example' },
    true,
    true,
  ],
  [
    'what anybody says that they forward',
    { host: '127.0.0.1:3000', origin: 'https://a.example', 'x-forwarded-host': 'a.example' },
    false,
    false,
  ],
])('[HT41] %s', (_what, headers, trustProxy, isOwn) => {
  expect(isOwnPage({ headers }, { publicOrigin, trustProxy })).toBe(isOwn);
});
