/** What lines name and the workshop lacks, and what it has already. */
import { expect, test } from 'vitest';
import { LIMITS } from '../../../shared/board/schema.ts';
import { messages, plan } from './plan-stage.ts';

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
