/** A text, a number, yes or no, a day as `YYYY-MM-DD`, or nothing. */
export type TableCell = string | number | boolean | null;
