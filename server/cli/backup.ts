/** `backup`: a verified copy of everything, the server being in use or not. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { err, ok } from '../../shared/result.ts';
import { copyDatabase, noteBackup } from '../store/backup.ts';
import { databasePath } from '../store/sqlite.ts';
import { type Command, noDatabase } from './command.ts';

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
    const isNoted = noteBackup(dataDirectory, clock());
    return ok([
      `Sauvegarde vérifiée (ateliers : ${boards}) : ${directory}`,
      ...(isNoted ? [] : ['Sa date n’a pas pu être notée : /api/metrics ne la dira pas.']),
    ]);
  },
};
