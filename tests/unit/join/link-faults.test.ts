import { expect, test } from 'vitest';
import { faultOfLinks } from '../../../client/features/join/link-faults.ts';

test.each([
  ['http://localhost:3000', 'here'],
  ['https://localhost', 'here'],
  ['http://atelier.localhost', 'here'],
  ['http://127.0.0.1:3000', 'here'],
  ['http://127.8.9.1', 'here'],
  ['http://0.0.0.0:3000', 'here'],
  ['http://[::1]:3000', 'here'],
  ['http://[::ffff:127.0.0.1]:3000', 'here'],
  ['http://192.168.1.20:3000', 'clear'],
  ['http://atelier.exemple.fr', 'clear'],
  ['https://atelier.exemple.fr', undefined],
  ['https://localhost.exemple.fr', undefined],
])('[LK25] of links that begin with %s the fault is %s', (origin, kind) => {
  const links = [undefined, `${origin}/a/k3f9q0zr7m2x5d#secret`];
  expect(faultOfLinks(links)?.kind).toBe(kind);
});

test('[LK25] without a link nothing is wrong', () => {
  expect(faultOfLinks([undefined])).toBeNull();
});
