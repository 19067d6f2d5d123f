/**
 * The shape of a dictionary: French defines the keys, another language must have them all, with
 * the same arguments. A message is a string, or a function of what it talks about.
 */
export type Translated<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string
    ? string
    : Texts[Key] extends (...args: infer Args) => string
      ? (...args: Args) => string
      : Translated<Texts[Key]>;
};

/**
 * "1 action", "2 actions": French counts 0 and 1 as singular, English only 1. What a browser knows of
 * a language takes it long to find on a slow machine: it is asked for once, and not before it is needed.
 */
function plural(language: string) {
  let known: { readonly rules: Intl.PluralRules; readonly figures: Intl.NumberFormat } | undefined;
  return (count: number, one: string, other: string): string => {
    known ??= { rules: new Intl.PluralRules(language), figures: new Intl.NumberFormat(language) };
    const { rules, figures } = known;
    return `${figures.format(count)} ${rules.select(count) === 'one' ? one : other}`;
  };
}

export const frPlural = plural('fr');
export const enPlural = plural('en');

/** How many of those one waits for are done: « 1 sur 5 a fini », « 2 sur 5 ont fini ». */
export const frFinished = (finished: number, expected: number): string =>
  `${finished} sur ${expected} ${finished < 2 ? 'a' : 'ont'} fini`;
