/** JSON kept in this browser, read by a schema: a person, another version or a fault may have changed it. */
import * as v from 'valibot';
import { type Id, isId } from '../../shared/ids.ts';
import { deviceTexts } from '../browser/texts.ts';

/** An identifier of that kind. */
export const idSchema = <Kind extends string>() => v.custom<Id<Kind>>(isId);

/** What this device keeps under the key, if it is JSON of that shape; null else. */
export const readStored = <Value>(
  schema: v.GenericSchema<unknown, Value>,
  key: string,
): Value | null => readText(schema, deviceTexts.get(key));

/** What the text says, if it is JSON of that shape; null else, and for no text. */
export function readText<Value>(
  schema: v.GenericSchema<unknown, Value>,
  text: string | null,
): Value | null {
  try {
    const read = v.safeParse(schema, JSON.parse(text ?? 'null'));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
