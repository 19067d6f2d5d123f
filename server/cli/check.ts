/**
 * `check`: reads every workshop whole, and names those that are damaged. One damaged workshop holds up
 * no other: with a folder, all the others are copied there.
 */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { BoardId } from '../../shared/ids.ts';
import { err, ok } from '../../shared/result.ts';
import { readStored } from '../rooms/board/stored.ts';
import { copyBoards } from '../store/copy-boards.ts';
import type { Store } from '../store/store.ts';
import { type Command, isDamage, type Outcome, withoutServer, withStore } from './command.ts';

export const check: Command = {
  usage: '[<dossier>]',
  purpose:
    'lit chaque atelier et nomme ceux qui sont abîmés ; copie les autres dans un dossier vide',
  words: [0, 1],
  run: async ({ words: [place], config }) => {
    if (place === undefined) return withStore(config, async (store) => report(await look(store)));
    const target = resolve(place);
    if (existsSync(target) && (await readdir(target)).length > 0)
      return err(`${target} n’est pas vide : rien n’y est écrasé. Donnez un autre dossier.`);
    return withoutServer(config, () =>
      withStore(config, async (store) => {
        const { sound, damaged } = await look(store);
        const left = await copyBoards(config.dataDirectory, target, sound);
        const lost = [...damaged, ...left];
        const copied = `Copiés et vérifiés (ateliers : ${sound.length - left.length}) : ${target}`;
        if (lost.length === 0) return ok([copied]);
        const former = resolve(config.dataDirectory);
        return ok([
          copied,
          ...lost.map(said),
          `Ils restent dans ${former} : gardez ce dossier. Servez l’autre, par DATA_DIR.`,
        ]);
      }),
    );
  },
};

interface Looked {
  readonly sound: readonly BoardId[];
  readonly damaged: readonly BoardId[];
}

async function look(store: Store): Promise<Looked> {
  const sound: BoardId[] = [];
  const damaged: BoardId[] = [];
  for (const { id } of await store.boards())
    ((await isSound(store, id)) ? sound : damaged).push(id);
  return { sound, damaged };
}

/** Whether all that is kept of it can be read, and means something. */
async function isSound(store: Store, id: BoardId): Promise<boolean> {
  try {
    await Promise.all([store.links(id), store.people(id), store.clients(id)]);
    await store.readAfter(id, 0);
    await readStored(store, id);
    return true;
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

function report({ sound, damaged }: Looked): Outcome {
  if (damaged.length === 0) return ok([`Aucun atelier abîmé (ateliers lus : ${sound.length}).`]);
  return err(
    [
      ...damaged.map(said),
      `Les autres se lisent (ateliers : ${sound.length}). Restaurez une sauvegarde, ou, serveur arrêté, copiez-les : check <dossier>.`,
    ].join('\n'),
  );
}

const said = (id: BoardId): string => `Abîmé : ${id}`;
