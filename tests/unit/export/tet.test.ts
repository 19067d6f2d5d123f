import { expect, test } from 'vitest';
import { tetWorkbookOf } from '../../../shared/export/tet.ts';
import { tetList } from '../../../shared/export/tet-values.ts';
import { linesOfSheet } from '../../../shared/export/workbook/layout.ts';
import type { SheetCell } from '../../../shared/export/workbook/plain-workbook.ts';
import { readWorkshop } from '../../../shared/file/read.ts';
import { plainInput } from '../../support/plain-input.ts';
import { boardOf, demoText, readCardWith, workshopOf } from '../../support/workshop-file.ts';

/** As their reader has them, in the version we were written against. */
const HEADERS =
  "Axe (x) | Sous-axe (x.x) | Sous-sous axe (x.x.x) | Titre de l'action | Titre de la sous-action | Descriptif | Instances de gouvernance | Objectifs | Indicateurs liés | Structure pilote | Moyens humains et techniques | Partenaires | Direction ou service pilote | Personne pilote | Élu·e référent·e | Participation Citoyenne | Financements | Financeur 1 | Montant € HT | Financeur 2 | Montant € HT | Financeur 3 | Montant € HT | Budget prévisionnel total € HT | Statut | Niveau de priorité | Date de début | Date de fin".split(
    ' | ',
  );

const demo = boardOf(workshopOf(readWorkshop(demoText)));

/** The plan as it stands in the file, from its first row. */
function linesOf(board: typeof demo): readonly (readonly SheetCell[])[] {
  const [plan] = tetWorkbookOf(plainInput(board)).sheets;
  return plan ? linesOfSheet(plan).map(({ cells }) => cells) : [];
}
const rowWith = (fields: Readonly<Record<string, unknown>>) => {
  const row = linesOf(boardOf(workshopOf(readCardWith(fields))))[3] ?? [];
  return (header: string) => row[HEADERS.indexOf(header)];
};

test('[XL9] the headers are theirs, in order, on row 2; actions begin on row 4', () => {
  const lines = linesOf(demo);
  expect(HEADERS).toHaveLength(28);
  expect(lines[1]).toEqual(HEADERS);
  expect(lines).toHaveLength(3 + 52);
  expect(lines[3]?.[3]).toBe('Publier deux fois par an le calendrier prévisionnel des achats');
  expect(lines[3]?.[0]).toBe('1. Économie de proximité');
});

test('[XL9] the sheet beside the plan is not taken for it, and says what is left out', () => {
  const [, readMe] = tetWorkbookOf(plainInput(demo)).sheets;
  const told = readMe ? linesOfSheet(readMe).flatMap(({ cells }) => cells) : [];
  expect(told[1]).not.toBe(HEADERS[0]);
  expect(told.join(' ')).toContain('écartées et fusionnées');
  expect(told.join(' ')).toContain('07/08/2026');
});

test.each([
  ['Retenue', 'À venir'],
  ['À discuter', 'A discuter'],
  ['Proposée', 'A discuter'],
])('[XL9] %s is told as %s', (status, expected) => {
  expect(rowWith({ status })('Statut')).toBe(expected);
});

test('[XL9] titles, priorities and days are such as their reader takes', () => {
  const row = rowWith({
    title: 'x'.repeat(300),
    impact: 3,
    startDate: '2027-03-12',
    deadline: '2028-01-31',
  });
  expect(String(row("Titre de l'action"))).toHaveLength(300);
  expect(row('Niveau de priorité')).toBe('Élevé');
  expect(row('Date de début')).toEqual({ day: '2027-03-12' });
  expect(row('Date de fin')).toEqual({ day: '2028-01-31' });
  expect(rowWith({})('Niveau de priorité')).toBeNull();
});

test('[XL9] what their plan has no column for is at the end of the description', () => {
  const row = rowWith({
    description: 'Faire.',
    levers: ['Variante'],
    considerations: { social: 'Insertion.' },
    operatorConstraints: [{ actorId: 'a1', text: 'Trop court' }],
    indicator: { label: 'Part', unit: '%', target: 12.5, targetDate: '2028-12-31' },
  });
  expect(row('Descriptif')).toBe(
    'Faire.\nLeviers juridiques : Variante\nConsidération sociale : Insertion.\nContraintes exprimées : Fédération : Trop court',
  );
  expect(row('Objectifs')).toBe('Part : 12,5 % au 31/12/2028');
  expect(row('Indicateurs liés')).toBe('Part');
});

test('[XL9] a comma goes into the number of a target, not into its unit', () => {
  const row = rowWith({ indicator: { label: 'Émissions', unit: 't éq. CO2', target: 30 } });
  expect(row('Objectifs')).toBe('Émissions : 30 t éq. CO2');
});

/** Cuts a list as their reader does: at commas outside of ( ), « » and straight quotes. */
const cut = (list: string): readonly string[] =>
  list
    .split(/,(?![^()]*\))(?=(?:(?:[^"]*"){2})*[^"]*$)(?![^«]*»)/)
    .map((member) => member.trim())
    .filter((member) => member !== '');

test.each([
  [
    ['Chambre de métiers', 'CCI'],
    ['Chambre de métiers', 'CCI'],
  ],
  [
    ['Eau, air', 'Sols'],
    ['« Eau, air »', 'Sols'],
  ],
  [
    ['Agence (eau, air)', 'Sols'],
    ['« Agence (eau, air) »', 'Sols'],
  ],
  [
    ['Agence (eau', 'Sols)', 'Air'],
    ['Agence eau', 'Sols', 'Air'],
  ],
  [
    ['Dite « la Maison »', 'Air'],
    ['Dite “la Maison”', 'Air'],
  ],
  [
    ['Un " seul', 'Deux', 'Trois, quatre'],
    ['Un ” seul', 'Deux', '« Trois, quatre »'],
  ],
  [['  ', 'a\nb', ''], ['a b']],
])('[XL10] the members of %j are found again', (members, found) => {
  expect(cut(tetList(members))).toEqual(found);
});
