/**
 * One page in a process of its own: the synchronisation people's browsers run, over a real socket,
 * with a store of its own for what a device keeps. There is no screen: orders come by messages.
 */
import 'fake-indexeddb/auto';
import { WebSocket } from 'ws';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { countsOf, splitLacking } from '../../../client/features/kept/lacking.ts';
import { type BoardClient, createBoardClient } from '../../../client/sync/board-client.ts';
import { addAction } from '../../../shared/board/commands/actions.ts';
import type { ActionId } from '../../../shared/ids.ts';
import type { Order, Seat, Told } from './page-orders.ts';

// As much of a browser as `client/sync` asks for.
const browser = new EventTarget();
Object.assign(globalThis, {
  WebSocket,
  window: browser,
  document: Object.assign(new EventTarget(), { visibilityState: 'visible' }),
  addEventListener: browser.addEventListener.bind(browser),
  removeEventListener: browser.removeEventListener.bind(browser),
  localStorage: createStorage(),
});

/** How often the board, or what is kept, has changed. */
const changes = createStore(() => 0);
const count = () => changes.setState(changes.getState() + 1, true);
let seat: Seat;
let client: BoardClient;

process.once('disconnect', () => process.exit());
process.on('message', ({ id, order }: { readonly id: number; readonly order: Order }) => {
  void obey(order).then((told) => process.send?.({ id, told }));
});

async function obey(order: Order): Promise<Told | undefined> {
  switch (order.do) {
    case 'open': {
      seat = order.seat;
      client = createBoardClient(seat);
      const { board, connection, session, kept, isUncompared } = client.stores;
      board.subscribe(count);
      kept.subscribe(count);
      isUncompared.subscribe(count);
      await until(connection, ({ state }) => state === 'live');
      await until(session, (view) => view !== null);
      return void (await until(board, ({ priorities }) => priorities.length > 0));
    }
    case 'close':
      return void (await client.destroy());
    case 'write':
      return write(order.title, order.text);
    case 'extend':
      return type(find(order.title), 'title', order.text);
    case 'wait-saved':
      return void (await until(
        client.stores.connection,
        (now) => now.state === 'live' && !now.unsaved,
      ));
    case 'wait-offline':
      return void (await until(client.stores.connection, ({ state }) => state === 'offline'));
    case 'wait-rebuilt': {
      const { epoch, board, connection } = client.stores;
      await until(epoch, (count) => count >= order.times);
      await until(connection, (now) => now.state === 'live' && !now.unsaved);
      return void (await until(board, ({ priorities }) => priorities.length > 0));
    }
    case 'wait-change': {
      const { since, patienceMs } = order;
      const late = new Promise((resolve) => setTimeout(resolve, patienceMs));
      return void (await Promise.race([until(changes, (now) => now > since), late]));
    }
    case 'put-back':
      return putBack();
    case 'tell':
      return tell();
  }
}

function write(title: string, text: string): undefined {
  const [priority] = client.stores.board.getState().priorities;
  if (!priority) throw new Error('a board without a priority');
  const { personId, directionId } = seat;
  const place = { priorityId: priority.id, before: null };
  const author = { personId, directionId, actorId: null };
  const added = client.run(addAction, { title, place, author });
  if (!added.ok) throw new Error(`not added: ${added.error}`);
  return type(added.value, 'description', text);
}

/** In one act; then those texts that are others by now, as their author chooses when asked. */
async function putBack(): Promise<undefined> {
  const stays = await client.putBack(client.stores.kept.getState().map(({ key }) => key));
  const asked = [...stays].filter(([, { kind }]) => kind === 'text-changed');
  await client.putBack(
    asked.map(([key]) => key),
    { onChangedText: 'replace' },
  );
}

function type(id: ActionId, key: 'title' | 'description', text: string): undefined {
  const handle = client.openText(id, key);
  if (!handle) throw new Error('no such text');
  for (const letter of text)
    handle.replace({ index: handle.get().length, removed: 0, inserted: letter });
}

function find(title: string): ActionId {
  const { actions } = client.stores.board.getState();
  const found = [...actions.values()].find((action) => action.title.startsWith(title));
  if (!found) throw new Error(`no action « ${title} »`);
  return found.id;
}

function tell(): Told {
  const { board, kept, connection, session, isUncompared } = client.stores;
  const leads = session.getState()?.role === 'facilitator';
  const items = kept.getState().filter(({ personId }) => personId === seat.personId);
  return {
    board: [...board.getState().actions.values()].flatMap((each) => [each.title, each.description]),
    kept: items.map(({ work }) => JSON.stringify(work)),
    reasons: items.map(({ why }) => why),
    lacking: countsOf(isUncompared.getState() ? [] : splitLacking(items, leads).lacking),
    isCompared: !isUncompared.getState(),
    changes: changes.getState(),
    state: connection.getState().state,
  };
}

function until<Value>(store: StoreApi<Value>, fact: (value: Value) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (value: Value) => {
      if (!fact(value)) return;
      stop();
      resolve();
    };
    const stop = store.subscribe(look);
    look(store.getState());
  });
}

function createStorage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}
