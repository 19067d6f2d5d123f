/** Lines that would become actions. */
import { expect, test } from 'vitest';
import { addActions } from '../../../shared/board/commands/many.ts';
import { createDoc, encodeDoc } from '../../../shared/board/doc.ts';
import { fillBoard } from '../../../shared/board/fill.ts';
import { LIMITS } from '../../../shared/board/schema.ts';
import type { PriorityId } from '../../../shared/ids.ts';
import { unwrap } from '../../support/result.ts';
import { author } from '../../support/small-workshop.ts';
import { fileOf, readFile, workshopOf } from '../../support/workshop-file.ts';
import { doc, messages, plan } from './plan-stage.ts';

/** The one action of a line with these cells. */
function actionWith(cells: Readonly<Record<string, string>>) {
  const heads = Object.keys(cells).map((head) => `;${head}`);
  const values = Object.values(cells).map((cell) => `;"${cell}"`);
  const made = plan(`Priorité;Action${heads.join('')}\nEau;Former${values.join('')}`);
  return { values: made.actions[0]?.values, messages: messages(made), missing: made.missing };
}

test('[IM6] a line becomes an action with what its cells say', () => {
  const { values, messages: told } = actionWith({
    'Direction pilote': 'direction de l’EAU',
    'Directions associées': 'Direction des achats ; Direction de l’eau',
    'Partenaires externes': 'Fédération',
    Leviers: "CLAUSE d'insertion (condition d’exécution)",
    Impact: 'fort',
    Faisabilité: '2',
    Échéance: '31/12/2027',
    Indicateur: 'Part des marchés',
    'Exprimé en': 'nombre de contrats',
    'Valeur de départ': '12,5 %',
    Cible: '1 200',
    Statut: 'à discuter',
    Contraintes: 'Fédération : des délais\nTrop de papier : partout',
    'Politiques publiques': 'Plan climat',
  });
  expect(told).toEqual([]);
  expect(values).toEqual({
    title: 'Former',
    leadDirectionId: 'd1',
    supportingDirections: ['d2', 'd1'],
    partners: ['a1'],
    levers: ['social-clause'],
    impact: 3,
    feasibility: 2,
    deadline: '2027-12-31',
    indicators: [
      {
        label: 'Part des marchés',
        expressedAs: 'contractCount',
        baseline: 12.5,
        unit: '%',
        targets: [{ value: 1200 }],
      },
    ],
    status: 'discuss',
    constraints: [{ actorId: 'a1', text: 'des délais' }, { text: 'Trop de papier : partout' }],
    policies: ['q1'],
  });
});

test.each<[string, string, string]>([
  ['Échéance', '31/02/2027', 'Ligne 2 : Échéance : « 31/02/2027 » n’est pas une date'],
  ['Impact', '4', 'Ligne 2 : Impact : « 4 » n’est ni 1, ni 2, ni 3'],
  ['Valeur de départ', 'beaucoup', 'Ligne 2 : Valeur de départ : « beaucoup » n’est pas un nombre'],
  ['Statut', 'fusionnée', 'Ligne 2 : Statut : une fusion se fait sur le tableau'],
  ['Leviers', 'inventé', 'Ligne 2 : Leviers juridiques : « inventé » inconnu'],
  ['Niveau d’ambition', 'énorme', 'Ligne 2 : Niveau d’ambition : « énorme » ne fait pas partie'],
  ['Moyens', 'x'.repeat(5_001), 'Ligne 2 : Moyens : 5 001 caractères, 5 000 au plus'],
])('[IM6] %s « %.10s » is told with its line', (head, cell, message) => {
  const { values, messages: told } = actionWith({ [head]: cell });
  expect(told).toHaveLength(1);
  expect(told[0]?.replace(/\u202F/g, ' ')).toContain(message);
  expect(values).toMatchObject({ title: 'Former' });
});

test('[IM6] a line without a title, or without a priority, is set aside', () => {
  const made = plan('Priorité;Action;Description\nEau;;x\n;Former;\nEau;Former;');
  expect(made.actions.map(({ line }) => line)).toEqual([4]);
  expect(messages(made)).toEqual([
    'Ligne 2 : intitulé absent, ligne mise de côté.',
    'Ligne 3 : priorité absente, ligne mise de côté.',
  ]);
  const fallback = 'p1' as PriorityId;
  expect(plan('Action\nFormer', { fallback }).actions[0]?.priorityId).toBe('p1');
});

test('[IM6] texts beyond what editing allows are cut between characters, and told', () => {
  const title = `${'x'.repeat(LIMITS.titleCharacters - 1)}🌊`;
  const made = plan(`Priorité;Action;Description\nEau;${title};${'y'.repeat(20_001)}`);
  const [action] = made.actions;
  expect(action?.values.title).toBe('x'.repeat(LIMITS.titleCharacters - 1));
  expect(action?.values.description).toHaveLength(20_000);
  expect(made.faults).toEqual([
    {
      kind: 'text-cut',
      where: 'Ligne 2',
      field: 'Intitulé de l’action',
      message:
        'Ligne 2 : Intitulé de l’action : 301 caractères, seuls les 300 premiers sont repris.',
    },
    {
      kind: 'text-cut',
      where: 'Ligne 2',
      field: 'Description',
      message:
        'Ligne 2 : Description : 20\u202F001 caractères, seuls les 20\u202F000 premiers sont repris.',
    },
  ]);
});

test.each(['1', '1. Eau', 'Axe 1 – Eau', 'EAU', 'p1'])(
  '[IM6] « %s » names the priority',
  (name) => {
    expect(plan(`Priorité;Action\n${name};Former`).actions[0]?.priorityId).toBe('p1');
  },
);

test('[IM6] beyond the size of a workshop lines are left out, and told', () => {
  const lines = Array.from({ length: LIMITS.actions }, (_, at) => `Eau;Action ${at}`);
  const made = plan(`Priorité;Action\n${lines.join('\n')}`);
  expect(made.actions).toHaveLength(LIMITS.actions - 1);
  expect(made.faults.map(({ kind }) => kind)).toEqual(['too-many']);
});

test('[IM6] a workshop that is full to the last action tells nothing', () => {
  const lines = Array.from({ length: LIMITS.actions - 1 }, (_, at) => `Eau;Action ${at}`);
  const made = plan(`Priorité;Action\n${lines.join('\n')}`);
  expect([made.actions.length, made.faults]).toEqual([LIMITS.actions - 1, []]);
});

test('[IM6] texts as long as editing allows are whole, and nothing is told', () => {
  const [title, description] = ['x'.repeat(300), 'y'.repeat(20_000)];
  const made = plan(`Priorité;Action;Description\nEau;${title};${description}`);
  expect(made.actions[0]?.values).toEqual({ title, description });
  expect(made.faults).toEqual([]);
});

test.each([
  ['faible', 1],
  ['Bas', 1],
  ['basse', 1],
  ['moyen', 2],
  ['Moyenne', 2],
  ['fort', 3],
  ['forte', 3],
  ['Élevé', 3],
  ['élevée', 3],
  ['haut', 3],
  ['haute', 3],
  ['3', 3],
])('[IM6] an impact « %s » is %i', (cell, impact) => {
  expect(actionWith({ Impact: cell }).values).toEqual({ title: 'Former', impact });
});

test('[EX4] a sentence on two lines is one indicator, unless numbers stand beside its lines', () => {
  expect(actionWith({ Indicateur: 'Part\ndes lots' }).values?.indicators).toEqual([
    { label: 'Part\ndes lots', targets: [] },
  ]);
  expect(actionWith({ Indicateur: 'Part\nNombre', Cible: '1\n2' }).values?.indicators).toEqual([
    { label: 'Part', targets: [{ value: 1 }] },
    { label: 'Nombre', targets: [{ value: 2 }] },
  ]);
});

test.each([
  ['Contraintes', 'x'.repeat(5_001), 'Contraintes exprimées (acteur : texte)'],
  ['Contraintes', 'x\n'.repeat(51), 'Contraintes exprimées (acteur : texte)'],
  ['Cible', '1\n2\n'.repeat(26), 'Indicateur'],
  ['Leviers', Array.from({ length: 301 }, (_, at) => `Levier ${at}`).join(' ; '), undefined],
])('[IM6] more than « %s » may hold is told, and left out', (head, cell, column) => {
  const { values, messages: told } = actionWith({ [head]: cell });
  expect(values).toMatchObject({ title: 'Former' });
  if (column) expect(told).toEqual([`Ligne 2 : ${column} : trop long, non repris.`]);
  else expect(told).toHaveLength(301);
});

test('[IM6] whatever the cells, what is planned can be added, and planning changes nothing', () => {
  const before = encodeDoc(doc);
  const wild = [
    '=1+1',
    '\u0000\uD800',
    '<b>',
    'x'.repeat(30_000),
    '1e400',
    '-0',
    '2027-13-40',
    '…',
  ];
  const heads =
    'Action;Priorité;Description;Direction pilote;Impact;Échéance;Indicateur;Cible;Contraintes';
  const lines = wild.map((value, at) =>
    [`Action ${at}`, 'Eau', ...Array.from({ length: 7 }, () => `"${value}"`)].join(';'),
  );
  const made = plan(`${heads}\n${lines.join('\n')}`, { addsMissing: false });
  expect(encodeDoc(doc)).toEqual(before);
  const copy = createDoc();
  fillBoard(copy, workshopOf(readFile(fileOf([]))));
  const actions = made.actions.map(({ values, priorityId }) => ({
    ...values,
    title: values.title,
    priorityId: priorityId ?? ('p1' as PriorityId),
  }));
  expect(unwrap(addActions(copy, { author, actions }))).toHaveLength(wild.length);
});

test('[IM26] a constraint of nothing but colons is read as any other', () => {
  const { actions } = plan(`Action;Priorité;Contraintes\nAgir;Eau;"${': '.repeat(100_000)}"`);
  expect(actions).toHaveLength(1);
});
