/**
 * A vocabulary is a list of terms: a stable code kept in the board and the log, and labels for
 * people and files. Order is the order of lists and exports.
 */
export interface Term<Code extends string = string> {
  readonly code: Code;
  readonly fr: string;
  readonly en: string;
  /** One plain sentence in French for whoever hesitates. */
  readonly help?: string;
}

export const term = <Code extends string>(
  code: Code,
  fr: string,
  en: string,
  help?: string,
): Term<Code> => ({ code, fr, en, ...(help !== undefined && { help }) });

/** Lists the codes of a vocabulary, in its order. */
export const codesOf = <Code extends string>(terms: readonly Term<Code>[]): readonly Code[] =>
  terms.map((term) => term.code);

/**
 * Label folded for comparison: apostrophes, ligatures and spaces unified, Unicode compatibility
 * forms, case and accents dropped. Two labels that fold alike are the same term in a file typed by
 * hand.
 */
export const foldLabel = (label: string): string =>
  label
    // Before the decomposition, which makes an accent on a space of the spacing acute.
    .replace(/[’‘ʼ′`´]/g, "'")
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

export type FindTerm<Code extends string = string> = (text: string) => Term<Code> | undefined;

/**
 * Finds terms by code, or by French or English label folded. Ours are folded once, since a file may
 * ask half a million times.
 */
export function createTermFinder<Code extends string>(
  terms: readonly Term<Code>[],
): FindTerm<Code> {
  const byCode = new Map<string, Term<Code>>(terms.map((term) => [term.code, term]));
  const byLabel = new Map(
    terms.flatMap((term) => [term.en, term.fr].map((label) => [foldLabel(label), term])),
  );
  return (text) => byCode.get(text) ?? byLabel.get(foldLabel(text));
}
