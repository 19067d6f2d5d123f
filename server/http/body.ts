/** Reads a request's body, counted while it arrives: nobody makes the server hold more than a limit. */
import { err, ok, type Result } from '../../shared/result.ts';

/** How much of an oversized body is thrown away before the connection is cut. */
const patience = 4;

/**
 * The whole body as text.
 * @param maxBytes a longer body is read on and thrown away, so that the sender gets to see our
 *   answer instead of a broken connection; beyond four times the limit the connection is cut
 */
export async function readText(
  request: Request,
  maxBytes: number,
): Promise<Result<string, 'too-large' | 'not-text'>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size <= maxBytes) chunks.push(chunk);
    else if (size <= patience * maxBytes) chunks.length = 0;
    else break;
  }
  if (size > maxBytes) return err('too-large');
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    return err('not-text'); // the decoder's only way to say so
  }
}
