/**
 * What has changed of a view since it was last sent: keys whose value would be other bytes. What is
 * the same object for everybody is written out once.
 */
import type { SessionChange } from '../../shared/protocol/messages.ts';
import type { SessionView } from '../../shared/session/view.ts';

export interface Changes<Key extends object> {
  /** All keys the first time, then those that differ; undefined when only the time went by. */
  readonly since: (key: Key, view: SessionView) => SessionChange | undefined;
}

export function createChanges<Key extends object>(): Changes<Key> {
  const sent = new WeakMap<Key, Map<string, string>>();
  const written = new WeakMap<object, string>();

  const write = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const text = written.get(value) ?? JSON.stringify(value);
    written.set(value, text);
    return text;
  };

  return {
    since: (key, view) => {
      const last = sent.get(key) ?? new Map<string, string>();
      sent.set(key, last);
      const news = Object.entries(view).filter(([name, value]) => {
        if (name === 'now') return false;
        const text = write(value);
        const isNews = last.get(name) !== text;
        last.set(name, text);
        return isNews;
      });
      return news.length === 0 ? undefined : { ...Object.fromEntries(news), now: view.now };
    },
  };
}
