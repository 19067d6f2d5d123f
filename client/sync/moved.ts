/** How far a long request is. `fetch` tells nothing of what leaves, so such a one is sent the older way. */

/** Bytes of a body that have left, or come; `total` is absent where nobody says it. */
export interface Moved {
  readonly way: 'sent' | 'received';
  readonly bytes: number;
  readonly total?: number;
}

/** As `fetch` does, for a body that is a text; rejects when it is cut or given up. */
export function sendTold(
  path: string,
  { method = 'POST', headers, body, signal }: RequestInit,
  onMoved: (moved: Moved) => void,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.responseType = 'arraybuffer';
    for (const [name, value] of new Headers(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) =>
      onMoved({ way: 'sent', bytes: loaded, ...(total > 0 && { total }) });
    request.onload = () => resolve(answerOf(request));
    request.onerror = () => reject(new TypeError('not sent'));
    request.onabort = () => reject(new DOMException('given up', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(String(body));
  });
}

function answerOf(request: XMLHttpRequest): Response {
  const { status, statusText } = request;
  const lines = request.getAllResponseHeaders().split('\r\n').filter(Boolean);
  const headers = lines.map((line): [string, string] => {
    const [name = '', ...value] = line.split(':');
    return [name, value.join(':').trim()];
  });
  const content = request.response as ArrayBuffer;
  return new Response(content.byteLength > 0 ? content : null, { status, statusText, headers });
}
