/**
 * Keeps what the board has not taken, for one open board: reads it from the document before that is
 * let go, drops what came after all, does the rest again when asked (SPEC KW6). Fetched late: only
 * who may write needs it.
 */
import type { BoardDoc } from '../../../shared/board/doc.ts';
import type { UndoHistory } from '../../../shared/board/undo.ts';
import { workAt, workBy } from '../../../shared/board/work/collect.ts';
import { type Work, workKey } from '../../../shared/board/work/work.ts';
import type { BoardId, PersonId } from '../../../shared/ids.ts';
import type { Role } from '../../../shared/session/roles.ts';
import type { Request } from '../../../shared/session/session.ts';
import type { BoardStores } from '../board-stores.ts';
import { copyName, isCopyOf } from '../copy-name.ts';
import type { Journal } from '../journal.ts';
import type { Peer } from '../peer.ts';
import type { RequestProblem } from '../questions.ts';
import { askBeforeClosing } from './closing.ts';
import type { KeptActs } from './kept-acts.ts';
import { type KeptDevice, keptDevice } from './kept-device.ts';
import { adding, settling } from './kept-list.ts';
import type { KeptReason, KeptWork, ToKeep } from './kept-work.ts';
import { isAllowed, putItemsBack } from './put-items-back.ts';
import type { Receipt } from './receipt.ts';
import { retire } from './retire.ts';
import { type Cast, uncounted } from './uncounted.ts';
import { whereOf } from './where.ts';
import { placedIn } from './work-for.ts';

/** What the keeper reads of a peer: the document, and what was written in it here. */
interface Held {
  readonly doc: BoardDoc;
  readonly history: Pick<UndoHistory, 'inParts'>;
  readonly journal: Pick<Journal, 'places' | 'clients'>;
  /** Bytes of the copy that could not be read, under names of their own. */
  readonly unreadable: () => ReadonlyMap<string, unknown>;
}

export interface KeeperDeps {
  readonly stores: BoardStores;
  /** This browser's, when absent. */
  readonly device?: KeptDevice | undefined;
  readonly boardId: BoardId;
  readonly personId: PersonId;
  /** As this device knows it, until the session says it. */
  readonly role?: Role | undefined;
  /** This browser's clock, milliseconds since 1970. */
  readonly now: () => number;
  /** The peer of the moment. */
  readonly held: () => Held;
  /** Asks the session; @returns whether it was granted */
  readonly ask: (request: Request) => Promise<boolean>;
}

export interface Keeper extends KeptActs {
  /**
   * Keeps what a peer holds and the server has not acknowledged; of another epoch, all that was
   * written here, and for who leads all there is. Called again with the same `at`, it replaces.
   */
  readonly keepHeld: (held: Held, why: KeptReason, at: number) => Promise<Receipt>;
  /** Ends a peer and deletes its copy, once what the board has not taken of it is kept. */
  readonly retire: (peer: Peer, why: KeptReason) => Promise<void>;
  /** Dots that were not counted, or may not have been. */
  readonly keepUncounted: (cast: Cast, problem: RequestProblem) => Promise<void>;
  readonly destroy: () => void;
}

export function createKeeper(deps: KeeperDeps): Keeper {
  const { stores, device = keptDevice() } = deps;
  const list = followList(deps, device);
  const stopAsking = askBeforeClosing(stores, device);
  const chosen = (keys: readonly string[]) =>
    stores.kept.getState().filter(({ key }) => keys.includes(key));
  const keepHeld: Keeper['keepHeld'] = async (held, why, at) => {
    for (const [name, bytes] of held.unreadable())
      await device.keepUnreadable(`${copyName(deps)} ${name}`, bytes, at);
    const role = stores.session.getState()?.role ?? deps.role;
    const works = workOf(held, why, role === 'facilitator');
    const news = works.map((work) => ({ work, why }));
    return list.add(news, at);
  };
  return {
    keep: async (items) => void (await list.add(items, deps.now())),
    keepHeld,
    keepUncounted: async (cast, problem) => {
      const lost = uncounted(cast, problem);
      if (lost.length > 0) await list.add(lost, deps.now());
    },
    retire: (peer, why) => retire(peer, why, keepHeld, deps.now),
    settleKept: async () => {
      await list.shown;
      if (stores.kept.getState().length === 0) return;
      const isOurs = ({ boardId }: KeptWork) => boardId === deps.boardId;
      const session = stores.session.getState();
      await list.change((items) => settling(items.filter(isOurs), deps.held().doc, session));
    },
    putBack: async (keys, { onChangedText, into, onProgress } = {}) => {
      const items = chosen(keys).map((item) => placedIn(item, into?.get(item.key)));
      return putItemsBack(deps, items, onChangedText, async (done, seen) => {
        await list.change(() => ({ put: [], drop: done.map(({ key }) => key) }));
        onProgress?.(seen, items.length);
      });
    },
    discardKept: async (keys) => {
      const items = chosen(keys);
      await list.change(() => ({ put: [], drop: keys }));
      return async () => void (await list.change(() => ({ put: items, drop: [] })));
    },
    discardUnreadable: async () => {
      const names = stores.unreadable.getState().map(({ name }) => name);
      await device.dropUnreadable(names);
      await list.reread();
    },
    isKeptLasting: device.isLasting,
    allowedNow: ({ work }) => isAllowed(deps, work),
    destroy: () => {
      list.stop();
      stopAsking();
    },
  };
}

/** What this device keeps of the board, shown as it is and as other tabs change it. */
function followList({ stores, boardId, personId }: KeeperDeps, device: KeptDevice) {
  const show = async () => {
    const items = (await device.all()).filter((item) => item.boardId === boardId);
    items.sort((a, b) => a.at - b.at);
    stores.kept.setState(items, true);
    const bytes = (await device.unreadable()).filter(({ name }) => isCopyOf(name, boardId));
    if (bytes.length + stores.unreadable.getState().length > 0)
      stores.unreadable.setState(bytes, true);
  };
  const change: KeptDevice['change'] = async (edit) => {
    const receipt = await device.change(edit);
    await show();
    return receipt;
  };
  return {
    change,
    add: (news: readonly ToKeep[], at: number) => {
      const board = stores.board.getState();
      const keeping = { boardId, personId, workshop: board.info.title ?? '', at };
      return change((items) => adding(items, news, keeping, (thing) => whereOf(board, thing)));
    },
    reread: show,
    /** Once what was kept before is shown. */
    shown: show(),
    stop: device.onChange(() => void show()),
  };
}

/** Never less than what is not acknowledged: emptied fields leave no author, the journal has them. */
function workOf({ doc, journal }: Held, why: KeptReason, leads: boolean): readonly Work[] {
  const unsaved = workAt(doc, journal.places());
  if (why !== 'other-epoch') return unsaved;
  const own = journal.clients();
  const known = workBy(doc, (client) => leads || own.has(client));
  const keys = new Set(unsaved.map(workKey));
  return unsaved.concat(known.filter((work) => !keys.has(workKey(work))));
}
