/**
 * What has changed of a view since it was last sent: keys whose value would be other bytes, and of
 * long lists the items. What is the same object for everybody is written out and compared once:
 * a room of hundreds is told of each arrival.
 */
import { memoized } from '../../../shared/memoized.ts';
import { LISTS, type SessionChange } from '../../../shared/protocol/messages.ts';
import type { SessionView } from '../../../shared/session/view.ts';

type List = readonly { readonly id: string }[];

export function createChanges<Key extends object>() {
  const sent = new WeakMap<Key, { view: SessionView; readonly texts: Map<string, string> }>();
  const write = memoized((value: object) => JSON.stringify(value));
  const comparedWith = memoized((after: List) => memoized((before: List) => news(before, after)));

  /** Items that differ or are new; undefined when they would not make of one list the other. */
  const news = (before: List, after: List): List | undefined => {
    if (before.some(({ id }, index) => after[index]?.id !== id)) return undefined;
    return after.filter((item, index) => {
      const known = before[index];
      return !known || write(known) !== write(item);
    });
  };
  const isOther = (texts: Map<string, string>, name: string, value: unknown): boolean => {
    const text = typeof value === 'object' && value !== null ? write(value) : JSON.stringify(value);
    if (texts.get(name) === text) return false;
    texts.set(name, text);
    return true;
  };

  return {
    /** All keys the first time, then what differs; undefined when only the time went by. */
    since: (key: Key, view: SessionView): SessionChange | undefined => {
      const last = sent.get(key);
      const texts = last?.texts ?? new Map<string, string>();
      sent.set(key, { view, texts });
      const whole: Record<string, unknown> = {};
      const items: Record<string, List> = {};
      for (const [name, value] of Object.entries(view)) {
        const list = LISTS.find((each) => each === name);
        const some = list && last && comparedWith(view[list])(last.view[list]);
        if (some) {
          if (some.length > 0) items[name] = some;
        } else if (name !== 'now' && (list || isOther(texts, name, value))) {
          whole[name] = value;
        }
      }
      const partial = Object.keys(items).length > 0;
      if (!partial && Object.keys(whole).length === 0) return undefined;
      return { ...whole, ...(partial && { items }), now: view.now };
    },
  };
}
