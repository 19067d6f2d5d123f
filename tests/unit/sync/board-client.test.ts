/** The open board's client over peers that tests drive by hand. */
import { describe, expect, test } from 'vitest';
import { createBoardClient } from '../../../client/sync/board-client.ts';
import { openKeptDevice } from '../../../client/sync/kept/kept-device.ts';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity, setInfo } from '../../../shared/board/commands/frame.ts';
import { openText } from '../../../shared/board/text-handle.ts';
import type { ActionId, PersonId } from '../../../shared/ids.ts';
import { CLOSE, type CloseReason } from '../../../shared/protocol/close.ts';
import type { Asked } from '../../../shared/protocol/messages.ts';
import type { Request } from '../../../shared/session/session.ts';
import { createHandPeers, HAND_OPTIONS, type HandPeersDeps } from '../../support/hand-peer.ts';
import { unwrap } from '../../support/result.ts';
import { sessionView } from '../../support/session-view.ts';
import { until } from '../../support/until.ts';

const NOW = 1_700_000_000_000;
const author = { personId: 'claire' as PersonId, directionId: null, actorId: null };
const request: Request = { type: 'summon' };

function open(deps?: HandPeersDeps) {
  const peers = createHandPeers(deps);
  const client = createBoardClient(HAND_OPTIONS, {
    createPeer: peers.createPeer,
    now: () => NOW,
    keptDevice: openKeptDevice(),
  });
  return { client, peers, stores: client.stores, events: () => peers.last().events };
}
type Stage = ReturnType<typeof open>;

function addOne({ client }: Stage, title: string, description = ''): ActionId {
  const priorityId = unwrap(
    client.run((doc) => addFrameEntity(doc, 'priorities', { title: 'Eau' })),
  );
  const place = { priorityId, before: null };
  const id = unwrap(client.run(addAction, { title, place, author }));
  if (description)
    client.openText(id, 'description')?.replace({ index: 0, removed: 0, inserted: description });
  return id;
}
/** The server refuses what waits, and closes. */
function refuse({ events }: Stage, reason: 'step' | 'role' = 'step') {
  events().onRefused({ reason, update: 1 });
  events().onClosed('refused');
}

describe('the stores', () => {
  test('[CO12] the board is the document’s, as it changes', () => {
    const stage = open();
    expect(stage.stores.board.getState().priorities).toEqual([]);
    const id = addOne(stage, 'Mesurer');
    expect(stage.stores.board.getState().actions.get(id)?.title).toBe('Mesurer');
  });

  test('[CO12] a board that is ready is shown, though nothing has changed since', () => {
    const { stores, peers, events } = open();
    const { view } = peers.last();
    const board = { ...view.get(), info: { title: 'Prête' } };
    events().onReady(board);
    expect(stores.board.getState()).toBe(board);
  });

  test('[CO12] the clock’s offset is what this browser lacks of the server’s', () => {
    const { stores, events } = open();
    events().onSession({ now: NOW + 90_000 });
    expect(stores.clockOffset.getState()).toBe(90_000);
    events().onSession({ now: NOW - 90_000 });
    expect(stores.clockOffset.getState()).toBe(-90_000);
    events().onSession({ current: null });
    expect(stores.clockOffset.getState()).toBe(-90_000);
  });

  test('[CO20] the clock’s offset follows each sign of life that tells another one for sure', () => {
    const { stores, events } = open();
    const offsetAfter = (offset: number, error: number) => {
      events().onClock(offset, error);
      return stores.clockOffset.getState();
    };
    expect(offsetAfter(200, 40)).toBe(0);
    expect(offsetAfter(1_900, 1_700)).toBe(0); // as likely the slow line
    expect(offsetAfter(400, 40)).toBe(400);
    expect(offsetAfter(-3_600_000, 900)).toBe(-3_600_000);
    expect(offsetAfter(500, 40)).toBe(500);
  });

  test('[CO12] a change of the session is laid over what was known', () => {
    const { stores, events } = open();
    const me = { id: 'moi' as PersonId, role: 'observer', name: 'Camille' } as const;
    const view = sessionView({ ...me, directionId: null, actorId: null, clients: [1] });
    events().onSession(view);
    events().onSession({ focus: { kind: 'view', view: 'board' } } as never);
    expect(stores.session.getState()).toEqual({ ...view, focus: { kind: 'view', view: 'board' } });
  });

  test('[CO12] presence, others’ touch and what waits are passed on', () => {
    const { stores, events } = open();
    const id = 'a1' as ActionId;
    events().onPresence(new Map([[7, { holding: id }]]));
    events().onTouchedByOthers(new Set([id]));
    events().onUnsaved(new Set([id]));
    expect(stores.presence.getState()).toEqual(new Map([[7, { holding: id }]]));
    expect(stores.touchedByOthers.getState()).toEqual(new Set([id]));
    expect(stores.unsaved.getState()).toEqual(new Set([id]));
  });
});

describe('the connection', () => {
  test('[CO12] goes from opening to live, and says what waits', () => {
    const { stores, events } = open();
    expect(stores.connection.getState()).toEqual({ state: 'opening' });
    events().onSaving({ unsaved: true, savedAt: null });
    expect(stores.connection.getState()).toEqual({ state: 'live', unsaved: true, savedAt: null });
    events().onSaving({ unsaved: false, savedAt: 5 });
    expect(stores.connection.getState()).toEqual({ state: 'live', unsaved: false, savedAt: 5 });
  });

  test('[CO12] is offline since the first failure, however many follow', () => {
    const { stores, events } = open();
    events().onOffline(true);
    const offline = stores.connection.getState();
    expect(offline).toEqual({ state: 'offline', kept: true, since: NOW });
    events().onOffline(false);
    expect(stores.connection.getState()).toBe(offline);
    events().onSaving({ unsaved: false, savedAt: 5 });
    events().onOffline(false);
    expect(stores.connection.getState()).toEqual({ state: 'offline', kept: false, since: NOW });
  });

  const reasons = Object.keys(CLOSE) as CloseReason[];
  test.each(reasons.filter((reason) => CLOSE[reason].react !== 'rebuild-board'))(
    'closed by %s says so, keeps its peer, and stays closed',
    (reason) => {
      const { stores, events, peers } = open();
      events().onClosed(reason);
      events().onOffline(true);
      expect(stores.connection.getState()).toEqual({ state: 'closed', reason });
      expect(peers.all).toHaveLength(1);
    },
  );
});

describe('commands', () => {
  test('[CO12] each is one step of undo', () => {
    const { client, stores } = open();
    client.run((doc) => {
      setInfo(doc, { title: 'Un' });
      return setInfo(doc, { notice: 'Deux' });
    });
    expect(stores.history.getState()).toEqual({ canUndo: true, canRedo: false });
    expect(client.undo()).toBe(true);
    expect(stores.board.getState().info).toEqual({});
    expect(stores.history.getState()).toEqual({ canUndo: false, canRedo: true });
    expect(client.undo()).toBe(false);
    expect(client.redo()).toBe(true);
    expect(stores.board.getState().info).toEqual({ title: 'Un', notice: 'Deux' });
  });

  test('[CO12] a text is opened in the present document, and only where there is one', () => {
    const stage = open();
    const id = addOne(stage, 'Mesurer');
    expect(stage.client.openText(id, 'title')?.get()).toBe('Mesurer');
    expect(stage.client.openText('nobody' as ActionId, 'title')).toBeUndefined();
  });

  test('[CO12] what is said of oneself is merged, and taken back key by key', () => {
    const { client, peers } = open();
    client.setPresence({ actionId: 'a1' as ActionId, field: 'title' });
    client.setPresence({ holding: 'a2' as ActionId, field: undefined });
    expect(peers.last().presence).toEqual({ actionId: 'a1', holding: 'a2' });
    expect(Object.keys(peers.last().presence as object)).toEqual(['actionId', 'holding']);
  });
});

describe('a question', () => {
  test('[CO10] is granted or refused by the answer that bears its number', async () => {
    const asked: Asked[] = [];
    const stage = open({
      answer: (one) => {
        asked.push(one);
        return null;
      },
    });
    const first = stage.client.request(request);
    const second = stage.client.request({ type: 'timer-pause' });
    expect(asked.map((one) => one.request)).toEqual([request, { type: 'timer-pause' }]);
    const [one, two] = asked;
    stage.events().onAnswer({ id: two?.id ?? -1, refused: 'step' });
    stage.events().onAnswer({ id: one?.id ?? -1 });
    expect(await first).toEqual({ ok: true, value: undefined });
    expect(await second).toEqual({ ok: false, error: 'step' });
  });

  test.each<[string, (stage: Stage) => unknown]>([
    ['the connection is lost', ({ events }) => events().onOffline(true)],
    ['the board is rebuilt', ({ events }) => events().onClosed('refused')],
    ['the page leaves', ({ client }) => client.destroy()],
    ['the board is forgotten', ({ client }) => client.forget('left')],
  ])('[CO10] is lost when %s', async (_when, lose) => {
    const stage = open({ answer: () => null });
    const answer = stage.client.request(request);
    lose(stage);
    expect(await answer).toEqual({ ok: false, error: 'offline' });
  });

  test('[CO10] without a connection is answered at once', async () => {
    const { client } = open();
    expect(await client.request(request)).toEqual({ ok: false, error: 'offline' });
  });
});

describe('a refusal', () => {
  test('[TX13] throws the document away with its copy, and another takes its place', () => {
    const stage = open();
    const id = addOne(stage, 'Mesurer');
    stage.client.setPresence({ actionId: id });
    refuse(stage);
    const [former, fresh] = stage.peers.all;
    expect(stage.peers.all).toHaveLength(2);
    expect(former?.end).toEqual({ why: 'step', leads: false });
    expect(fresh?.presence).toEqual({ actionId: id });
    expect(stage.stores.epoch.getState()).toBe(1);
    expect(stage.stores.history.getState()).toEqual({ canUndo: false, canRedo: false });
    expect(stage.client.openText(id, 'title')).toBeUndefined();
    addOne(stage, 'Ailleurs');
    expect(fresh?.view.get().actions.size).toBe(1);
    expect(former?.view.get().actions.size).toBe(1);
  });

  test('[CO11] another document takes over at once, and nothing is said to be saved meanwhile', () => {
    const stage = open();
    const { events } = stage.peers.last();
    events.onSaving({ unsaved: false, savedAt: NOW });
    events.onRefused({ reason: 'step', update: 1 });
    events.onClosed('refused');
    expect(stage.peers.all).toHaveLength(2);
    expect(stage.stores.connection.getState()).toEqual({ state: 'opening' });
  });

  test('[CO11] meets a page that leaves: nothing is opened any more', () => {
    const stage = open();
    void stage.client.destroy();
    refuse(stage);
    expect(stage.peers.all).toHaveLength(1);
  });

  test('[CO11] keeps what is not acknowledged, under what the server answered, and no more', async () => {
    const stage = open();
    const id = addOne(stage, 'Perdue', 'Tout le texte');
    stage.peers.last().journal.saved(1);
    stage.client.openText(id, 'description')?.replace({ index: 8, removed: 5, inserted: 'reste' });
    refuse(stage, 'role');
    await until(() => expect(stage.stores.kept.getState()).not.toEqual([]));
    expect(stage.stores.kept.getState()).toMatchObject([
      {
        why: 'role',
        personId: HAND_OPTIONS.personId,
        at: NOW,
        where: { number: '1.1', title: 'Perdue', priority: 'Eau', field: 'description' },
        work: { kind: 'text', text: 'Tout le reste', base: 'Tout le texte' },
      },
    ]);
  });
});

test.each([
  ['destroy', 'destroyed'],
  ['forget', { why: 'left', leads: false }],
] as const)('[CO12] %s leaves the peer %s', async (how, end) => {
  const { client, peers } = open();
  await client[how]('left');
  expect(peers.last().end).toEqual(end);
});

test('[CO12] a neighbour’s change is on the board, and is no step of one’s own', () => {
  const stage = open();
  const id = addOne(stage, 'Mesurer');
  openText(stage.peers.last().theirs, id, 'title')?.replace({
    index: 0,
    removed: 0,
    inserted: 'Bien ',
  });
  expect(stage.stores.board.getState().actions.get(id)?.title).toBe('Bien Mesurer');
  expect(stage.stores.touchedByOthers.getState()).toEqual(new Set([id]));
});
