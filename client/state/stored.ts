/** JSON kept in this browser, read by a schema: a person, another version or a fault may have changed it. */
import * as v from 'valibot';
import { type Id, isId } from '../../shared/ids.ts';

/** An identifier of that kind. */
export const idSchema = <Kind extends string>() => v.custom<Id<Kind>>(isId);

/** What is kept under the key, if it is JSON of that shape; null else, or where nothing may be kept. */
export function readStored<Value>(
  schema: v.GenericSchema<unknown, Value>,
  key: string,
): Value | null {
  try {
    const read = v.safeParse(schema, JSON.parse(localStorage.getItem(key) ?? 'null'));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
