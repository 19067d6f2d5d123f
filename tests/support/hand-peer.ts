/**
 * A peer without a network: the document is local, a neighbour's changes arrive at once, and what
 * the server would report comes when a test says so.
 */
import * as Y from 'yjs';
import { copyName } from '../../client/sync/copy-name.ts';
import { createJournal, type Journal } from '../../client/sync/journal.ts';
import type { LetGo } from '../../client/sync/let-go.ts';
import type { CreatePeer, PeerEvents, PeerOptions } from '../../client/sync/peer.ts';
import { type BoardDoc, createDoc } from '../../shared/board/doc.ts';
import { type BoardView, createBoardView } from '../../shared/board/snapshot.ts';
import { touchedActions } from '../../shared/board/touched.ts';
import { createUndoHistory } from '../../shared/board/undo.ts';
import { touchedIn } from '../../shared/board/work/touched.ts';
import type { BoardId, PersonId } from '../../shared/ids.ts';
import type { Answer, Asked } from '../../shared/protocol/messages.ts';

export const HAND_OPTIONS: PeerOptions = {
  origin: 'ws://gommette.test',
  boardId: 'atelier' as BoardId,
  personId: 'moi' as PersonId,
  ticket: 't1cket',
};

interface HandPeer {
  readonly doc: BoardDoc;
  readonly view: BoardView;
  readonly journal: Journal;
  /** Somebody else's document, alike at once in both directions. */
  readonly theirs: BoardDoc;
  readonly events: PeerEvents;
  /** What the page last said of itself. */
  readonly presence: unknown;
  /** Not yet; closed, its copy kept; or closed and its copy let go, with why. */
  readonly end: 'none' | 'destroyed' | LetGo;
}

export interface HandPeers {
  readonly createPeer: CreatePeer;
  /** Every peer so far, the present one last. */
  readonly all: readonly HandPeer[];
  readonly last: () => HandPeer;
}

export interface HandPeersDeps {
  /** The server's answer to a question, at once; null lets it wait, undefined has no connection. */
  readonly answer?: (asked: Asked) => Answer | null | undefined;
  /** Called with each change of the page's own presence. */
  readonly onPresence?: (state: object) => void;
}

export function createHandPeers({ answer, onPresence }: HandPeersDeps = {}): HandPeers {
  const all: HandPeer[] = [];
  const createPeer: CreatePeer = (options, events) => {
    const [doc, theirs] = neighbours(events);
    const view = createBoardView(doc);
    const history = createUndoHistory(doc);
    // Nothing is acknowledged until a test says so.
    const journal = createJournal(doc.clientID, () => {});
    doc.on('afterTransaction', (transaction) => {
      if (transaction.local) journal.touch(touchedIn(doc, transaction), 1);
    });
    view.subscribe(() => events.onBoard(view.get()));
    history.subscribe(() =>
      events.onHistory({ canUndo: history.canUndo(), canRedo: history.canRedo() }),
    );
    const one = {
      doc,
      theirs,
      view,
      journal,
      events,
      presence: undefined as unknown,
      end: 'none' as End,
    };
    all.push(one);
    return {
      doc,
      history,
      journal,
      copy: copyName(options),
      isCopied: () => true,
      note: () => {},
      setPresence: (state) => {
        one.presence = state;
        onPresence?.(state);
      },
      ask: (asked) => {
        const given = answer?.(asked);
        if (given) events.onAnswer(given);
        return given !== undefined;
      },
      destroy: async (letGo) => {
        if (one.end === 'none') one.end = letGo ?? 'destroyed';
      },
    };
  };
  const last = () => {
    const peer = all.at(-1);
    if (!peer) throw new Error('no peer yet');
    return peer;
  };
  return { createPeer, all, last };
}

type End = HandPeer['end'];

/** Two documents that are always alike; changes of the second are others'. */
function neighbours(events: Pick<PeerEvents, 'onTouchedByOthers'>): [BoardDoc, BoardDoc] {
  const doc = createDoc();
  const theirs = createDoc();
  doc.on('update', (update, origin, _doc, transaction) => {
    if (origin === theirs) events.onTouchedByOthers(touchedActions(doc, transaction));
    else Y.applyUpdate(theirs, update, doc);
  });
  theirs.on('update', (update, origin) => {
    if (origin !== doc) Y.applyUpdate(doc, update, theirs);
  });
  return [doc, theirs];
}
