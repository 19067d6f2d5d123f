/**
 * A page with the sheet of one action of the demonstration, for tests that need a real browser.
 * Pages of one browser share the board through a channel between tabs; `bench` is a third person,
 * inside the page, whose changes arrive at once.
 */
import { createHandPeers, HAND_OPTIONS } from '../../support/hand-peer.ts';
import { sessionView } from '../../support/session-view.ts';
import '../../../client/styles/main.css'; // first, so that the order of layers holds
import { createRoot } from 'react-dom/client';
import * as Y from 'yjs';
import { ActionSheet } from '../../../client/features/action-sheet/action-sheet.tsx';
import { BoardContext } from '../../../client/state/board-context.ts';
import { showPreferences } from '../../../client/state/preferences.ts';
import { createBoardClient } from '../../../client/sync/board-client.ts';
import type { PresenceState } from '../../../client/sync/board-stores.ts';
import { ToastRegion } from '../../../client/ui/toast.tsx';
import type { BoardDoc } from '../../../shared/board/doc.ts';
import { fillBoard } from '../../../shared/board/fill.ts';
import { openText, type TextChange, type TextKey } from '../../../shared/board/text-handle.ts';
import demonstration from '../../../shared/demo/atelier-cotentin.json?raw';
import { readWorkshop } from '../../../shared/file/read.ts';
import type { ActionId, PersonId } from '../../../shared/ids.ts';
import type { Role } from '../../../shared/session/roles.ts';

/** What a test may do to the board from within the page. */
export interface Bench {
  readonly text: (key: TextKey) => string;
  /** Somebody else's replacement. */
  readonly replace: (key: TextKey, change: TextChange) => void;
}
declare global {
  interface Window {
    bench: Bench;
  }
}

const asked = new URL(location.href).searchParams;
const id = (asked.get('action') ?? 'p3-02') as ActionId;
const role = (asked.get('role') ?? 'participant') as Role;
const name = asked.get('name') ?? 'Claire';

const channel = new BroadcastChannel('sheet-page');
const peers = createHandPeers({
  answer: ({ id: asked }) => ({ id: asked, refused: 'role' }),
  onPresence: (presence) => channel.postMessage({ from: own.clients[0], presence }),
});
const client = createBoardClient(HAND_OPTIONS, { createPeer: peers.createPeer, now: Date.now });
const { doc, theirs, events } = peers.last();
doc.on('update', (update, origin) => {
  if (origin !== channel) channel.postMessage({ update });
});

const people = ['Claire', 'Denis'].map((who, index) => ({
  id: who as PersonId,
  role,
  name: who,
  directionId: null,
  actorId: null,
  clients: [index],
}));
const found = people.find((person) => person.name === name) ?? people[0];
if (!found) throw new Error('nobody is here');
const own = found;
events.onSession(sessionView(own, people));

interface Message {
  readonly update?: Uint8Array;
  readonly from?: number;
  readonly presence?: PresenceState;
  readonly hello?: true;
}
channel.onmessage = ({ data }: MessageEvent<Message>) => {
  if (data.update) Y.applyUpdate(doc, data.update, channel);
  if (data.hello) channel.postMessage({ update: Y.encodeStateAsUpdate(doc) });
  if (data.from !== undefined && data.presence)
    events.onPresence(new Map([[data.from, data.presence]]));
};
if (name === 'Claire') {
  const { workshop } = readWorkshop(demonstration);
  if (!workshop) throw new Error('the demonstration is unreadable');
  fillBoard(doc, workshop);
} else channel.postMessage({ hello: true });

const textOf = (board: BoardDoc, key: TextKey) => {
  const text = openText(board, id, key);
  if (!text) throw new Error('the text is not there yet');
  return text;
};
window.bench = {
  text: (key) => textOf(doc, key).get(),
  replace: (key, change) => void textOf(theirs, key).replace(change),
};

void showPreferences();
const theme = asked.get('theme');
if (theme) document.documentElement.dataset.theme = theme;
const root = document.createElement('div');
root.id = 'root';
document.body.append(root);
const start = () =>
  createRoot(root).render(
    <BoardContext value={client}>
      <main style={{ display: 'flex', height: '100dvh' }}>
        <h1 style={{ flex: 1, padding: '2rem' }}>Atelier</h1>
        <ActionSheet
          actionId={id}
          onClose={() => undefined}
          onGo={() => undefined}
          onMove={() => undefined}
        />
      </main>
      <ToastRegion />
    </BoardContext>,
  );
const { stores } = client;
if (stores.board.getState().actions.has(id)) start();
else {
  const stop = stores.board.subscribe((board) => {
    if (!board.actions.has(id)) return;
    stop();
    start();
  });
}
