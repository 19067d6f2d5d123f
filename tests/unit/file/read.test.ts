/** Reading a workshop file: what is none, and the keys, identifiers and faults of one. */
import { describe, expect, test } from 'vitest';
import { readWorkshop } from '../../../shared/file/read.ts';
import {
  demoText,
  fileOf,
  readCardWith,
  readFile,
  workshopOf,
} from '../../support/workshop-file.ts';

const maxFaults = 300;
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

describe('keys, identifiers and faults', () => {
  test('[FI7] an unknown key is one fault, however many cards have it', () => {
    const file = fileOf(
      [1, 2, 3].map((at) => ({ id: `c${at}`, priorityId: 'p1', title: 'Agir', couleur: at })),
      { auteur: 'x' },
    );
    expect(messages(readFile(file))).toEqual([
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
    const reading = readFile(
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
    const reading = readFile(
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
    const { faults } = readFile(fileOf(cards));
    expect(faults).toHaveLength(maxFaults + 1);
    expect(faults.at(-1)).toMatchObject({
      kind: 'more',
      message: 'Fichier : et 50 autres défauts.',
    });
  });

  test('[FI10] what is set aside is told whole, however much there is', () => {
    const cards = Array.from({ length: maxFaults + 50 }, (_, at) => ({ title: `Perdue ${at}.` }));
    const { faults } = readFile(fileOf(cards));
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
