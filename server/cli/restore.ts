/** `restore`: a backup becomes the data of a server that has none yet. Nothing is ever overwritten. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { err, ok } from '../../shared/result.ts';
import { restoreDatabase } from '../store/backup.ts';
import { isLocked } from '../store/lock.ts';
import { databasePath } from '../store/sqlite.ts';
import { type Command, noDatabase, servedBy } from './command.ts';

export const restore: Command = {
  usage: '<dossier>',
  purpose: 'remet une sauvegarde dans DATA_DIR, qui doit être vide, serveur arrêté',
  words: [1, 1],
  async run({ words: [backup = ''], config: { dataDirectory } }) {
    const place = resolve(dataDirectory);
    if (!existsSync(databasePath(backup))) return err(noDatabase(backup));
    if (existsSync(databasePath(place)) && isLocked(place)) return err(servedBy(place));
    if (!(await isEmpty(place))) {
      return err(
        `${place} n’est pas vide : rien n’y est écrasé. Déplacez ce qu’il contient, ou donnez un autre DATA_DIR.`,
      );
    }
    const boards = await restoreDatabase(backup, place);
    return ok([`Restauré et vérifié (ateliers : ${boards}) : ${place}`]);
  },
};

const isEmpty = async (directory: string): Promise<boolean> =>
  !existsSync(directory) || (await readdir(directory)).length === 0;
