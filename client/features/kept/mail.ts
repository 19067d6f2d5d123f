/** Kept things as plain text, to be pasted into a mail or back into a field. */
import { longDateTime } from '../../state/dates.ts';
import type { Entry, Group } from './groups.ts';
import type { Reading } from './reading.ts';

/** One thing: its text alone, so that it can be pasted where it belongs. */
export const plainText = ({ kind, here }: Entry): string => here || kind;

/** All of it, each thing under what it is about, with when it was kept. */
export function mailOf(workshop: string, groups: readonly Group[], reading: Reading): string {
  const { t, language } = reading;
  const blocks = groups.map((group) => {
    const { number, title, priority, entries } = group;
    const head = [number, title].filter(Boolean).join(' ');
    const at = Math.max(...entries.map(({ item }) => item.at));
    return [
      priority === '' ? head : `${head} — ${priority}`,
      t.keptAt(longDateTime(at, language)),
      ...entries.map((entry) => entryText(entry, title, reading)),
    ].join('\n');
  });
  const name = workshop === '' ? t.title : `${t.title} — ${workshop}`;
  return `${[name, ...blocks].join('\n\n')}\n`;
}

function entryText({ kind, here }: Entry, title: string, { t }: Reading): string {
  if (here === '') return kind;
  if (kind === title) return here;
  return here.includes('\n') ? `${t.labelled(kind, '').trim()}\n${here}` : t.labelled(kind, here);
}
