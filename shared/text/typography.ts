/**
 * French typography for what is drawn: no line begins with a mark that stands apart or ends with an
 * opening quote, and a number stays with its unit. Spaces alone change, one for one: every letter
 * keeps its place, and what is stored is never what this gives.
 */

/** Where no line is broken: as wide as the space that was typed, or narrow. */
const [BOUND, NARROW] = ['\u00a0', '\u202f'];

/** Units and words that count nothing without the number before them. */
const UNITS = [
  '[%‰€°]',
  '[kM]€',
  '[kKMGT]?(?:Wh|W|o)\\b',
  '(?:[kcm]?m|ha)[²³]?(?![\\p{L}\\p{N}])',
  '(?:kg|g|t|[lL]|h|min|s)(?![\\p{L}\\p{N}])',
  '(?:ans?|mois|jours?|semaines?|heures?|minutes?|euros?|points?)(?!\\p{L})',
].join('|');

const RULES: readonly (readonly [pattern: RegExp, drawn: string])[] = [
  [/ (?=[:»])/g, BOUND],
  [/ (?=[;?!])/g, NARROW],
  [/« /g, `«${BOUND}`],
  // The thousands of one number.
  [/(\d) (?=\d{3}(?!\d))/g, `$1${NARROW}`],
  [new RegExp(`(\\d) (?=${UNITS})`, 'gu'), `$1${BOUND}`],
  // The minutes of an hour.
  [/(\d[ \u00a0]h) (?=\d{2}(?!\d))/g, `$1${BOUND}`],
];

/** @returns as many letters as were given; the same text where there is nothing to bind */
export function drawnText(text: string): string {
  if (!text.includes(' ')) return text;
  return RULES.reduce((drawn, [pattern, bound]) => drawn.replace(pattern, bound), text);
}
