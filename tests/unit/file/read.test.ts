/** Reading a workshop file: each way it can be wrong, one table per kind. */

import { describe, expect, test } from 'vitest';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import { createDoc } from '../../../shared/board/doc.ts';
import { fillBoard } from '../../../shared/board/fill.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { maxFaults } from '../../../shared/file/fault.ts';
import { readParsedWorkshop, readWorkshop } from '../../../shared/file/read.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { VISIBILITIES } from '../../../shared/session/rules.ts';
import {
  boardOf,
  demoText,
  fileOf,
  readCardWith,
  workshopOf,
} from '../../support/workshop-file.ts';

const messages = (reading: ReturnType<typeof readWorkshop>) =>
  reading.faults.map(({ message }) => message);

describe('what is no workshop file', () => {
  test.each<[string, string, string]>([
    ['nothing', '', 'not-json'],
    ['a text', 'Bonjour', 'not-json'],
    ['a file cut in the middle', demoText.slice(0, 5_000), 'not-json'],
    ['a number', '1', 'not-workshop'],
    ['null', 'null', 'not-workshop'],
    ['a list', '[{"format":"spaser-workshop","formatVersion":1}]', 'not-workshop'],
    ['another format', '{"format":"autre","formatVersion":1}', 'not-workshop'],
    [
      'a format inherited from __proto__',
      '{"__proto__":{"format":"spaser-workshop","formatVersion":1}}',
      'not-workshop',
    ],
    ['no version', '{"format":"spaser-workshop"}', 'not-workshop'],
    ['a version as text', '{"format":"spaser-workshop","formatVersion":"1"}', 'not-workshop'],
    ['a newer version', '{"format":"spaser-workshop","formatVersion":2}', 'newer-version'],
    ['100,000 open brackets', '['.repeat(100_000), 'not-json'],
    ['100,000 nested lists', '['.repeat(100_000) + ']'.repeat(100_000), 'not-workshop'],
  ])('[FI1] %s: one fault and no workshop', (_what, text, kind) => {
    const { workshop, faults } = readWorkshop(text);
    expect(workshop).toBeUndefined();
    expect(faults.map((fault) => fault.kind)).toEqual([kind]);
    expect(faults[0]?.message).toMatch(/^Fichier : .+\.$/s);
  });

  test('[FI1] a byte order mark before the file does no harm', () => {
    expect(readWorkshop(`\uFEFF${demoText}`)).toEqual(readWorkshop(demoText));
  });
});

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

describe('cards that cannot be', () => {
  test.each<[string, unknown, string]>([
    ['without a title', { priorityId: 'p1', description: 'À sauver' }, 'intitulé absent'],
    [
      'with an invisible title',
      { priorityId: 'p1', title: '\u200B \u2060', description: 'À sauver' },
      'intitulé absent',
    ],
    ['with a title that is no text', { priorityId: 'p1', title: ['À sauver'] }, 'intitulé absent'],
    ['without a priority', { title: 'À sauver' }, 'priorité absente'],
    ['of an unknown priority', { title: 'À sauver', priorityId: 'p9' }, 'priorité « p9 » inconnue'],
    ['of a priority that is no id', { title: 'À sauver', priorityId: { id: 'p1' } }, 'inconnue'],
    ['that is a text', 'À sauver', 'ce n’est pas une carte'],
    ['that is a list', ['À sauver'], 'ce n’est pas une carte'],
  ])('[FI3] a card %s is set aside, content and all', (_what, card, why) => {
    const reading = readParsedWorkshop(
      fileOf([card, { id: 'c2', priorityId: 'p1', title: 'Reste' }]),
    );
    expect(workshopOf(reading).actions.map(({ title }) => title)).toEqual(['Reste']);
    expect(reading.faults.map(({ kind }) => kind)).toEqual(['set-aside']);
    expect(reading.faults[0]?.message).toContain(why);
    expect(reading.faults[0]?.message).toContain('À sauver');
  });

  test('[FI3] the content set aside can be read again as it was', () => {
    const card = { title: 'Agir\u202E\u0000', priorityId: 'p9', description: 'a\nb "c" \uD800 é' };
    const [fault] = readParsedWorkshop(fileOf([card])).faults;
    const content = /Contenu : (.*)\.$/s.exec(fault?.message ?? '')?.[1] ?? '';
    expect(JSON.parse(content)).toEqual(card);
    expect(content).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  });

  test('[FI3] a content nested too deep to be shown is said to be so', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const text = JSON.stringify(fileOf([{ title: 'Agir', priorityId: 'p9', x: '@' }]));
    const reading = readWorkshop(text.replace('"@"', deep));
    expect(reading.faults.map(({ kind }) => kind)).toEqual(['set-aside']);
    expect(reading.faults[0]?.message).toContain('priorité « p9 » inconnue');
  });

  test.each<[string, string, number]>([
    ['cards', 'title', 5_000],
    ['priorities', 'title', 60],
    ['directions', 'name', 200],
  ])('[FI16] %s beyond what a board holds are carried by a fault', (key, name, most) => {
    const list = Array.from({ length: most + 2 }, (_, at) => ({
      id: `x${at}`,
      priorityId: 'p1',
      [name]: `N${at}`,
    }));
    const reading = readParsedWorkshop(fileOf([], { [key]: list }));
    const [tooMany] = reading.faults.filter(({ kind }) => kind === 'too-many');
    expect(tooMany?.message).toContain('les 2 en trop');
    const aside = reading.faults.find(({ kind }) => kind === 'set-aside')?.message;
    expect(aside).toContain(`N${most}`);
    expect(aside).toContain(`N${most + 1}`);
  });

  test('[FI16] the 51st constraint of a card is carried by a fault', () => {
    const operatorConstraints = Array.from({ length: 52 }, (_, at) => ({ text: `T${at}` }));
    const reading = readCardWith({ operatorConstraints });
    const kept = workshopOf(reading).actions[0]?.constraints.length ?? 0;
    expect(kept).toBeLessThanOrEqual(50);
    expect(reading.faults.map(({ kind }) => kind)).toEqual(['set-aside']);
    expect(reading.faults[0]?.message).toContain('T51');
  });
});

describe('texts', () => {
  const long = (length: number) => 'é'.repeat(length);

  test('[FI4] a description of 40,000 characters is kept whole and told', () => {
    const reading = readCardWith({ description: long(40_000) });
    expect(workshopOf(reading).actions[0]?.description).toBe(long(40_000));
    expect(messages(reading)).toEqual([
      'Carte 1.3 « Agir » : description de 40\u202F000 caractères, au-delà des 20\u202F000 prévus : texte gardé entier, il ne pourra qu’être raccourci.',
    ]);
  });

  test.each(['title', 'description', 'means', 'electedSponsor'])(
    '[FI4] a %s of 100,000 characters reaches the board whole',
    (key) => {
      const board = boardOf(workshopOf(readCardWith({ [key]: long(100_000) })));
      expect([...board.actions.values()][0]).toHaveProperty(key, long(100_000));
    },
  );

  test('[FI4] beyond 100,000 it is cut between two characters, and told', () => {
    const reading = readCardWith({ means: `${'a'.repeat(99_999)}🌊🌊` });
    expect(workshopOf(reading).actions[0]?.means).toBe('a'.repeat(99_999));
    expect(reading.faults.map(({ kind }) => kind)).toEqual(['text-cut']);
  });

  test('[FI4] a plain text beyond its limit can be shortened, not lengthened', () => {
    const doc = createDoc();
    fillBoard(doc, workshopOf(readCardWith({ means: long(6_000) })));
    const id = 'c1' as ActionId;
    expect(setSheetField(doc, id, 'means', long(6_001)).ok).toBe(false);
    expect(setSheetField(doc, id, 'means', long(5_500)).ok).toBe(true);
    expect(setSheetField(doc, id, 'means', long(5_600)).ok).toBe(false);
    expect(readBoard(doc).actions.get(id)?.means).toBe(long(5_500));
  });

  test('[FI5] a lone surrogate becomes U+FFFD, with a fault', () => {
    const reading = readWorkshop(
      JSON.stringify(fileOf([{ id: 'c1', priorityId: 'p1', title: 'a\uD83Cb', means: '\uDF0A' }])),
    );
    expect(workshopOf(reading).actions[0]).toMatchObject({ title: 'a\uFFFDb', means: '\uFFFD' });
    expect(reading.faults.map(({ kind }) => kind)).toEqual(['text-repaired', 'text-repaired']);
  });

  test.each<[string, string]>([
    ['control characters', 'a\u0000b\u0007c\u001B[0m\u007F\u0085'],
    ['line ends of all kinds', 'a\nb\r\nc\rd\u2028e\u2029f'],
    ['HTML', '<script>alert("1")</script>&amp;<b>'],
    ['right-to-left overrides', 'abc\u202Edef\u202C \u2067\u0627\u2069'],
    ['zero-width characters', '👩‍👩‍👧 a\u200B\u200C\uFEFFb'],
    ['forms of one character', 'é e\u0301 ﬁ ﬁ Å'],
    ['formulas', '=1+1\n@SUM(A1)'],
    ['OOXML escapes', '_x000D_ _x0041_'],
    ['spaces at both ends', '  a\u00A0 '],
    ['a very long word', 'x'.repeat(300)],
    ['noncharacters', '\uFFFE\uFFFF'],
  ])('[FI5] %s are kept exactly, up to the board', (_what, text) => {
    const reading = readCardWith({ title: text, description: text, means: text });
    expect(reading.faults).toEqual([]);
    const [action] = boardOf(workshopOf(reading)).actions.values();
    expect(action).toMatchObject({ title: text, description: text, means: text });
  });
});

describe('vocabularies', () => {
  test.each([
    ['LEVIER', 'sourcage'],
    ['apostrophe', "Clause d'insertion (condition d'exécution)"],
    ['English', 'Variant'],
    ['spaces', ' Achat   innovant '],
  ])('[FI6] a lever is found whatever its %s', (_what, label) => {
    expect(readCardWith({ levers: [label] }).faults).toEqual([]);
  });

  test('[FI6] terms a file declares become the workshop’s own, in their order', () => {
    const reading = readCardWith(
      { levers: ['Troc', 'Variante'] },
      { vocabularies: { levers: ['Variante', 'Troc', 'C++', 'C--'] } },
    );
    expect(reading.faults).toEqual([]);
    const { info, actions } = workshopOf(reading);
    expect(info.levers?.map(({ fr }) => fr)).toEqual(['Variante', 'Troc', 'C++', 'C--']);
    expect(new Set(info.levers?.map(({ code }) => code)).size).toBe(4);
    expect(actions[0]?.levers).toEqual(['troc', 'variant']);
    expect(info.marketFamilies).toBeUndefined();
  });

  test('[FI6] a list equal to ours is not kept as the workshop’s own', () => {
    const { info } = workshopOf(readWorkshop(demoText));
    expect(info).not.toHaveProperty('levers');
    expect(info).not.toHaveProperty('marketFamilies');
  });

  test.each<[string, unknown]>([
    ['unknown-term', 'x'.repeat(301)],
    ['unknown-term', ''],
    ['unknown-term', 12],
    ['duplicate', 'VARIANTE'],
  ])('[FI6] a declared term that cannot be one: %s', (kind, term) => {
    const reading = readCardWith({}, { vocabularies: { levers: ['Variante', term, 'Troc'] } });
    expect(reading.faults.map((fault) => fault.kind)).toEqual([kind]);
    expect(workshopOf(reading).info.levers).toHaveLength(2);
  });
});

describe('keys, identifiers and faults', () => {
  test('[FI7] an unknown key is one fault, however many cards have it', () => {
    const file = fileOf(
      [1, 2, 3].map((at) => ({ id: `c${at}`, priorityId: 'p1', title: 'Agir', couleur: at })),
      { auteur: 'x' },
    );
    expect(messages(readParsedWorkshop(file))).toEqual([
      'Fichier : champ « auteur » inconnu, non repris.',
      'Cartes : champ « couleur » inconnu, non repris.',
    ]);
  });

  test('[FI7] keys of the language itself are keys like others', () => {
    const text = JSON.stringify(fileOf([{ id: 'c1', priorityId: 'p1', title: 'Agir', '@': {} }]));
    const reading = readWorkshop(text.replace('"@"', '"__proto__"').replace('{}', '{"impact":3}'));
    expect(messages(reading)).toEqual(['Cartes : champ « __proto__ » inconnu, non repris.']);
    expect(workshopOf(reading).actions[0]).not.toHaveProperty('impact');
  });

  test('[FI8] an id that is none is replaced, and what refers to it still holds', () => {
    const reading = readCardWith(
      { pilotDirectionId: 'pôle eau', partnerIds: [12], priorityId: 'é' },
      {
        directions: [{ id: 'pôle eau', name: 'Eau' }],
        externalActors: [{ id: 12, name: 'CMA' }],
        priorities: [{ id: 'é', title: 'Eau' }],
      },
    );
    expect(reading.faults.map(({ kind }) => kind)).toEqual([
      'id-replaced',
      'id-replaced',
      'id-replaced',
    ]);
    const { actions, directions, actors } = workshopOf(reading);
    expect(directions[0]?.id).toBe('pole-eau');
    expect(actors[0]?.id).toBe('12');
    expect(actions[0]).toMatchObject({
      leadDirectionId: 'pole-eau',
      partners: ['12'],
      priorityId: 'e',
    });
  });

  test('[FI8] of two cards with one id both stay, and references go to the first', () => {
    const reading = readParsedWorkshop(
      fileOf([
        { id: 'c1', priorityId: 'p1', title: 'Un' },
        { id: 'c1', priorityId: 'p1', title: 'Deux' },
        { id: 'c1-2', priorityId: 'p1', title: 'Trois', mergedIntoId: 'c1', status: 'Fusionnée' },
        { priorityId: 'p1', title: 'Quatre' },
      ]),
    );
    const { actions } = workshopOf(reading);
    expect(actions.map(({ id }) => id)).toEqual(['c1', 'c1-3', 'c1-2', 'carte-4']);
    expect(actions[2]?.mergedInto).toBe('c1');
    expect(reading.faults.map(({ kind }) => kind)).toEqual(['id-replaced', 'id-replaced']);
  });

  test('[FI9] a reference to a card set aside is left out, with a fault', () => {
    const reading = readParsedWorkshop(
      fileOf([
        { id: 'c1', title: 'Un', priorityId: 'p9' },
        { id: 'c2', title: 'Deux', priorityId: 'p1', mergedIntoId: 'c1' },
      ]),
    );
    expect(reading.faults.map(({ kind }) => kind)).toEqual(['set-aside', 'unknown-reference']);
    expect(workshopOf(reading).actions[0]).not.toHaveProperty('mergedInto');
  });

  test('[FI10] beyond 300 faults only their number is told', () => {
    const cards = Array.from({ length: maxFaults + 50 }, (_, at) => ({
      id: `c${at}`,
      priorityId: 'p1',
      title: 'Agir',
      impact: 9,
    }));
    const { faults } = readParsedWorkshop(fileOf(cards));
    expect(faults).toHaveLength(maxFaults + 1);
    expect(faults.at(-1)).toMatchObject({
      kind: 'more',
      message: 'Fichier : et 50 autres défauts.',
    });
  });

  test('[FI10] what is set aside is told whole, however much there is', () => {
    const cards = Array.from({ length: maxFaults + 50 }, (_, at) => ({ title: `Perdue ${at}.` }));
    const { faults } = readParsedWorkshop(fileOf(cards));
    expect(faults.length).toBeLessThan(maxFaults + 5);
    const told = faults.map(({ message }) => message).join('\n');
    for (const { title } of cards) expect(told).toContain(title);
  });

  test('[FI10] a sentence shows a value shortened and without anything invisible', () => {
    const [fault] = readCardWith({ deadline: `\u202E${'9'.repeat(5_000)}\u0000` }).faults;
    expect(fault?.message).toContain(`« ${'9'.repeat(80)}… »`);
    expect(fault?.message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
