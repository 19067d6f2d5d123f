/** What fields are called, in the words of the forms where people fill them. */
import type { Reading } from './reading.ts';

type Names = Readonly<Record<string, string | undefined>>;
type Words = Pick<Reading, 't' | 'sheet' | 'frame' | 'common'>;

/**
 * The label of a field.
 * @param keys the root, then the keys on the way down, without ids: `actions`, `indicators`, `unit`
 */
export function fieldLabel(keys: readonly string[], words: Words): string {
  const [holder = '', key = ''] = keys.slice(-2);
  const own: Names = words.t.fields;
  const inForm = keys.length > 2 ? partLabel(holder, key, words) : entityLabel(holder, key, words);
  return inForm ?? own[key] ?? key;
}

function entityLabel(root: string, key: string, { sheet, frame }: Words): string | undefined {
  if (root === 'board') return (frame.info as Names)[key];
  if (root === 'priorities') return textOf(frame.priority, key);
  if (root === 'actions') return sheetLabel(key, sheet) ?? textOf(sheet, key);
  return root === 'comments' ? undefined : (frame.fields as Names)[key];
}

const sheetLabel = (key: string, { fields }: Words['sheet']): string | undefined =>
  (fields as Readonly<Record<string, { readonly label: string } | undefined>>)[key]?.label;

function partLabel(holder: string, key: string, { sheet }: Words): string | undefined {
  if (holder === 'constraints')
    return key === 'actorId'
      ? sheet.constraintActor
      : key === 'text'
        ? sheet.constraintText
        : undefined;
  if (holder === 'indicators') return key === 'label' ? sheet.indicatorLabel : textOf(sheet, key);
  return undefined;
}

/** A word of that name, when it is one and not a function or a table. */
function textOf(words: object, key: string): string | undefined {
  const word: unknown = Reflect.get(words, key);
  return typeof word === 'string' ? word : undefined;
}
