/** Opens the socket of a board and asks for all of it, as a page does that holds nothing. */
import type { BoardId } from '../../shared/ids.ts';
import { offersOf } from '../../shared/protocol/offers.ts';
import { leaveSocket } from '../browser/ahead.ts';
import { canInflate } from '../browser/can-inflate.ts';

/** A sync frame of sub-type step1 with an empty state vector. */
const NOTHING_HELD = Uint8Array.of(0, 0, 1, 0);
/** A page that takes longer opens its own: until it is closed, this one counts among its person's. */
const patienceMs = 60_000;

interface Way {
  /** `ws://host` or `wss://host`. */
  readonly origin: string;
  readonly boardId: BoardId;
  readonly ticket: string;
}

export function openAhead({ origin, boardId, ticket }: Way, Socket: typeof WebSocket): void {
  const url = `${origin}/sync/${boardId}`;
  const offers = [...offersOf(ticket, undefined, canInflate())];
  const socket = new Socket(url, offers);
  socket.binaryType = 'arraybuffer';
  const heard: MessageEvent[] = [];
  const hear = (message: MessageEvent) => void heard.push(message);
  const timer = setTimeout(() => socket.close(), patienceMs);
  const letGo = () => {
    clearTimeout(timer);
    socket.removeEventListener('message', hear);
  };
  socket.addEventListener('open', () => socket.send(NOTHING_HELD), { once: true });
  socket.addEventListener('message', hear);
  leaveSocket([url, offers], { socket, asked: NOTHING_HELD, heard, letGo });
}
