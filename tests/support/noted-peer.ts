/** A peer with nobody at the other end: what is done to it is noted, what comes from it is told it. */
import type { Allowance } from '../../server/rooms/socket/allowance.ts';
import type { Peer, PeerListener } from '../../server/rooms/socket/peer.ts';

export interface NotedPeer extends Peer {
  /** In order: pause, resume, ping, terminate, and each close by its reason. */
  readonly did: readonly string[];
  /** Every message that was sent. */
  readonly sent: readonly Uint8Array[];
  /** What the other end does. Undefined is something that is no frame. */
  readonly receive: (frame: Uint8Array | undefined, times?: number) => void;
  /** A piece of a frame that is not whole yet. */
  readonly receivePiece: (bytes: number, times?: number) => void;
  readonly isAlive: () => void;
  readonly leave: () => void;
  /** From now on the network takes what is sent only when it is drained. */
  readonly block: () => void;
  readonly drain: (error?: Error) => void;
}

export function notedPeer(inflates = false): NotedPeer {
  const did: string[] = [];
  const sent: Uint8Array[] = [];
  const handed: ((error?: Error) => void)[] = [];
  let isBlocked = false;
  let backlog = 0;
  let listener: PeerListener | undefined;
  return {
    did,
    sent,
    inflates,
    listen: (given) => {
      listener = given;
    },
    send: ({ bytes, messages }, done) => {
      sent.push(...messages);
      if (isBlocked) backlog += bytes.length;
      if (done) handed.push(done);
    },
    backlog: () => backlog,
    pause: () => did.push('pause'),
    resume: () => did.push('resume'),
    ping: () => did.push('ping'),
    close: (reason) => did.push(`close ${reason}`),
    terminate: () => {
      did.push('terminate');
      listener?.onClosed();
    },
    receive: (frame, times = 1) => {
      for (let left = times; left > 0; left--) listener?.onFrame(frame && Buffer.from(frame));
    },
    receivePiece: (bytes, times = 1) => {
      for (let left = times; left > 0; left--) listener?.onPiece(bytes);
    },
    isAlive: () => listener?.onAlive(),
    leave: () => listener?.onClosed(),
    block: () => {
      isBlocked = true;
    },
    drain: (error) => {
      backlog = 0;
      for (const done of handed.splice(0)) done(error);
    },
  };
}

/** Of somebody who may ask whatever they like. */
export const NO_LIMIT: Allowance = { spend: () => 0, work: () => 0 };
