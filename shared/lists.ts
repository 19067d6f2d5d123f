/** Order from the least: texts by their code units, never by a locale, which would differ by machine. */
export const ascending = <Value extends string | number>(a: Value, b: Value): number =>
  a < b ? -1 : a > b ? 1 : 0;

/** Puts an item at the end of the list of its key, which begins with it when there was none. */
export function append<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** The words of a text on as many lines as it takes: words`one two`. */
export const words = ([text = '']: TemplateStringsArray): readonly string[] =>
  text.trim().split(/\s+/);
