import { expect, test } from 'vitest';
import demo from '../../../shared/demo/atelier-cotentin.json' with { type: 'json' };
import { isId } from '../../../shared/ids.ts';
import {
  AMBITIONS,
  EXPRESSIONS,
  FREQUENCIES,
  STATUSES,
} from '../../../shared/vocabulary/action.ts';
import {
  DECP_ENVIRONMENTAL,
  DECP_SOCIAL,
  EFORMS,
} from '../../../shared/vocabulary/considerations.ts';
import { LEVERS } from '../../../shared/vocabulary/levers.ts';
import { MARKET_FAMILIES } from '../../../shared/vocabulary/market-families.ts';
import { createTermFinder, foldLabel, type Term } from '../../../shared/vocabulary/term.ts';

const { vocabularies } = demo;
/** Every vocabulary, with its labels in the order of the demonstration file where it has them. */
const ALL: readonly (readonly [
  name: string,
  terms: readonly Term[],
  labels: readonly string[] | undefined,
])[] = [
  ['levers', LEVERS, vocabularies.levers],
  ['market families', MARKET_FAMILIES, vocabularies.marketFamilies],
  ['ambitions', AMBITIONS, vocabularies.ambition.map(({ value }) => value)],
  ['statuses', STATUSES, vocabularies.status],
  ['expressions', EXPRESSIONS, vocabularies.indicatorExpression],
  ['frequencies', FREQUENCIES, undefined],
  ['social considerations', DECP_SOCIAL, vocabularies.decpConsiderationsSociales],
  ['environmental ones', DECP_ENVIRONMENTAL, vocabularies.decpConsiderationsEnvironnementales],
  ['eForms considerations', EFORMS, undefined],
];
const duplicates = (items: readonly string[]): string[] =>
  items.filter((item, i) => items.indexOf(item) !== i);

test.each(ALL)('[VO1] %s: codes are identifiers and differ', (_name, terms) => {
  const codes = terms.map(({ code }) => code);
  expect(codes.filter((code) => !isId(code))).toEqual([]);
  expect(duplicates(codes)).toEqual([]);
});

test.each(ALL)(
  '[VO2] %s: each has a label in both languages, unlike any other’s',
  (_name, terms) => {
    for (const language of ['fr', 'en'] as const) {
      const labels = terms.map((term) => foldLabel(term[language]));
      expect(duplicates(labels)).toEqual([]);
      expect(labels).not.toContain('');
    }
    // A label that folds like the code or label of another term would find the wrong one.
    for (const term of terms)
      for (const text of [term.code, term.fr, term.en])
        expect(createTermFinder(terms)(text)?.code).toBe(term.code);
  },
);

test.each(ALL)('[VO2] %s: French is typed as French is', (_name, terms) => {
  const texts = terms.flatMap(({ fr, help }) => [fr, help ?? '']);
  expect(texts.filter((text) => text.includes("'") || text !== text.normalize('NFC'))).toEqual([]);
});

test.each(ALL.filter(([, , labels]) => labels))(
  '[VO3] %s are those of the demonstration, in its order',
  (_name, terms, labels) => expect(terms.map(({ fr }) => fr)).toEqual(labels),
);

test('[VO3] there are 21 levers and 19 families, and ambitions say what they mean', () => {
  expect([LEVERS.length, MARKET_FAMILIES.length]).toEqual([21, 19]);
  expect(AMBITIONS.map(({ help }) => help)).toEqual(
    vocabularies.ambition.map(({ definition }) => definition),
  );
});

test.each([
  ['Clause d’insertion (condition d’exécution)', 'social-clause'],
  ["CLAUSE D'INSERTION  (condition d'execution) ", 'social-clause'],
  ['clause d´insertion (condition d`exécution)', 'social-clause'],
  ['sourc\u0327age', 'market-engagement'],
  ['Sourçage\u00A0', 'market-engagement'],
  ['market engagement', 'market-engagement'],
  ['market-engagement', 'market-engagement'],
  ['Sourcing', undefined],
  ['toString', undefined],
  ['', undefined],
])('[VO4] %j typed by hand is the lever %s', (text, code) => {
  expect(createTermFinder(LEVERS)(text)?.code).toBe(code);
});

test.each([
  ['Main-d’œuvre', "main-d'oeuvre"],
  ['EX ÆQUO', 'ex aequo'],
  ['ﬁlière\u2003courte', 'filiere courte'],
])('[VO4] %j folds to %j', (label, folded) => expect(foldLabel(label)).toBe(folded));
