import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ChangedFields } from '../../../client/ui/changed-fields.tsx';

const words = { before: 'Avant', after: 'Après', emptyValue: 'vide', contested: 'aussi' };
/** Both sides as they are shown, what differs between brackets. */
function shown(before: string, after: string): readonly string[] {
  const changes = [{ key: 'title', label: 'Intitulé', before, after }];
  const { container } = render(<ChangedFields changes={changes} words={words} />);
  for (const mark of container.querySelectorAll('del, ins'))
    mark.textContent = `[${mark.textContent}]`;
  return [...container.querySelectorAll('.changed-value')].map((side) => side.textContent);
}

test.each([
  [
    'letters of a word',
    'Former les agents',
    'Former les agentes',
    'Former les [agents]',
    'Former les [agentes]',
  ],
  [
    'an ending in common',
    'les achats',
    'avec nos partenaires',
    '[les achats]',
    '[avec nos partenaires]',
  ],
  ['a word more', 'eau, rejets', 'eau potable, rejets', 'eau, rejets', 'eau[ potable], rejets'],
  ['a word less', 'eau potable', 'eau', 'eau[ potable]', 'eau'],
  ['an accent', 'marche public', 'marché public', '[marche] public', '[marché] public'],
  ['a sign', 'Fin.', 'Fin !', 'Fin[.]', 'Fin[ !]'],
  ['everything', '', 'Neuf', 'vide', '[Neuf]'],
  ['nothing', 'Même', 'Même', 'Même', 'Même'],
])('[KW26] what differs is marked in whole words: %s', (_what, before, after, ...sides) => {
  expect(shown(before, after)).toEqual(sides);
});
