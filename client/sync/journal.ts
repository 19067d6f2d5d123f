/**
 * What this page has written and the server has not acknowledged, place by place: each remembers
 * the number of the frame that carries its last change, null while it waits for a connection. It is
 * noted beside the copy of the board, so that a reload or a crash forgets nothing (SPEC CO2, KW6).
 */
import * as v from 'valibot';
import { pathKey } from '../../shared/board/work/path.ts';
import { baseAfter, type Touched } from '../../shared/board/work/touched.ts';
import type { ActionId } from '../../shared/ids.ts';

export interface Journal {
  readonly places: () => readonly Touched[];
  /** The actions among them; the same set until that changes. */
  readonly actions: () => ReadonlySet<ActionId>;
  /** Yjs client ids that this device has written under in this board, for this person. */
  readonly clients: () => ReadonlySet<number>;
  /** What an earlier page left beside the copy: it waits to be sent again. */
  readonly resume: (notes: ReadonlyMap<string, unknown>) => void;
  readonly touch: (touched: readonly Touched[], frame: number | null) => void;
  /** Others have changed texts: `base` is each as it stood here before, `now` tells how it stands. */
  readonly others: (touched: readonly Touched[], now: (place: Touched) => string) => void;
  /** A new socket has answered the server's first question: that frame carries all that waited. */
  readonly resent: (frame: number) => void;
  /** The socket is gone: what was not acknowledged waits again. */
  readonly disconnected: () => void;
  readonly saved: (upTo: number) => void;
}

/** Notes beside the copy; an undefined value takes one away. */
export type Note = (key: string, value: unknown) => void;

interface Entry {
  readonly place: Touched;
  readonly frame: number | null;
  /** Under which keys it is noted. */
  readonly notes: ReadonlySet<string>;
}

const TOUCHED = 'touched ';
const CLIENT = 'client ';

/** @param client the Yjs client id of this page */
export function createJournal(client: number, note: Note): Journal {
  let entries = new Map<string, Entry>();
  let actions: ReadonlySet<ActionId> = new Set();
  const clients = new Set<number>();
  const set = (next: Map<string, Entry>) => {
    entries = next;
    const ids = new Set([...next.values()].flatMap(({ place }) => actionIn(place) ?? []));
    if (!isSame(ids, actions)) actions = ids;
  };
  const all = (frame: number | null) =>
    set(new Map([...entries].map(([key, entry]) => [key, { ...entry, frame }])));
  const own = (key: string) => `${TOUCHED}${client} ${key}`;
  return {
    places: () => [...entries.values()].map(({ place }) => place),
    actions: () => actions,
    clients: () => clients,
    resume: (notes) => {
      const read = readNotes(notes);
      for (const id of read.clients) clients.add(id);
      set(new Map([...read.entries, ...entries]));
    },
    touch: (touched, frame) => {
      if (touched.length === 0) return;
      if (!clients.has(client)) note(`${CLIENT}${client}`, true);
      clients.add(client);
      const next = new Map(entries);
      for (const each of touched) {
        const key = pathKey(each.path);
        const before = next.get(key);
        const place = before?.place ?? each;
        if (!before?.notes.has(own(key))) note(own(key), place);
        next.set(key, { place, frame, notes: new Set(before?.notes).add(own(key)) });
      }
      set(next);
    },
    others: (touched, now) => {
      for (const each of touched) {
        const key = pathKey(each.path);
        const entry = entries.get(key);
        if (entry?.place.base === undefined || each.base === undefined) continue;
        const place = { ...each, base: baseAfter(entry.place.base, each.base, now(each)) };
        for (const name of entry.notes) note(name, place);
        entries.set(key, { ...entry, place });
      }
    },
    resent: (frame) => all(frame),
    disconnected: () => all(null),
    saved: (upTo) => {
      const left = [...entries].filter(([, { frame }]) => frame === null || frame > upTo);
      if (left.length === entries.size) return;
      const stays = new Map(left);
      for (const [key, { notes }] of entries)
        if (!stays.has(key)) for (const name of notes) note(name, undefined);
      set(stays);
    },
  };
}

const touchedSchema = v.object({
  path: v.array(v.string()),
  base: v.exactOptional(v.string()),
});

function readNotes(notes: ReadonlyMap<string, unknown>) {
  const entries = new Map<string, Entry>();
  const clients = new Set<number>();
  for (const [name, value] of notes) {
    if (name.startsWith(CLIENT)) clients.add(Number(name.slice(CLIENT.length)));
    if (!name.startsWith(TOUCHED)) continue;
    const read = v.safeParse(touchedSchema, value);
    if (!read.success) continue;
    const key = pathKey(read.output.path);
    const known = entries.get(key);
    const place = known?.place ?? read.output;
    entries.set(key, { place, frame: null, notes: new Set(known?.notes).add(name) });
  }
  return { entries, clients };
}

const actionIn = ({ path: [root, id] }: Touched): ActionId | undefined =>
  root === 'actions' ? (id as ActionId) : undefined;

const isSame = <Value>(a: ReadonlySet<Value>, b: ReadonlySet<Value>): boolean =>
  a.size === b.size && [...a].every((each) => b.has(each));
