/**
 * One life of the document on this device: document, provider, offline copy, heartbeat. When the
 * server refuses something, the whole peer is thrown away and another takes its place.
 */
import type { Transaction } from 'yjs';
import type { Board } from '../../shared/board/board.ts';
import { type BoardDoc, createDoc } from '../../shared/board/doc.ts';
import { type BoardView, createBoardView } from '../../shared/board/snapshot.ts';
import { touchedActions } from '../../shared/board/touched.ts';
import { createUndoHistory, type UndoHistory } from '../../shared/board/undo.ts';
import { contentAt } from '../../shared/board/work/path.ts';
import { type Touched, touchedIn } from '../../shared/board/work/touched.ts';
import type { ActionId, PersonId } from '../../shared/ids.ts';
import { type CloseReason, closeReason } from '../../shared/protocol/close.ts';
import type { Asked } from '../../shared/protocol/messages.ts';
import type { Role } from '../../shared/session/roles.ts';
import { late } from '../browser/late.ts';
import { begunSocket } from './begun-socket.ts';
import type { HistoryState, PresenceState } from './board-stores.ts';
import type { Live } from './connection.ts';
import { copyName } from './copy-name.ts';
import { createHeldEpoch } from './epoch.ts';
import { createJournal, type Journal, type Note } from './journal.ts';
import { lateSplit } from './late-split.ts';
import { LET_GO, type LetGo } from './let-go.ts';
import { createLine, type LineEvents } from './line.ts';
import { type OfflineCopy, openOfflineCopy } from './offline.ts';
import { createOthers, type Others, readPresence } from './presence.ts';
import { endOf, type ProviderOptions, type Received, receive } from './provider.ts';
import { createSaving, type Saving, type SavingEvents } from './saving.ts';
import type { WayDeps, WayMemory } from './way.ts';

export interface PeerOptions extends ProviderOptions {
  readonly personId: PersonId;
  /** As this device knows it; the session says it better, once it is there. */
  readonly role?: Role;
}

/** What a peer reports; each call gives the whole new value. */
export interface PeerEvents
  extends SavingEvents,
    Pick<Received, 'onSession' | 'onRefused' | 'onAnswer'> {
  readonly onBoard: (board: Board) => void;
  readonly onPresence: (others: ReadonlyMap<number, PresenceState>) => void;
  readonly onHistory: (history: HistoryState) => void;
  readonly onTouchedByOthers: (actions: ReadonlySet<ActionId>) => void;
  /** The document holds a board: the server's, or the copy of this device. */
  readonly onReady: (board: Board) => void;
  /** The server has just sent all that this page lacked; the board was reported before. */
  readonly onFollowed: () => void;
  /** The copy is in the document, with what was noted beside it. */
  readonly onCopy: (notes: ReadonlyMap<string, unknown>) => void;
  /** Whether what is written is stored on this device: once that is known, and when it changes. */
  readonly onCopied: (kept: boolean) => void;
  /**
   * @param kept what is written meanwhile is stored on this device
   * @param why what the server said
   */
  readonly onOffline: (kept: boolean, why?: CloseReason) => void;
  readonly onClosed: (reason: CloseReason) => void;
  readonly onClock: LineEvents['onClock'];
  /** The copy of this device is of an older program: another peer must take the place of this one. */
  readonly onOlderCopy: () => void;
}

export interface Peer {
  readonly doc: BoardDoc;
  readonly history: UndoHistory;
  /** What was written here and is not acknowledged. */
  readonly journal: Journal;
  /** Name of its copy on this device. */
  readonly copy: string;
  /** Whether what is written is stored on this device. */
  readonly isCopied: () => boolean;
  /** Notes something beside the copy. */
  readonly note: Note;
  readonly setPresence: (state: PresenceState) => void;
  /** @returns false when there is no connection to send it on */
  readonly ask: (asked: Asked) => boolean;
  /**
   * Ends it; what is still written in the document then, its journal knows.
   * @param letGo said when the copy is not to be gone on with; it stays until that is seen to
   */
  readonly destroy: (letGo?: LetGo) => Promise<void>;
}

/** What a peer takes from the browser. */
export interface PeerDeps extends Partial<Pick<WayDeps, 'loadPolling' | 'memory'>> {
  readonly Socket: typeof WebSocket;
  readonly openCopy: (
    name: string,
    doc: BoardDoc,
    onTaking: (isTaking: boolean) => void,
  ) => OfflineCopy;
  /** From 0 up to 1: reconnections spread out, so that a room does not come back in one instant. */
  readonly random: () => number;
}
const loadPolling = late(async () => (await import('./polling/polling.ts')).polling);
const ownMemory = (): WayMemory => ({ way: 'socket', polling: undefined });
const ofPage = ownMemory();
const inBrowser = (): PeerDeps => ({
  Socket: begunSocket(WebSocket),
  loadPolling,
  memory: ofPage,
  openCopy: openOfflineCopy,
  random: Math.random,
});

export type CreatePeer = (options: PeerOptions, events: PeerEvents) => Peer;

// One life, made and ended in one place: each part is given what the others report.
export function createPeer(
  options: PeerOptions,
  events: PeerEvents,
  { Socket, loadPolling, memory = ownMemory(), openCopy, random }: PeerDeps = inBrowser(),
): Peer {
  const doc = createDoc();
  let [hasFollowed, isOver] = [false, false];
  const view = createBoardView(doc);
  const history = createUndoHistory(doc);
  const name = copyName(options);
  const copy = openCopy(name, doc, (kept) => isOver || events.onCopied(kept));
  const journal = createJournal(doc.clientID, copy.note);
  const epoch = createHeldEpoch(doc, copy.note, journal.clients);
  const onSaving = (live: Live) =>
    events.onSaving(memory.way === 'polling' ? { ...live, isFallback: true } : live);
  const saving = createSaving({ onUnsaved: events.onUnsaved, onSaving }, journal);
  const others = createOthers();
  const { split, beforeAnswer } = lateSplit(doc, saving.leaving);
  let ending: Promise<void> | undefined;
  const line = createLine(
    options,
    {
      doc,
      Socket,
      loadPolling,
      memory,
      maxBackoffMs: 1_500 + random() * 2_500,
      heldEpoch: epoch.offered,
      watch: { onOpened: saving.opened, onCounted: saving.counted, split },
      saving,
    },
    {
      onFollowed: () => {
        hasFollowed = true;
        events.onReady(view.get());
        saving.followed();
        events.onFollowed();
      },
      onMoved: () => {
        others.clear();
        saving.moved();
      },
      onLost: (code, isTurning) => {
        if (isOver) return;
        others.clear();
        saving.disconnected();
        const end = endOf(code);
        if (end) events.onClosed(end);
        else if (hasFollowed || !isTurning) events.onOffline(copy.isTaking(), closeReason(code));
      },
      onClock: events.onClock,
    },
  );
  const { provider } = line;
  receive(provider, {
    ...events,
    onAnswer: (answer) => {
      line.answered(answer.id);
      events.onAnswer(answer);
    },
    onSaved: saving.acknowledged,
    onPresence: others.receive,
    onEpoch: epoch.told,
    mayAnswer: (stateVector) => !epoch.isBehind(stateVector),
    beforeAnswer,
    onUnanswered: () => events.onClosed('otherEpoch'),
  });
  const stop = reportBoard({ doc, view, history, others, journal }, saving, events);
  void copy.ready.then(() => {
    if (isOver) return;
    journal.resume(copy.notes());
    epoch.resume(copy.notes());
    if (epoch.isOfOlderSchema()) return events.onOlderCopy(); // nothing of it can be sent
    events.onCopy(copy.notes());
    if (journal.actions().size > 0) events.onUnsaved(journal.actions());
    if (view.get().priorities.length > 0) events.onReady(view.get());
    provider.connect();
  });
  const end = async () => {
    isOver = true;
    stop();
    for (const part of [others, line, provider.awareness, history, view]) part.destroy();
    await copy.close();
  };
  return {
    doc,
    history,
    journal,
    copy: name,
    isCopied: copy.isTaking,
    note: copy.note,
    setPresence: (state) => provider.awareness.setLocalState({ ...state }),
    ask: line.ask,
    destroy: (letGo) => {
      if (letGo && !isOver) copy.note(LET_GO, letGo);
      ending ??= end();
      return ending;
    },
  };
}

/** What the document becomes, by whose hand. @returns how to stop what goes on without its parts */
function reportBoard(
  { doc, view, history, others, journal }: Reported,
  saving: Pick<Saving, 'changed'>,
  events: PeerEvents,
): () => void {
  let touched: readonly Touched[] = [];
  // Before what was deleted is collected, and before the update is stored: noted first, so that a
  // copy never holds something written here that nothing says was.
  doc.on('afterTransaction', (transaction) => {
    touched = transaction.local || journal.places().length > 0 ? touchedIn(doc, transaction) : [];
    if (transaction.local) journal.touch(touched, null);
    else journal.others(touched, ({ path }) => String(contentAt(doc, path)));
  });
  // After the provider's own listener: the frame of this update is counted already.
  const report = (_update: unknown, _origin: unknown, _doc: unknown, transaction: Transaction) => {
    if (transaction.local) saving.changed(touched);
    else events.onTouchedByOthers(touchedActions(doc, transaction));
  };
  doc.on('update', report);
  others.onChange((states) => events.onPresence(readPresence(states, doc.clientID)));
  view.subscribe(() => events.onBoard(view.get()));
  history.subscribe(() => events.onHistory(stateOf(history)));
  return () => doc.off('update', report);
}
interface Reported {
  readonly doc: BoardDoc;
  readonly view: BoardView;
  readonly history: UndoHistory;
  readonly others: Others;
  readonly journal: Journal;
}

const stateOf = (history: UndoHistory): HistoryState => ({
  canUndo: history.canUndo(),
  canRedo: history.canRedo(),
});
