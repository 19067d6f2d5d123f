/** The secrets that open boards: link tokens and tickets. We keep their hashes, never them. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { BoardId } from '../../shared/ids.ts';

const secretBytes = 18; // 144 bits, a whole number of base64 characters

/** A fresh secret: 24 characters of base64url, fit for a fragment, a header and a subprotocol. */
export const newSecret = (): string => randomBytes(secretBytes).toString('base64url');

/** What opens a board. The token is in the fragment: no browser sends it, so no proxy logs it. */
export const linkTo = (origin: string, boardId: BoardId, token: string): string =>
  `${origin}/a/${boardId}#${token}`;

/** SHA-256, 32 bytes. Enough without salt: what is hashed cannot be guessed. */
export const hashSecret = (secret: string): Uint8Array =>
  new Uint8Array(createHash('sha256').update(secret).digest());

/** Whether two hashes are equal, in a time that says nothing of where they differ. */
export const sameHash = (one: Uint8Array, other: Uint8Array): boolean =>
  one.byteLength === other.byteLength && timingSafeEqual(one, other);

/** The secret of an `Authorization: Bearer …` header; undefined without one. */
export const bearerOf = (request: Request): string | undefined =>
  /^Bearer +([\w.~+/=-]+) *$/i.exec(request.headers.get('authorization') ?? '')?.[1];
