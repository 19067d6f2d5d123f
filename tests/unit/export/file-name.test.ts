import { expect, test } from 'vitest';
import { contentDisposition, fileName } from '../../../shared/export/file-name.ts';

const name = (territory: string) =>
  fileName({ kind: 'spaser-actions', territory, day: '2026-11-23', extension: 'csv' });

test.each([
  ['Le Cotentin', 'spaser-actions-le-cotentin-2026-11-23.csv'],
  ['Communauté d’agglomération (Ⅱ)', 'spaser-actions-communaute-d-agglomeration-ii-2026-11-23.csv'],
  ['', 'spaser-actions-2026-11-23.csv'],
  ['🌊', 'spaser-actions-2026-11-23.csv'],
  ['../../etc/passwd', 'spaser-actions-etc-passwd-2026-11-23.csv'],
  ['a\r\nSet-Cookie: x', 'spaser-actions-a-set-cookie-x-2026-11-23.csv'],
  ['\u202Evsc.exe', 'spaser-actions-vsc-exe-2026-11-23.csv'],
  ['Cœur de Nacre', 'spaser-actions-coeur-de-nacre-2026-11-23.csv'],
])('[EX10] a file of %j is called %s', (territory, expected) => {
  expect(name(territory)).toBe(expected);
});

test('[EX10] a name stays short, whatever the territory', () => {
  expect(name('é'.repeat(10_000)).length).toBeLessThan(100);
});

test.each([
  ['a.csv', `attachment; filename="a.csv"; filename*=UTF-8''a.csv`],
  ['é "x".csv', `attachment; filename="_ _x_.csv"; filename*=UTF-8''%C3%A9%20%22x%22.csv`],
  ['a\r\nX: y', `attachment; filename="a__X: y"; filename*=UTF-8''a%0D%0AX%3A%20y`],
  [`it's (1)*`, `attachment; filename="it's (1)*"; filename*=UTF-8''it%27s%20%281%29%2A`],
  ['\uD800', `attachment; filename="_"; filename*=UTF-8''%EF%BF%BD`],
])('[EX10] the header for %j breaks out of nothing', (file, expected) => {
  expect(contentDisposition(file)).toBe(expected);
});
