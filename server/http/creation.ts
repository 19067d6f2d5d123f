/**
 * Who may create a workshop, and how much: everybody, or whoever has the operator's key; so many of
 * them on this server, so many bytes a day from one address. Taking part never needs any of it.
 */
import type { Config } from '../config.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { Store } from '../store/store.ts';
import { tooOften } from './access.ts';
import { problem } from './answers.ts';
import type { Visit } from './routes.ts';
import { bearerOf, hashSecret, sameHash } from './secrets.ts';

export interface CreationRules {
  readonly config: Pick<Config, 'create' | 'createKey' | 'maxBoards' | 'minFreeBytes'>;
  readonly store: Pick<Store, 'boardCount'>;
  readonly disk: { readonly free: () => Promise<number> };
  /** Slows whoever tries keys; the right one always passes. */
  readonly wrongTokens: RateLimit;
  /** How often one address creates. */
  readonly creations: RateLimit;
  /** How many bytes of files one address brings in a day. */
  readonly createdBytes: RateLimit;
}

export type Creation = ReturnType<typeof createCreation>;

export function createCreation(rules: CreationRules) {
  const { config, store, disk, wrongTokens, creations, createdBytes } = rules;
  const { create, createKey, maxBoards, minFreeBytes } = config;
  const expected = create === 'key' && createKey !== undefined ? hashSecret(createKey) : undefined;
  return {
    /** Before a byte of the file is read. @returns the refusal, or undefined */
    async refusal(
      request: Request,
      { address }: Pick<Visit, 'address'>,
    ): Promise<Response | undefined> {
      const given = bearerOf(request);
      if (expected && !sameHash(hashSecret(given ?? ''), expected)) {
        const wait = given === undefined ? 0 : wrongTokens(address);
        return wait > 0 ? tooOften(wait) : problem('creation-key');
      }
      const wait = creations(address);
      if (wait > 0) return tooOften(wait);
      if ((await store.boardCount()) >= maxBoards) return problem('too-many-boards');
      return (await disk.free()) < minFreeBytes ? problem('storage') : undefined;
    },
    /** Of a file that has come. @returns the refusal, or undefined */
    bytesRefusal(bytes: number, { address }: Pick<Visit, 'address'>): Response | undefined {
      const wait = createdBytes(address, bytes);
      return wait > 0 ? tooMuchToday(wait) : undefined;
    },
  };
}

const tooMuchToday = (waitSeconds: number): Response =>
  problem('too-much-today', undefined, { 'retry-after': String(waitSeconds) });
