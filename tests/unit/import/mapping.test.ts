import { describe, expect, test } from 'vitest';
import {
  assignColumn,
  guessMapping,
  languageOf,
  mappedRows,
  remap,
} from '../../../shared/import/mapping.ts';
import { readText, type Sheet } from '../../../shared/import/table.ts';
import { unwrap } from '../../support/result.ts';

function sheetOf(text: string): Sheet {
  const [sheet] = unwrap(readText(text)).sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}
const guess = (text: string) => guessMapping(sheetOf(text));

describe('headers', () => {
  test.each<[string, readonly (string | null)[]]>([
    [
      'N°;Priorité;Intitulé de l’action;Élu·e référent·e',
      ['number', 'priority', 'title', 'electedSponsor'],
    ],
    ['No.;Priority;Action;Lead department', ['number', 'priority', 'title', 'leadDirection']],
    [
      "AXE ;  intitule;DIRECTION PILOTE;Leviers d'achat",
      ['priority', 'title', 'leadDirection', null],
    ],
    [
      'Titre de l’action;Descriptif;Date de fin;Statut',
      ['title', 'description', 'deadline', 'status'],
    ],
    ['Action;Échéance (JJ/MM/AAAA);Impact *', ['title', 'deadline', 'impact']],
    ['Action;Statut;Statut', ['title', 'status', null]],
    ['Action;Échéance;Date de fin', ['title', 'deadline', null]],
    ['Action;Date de fin;Échéance', ['title', null, 'deadline']],
  ])('[IM5] %s', (heads, columns) => {
    expect(guess(`${heads}\n1;2;3;4`)).toMatchObject({ kind: 'actions', header: 0, columns });
  });

  test('[IM5] they are found below a title and a legend', () => {
    const sheet = sheetOf('Plan d’actions 2027;;\n;;\nAxe;Action;Pilote\nEau;Réserver;DCE');
    const mapping = guessMapping(sheet);
    expect(mapping).toMatchObject({ header: 2, columns: ['priority', 'title', 'leadDirection'] });
    expect(mappedRows(sheet, mapping)).toEqual([
      { line: 4, cells: { priority: 'Eau', title: 'Réserver', leadDirection: 'DCE' } },
    ]);
  });

  test.each([
    ['Direction;Sigle;Type', 'directions', ['name', 'abbreviation', 'kind']],
    ['Acteur;Type;Attentes;Contraintes', 'actors', ['name', 'kind', 'expectation', 'constraint']],
    ['Priorité;Orientation des élus;Fixée par', 'priorities', ['title', 'orientation', 'setBy']],
  ])('[IM5] %s are %s', (heads, kind, columns) => {
    expect(guess(`${heads}\na;b;c;d`)).toEqual({ kind, header: 0, columns });
  });

  test('[IM5] without known headers the first column has the titles of actions', () => {
    const sheet = sheetOf('Réserver des lots\tEau\nFormer les acheteurs\tEmploi');
    const mapping = guessMapping(sheet);
    expect(mapping).toEqual({ kind: 'actions', header: null, columns: ['title', null] });
    expect(mappedRows(sheet, mapping).map(({ line }) => line)).toEqual([1, 2]);
  });

  test('[IM5] a word further down is no header', () => {
    expect(guess('Réserver\nAction\nFormer').header).toBeNull();
  });

  test('[IM26] a cell of nothing but brackets is no header, and is soon known as none', () => {
    const brackets = `x${'('.repeat(200_000)}`;
    expect(guess(brackets)).toMatchObject({ kind: 'actions', header: null });
    expect(guess(`Action;${brackets}\nFormer;x`)).toMatchObject({ columns: ['title', null] });
  });

  test('[IM5] what was guessed is corrected by hand', () => {
    const sheet = sheetOf('Nom;Remarque;Quoi\nEau;x;Réserver');
    const asActions = remap(sheet, 'actions', 0);
    expect(asActions.columns).toEqual(['title', null, null]);
    const corrected = assignColumn(asActions, 2, 'title');
    expect(corrected.columns).toEqual([null, null, 'title']);
    expect(assignColumn(corrected, 2, null).columns).toEqual([null, null, null]);
    expect(remap(sheet, 'directions', 0).columns).toEqual(['name', null, null]);
    expect(remap(sheet, 'actions', null)).toMatchObject({ header: null });
  });

  test('[IM5] they are looked for in the first twenty lines', () => {
    const below = (lines: number) => guess(`${'Plan;\n'.repeat(lines)}Axe;Action\nEau;Agir`).header;
    expect([below(19), below(20)]).toEqual([19, null]);
  });

  test('[IM5] where both languages say the same, it is French', () => {
    expect(languageOf(['Description', 'Impact', 'Votes'])).toBe('fr');
    expect(languageOf([])).toBe('fr');
  });

  test('[IM5] the language is that of most headers', () => {
    expect(languageOf(['No.', 'Priority', 'Action', 'Impact'])).toBe('en');
    expect(languageOf(['N°', 'Priorité', 'Intitulé de l’action', 'Impact'])).toBe('fr');
  });
});
