/** An `XMLHttpRequest` over the `fetch` of the test: its body leaves in two halves, then it is answered. */
type Handler<Told> = ((told: Told) => void) | null;

export class HandRequest {
  responseType = '';
  response: ArrayBuffer = new ArrayBuffer(0);
  status = 0;
  statusText = '';
  readonly upload: { onprogress: Handler<{ loaded: number; total: number }> } = {
    onprogress: null,
  };
  onload: Handler<void> = null;
  onerror: Handler<void> = null;
  onabort: Handler<void> = null;
  /** Resolves when the second half may leave. */
  static half: Promise<void> | null = null;

  readonly #headers = new Headers();
  readonly #control = new AbortController();
  #asked: readonly [method: string, path: string] = ['', ''];
  #answered = new Headers();

  open(method: string, path: string): void {
    this.#asked = [method, path];
  }
  setRequestHeader(name: string, value: string): void {
    this.#headers.set(name, value);
  }
  getAllResponseHeaders(): string {
    return [...this.#answered].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  }
  abort(): void {
    this.#control.abort();
    this.onabort?.();
  }
  send(body: string): void {
    this.#play(body).catch(() => this.#control.signal.aborted || this.onerror?.());
  }

  async #play(body: string): Promise<void> {
    const [method, path] = this.#asked;
    const { signal } = this.#control;
    const total = new TextEncoder().encode(body).length;
    this.upload.onprogress?.({ loaded: Math.floor(total / 2), total });
    await HandRequest.half;
    if (signal.aborted) return;
    this.upload.onprogress?.({ loaded: total, total });
    const answer = await fetch(path, { method, headers: this.#headers, body, signal });
    const response = await answer.arrayBuffer();
    if (signal.aborted) return;
    const { status, statusText } = answer;
    Object.assign(this, { status, statusText, response });
    this.#answered = answer.headers;
    this.onload?.();
  }
}
