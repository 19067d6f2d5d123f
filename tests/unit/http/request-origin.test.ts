import { expect, test } from 'vitest';
import { requestOrigin } from '../../../server/http/request-origin.ts';

const listened = () => 'http://localhost:3000';
const asked = (
  headers: Readonly<Record<string, string>>,
  { publicUrl, trustProxy = false }: { publicUrl?: string; trustProxy?: boolean } = {},
) => requestOrigin({ headers: new Headers(headers) }, { publicUrl, trustProxy, listened });

test.each([
  ['http://atelier.exemple.fr:3000', { host: 'atelier.exemple.fr:3000' }],
  ['http://192.168.1.20:3000', { host: '192.168.1.20:3000' }],
  ['http://[2001:db8::1]:3000', { host: '[2001:db8::1]:3000' }],
  ['http://atelier.exemple.fr', { host: 'ATELIER.exemple.fr:80' }],
  [
    'https://atelier.exemple.fr',
    { host: 'atelier.exemple.fr', origin: 'https://atelier.exemple.fr' },
  ],
  [
    'http://atelier.exemple.fr',
    { host: 'atelier.exemple.fr', origin: 'https://elsewhere.example' },
  ],
  ['http://atelier.exemple.fr', { host: 'atelier.exemple.fr', origin: 'null' }],
])('[HT40] links begin with %s for a request with %j', (origin, headers) => {
  expect(asked(headers)).toBe(origin);
});

test.each([
  '',
  'a b',
  'evil.example/a#',
  'user@evil.example',
  'evil.example, atelier.exemple.fr',
  'évil.example',
  'evil.example:99999',
  '-evil.example',
  '[::1',
  `${'a'.repeat(300)}.example`,
])('[HT40] a host that is none, « %s », is not believed', (host) => {
  const headers = { get: (name: string) => (name === 'host' ? host : null) } as Headers;
  const rules = { publicUrl: undefined, trustProxy: false, listened };
  expect(requestOrigin({ headers }, rules)).toBe('http://localhost:3000');
});

const forwarded = {
  host: '127.0.0.1:3000',
  'x-forwarded-host': 'evil.example, atelier.exemple.fr',
  'x-forwarded-proto': 'http, https',
};
test('[HT40] what a proxy forwards counts only where proxies are trusted', () => {
  expect(asked(forwarded)).toBe('http://127.0.0.1:3000');
  expect(asked(forwarded, { trustProxy: true })).toBe('https://atelier.exemple.fr');
});

test('[HT40] the address of the settings wins over whatever a request says', () => {
  const publicUrl = 'https://gommette.exemple.fr';
  expect(asked(forwarded, { publicUrl, trustProxy: true })).toBe(publicUrl);
});
