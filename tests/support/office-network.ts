/**
 * A network between pages and a server, as offices have them: it answers in the server's place, takes
 * parts of what passes away, holds it back, slows it or cuts it.
 */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { type Duplex, PassThrough, pipeline, Transform } from 'node:stream';

export interface Hindrance {
  /** What a WebSocket's handshake gets: an answer, or none; or it passes as an ordinary request. */
  readonly upgrades?: Canned | 'nothing' | 'stripped';
  /** The subprotocol is taken out of the question, or out of the answer. */
  readonly forgets?: 'asked' | 'chosen';
  /** Sockets end after so long. */
  readonly killsAfterMs?: number;
  /** Answers, and what comes by sockets, are held until they end, or there is so much, or for so long. */
  readonly holds?: { readonly bytes: number; readonly ms: number };
  /** There and back again takes that much longer. */
  readonly delayMs?: number;
  /** What every request gets. */
  readonly answers?: Canned | 'nothing';
  /** What requests get where the frames of boards travel, and handshakes. */
  readonly frames?: Canned;
  /** Bodies above so many bytes get 413. */
  readonly mostBytes?: number;
}
interface Canned {
  readonly status: number;
  readonly html?: string;
}
export interface OfficeNetwork {
  /** `http://localhost:port`. */
  readonly origin: string;
  /** From now on; what is open goes on. */
  readonly become: (hindrance: Hindrance) => void;
  /** From now on; what is open is cut. */
  readonly hinder: (hindrance: Hindrance) => void;
  readonly close: () => Promise<void>;
}

export const PORTAL: Canned = {
  status: 200,
  html: '<!doctype html><title>Wi-Fi</title><h1>Identifiez-vous</h1>',
};

export async function openNetwork(target: string, first: Hindrance = {}): Promise<OfficeNetwork> {
  let hindrance = first;
  const { hostname, port } = new URL(target);
  const open = new Set<Duplex>();
  const note = (stream: Duplex) => {
    open.add(stream);
    stream.on('error', () => stream.destroy());
    stream.once('close', () => open.delete(stream));
  };
  const server = createServer((asked, answer) => {
    const { answers } = hindrance;
    if (answers === 'nothing') return;
    if (hindrance.frames && asked.url?.startsWith('/sync/'))
      return sendCanned(answer, hindrance.frames);
    if (answers) return sendCanned(answer, answers);
    const { mostBytes = Number.POSITIVE_INFINITY } = hindrance;
    if (Number(asked.headers['content-length'] ?? 0) > mostBytes)
      return sendCanned(answer, { status: 413 });
    passOn(asked, answer, { hostname, port }, hindrance);
  });
  server.on('connection', note);
  server.on('upgrade', (asked: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { upgrades, answers } = hindrance;
    const met = answers ?? hindrance.frames ?? upgrades;
    const canned = typeof met === 'object' ? met : undefined;
    if (met === 'nothing') return;
    if (canned) return void socket.end(rawAnswer(canned));
    const line = connect(Number(port), hostname);
    note(line);
    line.write(rawRequest(asked, hindrance));
    line.write(head);
    passThrough(socket, line, hindrance);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    for (const stream of open) stream.destroy();
  };
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    become: (next) => {
      hindrance = next;
    },
    hinder: (next) => {
      hindrance = next;
      cut();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
}

interface Target {
  readonly hostname: string;
  readonly port: string;
}
function passOn(
  asked: IncomingMessage,
  answer: ServerResponse,
  target: Target,
  { holds, delayMs = 0 }: Hindrance,
): void {
  const { method, url, headers } = asked;
  const line = request({ ...target, method, path: url, headers }, (got) => {
    answer.writeHead(got.statusCode ?? 502, got.headers);
    pipeline(got, holds ? held(holds) : slowed(delayMs / 2), answer, () => {});
  });
  line.on('error', () => answer.destroy());
  answer.once('close', () => line.destroy());
  pipeline(asked, slowed(delayMs / 2), line, () => {});
}

/** A handshake was sent on: from its answer on both ways, until either end or the network ends it. */
function passThrough(page: Duplex, server: Duplex, hindrance: Hindrance): void {
  const { holds, forgets, delayMs = 0, killsAfterMs } = hindrance;
  pipeline(page, slowed(delayMs / 2), server, () => {});
  server.once('data', (first: Buffer) => {
    // What opens a socket is not held back: only what comes by it is.
    const end = first.indexOf('\r\n\r\n') + 4;
    const head = first.subarray(0, end).toString('latin1');
    page.write(forgets === 'chosen' ? head.replace(/^sec-websocket-protocol:.*\r\n/im, '') : head);
    const back = holds ? held(holds) : slowed(delayMs / 2);
    back.write(first.subarray(end));
    pipeline(server, back, page, () => {});
  });
  if (killsAfterMs === undefined) return;
  const kill = setTimeout(() => {
    page.destroy();
    server.destroy();
  }, killsAfterMs);
  page.once('close', () => clearTimeout(kill));
}

/** Gathers what passes until there is so much, or the first of it has waited so long, or it ends. */
function held({ bytes, ms }: NonNullable<Hindrance['holds']>): Transform {
  let gathered: Buffer[] = [];
  let size = 0;
  let timer: NodeJS.Timeout | undefined;
  const release = (through: Transform) => {
    clearTimeout(timer);
    timer = undefined;
    through.push(Buffer.concat(gathered));
    gathered = [];
    size = 0;
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      gathered.push(chunk);
      size += chunk.length;
      timer ??= setTimeout(() => release(this), ms);
      if (size >= bytes) release(this);
      done();
    },
    flush(done) {
      release(this);
      done();
    },
    destroy(error, done) {
      clearTimeout(timer);
      done(error);
    },
  });
}

/** Each piece arrives that much later, in its order. */
function slowed(ms: number): Duplex {
  if (ms === 0) return new PassThrough();
  let last: Promise<void> = Promise.resolve();
  const later = (act: () => void) => {
    const due = new Promise((resolve) => setTimeout(resolve, ms));
    last = Promise.all([last, due]).then(act);
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      later(() => void this.push(chunk));
      done();
    },
    flush: (done) => later(() => done()),
  });
}

const sendCanned = (answer: ServerResponse, { status, html: body = '' }: Canned): void => {
  answer.writeHead(status, { 'content-type': 'text/html' }).end(body);
};
const rawAnswer = ({ status, html: body = '' }: Canned): string =>
  `HTTP/1.1 ${status} Non\r\ncontent-type: text/html\r\nconnection: close\r\ncontent-length: ${body.length}\r\n\r\n${body}`;

/** The handshake as the server gets it. */
function rawRequest({ method, url, rawHeaders }: IncomingMessage, hindrance: Hindrance): string {
  const lines = [`${method} ${url} HTTP/1.1`];
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const [name = '', value = ''] = rawHeaders.slice(i, i + 2);
    const isTaken =
      (hindrance.forgets === 'asked' && /^sec-websocket-protocol$/i.test(name)) ||
      (hindrance.upgrades === 'stripped' && /^(upgrade|connection)$/i.test(name));
    if (!isTaken) lines.push(`${name}: ${value}`);
  }
  return lines.concat('', '').join('\r\n');
}
