/**
 * What was asked ahead of the page, while its script was on its way: see `client/ahead/`. The page
 * takes each where it would have asked, at most once, and cannot tell the difference but by the time.
 */
import type { Asking } from './requests.ts';

interface BegunRequest {
  readonly answer: Promise<Response>;
  readonly giveUp: () => void;
}
/** A socket that is open or about to be, and what it has told so far. */
export interface BegunSocket {
  readonly socket: WebSocket;
  /** The frame that it has sent, or sends as soon as it is open: the page, which asks the same, need not. */
  readonly asked: Uint8Array<ArrayBuffer>;
  readonly heard: readonly MessageEvent[];
  /** It is somebody else's from now on: nothing more is noted, and it is not closed. */
  readonly letGo: () => void;
}
type Address = ConstructorParameters<typeof WebSocket>;

const requests = new Map<string, BegunRequest>();
const sockets = new Map<string, BegunSocket>();

/** Asks; when the page never does, nothing comes of it. */
export function askAhead([path, init]: Asking): Promise<Response> {
  const control = new AbortController();
  const answer = fetch(path, { ...init, signal: control.signal });
  answer.catch(() => {}); // whoever takes it is told
  requests.set(JSON.stringify([path, init]), { answer, giveUp: () => control.abort() });
  return answer;
}

/**
 * @param signal gives it up from now on
 * @returns the answer to that very request, on its way or here; undefined when it was not asked ahead
 */
export function takeRequest(
  [path, init]: Asking,
  signal: AbortSignal,
): Promise<Response> | undefined {
  const begun = taken(requests, JSON.stringify([path, init]));
  if (begun) signal.addEventListener('abort', begun.giveUp, { once: true });
  return begun?.answer;
}

export const leaveSocket = (address: Address, begun: BegunSocket): void =>
  void sockets.set(JSON.stringify(address), begun);

/** @returns undefined when none was opened there with these offers, or it has ended since */
export function takeSocket(...address: Address): BegunSocket | undefined {
  const begun = taken(sockets, JSON.stringify(address));
  begun?.letGo();
  return begun && begun.socket.readyState <= begun.socket.OPEN ? begun : undefined;
}

function taken<Value>(from: Map<string, Value>, key: string): Value | undefined {
  const value = from.get(key);
  from.delete(key);
  return value;
}
