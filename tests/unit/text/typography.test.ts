/** Spaces that are bound where text is drawn; `·` stands for one that no line is broken at. */
import { expect, test } from 'vitest';
import { drawnText } from '../../../shared/text/typography.ts';

const shown = (text: string) => drawnText(text).replaceAll(/[\u00a0\u202f]/g, '·');

test.each([
  ['Quoi ? Oui ! Ceci : cela ; fin', 'Quoi·? Oui·! Ceci·: cela·; fin'],
  ['Vraiment ?!', 'Vraiment·?!'],
  ['« Former », « Louer »', '«·Former·», «·Louer·»'],
  [' : ', '·: '],
  ['500 000 € HT', '500·000·€ HT'],
  ['1 250 000 habitants', '1·250·000 habitants'],
  ['30 % en 5 ans', '30·% en 5·ans'],
  ['12 km, 40 m², 3 t, 2 kWh', '12·km, 40·m², 3·t, 2·kWh'],
  ['de 9 h 05 à 10 h 45', 'de 9·h·05 à 10·h·45'],
  ['15 min, 1 minute, 2 heures', '15·min, 1·minute, 2·heures'],
  ['3 tables et 12 personnes', '3 tables et 12 personnes'],
  ['en 2026 2027', 'en 2026 2027'],
  ['Quoi? « Bref', 'Quoi? «·Bref'],
  ['http://exemple.fr/a:b', 'http://exemple.fr/a:b'],
  ['', ''],
])('[TY1] « %s » is drawn « %s »', (text, drawn) => {
  expect(shown(text)).toBe(drawn);
});

test('[TY1] what is drawn is as long as what was written, and drawn again it is the same', () => {
  const text = 'Acheter pour 1 500 000 € : « oui » ? Non ! Avant 10 h 45 ; 3 kg';
  const drawn = drawnText(text);
  expect(drawn).toHaveLength(text.length);
  expect(drawn.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(text);
  expect(drawnText(drawn)).toBe(drawn);
});

test('[TY1] before : and within « » a space is as wide as another, before ; ? ! and in thousands it is narrow', () => {
  expect(drawnText('« 1 500 € » : oui ? non ! ; 3 kg')).toBe(
    '«\u00a01\u202f500\u00a0€\u00a0»\u00a0: oui\u202f? non\u202f!\u202f; 3\u00a0kg',
  );
});
