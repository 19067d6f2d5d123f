/** Turns fields of the board into values of the file, by the same tables that read them. */
import type { BoardInfo } from '../board/schema.ts';
import type { Term } from '../vocabulary/term.ts';
import type { FileKey, OpenVocabulary, Rule } from './file-key.ts';
import { OURS } from './terms.ts';

export type FileObject = Record<string, unknown>;

/** French labels of the terms of a workshop, its own first. */
export type Labels = Readonly<Record<OpenVocabulary, ReadonlyMap<string, string>>>;

export const labelsOf = (info: BoardInfo): Labels => ({
  levers: labelMap(OURS.levers.terms, info.levers),
  marketFamilies: labelMap(OURS.marketFamilies.terms, info.marketFamilies),
});

const labelMap = (...lists: (readonly Term[] | undefined)[]): ReadonlyMap<string, string> =>
  new Map(lists.flatMap((terms) => (terms ?? []).map(({ code, fr }) => [code, fr] as const)));

/**
 * Values of the file by key; a path such as `decp.considerationsSociales` gives an object in it.
 * Empty fields are absent, or `null` inside such an object.
 */
export function writeKeys<Values extends object>(
  keys: readonly FileKey<keyof Values>[],
  values: Values,
  labels: Labels,
): FileObject {
  const object: FileObject = {};
  const groups = new Map<string, FileObject>();
  for (const { path, field, rule } of keys) {
    const value = fileValue(values[field], rule, labels);
    const [first = '', second] = path.split('.');
    if (second === undefined) object[first] = value;
    else {
      const group = groups.get(first) ?? {};
      group[second] = value ?? null;
      groups.set(first, group);
      object[first] = group;
    }
  }
  return object;
}

function fileValue(value: unknown, rule: Rule, labels: Labels): unknown {
  switch (rule.kind) {
    case 'term':
      return labelIn(rule.terms, value);
    case 'terms':
      return rule.as === 'code' ? value : listOf(value).map((code) => labelIn(rule.terms, code));
    case 'open-terms':
      return listOf(value).map((code) => labels[rule.vocabulary].get(code) ?? code);
    default:
      return value;
  }
}

const labelIn = (terms: readonly Term[], code: unknown): unknown =>
  terms.find((term) => term.code === code)?.fr ?? code;

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);
