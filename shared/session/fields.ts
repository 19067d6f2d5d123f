/** The kinds of values a request carries, read with valibot. */
import * as v from 'valibot';
import { isId } from '../ids.ts';

export const id = <Kind extends string>() =>
  v.custom<Kind>((value) => isId(value), 'an identifier is expected');
export const whole = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
/** @param max characters, as JavaScript counts them */
export const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
