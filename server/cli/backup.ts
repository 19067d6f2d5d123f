/** `backup`: a verified copy of everything, the server being in use or not. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { err, ok } from '../../shared/result.ts';
import { copyDatabase } from '../store/backup.ts';
import { databasePath } from '../store/sqlite.ts';
import { type Command, noDatabase, withStore } from './command.ts';

export const backup: Command = {
  usage: '<dossier>',
  purpose: 'copie la base dans un sous-dossier daté, serveur en marche ou non, et la vérifie',
  words: [1, 1],
  async run({ words: [parent = ''], config, clock }) {
    const { dataDirectory } = config;
    if (!existsSync(databasePath(dataDirectory))) return err(noDatabase(dataDirectory));
    const stamp = new Date(clock()).toISOString().replaceAll(/[:.]/g, '-');
    const directory = resolve(join(parent, `gommette-${stamp}`));
    const boards = await copyDatabase(dataDirectory, directory);
    await withStore(config, async (store) => {
      await store.setLastLook('backup', clock());
      return ok([]);
    });
    return ok([`Sauvegarde vérifiée (ateliers : ${boards}) : ${directory}`]);
  },
};
