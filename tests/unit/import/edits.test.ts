/** What a changed cell does to its action, beyond the plain fields. */
import { expect, test } from 'vitest';
import { addTerm } from '../../../shared/board/commands/terms.ts';
import { createDoc } from '../../../shared/board/doc.ts';
import { fillBoard } from '../../../shared/board/fill.ts';
import { LIMITS } from '../../../shared/board/schema.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { createFaults } from '../../../shared/file/fault.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { editsOf, measuresChange } from '../../../shared/import/edits.ts';
import { createRowContext } from '../../../shared/import/row-context.ts';
import { TARGETS } from '../../../shared/import/targets.ts';
import type { TableCell } from '../../../shared/table/cell.ts';
import type { ActionField } from '../../../shared/table/fields.ts';
import { unwrap } from '../../support/result.ts';
import { fileOf, readFile, workshopOf } from '../../support/workshop-file.ts';

const doc = createDoc();
const cards = [
  { id: 'c1', title: 'Plain', indicator: { label: 'Part\nutile', target: 1 } },
  { id: 'c2', title: 'Retained', status: 'Retenue', means: 'x'.repeat(6_000) },
  { id: 'c3', title: 'Aside', status: 'Écartée', statusBefore: 'Retenue' },
  { id: 'c4', title: 'Merged', status: 'Fusionnée', mergedIntoId: 'c1' },
  {
    id: 'c5',
    title: 'Full',
    description: 'y'.repeat(21_000),
    levers: ['Variante', 'Troc'],
    partnerIds: ['a2'],
    operatorConstraints: [
      { actorId: 'a1', text: 'des délais' },
      { text: 'du papier' },
      { text: 'deux\nlignes' },
    ],
  },
  { id: 'c6', title: 'English', levers: ['Sourçage'], partnerIds: ['a1', 'a2'] },
  { id: 'c7', title: 'Measured', indicator: { label: 'Nombre' } },
].map((card) => ({ priorityId: 'p1', ...card }));
fillBoard(
  doc,
  workshopOf(
    readFile(
      fileOf(cards, {
        priorities: [
          { id: 'p1', position: 1, title: 'Eau' },
          { id: 'p2', position: 2, title: 'Emploi' },
        ],
        vocabularies: { levers: ['Variante', 'Troc'] },
        externalActors: [
          { id: 'a1', name: 'Fédération' },
          { id: 'a2', name: 'Fédération' },
        ],
      }),
    ),
  ),
);
const ownTerm = unwrap(addTerm(doc, 'levers', 'Market engagement'));
const board = readBoard(doc);

/** The edits of a cell typed in an action, and what was told. */
function typed(id: string, key: ActionField, cell: TableCell) {
  const faults = createFaults();
  const context = createRowContext(board, faults);
  const action = board.actions.get(id as ActionId);
  if (!action) throw new Error(`no action ${id}`);
  const change = { action, line: 7, context, key, cell };
  const cells = new Map([[key, cell]]);
  const edits =
    TARGETS[key].kind === 'indicator' ? measuresChange({ ...change, cells }) : editsOf(change);
  return { edits, told: faults.list().map(({ message }) => message) };
}

const discarded = { kind: 'discarded', discarded: true };
const restored = { kind: 'discarded', discarded: false };
const status = (value: string) => ({ kind: 'field', key: 'status', value });
test.each<[string, string, readonly object[]]>([
  ['c1', 'Proposée', []],
  ['c1', 'à discuter', [status('discuss')]],
  ['c1', 'Écartée', [discarded]],
  ['c1', '', []],
  ['c2', 'Proposée', [status('proposed')]],
  ['c2', 'Retenue', []],
  ['c3', 'Écartée', []],
  ['c3', 'Retenue', [restored]],
  ['c3', 'Proposée', [restored, status('proposed')]],
  ['c4', 'Fusionnée', []],
])('[IM11] %s with the status « %s »', (id, cell, edits) => {
  expect(typed(id, 'status', cell).edits).toEqual(edits);
});

test('[IM12] a merged action stays merged, and that is told', () => {
  expect(typed('c4', 'status', 'Retenue')).toEqual({
    edits: [],
    told: ['Ligne 7 : Statut : l’action est fusionnée, elle le reste.'],
  });
  expect(typed('c1', 'status', 'Perdue').told).toEqual([
    'Ligne 7 : Statut : « Perdue » inconnu, non repris.',
  ]);
});

test('[IM11] a text that is longer than editing allows may shrink, not grow', () => {
  const shorter = 'y'.repeat(20_500);
  expect(typed('c5', 'description', shorter)).toEqual({
    edits: [{ kind: 'text', key: 'description', text: shorter }],
    told: [],
  });
  expect(typed('c5', 'description', 'y'.repeat(21_000)).edits).toEqual([]);
  expect(typed('c5', 'description', 'y'.repeat(21_001))).toEqual({
    edits: [],
    told: ['Ligne 7 : Description : 21\u202F001 caractères, 20\u202F000 au plus.'],
  });
  expect(typed('c1', 'description', 'y'.repeat(20_000)).edits).toHaveLength(1);
  expect(typed('c1', 'description', 'y'.repeat(20_001)).edits).toEqual([]);
});

test('[IM12] the limits of a line and of a note are those of editing', () => {
  const line = 'z'.repeat(LIMITS.lineCharacters);
  expect(typed('c1', 'electedSponsor', line).edits).toHaveLength(1);
  expect(typed('c1', 'electedSponsor', `${line}z`)).toEqual({
    edits: [],
    told: [expect.stringMatching(/^Ligne 7 : Élu·e référent·e : .* au plus, non repris\.$/)],
  });
  expect(typed('c1', 'means', 'z'.repeat(LIMITS.noteCharacters)).edits).toHaveLength(1);
  expect(typed('c1', 'means', 'z'.repeat(LIMITS.noteCharacters + 1)).edits).toEqual([]);
});

const member = (key: string, code: string, present: boolean) => ({
  kind: 'member',
  key,
  code,
  present,
});
test.each<[ActionField, TableCell, readonly object[]]>([
  ['levers', 'Troc', [member('levers', 'variant', false)]],
  ['levers', 'Sourçage ; Troc ; Variante', [member('levers', 'market-engagement', true)]],
  ['levers', null, [member('levers', 'variant', false), member('levers', 'troc', false)]],
  ['levers', 'Troc ; Magie', []],
  ['partners', 'fédération', []],
  ['partners', 'a1', [member('partners', 'a1', true), member('partners', 'a2', false)]],
])('[IM11] members of %s from « %s »', (key, cell, edits) => {
  expect(typed('c5', key, cell).edits).toEqual(edits);
});

test('[IM11] a name in English is that of a member, whatever term of the workshop is called so', () => {
  expect(typed('c6', 'levers', 'Market engagement ; Variante').edits).toEqual([
    member('levers', 'variant', true),
  ]);
  expect(typed('c5', 'levers', 'Troc ; Variante ; Market engagement').edits).toEqual([
    member('levers', ownTerm, true),
  ]);
});

test('[IM11] of two members of the same name neither is taken out by a cell that has it', () => {
  expect(typed('c6', 'partners', 'Fédération ; Fédération').edits).toEqual([]);
  expect(typed('c6', 'partners', 'Fédération ; Eau').edits).toEqual([]);
  expect(typed('c6', 'partners', '').edits).toEqual([
    member('partners', 'a1', false),
    member('partners', 'a2', false),
  ]);
});

const [first, second] = board.actions.get('c5' as ActionId)?.constraints ?? [];
const part = { kind: 'part', key: 'constraints' };
test.each<[string, TableCell, readonly object[]]>([
  ['as they were', 'Fédération : des délais\ndu papier\ndeux\nlignes', []],
  ['in another order', 'deux\nlignes\ndu papier\nFédération : des délais', []],
  [
    'one in other words',
    'Fédération : des délais\ndu carton\ndeux\nlignes',
    [{ ...part, partId: second?.id, field: 'text', value: 'du carton' }],
  ],
  [
    'one without its actor',
    'des délais\ndu papier\ndeux\nlignes',
    [{ ...part, partId: first?.id, field: 'actorId', value: undefined }],
  ],
  [
    'one line more',
    'Fédération : des délais\ndu papier\ndeux\nlignes\nneuf : dix',
    [{ kind: 'part-added', key: 'constraints', values: { text: 'neuf : dix' } }],
  ],
  [
    'one line less',
    'du papier\ndeux\nlignes',
    [{ kind: 'part-removed', key: 'constraints', partId: first?.id }],
  ],
  [
    'an actor alone',
    'Fédération :\ndu papier\ndeux\nlignes',
    [{ ...part, partId: first?.id, field: 'text', value: undefined }],
  ],
])('[IM11] constraints %s', (_what, cell, edits) => {
  expect(typed('c5', 'constraints', cell)).toEqual({ edits, told: [] });
});

test.each<[TableCell, readonly object[], readonly string[]]>([
  ['Emploi', [{ kind: 'priority', priorityId: 'p2' }], []],
  ['2', [{ kind: 'priority', priorityId: 'p2' }], []],
  ['eau', [], []],
  ['', [], ['Ligne 7 : Priorité : vide, l’action reste où elle est.']],
])('[IM11] the priority « %s »', (cell, edits, told) => {
  expect(typed('c1', 'priority', cell)).toEqual({ edits, told });
});

test('[IM11] a title is one line, and said in the same words it changes nothing', () => {
  expect(typed('c1', 'title', ' Plain\n ').edits).toEqual([]);
  expect(typed('c1', 'title', 'Plain\nwater').edits).toEqual([
    { kind: 'text', key: 'title', text: 'Plain water' },
  ]);
});

test('[IM11] beside a name on several lines a unit may have them too, a number may not', () => {
  expect(typed('c1', 'unit', 'lots\net marchés').edits).toMatchObject([
    { kind: 'part', field: 'unit', value: 'lots\net marchés' },
  ]);
  expect(typed('c1', 'target', '1\n2').edits).toMatchObject([
    { kind: 'target-added', values: { value: 2 } },
  ]);
});

test('[IM11] a single indicator may keep a name on several lines', () => {
  expect(typed('c1', 'indicator', 'Part\nbien utile').edits).toMatchObject([
    { kind: 'part', field: 'label', value: 'Part\nbien utile' },
  ]);
  expect(typed('c5', 'indicator', 'Un\nDeux').edits).toMatchObject([
    { kind: 'part-added', values: { label: 'Un' } },
    { kind: 'part-added', values: { label: 'Deux' } },
  ]);
});

test('[IM11] below an indicator named on one line, a second line is another indicator', () => {
  expect(typed('c7', 'indicator', 'Nombre\nPart').edits).toEqual([
    { kind: 'part-added', key: 'indicators', values: { label: 'Part', targets: [] } },
  ]);
});
