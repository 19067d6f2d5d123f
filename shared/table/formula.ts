/**
 * Texts that a spreadsheet would take for a formula and run. Bypasses of the usual rule are closed:
 * what is invisible before the sign, and each line of a cell, since a program that misreads the
 * quotes sees a new cell there.
 */

/** Spaces of all kinds, and what has no width: they hide the sign from people, not from Excel. */
const invisible = '[\\p{White_Space}\\p{Default_Ignorable_Code_Point}\\p{Cf}\\p{Mn}\\u2800]';
/** `= + - @`, their small and full-width forms, the minus sign, and the tab. */
const sign = '[=+\\-@\\t\\uFE62\\uFE63\\uFE66\\uFE6B\\uFF0B\\uFF0D\\uFF1D\\uFF20\\u2212]';
const formula = new RegExp(`^${invisible}*${sign}`, 'u');

/** Whether a line would be taken for a formula. */
export const isFormula = (line: string): boolean => formula.test(line);

/** The text with an apostrophe before each line that would be taken for a formula. */
export const neutral = (text: string): string =>
  text
    .split(/([\n\u2028\u2029])/)
    .map((line) => (isFormula(line) ? `'${line}` : line))
    .join('');
