/**
 * Entry by code. `POST /api/boards/:id/code` opens and closes it; `POST /api/enter` exchanges a code
 * for a pass, a secret of the usual length and half an hour's life: no link is told, and whoever
 * tries codes learns the same from each that is wrong.
 */
import { randomInt } from 'node:crypto';
import * as v from 'valibot';
import type { CodeTaken, Entry } from '../../shared/protocol/http.ts';
import { CODE_ALPHABET, CODE_LENGTH, readCode } from '../../shared/session/entry-code.ts';
import { tooOften } from './access.ts';
import { json, problem } from './answers.ts';
import { parseBody, readJson } from './body.ts';
import type { BoardParts, HttpParts } from './parts.ts';
import type { Handler } from './routes.ts';
import { hashSecret, newSecret } from './secrets.ts';

type CodeParts = Pick<HttpParts, 'store' | 'clock' | 'codes' | 'codesOverall'>;

const maxBodyBytes = 1_024;
/** Time to give one's name and direction. */
const passMs = 30 * 60_000;

export function setEntry({ access, store, rooms, oneByOne }: BoardParts): Handler {
  return async (request, visit) => {
    const body = await readJson(request, maxBodyBytes);
    return oneByOne(visit.params.id ?? '', async () => {
      const leading = await access.byFacilitator(request, visit);
      if (!leading.ok) return leading.error;
      const asked = parseBody(body, v.object({ open: v.boolean() }), 'bad-request');
      if (!asked.ok) return problem(asked.error);
      const { open } = asked.value;
      const { boardId } = leading.value;
      let code = open ? await store.entryCode(boardId) : undefined;
      while (open && code === undefined) {
        const drawn = newCode();
        if (await store.openEntry(boardId, drawn)) code = drawn;
      }
      if (!open) await store.closeEntry(boardId);
      await rooms.peopleChanged(boardId);
      await store.sync();
      return json(200, { code: code ?? null } satisfies Entry);
    });
  };
}

export function enterByCode({ store, clock, codes, codesOverall }: CodeParts): Handler {
  return async (request, { address }) => {
    // Before the look: a limit that let right codes pass would tell which ones are right.
    const wait = codes(address) || codesOverall('');
    if (wait > 0) return tooOften(wait);
    const body = await readJson(request, maxBodyBytes);
    const typed = parseBody(body, v.object({ code: v.string() }), 'unknown-code');
    const code = typed.ok ? readCode(typed.value.code) : undefined;
    const token = newSecret();
    const now = clock();
    const pass = { hash: hashSecret(token), expiresAt: now + passMs };
    const boardId = await store.takePass(code ?? '', pass, now);
    if (boardId === undefined) return problem('unknown-code');
    return json(200, { boardId, token } satisfies CodeTaken);
  };
}

const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () =>
    CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length)),
  ).join('');
