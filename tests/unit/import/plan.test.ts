import { describe, expect, test } from 'vitest';
import { addActions } from '../../../shared/board/commands/many.ts';
import { createDoc, encodeDoc } from '../../../shared/board/doc.ts';
import { fillBoard } from '../../../shared/board/fill.ts';
import { LIMITS } from '../../../shared/board/schema.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import type { PriorityId } from '../../../shared/ids.ts';
import { guessMapping, mappedRows, remap } from '../../../shared/import/mapping.ts';
import { readMembers } from '../../../shared/import/members.ts';
import { type Plan, type PlanOptions, planImport } from '../../../shared/import/plan.ts';
import { readText } from '../../../shared/import/table.ts';
import type { ImportKind } from '../../../shared/table/fields.ts';
import { unwrap } from '../../support/result.ts';
import { author } from '../../support/small-workshop.ts';
import { fileOf, readFile, workshopOf } from '../../support/workshop-file.ts';

const doc = createDoc();
fillBoard(
  doc,
  workshopOf(readFile(fileOf([{ id: 'c1', code: '1.1', priorityId: 'p1', title: 'Agir déjà' }]))),
);
const board = readBoard(doc);

/** What adding a text would do; lines name the priority « Eau » unless they are about something else. */
function plan(text: string, options: Partial<PlanOptions> = {}, kind?: ImportKind): Plan {
  const [sheet] = unwrap(readText(text)).sheets;
  if (!sheet) throw new Error('no sheet');
  const guessed = guessMapping(sheet);
  const mapping = remap(sheet, kind ?? guessed.kind, guessed.header);
  const all = { addsMissing: true, fallback: null, ...options };
  return planImport(mapping.kind, mappedRows(sheet, mapping), board, all);
}
const messages = ({ faults }: Plan) => faults.map(({ message }) => message);
/** The one action of a line with these cells. */
function actionWith(cells: Readonly<Record<string, string>>) {
  const heads = Object.keys(cells).map((head) => `;${head}`);
  const values = Object.values(cells).map((cell) => `;"${cell}"`);
  const made = plan(`Priorité;Action${heads.join('')}\nEau;Former${values.join('')}`);
  return { values: made.actions[0]?.values, messages: messages(made), missing: made.missing };
}

describe('actions', () => {
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
    [
      'Valeur de départ',
      'beaucoup',
      'Ligne 2 : Valeur de départ : « beaucoup » n’est pas un nombre',
    ],
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

  test('[IM7] what lines name and nothing has is listed once, to be added', () => {
    const made = plan(
      'Priorité;Action;Direction pilote;Partenaires externes\nEmploi;Former;RH;CCI ; Fédération\nemploi;Recruter;rh;Chambre, agricole',
    );
    expect(made.missing).toEqual({
      priorities: ['Emploi'],
      directions: ['RH'],
      actors: ['CCI', 'Chambre, agricole'],
      policies: [],
    });
    expect(made.actions.map(({ priorityId }) => priorityId)).toEqual([null, null]);
    expect(messages(made)).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['without a title', 'Emploi', ''],
    ['without a priority', '', 'Former'],
    ['that is there already', 'Eau', 'Agir déjà'],
    ['that comes twice', 'Eau', 'Recruter'],
  ])('[IM7] a line %s asks for nothing to be added', (_what, priority, title) => {
    const made = plan(
      `Priorité;Action;Direction pilote;Partenaires externes\nEau;Recruter;;\n${priority};${title};RH;CCI`,
    );
    expect(made.actions.map(({ line }) => line)).toEqual([2]);
    expect(made.missing).toEqual({ priorities: [], directions: [], actors: [], policies: [] });
  });

  test('[IM7] neither does a line beyond the size of a workshop', () => {
    const lines = Array.from({ length: LIMITS.actions - 1 }, (_, at) => `Eau;Action ${at};`);
    const made = plan(
      `Priorité;Action;Politiques publiques\n${lines.join('\n')}\nEmploi;Former;Plan vélo`,
    );
    expect(made.actions).toHaveLength(LIMITS.actions - 1);
    expect(made.missing).toEqual({ priorities: [], directions: [], actors: [], policies: [] });
  });

  test('[IM7] else each is a fault', () => {
    const made = plan('Priorité;Action;Direction pilote\nEmploi;Former;\nEau;Recruter;RH', {
      addsMissing: false,
    });
    expect(made.actions.map(({ line }) => line)).toEqual([3]);
    expect(messages(made)).toEqual([
      'Ligne 2 : la priorité « Emploi » n’est pas dans l’atelier, ligne mise de côté.',
      'Ligne 3 : Direction pilote : « RH » n’est pas dans l’atelier, laissé vide.',
    ]);
  });

  test('[IM8] an action that is there, or comes twice, is not added again', () => {
    const made = plan('Priorité;Action\nEau;AGIR déjà\nEau;Former\nEau;former\nEmploi;Former');
    expect(made.actions.map(({ line }) => line)).toEqual([3, 5]);
    const told = (line: number, message: string) => {
      const where = `Ligne ${line}`;
      return { kind: 'duplicate', where, field: 'Intitulé', message: `${where} : ${message}` };
    };
    expect(made.faults).toEqual([
      told(2, '« AGIR déjà » est déjà sur le tableau (1.1), ligne non reprise.'),
      told(4, '« former » est déjà à la ligne 3, ligne non reprise.'),
    ]);
  });

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

  test('[IM7] a name that is to be added is one line, as long as a name may be', () => {
    const long = `RH${'x'.repeat(LIMITS.lineCharacters - 2)}`;
    const { missing } = plan(`Priorité;Action;Direction pilote\nEau;Former;"${long}"`);
    expect(missing.directions).toEqual([long]);
    const cut = plan(`Priorité;Action;Direction pilote\nEau;Former;"${long}x"\n${long}x;Agir;`);
    expect(cut.actions.map(({ line }) => line)).toEqual([2]);
    expect(cut.missing).toEqual({ priorities: [], directions: [], actors: [], policies: [] });
    expect(cut.faults.map(({ kind }) => kind)).toEqual(['impossible-value', 'set-aside']);
  });

  test('[IM7] names that a workshop has no room for are told, and not added', () => {
    const names = Array.from({ length: 205 }, (_, at) => `Partenaire ${at}`);
    const listed = plan(`Priorité;Action;Partenaires externes\nEau;Former;"${names.join(' ; ')}"`);
    expect(listed.missing.actors).toEqual(names.slice(0, 199));
    expect(messages(listed)).toEqual([
      'Fichier : un atelier a 200 acteurs au plus ; noms de trop, non ajoutés (leur place reste vide) : 6.',
    ]);
  });

  test('[IM8] an action of a priority that is to be added comes once too', () => {
    const made = plan('Priorité;Action\nEmploi;Former\nemploi;FORMER\nSanté;Former');
    expect(made.actions.map(({ line }) => line)).toEqual([2, 4]);
    expect(messages(made)).toEqual([
      'Ligne 3 : « FORMER » est déjà à la ligne 2, ligne non reprise.',
    ]);
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
});

describe('the frame', () => {
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
    const made = plan(
      `Direction;Sigle\n"Voirie   et\nréseaux";VOIRIERE\n${long};`,
      {},
      'directions',
    );
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
});

describe('lists in one cell', () => {
  const twelve = Array.from('abcdefghijkl').join(' ; ');
  const codes = new Map([
    ['Eau', 'e'],
    ['Eau ; assainissement', 'ea'],
    ['Voirie, bâtiments', 'vb'],
    ['Voirie', 'v'],
    [twelve, 't'],
  ]);
  const find = (name: string) => codes.get(name);
  test.each<[string, readonly string[], readonly string[]]>([
    ['Eau ; Voirie', ['e', 'v'], []],
    ['Eau\nVoirie', ['e', 'v'], []],
    ['Eau ; assainissement ; Voirie', ['ea', 'v'], []],
    ['Voirie, bâtiments ; Eau', ['vb', 'e'], []],
    ['Voirie, Eau', ['v', 'e'], []],
    ['Voirie, Forêts', ['v'], ['Forêts']],
    ['Bois, forêts', [], ['Bois, forêts']],
    [' ; Eau ;; Eau', ['e'], []],
    ['', [], []],
    [twelve, ['t'], []],
    [`${twelve} ; Voirie`, ['t', 'v'], []],
    [`${twelve} ; d`, ['t'], ['d']],
  ])('[IM9] « %s »', (text, known, unknown) => {
    expect(readMembers(text, find)).toEqual({ codes: known, unknown });
  });
});

test('[IM26] a constraint of nothing but colons is read as any other', () => {
  const { actions } = plan(`Action;Priorité;Contraintes\nAgir;Eau;"${': '.repeat(100_000)}"`);
  expect(actions).toHaveLength(1);
});
