/** Lines that would become priorities, directions or actors. */
import { expect, test } from 'vitest';
import { LIMITS } from '../../../shared/board/schema.ts';
import type { ImportKind } from '../../../shared/table/fields.ts';
import { board, messages, plan } from './plan-stage.ts';

test.each<[ImportKind, string, readonly Readonly<Record<string, string>>[]]>([
  [
    'directions',
    'Direction;Sigle\nVoirie;DV\nDirection de l’eau;DE',
    [{ name: 'Voirie', abbreviation: 'DV' }],
  ],
  [
    'actors',
    'Acteur;Attentes\nCCI;des lots\nfederation;',
    [{ name: 'CCI', expectation: 'des lots' }],
  ],
  [
    'priorities',
    'Priorité;Orientation\nEmploi;Former\nEau;',
    [{ title: 'Emploi', orientation: 'Former' }],
  ],
])('[IM6] lines become %s; [IM8] those that are there are left out', (kind, text, values) => {
  const made = plan(text, {}, kind);
  expect(made.entities.map((entity) => entity.values)).toEqual(values);
  expect(made.faults.map((fault) => fault.kind)).toEqual(['duplicate']);
});

test('[IM8] where a name is already is told', () => {
  const made = plan('Direction\nvoirie\nVOIRIE\nDirection de l’eau', {}, 'directions');
  expect(messages(made)).toEqual([
    'Ligne 3 : « VOIRIE » est déjà à la ligne 2, ligne non reprise.',
    'Ligne 4 : « Direction de l’eau » est déjà dans l’atelier, ligne non reprise.',
  ]);
});

test.each<[ImportKind, string, number]>([
  ['priorities', 'Priorité', LIMITS.priorities - board.priorities.length],
  ['directions', 'Direction', LIMITS.directions - board.directions.size],
  ['actors', 'Acteur', LIMITS.actors - board.actors.size],
])('[IM6] beyond the size of a workshop %s are left out, and told', (kind, head, room) => {
  const lines = (count: number) =>
    plan(
      `${head}\n${Array.from({ length: count }, (_, at) => `Nom ${at + 100}`).join('\n')}`,
      {},
      kind,
    );
  expect(lines(room)).toMatchObject({ entities: { length: room }, faults: [] });
  expect(lines(room + 1)).toMatchObject({
    entities: { length: room },
    faults: [{ kind: 'too-many', field: 'lignes de cette liste' }],
  });
});

test('[IM6] a name is one line of single spaces, as long as it may be', () => {
  const long = 'x'.repeat(LIMITS.lineCharacters);
  const made = plan(`Direction;Sigle\n"Voirie   et\nréseaux";VOIRIERE\n${long};`, {}, 'directions');
  expect(made.entities.map(({ values }) => values)).toEqual([
    { name: 'Voirie et réseaux', abbreviation: 'VOIRIERE' },
    { name: long },
  ]);
});

test('[IM6] a name that is missing, and an abbreviation too long, are told', () => {
  const made = plan('Direction;Sigle\n;DV\nVoirie;BEAUCOUPTROP', {}, 'directions');
  expect(made.entities).toEqual([{ line: 3, values: { name: 'Voirie' } }]);
  expect(messages(made)).toEqual([
    'Ligne 2 : nom absent, ligne mise de côté.',
    'Ligne 3 : Sigle : « BEAUCOUPTROP » est trop long, non repris.',
  ]);
});
