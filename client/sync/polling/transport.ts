/**
 * Long polling by `fetch`, as the library has it, but one that can be given up: its own leaves a poll
 * open until the network says something, and a browser opens six requests to one server.
 */
import { Fetch } from 'engine.io-client';

export class GivenUpFetch extends Fetch {
  readonly #requests = new AbortController();

  override doPoll(): void {
    this.#ask({}).then((text) => this.onData(text), this.#failed);
  }
  override doWrite(data: string, done: () => void): void {
    const headers = { 'content-type': 'text/plain;charset=UTF-8' };
    this.#ask({ method: 'POST', body: data, headers }).then((text) => {
      // A portal answers anything with a page of its own: what was sent went nowhere.
      if (text === 'ok') done();
      else this.#failed();
    }, this.#failed);
  }
  /** Ends every request that still waits. */
  giveUp(): void {
    this.#requests.abort();
  }

  readonly #failed = () => void this.onError('polling failed', undefined);

  async #ask(init: RequestInit): Promise<string> {
    const { signal } = this.#requests;
    const headers = { ...init.headers, ...this.opts.extraHeaders };
    const response = await fetch(this.uri(), { ...init, headers, signal, cache: 'no-store' });
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return response.text();
  }
}
