import { expect, test } from 'vitest';
import { type PastedLine, readPastedLines } from '../../../client/features/frame/pasted-lines.ts';

test.each<[string, PastedLine]>([
  ['Direction des mobilités', { name: 'Direction des mobilités' }],
  [
    'Direction de la commande publique (DCP)',
    { name: 'Direction de la commande publique', abbreviation: 'DCP' },
  ],
  [
    'DCE – Direction du cycle de l’eau',
    { name: 'Direction du cycle de l’eau', abbreviation: 'DCE' },
  ],
  ['  • Mission numérique ', { name: 'Mission numérique' }],
  ['12. Direction des finances', { name: 'Direction des finances' }],
  ['Finances\tDFIN\tressource', { name: 'Finances', abbreviation: 'DFIN', kind: 'ressource' }],
  ['DFIN; Finances; ressource', { name: 'Finances', abbreviation: 'DFIN', kind: 'ressource' }],
  ['Finances ; ; ressource', { name: 'Finances', kind: 'ressource' }],
  ['Finances ; fonction ressource', { name: 'Finances', kind: 'fonction ressource' }],
  ['DRH', { name: 'DRH' }],
  [
    'Direction des sports (et de la jeunesse)',
    { name: 'Direction des sports (et de la jeunesse)' },
  ],
])('[FA12] the line « %s » is read as a direction', (line, expected) => {
  expect(readPastedLines(line, []).lines).toEqual([expected]);
});

test('[FA12] names already there or coming twice are left out and counted', () => {
  const pasted = 'Finances\r\n\r\nFINANCES\nÉducation\nMobilités\n';
  expect(readPastedLines(pasted, ['Education'])).toEqual({
    lines: [{ name: 'Finances' }, { name: 'Mobilités' }],
    known: 2,
  });
});
