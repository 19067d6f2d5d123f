/** The annex as plain blocks: what is in it, in which order, and how it is worded. */
import { describe, expect, test } from 'vitest';
import type { Board } from '../../../shared/board/board.ts';
import { annexOf } from '../../../shared/export/document/annex.ts';
import type { Document, Fields, Section } from '../../../shared/export/document/blocks.ts';
import {
  dayText,
  lineOf,
  linesOf,
  numberText,
  timeText,
} from '../../../shared/export/document/typeset.ts';
import type { ExportInput } from '../../../shared/export/input.ts';
import { readWorkshop } from '../../../shared/file/read.ts';
import type { PersonId } from '../../../shared/ids.ts';
import { hostileWorkshop } from '../../support/hostile-workshop.ts';
import { outlineOf, type Piece } from '../../support/outline.ts';
import { plainInput } from '../../support/plain-input.ts';
import { boardOf, demoText, fileOf, readFile, workshopOf } from '../../support/workshop-file.ts';

type Plain = Readonly<Record<string, unknown>>;
const boardWith = (cards: readonly Plain[], others: Plain = {}): Board =>
  boardOf(
    workshopOf(
      readFile(
        fileOf(
          cards.map((card, at) => ({ id: `c${at + 1}`, priorityId: 'p1', title: 'Agir', ...card })),
          others,
        ),
      ),
    ),
  );
const annexWith = (cards: readonly Plain[], others: Plain = {}) =>
  annexOf(plainInput(boardWith(cards, others)));
const demo = boardOf(workshopOf(readWorkshop(demoText)));

const headings = ({ sections }: Document) =>
  sections.map(({ heading: { level, number, text } }) => [level, number, text]);
const fieldsIn = (section: Section | undefined) =>
  section?.blocks.find((block): block is Fields => block.kind === 'fields')?.rows ?? [];
/** Rows of the first sheet, as label and lines. */
function sheetRows(document: Document): Readonly<Record<string, readonly string[]>> {
  const sheet = document.sections.find(({ heading }) => heading.level === 2);
  return Object.fromEntries(fieldsIn(sheet).map(({ label, lines }) => [label, lines]));
}
const everyText = (document: Document): string => JSON.stringify(outlineOf(document));

describe('order', () => {
  test('[XD1] synthesis, then each priority and its actions by number, then those without', () => {
    const document = annexWith(
      [
        { title: 'Deux', position: 2 },
        { title: 'Un', position: 1 },
        { title: 'Ailleurs', priorityId: 'p2' },
        { title: 'Sans', priorityId: null, unplaced: true },
      ],
      {
        priorities: [
          { id: 'p1', position: 1, title: 'Eau', description: 'Économiser.' },
          { id: 'p2', position: 2, title: 'Emploi' },
          { id: 'p3', position: 3, title: 'Climat' },
        ],
      },
    );
    expect(headings(document)).toEqual([
      [1, undefined, 'Synthèse'],
      [1, undefined, 'Priorité 1\u00A0: Eau'],
      [2, '1.1', 'Un'],
      [2, '1.2', 'Deux'],
      [1, undefined, 'Priorité 2\u00A0: Emploi'],
      [2, '2.1', 'Ailleurs'],
      [1, undefined, 'Priorité 3\u00A0: Climat'],
      [1, undefined, 'Actions sans priorité'],
      [2, undefined, 'Sans'],
    ]);
    expect(everyText(document)).toContain('Aucune action ne répond encore à cette priorité.');
  });

  test('[XD1] the cover says what is known of the decision and the workshop, and the notice', () => {
    const { cover, title } = annexOf(plainInput(demo, { now: Date.UTC(2026, 10, 23, 23, 30) }));
    expect(title).toBe('Imaginer les actions du SPASER – Fiches actions');
    expect(cover.facts.rows.map(({ label, lines }) => [label, ...lines])).toEqual([
      ['Instance de décision', 'Conseil communautaire'],
      ['Période', '2024 – 2028'],
      ['Atelier', '18\u00A0janvier\u00A02024, de 9\u00A0h à 12\u00A0h\u00A030'],
      ['Participation', '32 personnes sur place et 6 à distance'],
      ['Contenu', '52 actions et 6 priorités'],
      // It is already tomorrow where the workshop is held.
      ['Document établi le', '24\u00A0novembre\u00A02026'],
    ]);
    expect(cover.notice.join()).toContain('démonstration');
  });

  test('[XD1] a workshop with nothing in it still gives a document', () => {
    const empty = annexWith([], { workshop: {}, priorities: [] });
    expect(everyText(empty)).toContain('0 action pour 0 priorité.');
    expect(headings(empty)).toEqual([[1, undefined, 'Synthèse']]);
    const bare = annexWith([], {
      workshop: {},
      priorities: [{ id: 'p1', position: 1, title: '' }],
    });
    expect(headings(bare)).toContainEqual([1, undefined, 'Priorité 1\u00A0: sans intitulé']);
  });

  test('[XD1] the synthesis counts by priority and names the sheets to complete', () => {
    const document = annexWith([
      { title: 'Un', status: 'Retenue', pilotDirectionId: 'd1', deadline: '2027-03-01' },
      { title: 'Deux', indicator: { label: 'Part', target: 30 } },
    ]);
    const rows = (document.sections[0]?.blocks ?? []).flatMap((block) =>
      block.kind === 'grid' ? [...block.rows, ...(block.total ? [block.total] : [])] : [],
    );
    expect(rows).toContainEqual(['1. Eau', '2', '1', '1', '0', '1', '1', '1']);
    expect(rows).toContainEqual(['Total', '2', '1', '1', '0', '1', '1', '1']);
    expect(rows).toContainEqual(['Direction pilote', '1', '1.2']);
    expect(rows).toContainEqual(['Description', '2', '1.1, 1.2']);
  });
});

describe('sheets', () => {
  test('[XD2] what is filled has a row, what is empty has none, what is expected is named', () => {
    expect(sheetRows(annexWith([{ means: ' \n\u200B' }]))).toEqual({
      Statut: ['Proposée'],
      'À compléter': [
        'Description, direction pilote, levier, considération sociale, environnementale ou économique, niveau d’ambition, échéance, indicateur chiffré et partenaire ou contrainte exprimée.',
      ],
    });
  });

  test('[XD2] a sheet tells every field in words', () => {
    const rows = sheetRows(
      annexWith([
        {
          pilotDirectionId: 'd1',
          associatedDirectionIds: ['d2'],
          partnerIds: ['a1'],
          electedSponsor: 'Vice-présidence à l’eau',
          levers: ['Variante', 'Sourçage'],
          considerations: { social: 'Emplois.', environmental: 'Eau.', economic: 'TPE.' },
          decp: { considerationsSociales: ['Clause sociale', 'Critère social'] },
          eforms: ['water-mar'],
          marketFamilies: ['Énergie'],
          ambition: 'Rupture',
          impact: 3,
          feasibility: 1,
          startDate: '2026-03-01',
          deadline: '2027-03-12',
          indicator: {
            label: 'Part des marchés',
            expressedAs: 'valeur (€ HT)',
            unit: '%',
            baseline: 2.5,
            target: 1_234_567,
            targetDate: '2027-12-31',
            frequency: 'annuelle',
            otherTargets: [{ value: -3 }],
          },
          otherIndicators: [{ label: 'Heures', unit: 'heures' }],
          means: 'Un poste.\nUn outil.',
          operatorConstraints: [{ actorId: 'a1', text: 'Trop court' }],
          policyIds: ['q1'],
          votes: 6,
          status: 'Retenue',
        },
      ]),
    );
    expect(rows).toEqual({
      'Direction pilote': ['Direction de l’eau'],
      'Directions associées': ['Direction des achats'],
      'Élu·e référent·e': ['Vice-présidence à l’eau'],
      'Partenaires externes': ['Fédération'],
      'Leviers juridiques': ['Variante', 'Sourçage'],
      'Considération sociale': [
        'Emplois.',
        'Données essentielles (DECP)\u00A0: Clause sociale\u00A0; Critère social',
      ],
      'Considération environnementale': ['Eau.'],
      'Considération économique': ['TPE.'],
      'Considérations (eForms)': ['Eau et ressources marines'],
      'Familles d’achat': ['Énergie'],
      'Niveau d’ambition': ['Rupture'],
      'Impact et faisabilité': ['Impact 3 sur 3\u00A0; faisabilité 1 sur 3'],
      Calendrier: ['Du 1er\u00A0mars\u00A02026 au 12\u00A0mars\u00A02027'],
      'Indicateur 1': [
        'Part des marchés',
        'Exprimé en\u00A0: valeur (€\u00A0HT)\u00A0; valeur de départ\u00A0: 2,5\u00A0%\u00A0; mesure annuelle',
        'Cible\u00A0: 1\u202F234\u202F567\u00A0% au 31\u00A0décembre\u00A02027',
        'Cible\u00A0: -3\u00A0%',
      ],
      'Indicateur 2': ['Heures', 'Unité\u00A0: heures'],
      Moyens: ['Un poste.', 'Un outil.'],
      'Contraintes exprimées': ['Fédération\u00A0: Trop court'],
      'Politiques publiques liées': ['Plan climat'],
      Statut: ['Retenue (6 votes)'],
      'À compléter': ['Description.'],
    });
  });

  test('[XD2] in English, words and signs are English', () => {
    const board = boardWith([
      { impact: 3, feasibility: 2, indicator: { label: 'Part', unit: '%', target: 1_000.5 } },
    ]);
    const rows = sheetRows(annexOf(plainInput(board, { language: 'en' })));
    expect(rows['Impact and feasibility']).toEqual(['Impact 3 out of 3; feasibility 2 out of 3']);
    expect(rows.Indicator).toEqual(['Part', 'Target: 1,000.5 %']);
    expect(rows.Status).toEqual(['Proposed']);
  });

  test('[XD2] votes of a closed round stand for those the file came with', () => {
    const board = boardWith([{ votes: 6 }]);
    const votes = new Map([...board.actions.keys()].map((id) => [id, 2]));
    const input = plainInput(board, { votes });
    expect(sheetRows(annexOf(input)).Statut).toEqual(['Proposée (2 votes)']);
  });
});

describe('what is left out', () => {
  test('[XD3] actions set aside and merged are not in it, and it says how many', () => {
    const text = everyText(
      annexWith([
        { title: 'Une' },
        { title: 'Perdue', status: 'Écartée' },
        { title: 'Reprise', status: 'Fusionnée', mergedIntoId: 'c1' },
        { title: 'Reprise aussi', status: 'Fusionnée', mergedIntoId: 'c1' },
      ]),
    );
    expect(text).not.toMatch(/Perdue|Reprise/);
    expect(text).toContain(
      'Ne figurent pas dans ce document\u00A0: 1 action écartée, 2 actions fusionnées dans d’autres et les noms des participants.',
    );
  });

  test('[XD4] people are named when names are asked for, and not otherwise', () => {
    const board = boardWith([{ authorDirectionId: 'd1' }]);
    const ana = 'ana' as PersonId;
    const actions = new Map(
      [...board.actions].map(([id, action]) => [id, { ...action, authorId: ana }] as const),
    );
    const written = (names: ExportInput['names']) =>
      annexOf(plainInput({ ...board, actions }, { names }));
    expect(everyText(written(null))).not.toMatch(/Ana|Proposée par/);
    expect(everyText(written(null))).toContain('les noms des participants');
    const named = written(new Map([[ana, 'Ana']]));
    expect(sheetRows(named)['Proposée par']?.join()).toContain('Ana');
    expect(everyText(named)).not.toContain('les noms des participants');
  });
});

describe('typesetting', () => {
  test.each([
    ['Quoi ? Rien !', 'Quoi\u00A0? Rien\u00A0!'],
    [
      '« Oui » : 30 % de 90 000 € HT',
      '«\u00A0Oui\u00A0»\u00A0: 30\u00A0% de 90\u202F000\u00A0€\u00A0HT',
    ],
    ['12 h, 2024 2025', '12 h, 2024 2025'],
    ['  a\t\tb  ', 'a b'],
    ['a\r\n\u2028\u000B b', 'a b'],
    ['\uD800x\uFFFE', '\uFFFDx\uFFFD'],
    ['\u202Eab\u2066c\u0000', 'abc'],
    ['שלום', 'שלום'],
    ['\u200B \u2800', ''],
  ])('[XD5] %j is set as %j in French', (text, set) => expect(lineOf(text, 'fr')).toBe(set));

  test('[XD5] English has its own habits, and lines stay lines', () => {
    expect(lineOf('What ? 30 %', 'en')).toBe('What ? 30 %');
    expect(linesOf('a\n\n b \r\nc', 'fr')).toEqual(['a', 'b', 'c']);
    expect([dayText('2027-03-01', 'fr'), dayText('2027-03-01', 'en')]).toEqual([
      '1er\u00A0mars\u00A02027',
      '1\u00A0March\u00A02027',
    ]);
    expect([timeText('09:00', 'fr'), timeText('09:05', 'fr'), timeText('09:05', 'en')]).toEqual([
      '9\u00A0h',
      '9\u00A0h\u00A005',
      '09:05',
    ]);
  });

  test.each([
    [0, '0'],
    [-0, '0'],
    [-2.4, '-2,4'],
    [1e15, '1000000000000000'],
    [1e300, '1e+300'],
    [1e-9, '1e-9'],
  ])('[XD5] the number %d is told as %s', (value, text) =>
    expect(numberText(value, 'fr')).toBe(text),
  );

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    '[XD5] in hostile workshop %d, every text is one safe line that says something',
    (seed) => {
      const annex = annexOf(plainInput(hostileWorkshop(seed)));
      const texts = textsOf(annex);
      const unsafe = /[\p{Cc}\p{Surrogate}\uFFFE\uFFFF\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;
      expect(texts.filter((text) => unsafe.test(text))).toEqual([]);
      const lines = outlineOf(annex).flatMap(linesIn);
      expect(lines.filter((line) => line.trim() === '')).toEqual([]);
      expect(lines.length).toBeGreaterThan(100);
    },
  );
});

/** Every text of a model, wherever it is. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

const linesIn = (piece: Piece): readonly string[] => {
  if (typeof piece === 'string') return [piece];
  return 'heading' in piece ? [piece.heading] : piece.flat(2);
};
