/**
 * Which way frames go: by WebSocket, or over plain HTTP where the network lets none through. It is
 * judged by how connections end; the part that speaks plain HTTP is fetched when it is needed.
 */
import { closeReason } from '../../shared/protocol/close.ts';
import { countingSocket, type SocketWatch } from './counting-socket.ts';
import { inflatingSocket } from './inflating-socket.ts';

export type Way = 'socket' | 'polling';

/** The late part, as this file uses it. */
export interface Polling {
  /** What the provider uses of a browser's WebSocket, and no more. */
  readonly PollingSocket: unknown;
  /** Tries WebSockets again from time to time, until one has proved good. @returns how to stop */
  readonly startProbe: (probing: Probing) => () => void;
}
export interface Probing {
  readonly Socket: typeof WebSocket;
  /** Where to, and what is offered there, now. */
  readonly target: () => { readonly url: string; readonly protocols: readonly string[] };
  /** Whether a change now would lose no answer. */
  readonly isQuiet: () => boolean;
  readonly onProven: () => void;
  /** A WebSocket worked here before: the first is tried at once. */
  readonly isHopeful: boolean;
}
/** What outlives one document: another one of the same page need not find it out again. */
export interface WayMemory {
  /** Of the next connection. */
  way: Way;
  polling: Polling | undefined;
}
export interface WayDeps {
  readonly Socket: typeof WebSocket;
  /** Absent where there is no other way. */
  readonly loadPolling: (() => Promise<Polling>) | undefined;
  readonly memory: WayMemory;
  readonly watch: Omit<SocketWatch, 'onHeard'>;
}
export interface WayListener extends Pick<Probing, 'target' | 'isQuiet'> {
  /** The connection of the moment is no good: it is made anew, by whichever way is the next. */
  readonly onTurn: () => void;
  /** The same, but the connection of the moment is good, and nothing is on its way. */
  readonly onReturn: () => void;
}

/** A connection that ends sooner after it opened says something of the network. */
const quickMs = 10_000;
/** A server says something as soon as it is asked: where nothing comes, something holds it back. */
const unheardMs = 3_000;

// One connection after the other, over one state.
export function createWay({ Socket, loadPolling, memory, watch }: WayDeps) {
  let listener: WayListener | undefined;
  /** Of the connection of the moment. */
  let way = memory.way;
  let openedAt: number | undefined;
  let isFollowed = false;
  let unheard: ReturnType<typeof setTimeout> | undefined;
  const judge = createJudge();
  let isLoading = false;
  /** Plain HTTP failed here too, or cannot be had. */
  let hasFailed = false;
  let isOver = false;
  let stopProbe = () => {};

  const watched: SocketWatch = {
    ...watch,
    onOpened: () => {
      openedAt = performance.now();
      watch.onOpened();
    },
    onHeard: () => clearTimeout(unheard),
  };
  const classes: Partial<Record<Way, typeof WebSocket>> = {};
  const classOf = (asked: Way) => {
    const own = asked === 'socket' ? Socket : (memory.polling?.PollingSocket as typeof WebSocket);
    classes[asked] ??= countingSocket(inflatingSocket(own), watched);
    return classes[asked];
  };
  const turnTo = (next: Way) => {
    memory.way = next;
    if (next === 'socket') stopProbe();
  };
  const toPolling = async () => {
    if (memory.polling) return turnTo('polling');
    if (isLoading || !loadPolling) return;
    isLoading = true;
    memory.polling = await loadPolling().catch(() => undefined); // not now: the next end asks again
    isLoading = false;
    // A socket may have opened meanwhile.
    if (!memory.polling || openedAt !== undefined || isOver) return;
    turnTo('polling');
    listener?.onTurn();
  };

  return {
    listen: (one: WayListener) => {
      listener = one;
    },
    /** The class of the provider's sockets: each is of the way of the moment. */
    Socket: new Proxy(Socket, {
      construct: (_class, [url, protocols]: ConstructorParameters<typeof WebSocket>) => {
        way = memory.way;
        const mayTurn = way === 'socket' && loadPolling !== undefined;
        if (mayTurn) unheard = setTimeout(() => listener?.onTurn(), unheardMs);
        return new (classOf(way))(url, protocols);
      },
    }),
    now: () => way,
    /** Whether the other way is about to be tried: nothing is known of the network yet. */
    isTurning: () => !hasFailed && (isLoading || memory.way !== way),
    /** The board is here. */
    followed: () => {
      isFollowed = true;
      if (way === 'socket') judge.worked();
      if (way === 'socket' || !memory.polling || !listener) return;
      const onProven = () => {
        turnTo('socket');
        listener?.onReturn();
      };
      stopProbe();
      const isHopeful = judge.hasWorked();
      stopProbe = memory.polling.startProbe({ Socket, ...listener, isHopeful, onProven });
    },
    /** @param code of the close; undefined when this page gave it up */
    lost: (code: number | undefined) => {
      clearTimeout(unheard);
      const livedMs = openedAt === undefined ? undefined : performance.now() - openedAt;
      const wasFollowed = isFollowed;
      openedAt = undefined;
      isFollowed = false;
      // The server itself ended it, so the way is good. Or it was on its way out.
      if (isOver || (code !== undefined && closeReason(code)) || way !== memory.way) return;
      if (way === 'polling') {
        if (livedMs !== undefined) return; // cut: another session
        hasFailed = true;
        turnTo('socket');
      } else if (isLoading) {
        hasFailed = true; // nor does the part that is the other way come
      } else if (judge.isBlocked(livedMs, wasFollowed)) {
        void toPolling();
      }
    },
    destroy: () => {
      isOver = true;
      clearTimeout(unheard);
      stopProbe();
    },
  };
}

/** What the ends of sockets, one after the other, say of the network. */
function createJudge() {
  let failures = 0;
  let quickEnds = 0;
  let hasWorked = false;
  return {
    worked: () => {
      hasWorked = true;
    },
    hasWorked: () => hasWorked,
    /** @param livedMs undefined when it has never opened */
    isBlocked: (livedMs: number | undefined, wasFollowed: boolean): boolean => {
      if (livedMs === undefined) {
        failures += 1;
        return failures >= (hasWorked ? 2 : 1); // a server that starts again is no blocked network
      }
      failures = 0;
      quickEnds = livedMs < quickMs ? quickEnds + 1 : 0;
      return !wasFollowed || quickEnds >= 2;
    },
  };
}
