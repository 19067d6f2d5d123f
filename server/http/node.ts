/** Between Node's streams and the Request and Response that handlers speak. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** The path asked for, without its query; undefined when the request line holds no address. */
export function pathOf({ url = '' }: IncomingMessage): string | undefined {
  return URL.canParse(url, base) ? new URL(url, base).pathname : undefined;
}

/** The board whose frames travel under that path; undefined for any other path. */
export const syncedBoard = (path = ''): string | undefined => /^\/sync\/([^/]+)$/.exec(path)?.[1];

/** @param incoming with a method that a `Request` may have (not CONNECT, TRACE) */
export function toRequest(incoming: IncomingMessage): Request {
  const method = incoming.method ?? 'GET';
  const headers = new Headers();
  for (const [name, value = []] of Object.entries(incoming.headers)) {
    for (const each of [value].flat()) headers.append(name, each);
  }
  return new Request(new URL(incoming.url ?? '', base), {
    method,
    headers,
    // Read only when a handler asks: Node throws away by itself a body that nobody began to read.
    ...((method === 'POST' || method === 'PATCH') && {
      body: ReadableStream.from(incoming),
      duplex: 'half',
    }),
  });
}

export async function send(answer: Response, outgoing: ServerResponse): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer());
  for (const [name, value] of answer.headers) outgoing.setHeader(name, value);
  outgoing.writeHead(answer.status, { 'content-length': body.byteLength });
  outgoing.end(body); // Node itself leaves the body out of an answer to HEAD
}

/**
 * Who asks, as a key for rate limits: an IPv4 address, or the /64 an IPv6 address is in (one
 * subscriber has the whole of it).
 * @param trustProxy whether the last address of `X-Forwarded-For` was written by a proxy of ours
 */
export function addressOf(incoming: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? incoming.headers['x-forwarded-for'] : undefined;
  const last = [forwarded ?? []].flat().join(',').split(',').at(-1)?.trim();
  const address = (last || incoming.socket.remoteAddress) ?? '';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return mapped ?? (address.includes(':') ? network(address) : address);
}

/**
 * Whether a program of this machine asks by itself: nothing says that a proxy passed it on, and it
 * calls us by a local name. A page of elsewhere whose name leads here has that name as its host.
 */
export function isLocal({ socket, headers }: IncomingMessage): boolean {
  const passedOn = proxyHeaders.some((name) => headers[name] !== undefined);
  const from = socket.remoteAddress ?? '';
  return !passedOn && localAddress.test(from) && localHost.test(headers.host ?? '');
}

const proxyHeaders = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];
const localAddress = /^(::ffff:)?127(\.\d{1,3}){3}$|^::1$/i;
const localHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/** Only ever a base for paths: what the Host header says is not believed. */
const base = 'http://gommette.invalid';

const network = (address: string): string => {
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const zeros = Array<string>(gap).fill('0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
};
