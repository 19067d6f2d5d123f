/** Reads a request's body, counted while it arrives: nobody makes the server hold more than a limit. */
import * as v from 'valibot';
import { isObject, parseJson } from '../../shared/json.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { put } from '../growing.ts';
import { isProblemCode, type ProblemCode } from './answers.ts';

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
  let held = new Uint8Array();
  let size = 0;
  for await (const chunk of request.body ?? []) {
    const before = size;
    size += chunk.byteLength;
    if (size <= maxBytes) held = put(chunk, held, before, maxBytes);
    else if (size <= patience * maxBytes) held = new Uint8Array();
    else break;
  }
  if (size > maxBytes) return err('too-large');
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(held.subarray(0, size)));
  } catch {
    return err('not-text'); // the decoder's only way to say so
  }
}

/** The body as JSON; undefined when it is none, or longer than that. */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const text = await readText(request, maxBytes);
  return text.ok ? parseJson(text.value) : undefined;
}

/**
 * What a body says, by its schema.
 * @param schema whose messages are the codes of problems
 * @param otherwise the problem of a body that is no object, or that no message of the schema names
 */
export function parseBody<Schema extends v.GenericSchema>(
  body: unknown,
  schema: Schema,
  otherwise: ProblemCode,
): Result<v.InferOutput<Schema>, ProblemCode> {
  if (!isObject(body)) return err(otherwise);
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return ok(parsed.output);
  const [{ message }] = parsed.issues;
  return err(isProblemCode(message) ? message : otherwise);
}
