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

/** Finds a term by its code, or by its French or English label folded; undefined when unknown. */
export const findTerm = <Code extends string>(
  terms: readonly Term<Code>[],
  text: string,
): Term<Code> | undefined => {
  const folded = foldLabel(text);
  return (
    terms.find((term) => term.code === text) ??
    terms.find((term) => foldLabel(term.fr) === folded || foldLabel(term.en) === folded)
  );
};
