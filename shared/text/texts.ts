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

/** "1 action", "2 actions": French counts 0 and 1 as singular, English only 1. */
const plural =
  (rules: Intl.PluralRules) =>
  (count: number, one: string, other: string): string =>
    `${count.toLocaleString(rules.resolvedOptions().locale)} ${rules.select(count) === 'one' ? one : other}`;

export const frPlural = plural(new Intl.PluralRules('fr'));
export const enPlural = plural(new Intl.PluralRules('en'));
