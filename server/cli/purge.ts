/**
 * `purge`: erases one workshop, or those whose date has come. A running server does it itself: it
 * alone can close the workshop's sockets, and its own writes need not wait for ours.
 */
import type { BoardId } from '../../shared/ids.ts';
import { err, ok } from '../../shared/result.ts';
import type { Config } from '../config.ts';
import { whileAlone } from '../store/lock.ts';
import type { Store } from '../store/store.ts';
import { type Command, type Outcome, withBoard, withStore } from './command.ts';

export const purge: Command = {
  usage: '<atelier> --yes | --due',
  purpose: 'efface un atelier pour toujours, ou tous ceux dont la date est passée',
  words: [0, 1],
  flags: ['--yes', '--due'],
  async run({ words: [word], flags, config, clock }) {
    if ((word === undefined) !== flags.has('--due')) return err('Donnez un atelier, ou --due.');
    if (word === undefined) {
      return withStore(config, async (store) =>
        erase(config, store, await store.duePurges(clock())),
      );
    }
    return withBoard(config, word, async (store, { id }) => {
      if (!flags.has('--yes')) return err('C’est sans retour. Pour le faire : ajoutez --yes.');
      await store.setPurgeDate(id, clock());
      return erase(config, store, [id]);
    });
  },
};

async function erase(
  { dataDirectory }: Pick<Config, 'dataDirectory'>,
  store: Pick<Store, 'purge'>,
  due: readonly BoardId[],
): Promise<Outcome> {
  if (due.length === 0) return ok(['Aucun atelier à effacer.']);
  const erased = await whileAlone(dataDirectory, async () => {
    for (const id of due) await store.purge(id);
    return ok([`Effacé : ${due.join(', ')}`]);
  });
  return erased ?? ok([`Le serveur en marche efface dans la minute : ${due.join(', ')}`]);
}
