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
  /** Written here, carried by that frame; noted before the update is stored. */
  readonly touch: (touched: readonly Touched[], frame: number | null) => void;
  /** What was touched just now is carried by that frame. */
  readonly sent: (touched: readonly Touched[], frame: number | null) => void;
  /** Others have changed texts: `base` is each as it stood here before, `now` tells how it stands. */
  readonly others: (touched: readonly Touched[], now: (place: Touched) => string) => void;
  /** A new socket has answered the server's first question: that frame carries all that waited. */
  readonly resent: (frame: number) => void;
  /** The socket is gone: what was not acknowledged waits again. */
  readonly disconnected: () => void;
  readonly saved: (upTo: number) => void;
}

/**
 * Notes beside the copy; an undefined value takes one away.
 * @param was only if the note still says this: the page that wrote it may be open, and go on
 */
export type Note = (key: string, value: unknown, was?: unknown) => void;

interface Entry {
  place: Touched;
  frame: number | null;
  isNoted: boolean;
  /** Notes of other pages about this place, as they were read: this page sends what they stand for. */
  former: ReadonlyMap<string, unknown>;
}

const TOUCHED = 'touched ';
const CLIENT = 'client ';

/** @param client the Yjs client id of this page */
// One list of places: each function is one fact about them.
export function createJournal(client: number, note: Note): Journal {
  const entries = new Map<string, Entry>();
  let actions: ReadonlySet<ActionId> = new Set();
  const clients = new Set<number>();
  /** Grows with each note, so that none of two says the same of two states of a place. */
  let turn = 0;
  const recount = () => {
    const ids = new Set([...entries.values()].flatMap(({ place }) => actionIn(place) ?? []));
    if (!isSame(ids, actions)) actions = ids;
  };
  const setFrames = (frame: number | null) => {
    for (const entry of entries.values()) entry.frame = frame;
  };
  const own = (key: string) => `${TOUCHED}${client} ${key}`;
  const noteOwn = (key: string, entry: Entry) => {
    entry.isNoted = true;
    turn += 1;
    note(own(key), { ...entry.place, turn });
  };
  const dropFormer = ({ former }: Entry) => {
    for (const [name, was] of former) note(name, undefined, was);
  };
  return {
    places: () => [...entries.values()].map(({ place }) => place),
    actions: () => actions,
    clients: () => clients,
    resume: (notes) => {
      const read = readNotes(notes);
      for (const id of read.clients) clients.add(id);
      const since = [...entries];
      entries.clear();
      for (const [key, entry] of read.entries) entries.set(key, entry);
      for (const [key, entry] of since)
        entries.set(key, { ...entry, former: entries.get(key)?.former ?? entry.former });
      recount();
    },
    touch: (touched, frame) => {
      if (touched.length === 0) return;
      if (!clients.has(client)) note(`${CLIENT}${client}`, true);
      clients.add(client);
      const before = entries.size;
      for (const place of touched) {
        const key = pathKey(place.path);
        const entry = entries.get(key) ?? { place, frame, isNoted: false, former: new Map() };
        entry.frame = frame;
        // Noted each time: another page may have sent what was written before, and taken that away.
        noteOwn(key, entry);
        entries.set(key, entry);
      }
      if (entries.size > before) recount();
    },
    sent: (touched, frame) => {
      for (const { path } of touched) {
        const entry = entries.get(pathKey(path));
        if (entry) entry.frame = frame;
      }
    },
    others: (touched, now) => {
      for (const each of touched) {
        const key = pathKey(each.path);
        const entry = entries.get(key);
        if (entry?.place.base === undefined || each.base === undefined) continue;
        entry.place = { ...each, base: baseAfter(entry.place.base, each.base, now(each)) };
        noteOwn(key, entry);
        dropFormer(entry);
        entry.former = new Map();
      }
    },
    resent: setFrames,
    disconnected: () => setFrames(null),
    saved: (upTo) => {
      for (const [key, entry] of entries) {
        if (entry.frame === null || entry.frame > upTo) continue;
        if (entry.isNoted) note(own(key), undefined);
        dropFormer(entry);
        entries.delete(key);
      }
      recount();
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
    const former = new Map(known?.former).set(name, value);
    entries.set(key, { place, frame: null, isNoted: false, former });
  }
  return { entries, clients };
}

const actionIn = ({ path: [root, id] }: Touched): ActionId | undefined =>
  root === 'actions' ? (id as ActionId) : undefined;

const isSame = <Value>(a: ReadonlySet<Value>, b: ReadonlySet<Value>): boolean =>
  a.size === b.size && [...a].every((each) => b.has(each));
