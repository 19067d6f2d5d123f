/** Reading a workshop file: long and hostile texts, and words of vocabularies. */
import { describe, expect, test } from 'vitest';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import { createDoc } from '../../../shared/board/doc.ts';
import { fillBoard } from '../../../shared/board/fill.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { readWorkshop } from '../../../shared/file/read.ts';
import type { ActionId } from '../../../shared/ids.ts';
import {
  boardOf,
  demoText,
  fileOf,
  readCardWith,
  workshopOf,
} from '../../support/workshop-file.ts';

const messages = (reading: ReturnType<typeof readWorkshop>) =>
  reading.faults.map(({ message }) => message);

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
