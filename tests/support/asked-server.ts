/** In the place of `fetch`: a network that a test drives by hand, request by request. */
import { vi } from 'vitest';

interface Asked {
  readonly path: string;
  readonly init: RequestInit;
}
/** What one request meets: an answer, a failure, or nothing for ever. */
export type Met = Response | Error | 'silence';

/** Answers each request in turn, and notes it; taken away by `vi.unstubAllGlobals`. */
export function answerInTurn(...answers: readonly Met[]): readonly Asked[] {
  const asked: Asked[] = [];
  const left = [...answers];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push({ path, init });
    const answer = left.shift();
    if (answer === 'silence') return new Promise(() => {}); // nor does it hear that it is given up
    if (answer instanceof Error || !answer) throw answer ?? new Error('asked once too often');
    return answer;
  });
  return asked;
}

/** An answer that is cut after its head. */
export const cut = (headers: HeadersInit = {}): Response =>
  new Response(new ReadableStream({ pull: (body) => body.error(new TypeError('cut')) }), {
    headers,
  });

/** An answer whose pieces come by hand. */
export function answerByHand(headers: HeadersInit) {
  let body: ReadableStreamDefaultController<Uint8Array> | undefined;
  const stream = new ReadableStream<Uint8Array>({
    start: (begun) => {
      body = begun;
    },
  });
  return {
    response: new Response(stream, { headers }),
    send: (text: string) => body?.enqueue(new TextEncoder().encode(text)),
    end: () => body?.close(),
  };
}
