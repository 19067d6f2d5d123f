/** What a command of the operator is, and what several of them share. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BoardId, isId } from '../../shared/ids.ts';
import { err, type Result } from '../../shared/result.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { isLocked, whileAlone } from '../store/lock.ts';
import { databasePath, openSqlite } from '../store/sqlite.ts';
import { type BoardRow, type Store, StoreFault } from '../store/store.ts';

/** Lines to print; or, in French, why nothing was done. */
export type Outcome = Result<readonly string[], string>;

export interface Call {
  readonly words: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly config: Config;
  readonly clock: Clock;
}
export interface Command {
  /** What follows its name. */
  readonly usage: string;
  /** French. */
  readonly purpose: string;
  /** How many words it takes, at least and at most. */
  readonly words: readonly [min: number, max: number];
  readonly flags?: readonly string[];
  readonly run: (call: Call) => Promise<Outcome>;
}

type Work<Extra extends readonly unknown[]> = (...call: [Store, ...Extra]) => Promise<Outcome>;

/**
 * Opens the store that is there; a command never makes an empty one.
 * @param work is also told whether a server serves it
 */
export async function withStore(
  { dataDirectory }: Pick<Config, 'dataDirectory'>,
  work: Work<[isServed: boolean]>,
): Promise<Outcome> {
  if (!existsSync(databasePath(dataDirectory))) return err(noDatabase(dataDirectory));
  const isServed = isLocked(dataDirectory);
  const store = await openSqlite(dataDirectory);
  try {
    return await work(store, isServed);
  } finally {
    await store.close();
  }
}

/** What no server may come into the middle of. */
export const withoutServer = async (
  { dataDirectory }: Pick<Config, 'dataDirectory'>,
  work: () => Promise<Outcome>,
): Promise<Outcome> => (await whileAlone(dataDirectory, work)) ?? err(servedBy(dataDirectory));

export const servedBy = (directory: string): string =>
  `Un serveur se sert de ${directory} : arrêtez-le d’abord.`;

/** Does something with the board a word names. */
export const withBoard = (
  config: Pick<Config, 'dataDirectory'>,
  word: string | undefined,
  work: Work<[board: BoardRow, isServed: boolean]>,
): Promise<Outcome> =>
  withStore(config, async (store, isServed) => {
    const board = isId(word) ? await store.board(word as BoardId) : undefined;
    return board
      ? work(store, board, isServed)
      : err(`Aucun atelier « ${word ?? ''} ». La liste : boards.`);
  });

export const noDatabase = (directory: string): string =>
  `Aucune base de Gommette dans ${resolve(directory)}.`;

/**
 * Whether a board could not be read for what is in it: a page of the file, or something there that is
 * not what was written. A disk, or another process, in the way is no damage.
 */
export const isDamage = (error: unknown): boolean =>
  !(error instanceof StoreFault) || error.kind === 'corrupt';

/** Why a board could not be read, to the operator. */
export const whyUnread = {
  'unknown-board': 'Cet atelier vient d’être effacé.',
  'newer-schema':
    'Cet atelier a été écrit par une version plus récente de Gommette : mettez celle-ci à jour.',
} as const;

/** `AAAA-MM-JJ`, the same for every reader. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
