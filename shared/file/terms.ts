/**
 * Levers and families of purchase: those of the file are matched with ours, the others become the
 * workshop's own. Both ways: what is written reads back as the same terms.
 */
import { isBlank, wellFormed } from '../board/text.ts';
import { digest } from '../digest.ts';
import { isId } from '../ids.ts';
import { isObject, own } from '../json.ts';
import { LEVERS } from '../vocabulary/levers.ts';
import { MARKET_FAMILIES } from '../vocabulary/market-families.ts';
import {
  codesOf,
  createTermFinder,
  type FindTerm,
  foldLabel,
  type Term,
} from '../vocabulary/term.ts';
import type { OpenVocabulary } from './file-key.ts';
import { slug } from './names.ts';

export interface Vocabulary {
  readonly terms: readonly Term[];
  readonly find: FindTerm;
}
/** The open vocabularies as we know them. */
export const OURS: Readonly<Record<OpenVocabulary, Vocabulary>> = {
  levers: { terms: LEVERS, find: createTermFinder(LEVERS) },
  marketFamilies: { terms: MARKET_FAMILIES, find: createTermFinder(MARKET_FAMILIES) },
};

/** How many terms a workshop may declare, and the characters of a label, as `isTermList` takes them. */
export const maxTerms = 200;
const maxLabel = 300;

/**
 * A term as the file declares it: a French label, or an object when the label alone would not do.
 * Undefined for what is no term.
 */
export function declaredTerm(raw: unknown, ours: Vocabulary): Term | undefined {
  const label = labelOf(isObject(raw) ? own(raw, 'value') : raw);
  if (label === undefined) return undefined;
  const code = isObject(raw) ? own(raw, 'code') : undefined;
  if (!isObject(raw) || !isId(code))
    return ours.find(label) ?? { code: codeOf(label, ours), fr: label, en: label };
  const help = labelOf(own(raw, 'definition'));
  const en = labelOf(own(raw, 'en')) ?? label;
  return { code, fr: label, en, ...(help !== undefined && { help }) };
}

/** The term as `declaredTerm` reads it. */
export function declarationOf(term: Term, ours: Vocabulary): unknown {
  const { code, fr, en, help } = term;
  const alone = declaredTerm(fr, ours);
  if (alone?.code === code && alone.fr === fr && alone.en === en && alone.help === help) return fr;
  return { value: fr, code, en, ...(help !== undefined && { definition: help }) };
}

/** Two labels with the same key are the same term. */
export const labelKey = (label: string): string => foldLabel(label) || label;

const labelOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= maxLabel && !isBlank(value)
    ? wellFormed(value)
    : undefined;

/**
 * The code of a label of one's own depends on nothing else, so that two files that use it agree.
 * A digest is added when the letters alone could be those of another label.
 */
function codeOf(label: string, ours: Vocabulary): string {
  const letters = slug(label);
  const isWhole = letters !== '' && letters === foldLabel(label).replaceAll(' ', '-');
  if (isWhole && !codesOf(ours.terms).includes(letters)) return letters;
  return `${letters || 'terme'}-${digest(labelKey(label))}`;
}
