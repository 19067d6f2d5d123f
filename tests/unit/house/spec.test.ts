/** `shared/SPEC.md` and the tests speak of the same rules. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSources } from './tree.ts';

const spec = readFileSync('shared/SPEC.md', 'utf8');
const ruleIds = [...spec.matchAll(/^([A-Z]{2}\d+) {1,2}\S/gm)].map(([, id = '']) => id);

const tests = [...readSources()].filter(([path]) => path.startsWith('tests/'));
/** A name is the text that opens a call, of `test` or of what `test.each` makes of its rows. */
const named = (text: string) =>
  [...text.matchAll(/\(\s*(['"`])\[([A-Z]{2}\d+)\] /g)].map(([, , id = '']) => id);

test('[HO10] the rules and the tests were really read', () => {
  expect(ruleIds).toContain('HO10');
  expect(tests.flatMap(([, text]) => named(text))).toContain('HO10');
  expect(
    named("each(rows)(\n  `[ZZ9] a %s`, () => {}); say('[ZZ8]'); const x = '[ZZ7] no';"),
  ).toEqual(['ZZ9']);
});

test('[HO10] no rule has the id of another', () => {
  const twice = ruleIds.filter((id, index) => ruleIds.indexOf(id) !== index);
  expect(twice).toEqual([]);
});

test('[HO10] every rule has a test', () => {
  const proven = new Set(tests.flatMap(([, text]) => named(text)));
  expect(ruleIds.filter((id) => !proven.has(id))).toEqual([]);
});

test('[HO10] every test names a rule that exists', () => {
  const strangers = tests.flatMap(([path, text]) =>
    named(text)
      .filter((id) => !ruleIds.includes(id))
      .map((id) => `${path}: ${id}`),
  );
  expect(strangers).toEqual([]);
});

test('[HO10] no test is without a rule', () => {
  const unnamed = tests.flatMap(([path, text]) =>
    [...text.matchAll(/^\s*(?:test|it)\(\s*(['"`])(?!\[[A-Z]{2}\d+\] )(.*)/gm)].map(
      ([, , name = '']) => `${path}: ${name}`,
    ),
  );
  expect(unnamed).toEqual([]);
});

test('[HO25] every area says where its code is, and it is there', () => {
  const areas = spec.split(/^## /m).slice(1);
  const homeless = areas.filter((area) => {
    const [, path] = /\n\nCode: `([^`]+)`/.exec(area) ?? [];
    return path === undefined || !existsSync(path);
  });
  expect(homeless.map((area) => area.slice(0, 2))).toEqual([]);
});

test.each([
  ['README.md', 134],
  ['shared/GLOSSARY.md', 40],
])('[HO25] %s has %i lines at most', (path, most) => {
  expect(readFileSync(path, 'utf8').split('\n').length - 1).toBeLessThanOrEqual(most);
});

const papers = [
  'README.md',
  'CONTRIBUTING.md',
  'shared/GLOSSARY.md',
  'shared/protocol/README.md',
  'tests/load/README.md',
];
test.each(papers)('[HO25] what %s names is there', (path) => {
  const named = readFileSync(path, 'utf8').matchAll(
    /`((?:client|server|shared|tests)\/[^`\s<…]*)`/g,
  );
  expect([...named].map(([, name = '']) => name).filter((name) => !existsSync(name))).toEqual([]);
});
