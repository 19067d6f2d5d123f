/**
 * What Excel does by itself to a list, and nobody typed: a number loses its zeros or its last digits,
 * `01/02` becomes a day, and what an old encoding lacks becomes a question mark.
 */
import { dayIn, numberIn, textOf } from '../table/canonical.ts';
import type { TableCell } from '../table/cell.ts';
import { monthNamed } from '../table/period.ts';

/** Signs of windows-1252, beside those of ISO 8859-1. */
const western = /[\p{ASCII}\u00A0-\u00FF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u;

/** Whether a cell is a text of ours that went through a file without its signs: `CO₂` as `CO?`. */
export function lostSigns(ours: string, cell: TableCell): boolean {
  const text = textOf(cell);
  if (!text.includes('?')) return false;
  const signs = [...ours];
  // A sign beyond the first plane is two of UTF-16, and may become two marks.
  const once = signs.map((sign) => (western.test(sign) ? sign : '?')).join('');
  const each = signs.map((sign) => (western.test(sign) ? sign : '?'.repeat(sign.length))).join('');
  return [once, each].some((lossy) => lossy !== ours && plain(lossy) === plain(text));
}
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Digits beyond which Excel keeps none, and how far what it shows of them may be. */
const longDigits = /^\d{12,}$/;
const shownWithin = 1e-4;

/** Whether a cell is what Excel makes of a text of ours. */
export function isConversion(ours: string, cell: TableCell): boolean {
  const text = ours.trim();
  const value = numberIn(cell);
  if (value !== undefined && /^0\d+$/.test(text)) return Number(text) === value;
  if (value !== undefined && longDigits.test(text))
    return Math.abs(Number(text) - value) <= shownWithin * Number(text);
  const [, first, second] = /^(\d{1,2})[/.-](\d{1,2})$/.exec(text) ?? [];
  if (first === undefined || second === undefined) return false;
  const parts = [Number(first), Number(second)];
  const [, month, day] = dayIn(cell)?.split('-').map(Number) ?? [];
  if (month !== undefined) return parts.includes(month) && (day === 1 || parts.includes(day ?? 0));
  const [, said = '', name = ''] = /^(\d{1,2})-(\p{L}+\.?)$/u.exec(textOf(cell)) ?? [];
  const named = monthNamed(name);
  return named !== undefined && parts.includes(named) && parts.includes(Number(said));
}
