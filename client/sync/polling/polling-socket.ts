/**
 * What the provider takes for a WebSocket, over long polling: the same frames, the same close codes.
 * It has what the provider and the classes around it use of a socket, and no more.
 */
import { Socket as Session } from 'engine.io-client';
import { MESSAGE } from '../../../shared/protocol/messages.ts';
import { OFFER_HEADER, readCloseText } from '../../../shared/protocol/polling.ts';
import { GivenUpFetch } from './transport.ts';

/** What a browser says of a connection that ended without a close. */
const abnormal = 1006;
/** Who else is here, of whom there is nobody: a frame that changes nothing. */
const NOBODY = Uint8Array.of(MESSAGE.presence, 1, 0);
/** What was sent before a close has that long to leave. */
const graceMs = 2_000;

export class PollingSocket extends EventTarget {
  static readonly OPEN = 1;
  readonly OPEN = 1;
  readyState = 0;
  binaryType = 'arraybuffer';
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readonly #session: Session;

  /**
   * @param url as a WebSocket's: `ws://host/sync/board`
   * @param protocols what a WebSocket would offer as subprotocols
   */
  constructor(url: string | URL, protocols: string | readonly string[] = []) {
    super();
    const { origin, pathname } = new URL(String(url).replace(/^ws/, 'http'));
    this.#session = new Session(origin, {
      path: pathname,
      addTrailingSlash: false,
      transports: [GivenUpFetch],
      upgrade: false,
      extraHeaders: { [OFFER_HEADER]: [protocols].flat().join(', ') },
    });
    this.#session.binaryType = 'arraybuffer';
    const { transport } = this.#session;
    // A long frame is many requests: that the server takes them is a sign of life of its own.
    if (transport instanceof GivenUpFetch)
      transport.onTaken = () => this.#received(NOBODY.slice().buffer);
    this.#session.on('open', () => this.#opened());
    this.#session.on('message', (data: unknown) => this.#received(data));
    this.#session.on('close', () => this.#ended(abnormal));
  }

  send(data: string | Blob | BufferSource): void {
    if (this.readyState === 1) this.#session.send(data);
  }
  close(): void {
    if (this.readyState >= 2) return;
    this.readyState = 2;
    this.#leave();
  }

  #opened(): void {
    if (this.readyState !== 0) return;
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
    this.onopen?.();
  }
  #received(data: unknown): void {
    if (data instanceof ArrayBuffer) {
      if (this.readyState !== 1) return;
      this.dispatchEvent(new MessageEvent('message', { data }));
      return;
    }
    this.#ended(readCloseText(String(data)) ?? abnormal);
    this.#leave();
  }
  #ended(code: number): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event('close'), { code, reason: '' }));
  }
  /** What hangs on a network that is gone is given up, or the next attempts would wait behind it. */
  #leave(): void {
    const { transport } = this.#session;
    this.#session.close();
    const giveUp = () => transport instanceof GivenUpFetch && transport.giveUp();
    setTimeout(giveUp, graceMs);
  }
}
