/** Long polling spoken by hand, for what no page of ours would send. */
import { PROTOCOL } from '../../shared/protocol/offers.ts';
import { OFFER_HEADER } from '../../shared/protocol/polling.ts';

export interface Poller {
  readonly id: string;
  /** Waits for what the server has to say. */
  readonly poll: (change?: PollChange) => Promise<Response>;
  readonly post: (body: string, change?: PollChange) => Promise<Response>;
}
interface PollChange {
  readonly ticket?: string;
  readonly boardId?: string;
  readonly signal?: AbortSignal;
}
interface Seat {
  readonly origin: string;
  readonly boardId: string;
  readonly ticket: string;
}

/** What a page says of itself with each request. */
export const offer = (ticket: string, ...more: readonly string[]) => ({
  [OFFER_HEADER]: [PROTOCOL, `ticket.${ticket}`].concat(more).join(', '),
});

/** The first request of a session. */
export const handshake = (
  { origin, boardId, ticket }: Seat,
  headers: Readonly<Record<string, string>> = offer(ticket),
  query = 'EIO=4&transport=polling',
): Promise<Response> => fetch(`${origin}/sync/${boardId}?${query}`, { headers });

/** Begins a session. */
export async function openPoller(seat: Seat): Promise<Poller> {
  const text = await (await handshake(seat)).text();
  const { sid: id } = JSON.parse(text.slice(1)) as { readonly sid: string };
  const ask = (init: RequestInit, { ticket, boardId, signal }: PollChange = {}) =>
    fetch(`${seat.origin}/sync/${boardId ?? seat.boardId}?EIO=4&transport=polling&sid=${id}`, {
      headers: offer(ticket ?? seat.ticket),
      ...init,
      ...(signal && { signal }),
    });
  return {
    id,
    poll: (change) => ask({}, change),
    post: (body, change) => ask({ method: 'POST', body }, change),
  };
}

/** A frame as it stands in the body of a request. */
export const packet = (frame: Uint8Array): string => `b${Buffer.from(frame).toString('base64')}`;
export const SEPARATOR = '\x1e';
