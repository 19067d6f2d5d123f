/**
 * Long polling by `fetch`, as the library has it, but one that can be given up: its own leaves a poll
 * open until the network says something, and a browser opens six requests to one server. And one that
 * sends less at once where the network refuses large bodies.
 */
import { Fetch } from 'engine.io-client';
import { LEAST_BODY } from '../../../shared/protocol/polling.ts';
import { cutBody } from './cut-body.ts';

/** Characters of a body. */
const mostAtFirst = 65_536;
/** After a refusal, so much less. */
const smaller = 4;
/** What the network of this page is known to take; other connections of it need not find it out again. */
const known = { most: mostAtFirst };

export class GivenUpFetch extends Fetch {
  readonly #requests = new AbortController();
  /** The server has taken a body, and there is more to send: it is there. */
  onTaken = (): void => {};

  override doPoll(): void {
    this.#ask({})
      .then((response) => (response.ok ? response.text() : this.#refused(response)))
      .then((text) => this.onData(text), this.#failed);
  }
  override doWrite(data: string, done: () => void): void {
    this.#write(data).then(done, this.#failed);
  }
  /** Ends every request that still waits. */
  giveUp(): void {
    this.#requests.abort();
  }

  readonly #failed = () => void this.onError('polling failed', undefined);
  readonly #refused = ({ status }: Response): never => {
    throw new Error(`answered ${status}`);
  };

  /** One body after the other, each cut as small as the last refusal asks for. */
  async #write(payload: string): Promise<void> {
    for (let left = payload; left !== ''; ) {
      const { most } = known;
      const [body, rest] = cutBody(left, most);
      const headers = { 'content-type': 'text/plain;charset=UTF-8' };
      const response = await this.#ask({ method: 'POST', body, headers });
      const said = await response.text();
      if (isTooLarge(response, body)) {
        known.most = Math.min(known.most, Math.max(LEAST_BODY, Math.floor(most / smaller)));
        continue;
      }
      // A portal answers anything with a page of its own: what was sent went nowhere.
      if (!response.ok || said !== 'ok') this.#refused(response);
      left = rest;
      if (left !== '') this.onTaken();
    }
  }

  #ask(init: RequestInit): Promise<Response> {
    const { signal } = this.#requests;
    const headers = { ...init.headers, ...this.opts.extraHeaders };
    return fetch(this.uri(), { ...init, headers, signal, cache: 'no-store' });
  }
}

/** Whatever refuses a body by its size has passed nothing of it on: it may be sent again. */
const isTooLarge = ({ status }: Response, body: string): boolean =>
  status === 413 && body.length > LEAST_BODY;
