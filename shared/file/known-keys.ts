/** Tells of keys that no reader knows: one fault per key of each kind of object. */

import { isObject, type JsonObject, own } from '../json.ts';
import { type Faults, quote } from './fault.ts';
import { isEmpty } from './json.ts';
import { LAYOUTS, type Layout, type LayoutName } from './layout.ts';

/** Objects inside others, with their layout. */
const INSIDE: Readonly<Partial<Record<LayoutName, readonly LayoutName[]>>> = {
  workshop: ['planPeriod'],
  card: ['considerations', 'decp'],
};

export type KeyCheck = (layout: LayoutName, object: JsonObject, where: string) => void;

export function createKeyCheck(faults: Faults): KeyCheck {
  const known = new Map<LayoutName, Set<string>>();
  const check: KeyCheck = (layout, object, where) => {
    const { name, keys, extra = [] }: Layout = LAYOUTS[layout];
    for (const key of Object.keys(object)) {
      if (keys.includes(key) || extra.includes(key)) continue;
      const strangers = known.get(layout) ?? new Set();
      known.set(layout, strangers);
      if (strangers.has(key)) continue;
      strangers.add(key);
      faults.add('unknown-key', name, `champ ${quote(key)} inconnu, non repris`, key);
    }
    for (const inside of INSIDE[layout] ?? []) {
      const value = own(object, inside);
      if (isObject(value)) check(inside, value, where);
      else if (!isEmpty(value))
        faults.add(
          'wrong-type',
          where,
          `champ ${quote(inside)} illisible : ${quote(value)}, non repris`,
          inside,
        );
    }
  };
  return check;
}
