/** Reading a workshop file: values that a field cannot hold. */
import { describe, expect, test } from 'vitest';
import type { readWorkshop } from '../../../shared/file/read.ts';
import { VISIBILITIES } from '../../../shared/session/rules.ts';
import { readCardWith, workshopOf } from '../../support/workshop-file.ts';

const messages = (reading: ReturnType<typeof readWorkshop>) =>
  reading.faults.map(({ message }) => message);

describe('values a field cannot hold', () => {
  test('[FI2] the sentence names the card, the field and the value', () => {
    const reading = readCardWith({ deadline: '2024-02-30' });
    expect(reading.faults).toEqual([
      {
        kind: 'impossible-value',
        where: 'Carte 1.3 « Agir »',
        field: 'échéance',
        message: 'Carte 1.3 « Agir » : échéance « 2024-02-30 » impossible, laissée vide.',
      },
    ]);
    expect(workshopOf(reading).actions[0]).not.toHaveProperty('deadline');
  });

  test.each<[string, unknown, string]>([
    ['startDate', '2024-13-01', 'impossible-value'],
    ['startDate', '01/02/2024', 'impossible-value'],
    ['deadline', '2023-02-29', 'impossible-value'],
    ['deadline', 20240230, 'wrong-type'],
    ['impact', 7, 'impossible-value'],
    ['impact', 1.5, 'impossible-value'],
    ['impact', '3', 'wrong-type'],
    ['feasibility', -1, 'impossible-value'],
    ['feasibility', [2], 'wrong-type'],
    ['votes', 1e300, 'impossible-value'],
    ['votes', Number.POSITIVE_INFINITY, 'impossible-value'],
    ['votes', -3, 'impossible-value'],
    ['ambition', 'Énorme', 'impossible-value'],
    ['ambition', { value: 'Rupture' }, 'wrong-type'],
    ['status', 'Perdue', 'impossible-value'],
    ['status', 4, 'impossible-value'],
    ['status', 'Fusionnée', 'impossible-value'],
    ['position', 'premier', 'impossible-value'],
    ['description', { html: '<p>' }, 'wrong-type'],
    ['means', ['a', 'b'], 'wrong-type'],
    ['considerations', 'Aucune', 'wrong-type'],
    ['considerations', { social: 12 }, 'wrong-type'],
    ['decp', { considerationsSociales: 'Clause sociale' }, 'wrong-type'],
    ['decp', { considerationsSociales: ['Clause'] }, 'unknown-term'],
    ['eforms', ['env-imp', 'inconnu'], 'unknown-term'],
    ['eforms', ['env-imp', 'env-imp'], 'duplicate'],
    ['indicator', { baseline: '12' }, 'wrong-type'],
    ['indicator', { expressedAs: 'litres' }, 'impossible-value'],
    ['indicator', { target: 12, targetDate: '2025-06-31' }, 'impossible-value'],
    ['indicator', 'Part des marchés', 'set-aside'],
    ['operatorConstraints', ['trop cher'], 'set-aside'],
    ['operatorConstraints', { actorId: 'a1' }, 'set-aside'],
    ['pilotDirectionId', 'd9', 'unknown-reference'],
    ['pilotDirectionId', { id: 'd1' }, 'unknown-reference'],
    ['associatedDirectionIds', ['d1', 'd9'], 'unknown-reference'],
    ['associatedDirectionIds', 'd1', 'wrong-type'],
    ['partnerIds', ['a1', null], 'unknown-reference'],
    ['policyIds', ['__proto__'], 'unknown-reference'],
    ['mergedIntoId', 'c9', 'unknown-reference'],
    ['mergedIntoId', 'c1', 'impossible-value'],
    ['levers', ['Sourçage', 'Magie'], 'unknown-term'],
    ['levers', [12], 'unknown-term'],
    ['marketFamilies', ['Fusées'], 'unknown-term'],
  ])('[FI2] a card whose %s is %j stays, with one fault: %s', (key, value, kind) => {
    const reading = readCardWith({ [key]: value });
    expect(workshopOf(reading).actions).toHaveLength(1);
    expect(reading.faults.map((fault) => fault.kind)).toEqual([kind]);
    expect(reading.faults[0]?.where).toBe('Carte 1.3 « Agir »');
  });

  test('[FI2] what a field can hold stays beside what it cannot', () => {
    const [card] = workshopOf(
      readCardWith({
        levers: ['Sourçage', 'Magie', 'Variante'],
        associatedDirectionIds: ['d2', 'd9', 'd1', 'd2'],
        indicator: { label: 'Part', target: 12, targetDate: 'demain' },
      }),
    ).actions;
    expect(card?.levers).toEqual(['market-engagement', 'variant']);
    expect(card?.supportingDirections).toEqual(['d2', 'd1']);
    expect(card?.indicators).toEqual([{ label: 'Part', targets: [{ value: 12 }] }]);
  });

  test.each<[unknown]>([[null], [''], [undefined]])(
    '[FI2] an empty value (%j) is no fault',
    (empty) => {
      const keys = ['description', 'pilotDirectionId', 'levers', 'ambition', 'impact', 'deadline'];
      const fields = Object.fromEntries(
        [...keys, 'indicator', 'status', 'position', 'considerations'].map((key) => [key, empty]),
      );
      expect(readCardWith(fields).faults).toEqual([]);
    },
  );

  test.each<[string, unknown, string]>([
    ['workshop', { date: '2024-00-10' }, 'Atelier : date « 2024-00-10 » impossible, laissée vide.'],
    ['workshop', { tables: -2 }, 'Atelier : nombre de tables « -2 » impossible, laissé vide.'],
    [
      'workshop',
      { startTime: '25:00' },
      'Atelier : heure de début « 25:00 » impossible, laissée vide.',
    ],
    [
      'workshop',
      { phases: [{ name: 'Pause', minutes: 700, visibility: 'lecture' }] },
      'Étape 1 : durée « 700 » impossible, laissée vide.',
    ],
    ['workshop', { phases: [{ minutes: 5, visibility: 'lecture' }] }, 'Étape 1 : nom absent.'],
    ['priorities', [{ id: 'p1', position: 1 }], 'Priorité 1 : titre absent.'],
    ['directions', ['DSI'], 'Direction 1 : élément illisible, mis de côté. Contenu : "DSI".'],
    ['language', 'français', 'Fichier : langue « français » impossible, laissée vide.'],
    [
      'publicPolicies',
      { q1: 'Plan' },
      'Fichier : politiques publiques : liste attendue. Contenu : {"q1":"Plan"}.',
    ],
    [
      'vocabularies',
      { status: ['Perdue'] },
      'Vocabulaires : terme « Perdue » inconnu de « status », non repris.',
    ],
  ])('[FI2] around the cards too: %s %j', (key, value, message) => {
    expect(messages(readCardWith({}, { [key]: value }))).toContain(message);
  });

  test('[FI2] a phase of unknown visibility stays, open to all', () => {
    const reading = readCardWith(
      {},
      { workshop: { phases: [{ name: 'Pause', minutes: 5, visibility: 'secrète' }] } },
    );
    expect(workshopOf(reading).steps).toMatchObject([
      { id: 'step-1', kind: 'break', title: 'Pause', minutes: 5, rules: VISIBILITIES.ouverte },
    ]);
    expect(reading.faults.map(({ kind }) => kind)).toEqual(['impossible-value']);
  });
});
