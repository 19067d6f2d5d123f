/** Names of a workshop as tables write them. */
import { expect, test } from 'vitest';
import type { Board } from '../../../shared/board/board.ts';
import { createNearNames } from '../../../shared/import/near-names.ts';

const named = (names: readonly string[]) =>
  new Map(names.map((name, at) => [`id${at}`, { id: `id${at}`, name }]));
const board = {
  directions: named([
    'Direction de la commande publique (DCP)',
    'Direction du cycle de l’eau',
    'Direction des moyens généraux',
    'Direction des systèmes d’information (DSI)',
    'Direction des finances',
    'Voirie',
    'Espaces verts',
  ]),
  actors: named([
    'Chambre de commerce et d’industrie',
    'Chambre de métiers et de l’artisanat (CMA)',
    'CRESS Normandie',
    'Maison de l’emploi Nord',
    'Maison de l’emploi Sud',
  ]),
  policies: named([]),
} as unknown as Board;
const near = createNearNames(board);
const nameOf = (ids: readonly string[], of: 'directions' | 'actors') =>
  ids.map((id) => (board[of] as ReadonlyMap<string, { name: string }>).get(id)?.name);

test.each([
  ['Commande publique', ['Direction de la commande publique (DCP)']],
  ['Service de la commande publique', ['Direction de la commande publique (DCP)']],
  ['commande publique (dcp)', ['Direction de la commande publique (DCP)']],
  ['Cycle de l’eau', ['Direction du cycle de l’eau']],
  ['Dir. des finances', ['Direction des finances']],
  ['Direction des finances (DF)', ['Direction des finances']],
  ['Direction finance', ['Direction des finances']],
  [
    'Moyens généraux / DSI',
    ['Direction des moyens généraux', 'Direction des systèmes d’information (DSI)'],
  ],
  ['Voirie et espaces verts', ['Voirie', 'Espaces verts']],
  ['Espaces verts & voirie', ['Espaces verts', 'Voirie']],
])('[IM31] « %s » is proposed as %j', (text, expected) => {
  expect(nameOf(near.directions(text), 'directions')).toEqual(expected);
});

test.each([
  ['CCI', ['Chambre de commerce et d’industrie']],
  ['C.C.I.', ['Chambre de commerce et d’industrie']],
  ['CMA', ['Chambre de métiers et de l’artisanat (CMA)']],
  [
    'CCI et CMA',
    ['Chambre de commerce et d’industrie', 'Chambre de métiers et de l’artisanat (CMA)'],
  ],
  ['Chambre des métiers et de l’artisanat', ['Chambre de métiers et de l’artisanat (CMA)']],
])('[IM31] « %s » is proposed as %j', (text, expected) => {
  expect(nameOf(near.actors(text), 'actors')).toEqual(expected);
});

test.each(['', 'Direction', 'Culture', 'Voirie et culture', 'eau '.repeat(10_000), 'et', '/'])(
  '[IM31] « %s » is proposed as nothing',
  (text) => {
    expect(near.directions(text)).toEqual([]);
  },
);
test.each(['Maison de l’emploi', 'MDE'])('[IM31] « %s », which two could be, is nobody', (text) => {
  expect(near.actors(text)).toEqual([]);
});
