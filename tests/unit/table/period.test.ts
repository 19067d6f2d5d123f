/** Times as services write them in the place of a day. */
import { expect, test } from 'vitest';
import { monthNamed, periodIn } from '../../../shared/table/period.ts';

test.each([
  ['T3 2026', '2026-07-01', '2026-09-30'],
  ['t1-2027', '2027-01-01', '2027-03-31'],
  ['2026 T4', '2026-10-01', '2026-12-31'],
  ['2026-T2', '2026-04-01', '2026-06-30'],
  ['Q2 2027', '2027-04-01', '2027-06-30'],
  ['3e trimestre 2026', '2026-07-01', '2026-09-30'],
  ['3ème trim. 2026', '2026-07-01', '2026-09-30'],
  ['Premier trimestre 2026', '2026-01-01', '2026-03-31'],
  ['dernier trimestre 2026', '2026-10-01', '2026-12-31'],
  ['4e trimestre de l’année 2026', '2026-10-01', '2026-12-31'],
  ['1er semestre 2027', '2027-01-01', '2027-06-30'],
  ['2nd semestre 2027', '2027-07-01', '2027-12-31'],
  ['second semestre 2027', '2027-07-01', '2027-12-31'],
  ['S2 2027', '2027-07-01', '2027-12-31'],
  ['fin du 1er semestre 2027', '2027-01-01', '2027-06-30'],
  ['sept. 2026', '2026-09-01', '2026-09-30'],
  ['Septembre 2026', '2026-09-01', '2026-09-30'],
  ['fin février 2028', '2028-02-01', '2028-02-29'],
  ['en août 2027', '2027-08-01', '2027-08-31'],
  ['déc 2027', '2027-12-01', '2027-12-31'],
  ['12/2027', '2027-12-01', '2027-12-31'],
  ['6-2027', '2027-06-01', '2027-06-30'],
  ['2027-02', '2027-02-01', '2027-02-28'],
  ['2028', '2028-01-01', '2028-12-31'],
  ['fin 2026', '2026-01-01', '2026-12-31'],
  ['Fin d’année 2026', '2026-01-01', '2026-12-31'],
  ['d’ici fin 2027', '2027-01-01', '2027-12-31'],
  ["d'ici 2030", '2030-01-01', '2030-12-31'],
  ['avant la fin 2026', '2026-01-01', '2026-12-31'],
  ['à l’horizon 2030', '2030-01-01', '2030-12-31'],
  ['courant 2027', '2027-01-01', '2027-12-31'],
  ['au cours de l’année 2027', '2027-01-01', '2027-12-31'],
  ['début 2027', '2027-01-01', '2027-03-31'],
  ['mi-2027', '2027-01-01', '2027-06-30'],
  ['été 2027', '2027-07-01', '2027-09-30'],
  ['printemps 2027', '2027-04-01', '2027-06-30'],
  ['rentrée 2027', '2027-09-01', '2027-09-30'],
  ['2026-2028', '2026-01-01', '2028-12-31'],
  ['2026 à 2030', '2026-01-01', '2030-12-31'],
  ['T3 2026 (prévisionnel)', '2026-07-01', '2026-09-30'],
  ['March 2027', '2027-03-01', '2027-03-31'],
  ['end of 2027', '2027-01-01', '2027-12-31'],
])('[IM27] « %s » is from %s to %s', (text, first, last) => {
  expect(periodIn(text)).toEqual({ first, last });
});

test.each(['immédiat', 'Immédiatement', 'dès maintenant'])('[IM27] « %s » is today', (text) => {
  expect(periodIn(text, '2026-11-30')).toEqual({ first: '2026-11-30', last: '2026-11-30' });
  expect(periodIn(text)).toBeUndefined();
});

test.each([
  '',
  'à définir',
  'permanent',
  'T5 2026',
  'S3 2026',
  '13/2027',
  '0/2027',
  '5e trimestre 2026',
  'avant 2027',
  'après 2027',
  'T3',
  '2026, 2027, 2028',
  'T3 2026 ou T4 2026',
  '2028-2026',
  '1250',
  '3 actions en 2027',
  'lot 3 2027',
  'a'.repeat(10_000),
])('[IM27] « %s » is no time, or more than one', (text) => {
  expect(periodIn(text, '2026-11-30')).toBeUndefined();
});

test('[IM27] months are known by their names in French and English, long and short', () => {
  const named = ['Janvier', 'févr.', 'March', 'avr', 'mai', 'juin', 'juil.', 'août', 'sep', 'oct.'];
  expect(named.map(monthNamed)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(['juillet', 'décembre', 'ma', 'janvi', 'marsouin'].map(monthNamed)).toEqual([
    7,
    12,
    undefined,
    undefined,
    undefined,
  ]);
});
