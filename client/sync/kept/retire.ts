/**
 * The one way in which a copy on this device goes: what the board has not taken of it is kept first.
 * All tabs of a person write in one copy, so it is read as it is stored, with what the page that
 * lets it go still holds. Whatever fails on the way, the copy stays: it is found at the next opening.
 */
import { applyUpdate } from 'yjs';
import { createDoc, encodeDoc } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { pathKey } from '../../../shared/board/work/path.ts';
import type { CopyOwner } from '../copy-name.ts';
import { unreadableIn } from '../copy-store.ts';
import { createJournal } from '../journal.ts';
import type { LetGo } from '../let-go.ts';
import { openOfflineCopy } from '../offline.ts';
import { within } from '../within.ts';
import { deleteCopy } from './delete-copy.ts';
import { type Held, heldWork } from './held-work.ts';
import type { KeptDevice } from './kept-device.ts';
import { adding } from './kept-list.ts';
import type { ToKeep } from './kept-work.ts';
import { letGoIn } from './let-go-note.ts';
import { whereOf } from './where.ts';

export interface Retiring {
  readonly owner: CopyOwner;
  /** Of the copy. */
  readonly name: string;
  /** As noted beside the copy, when absent. */
  readonly letGo?: LetGo;
  /** This browser's clock, milliseconds since 1970. */
  readonly at: number;
  /** What the page that had it open holds, and may still be writing in. */
  readonly held?: Held;
  /** What else is to be kept of this person. */
  readonly others?: readonly ToKeep[];
  /** Title of the workshop, where the copy has none. */
  readonly workshop?: string;
}

/** How long a deletion is waited for, milliseconds. */
const patienceMs = 3_000;

/** @returns whether all of it is stored on this device by now */
export async function retireCopy(retiring: Retiring, device: KeptDevice): Promise<boolean> {
  const { name, held, at, others = [] } = retiring;
  const { boardId, personId } = retiring.owner;
  const first = await readCopy(name);
  // Another tab that lets it go may have deleted it meanwhile: what is there by now can be deleted too.
  const stored = first.isRead ? first : await readCopy(name);
  const letGo = retiring.letGo ?? letGoIn(stored.notes);
  let changes = 0;
  const count = () => {
    changes += 1;
  };
  held?.doc.on('afterTransaction', count);
  let isEmpty = true;
  const keep = () => {
    const whole = held ? joined(stored, held) : stored;
    const board = readBoard(whole.doc);
    const works = heldWork(whole, letGo).map((work) => ({ work, why: letGo.why }));
    isEmpty = works.length + others.length === 0;
    const workshop = board.info.title ?? retiring.workshop ?? '';
    return device.change((items) =>
      adding(items, [...works, ...others], { boardId, personId, workshop, at }, (thing) =>
        whereOf(board, thing),
      ),
    );
  };
  let receipt = await keep();
  // What a field that closes still wrote: it stands for what was kept of the same place.
  for (let seen = 0; seen < changes && receipt; ) {
    seen = changes;
    receipt = await keep();
  }
  held?.doc.off('afterTransaction', count);
  const unread = unreadableIn(stored.notes);
  const areKept = await Promise.all(
    [...unread].map(([part, bytes]) => device.keepUnreadable(`${name} ${part}`, bytes, at)),
  );
  if (!receipt) return isEmpty;
  if (stored.isRead && areKept.every(Boolean)) await within(patienceMs, deleteCopy(name, receipt));
  return true;
}

type Stored = Held & Awaited<ReturnType<typeof readCopy>>;

/** The copy as it is stored, whoever wrote it. */
async function readCopy(name: string) {
  const doc = createDoc();
  const copy = openOfflineCopy(name, doc);
  const isRead = await copy.ready;
  const journal = createJournal(doc.clientID, () => {});
  journal.resume(copy.notes());
  await copy.close();
  return { doc, journal, notes: copy.notes(), isRead };
}

/** Both in one; of a place that both touched, the open page knows better what others know. */
function joined(stored: Stored, { doc, journal }: Held): Held {
  applyUpdate(stored.doc, encodeDoc(doc));
  const there = stored.journal.places().map((place) => [pathKey(place.path), place] as const);
  const here = journal.places().map((place) => [pathKey(place.path), place] as const);
  const places = [...new Map([...there, ...here]).values()];
  const clients = new Set([...stored.journal.clients(), ...journal.clients()]);
  return { doc: stored.doc, journal: { places: () => places, clients: () => clients } };
}
