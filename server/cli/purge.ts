/**
 * `purge`: erases one workshop, or those whose date has come. A running server does it itself: it
 * alone can close the workshop's sockets, and its own writes need not wait for ours.
 */
import type { BoardId } from '../../shared/ids.ts';
import { err, ok } from '../../shared/result.ts';
import type { Config } from '../config.ts';
import { isClockInDoubt } from '../purge-dates.ts';
import { whileAlone } from '../store/lock.ts';
import { PURGE_NOW, type Store } from '../store/store.ts';
import { type Command, dayOf, type Outcome, withBoard, withStore } from './command.ts';

export const purge: Command = {
  usage: '<atelier> --yes | --due [--yes]',
  purpose: 'efface un atelier pour toujours, ou tous ceux dont la date est passée',
  words: [0, 1],
  flags: ['--yes', '--due'],
  async run({ words: [word], flags, config, clock }) {
    if ((word === undefined) !== flags.has('--due')) return err('Donnez un atelier, ou --due.');
    if (word === undefined) {
      return withStore(config, (store) => eraseDue(config, store, clock(), flags.has('--yes')));
    }
    return withBoard(config, word, async (store, { id }) => {
      if (!flags.has('--yes')) return err('C’est sans retour. Pour le faire : ajoutez --yes.');
      return erase(config, store, [id]);
    });
  },
};

type Erasing = Pick<Store, 'purge' | 'setPurgeDate'>;
type Dates = Erasing & Pick<Store, 'duePurges' | 'lastLook' | 'setLastLook'>;

/** @param isSure the clock is right, however long no server was here */
async function eraseDue(
  config: Pick<Config, 'dataDirectory'>,
  store: Dates,
  now: number,
  isSure: boolean,
): Promise<Outcome> {
  const last = await store.lastLook('dates');
  if (last !== undefined && isClockInDoubt(now, last) && !isSure)
    return err(
      `Cette machine se croit le ${dayOf(now)} ; un serveur a tourné ici le ${dayOf(last)} pour la dernière fois. Vérifiez son horloge. Si elle est juste : ajoutez --yes.`,
    );
  await store.setLastLook('dates', now);
  return erase(
    config,
    store,
    (await store.duePurges(now)).map(({ id }) => id),
  );
}

async function erase(
  { dataDirectory }: Pick<Config, 'dataDirectory'>,
  store: Erasing,
  due: readonly BoardId[],
): Promise<Outcome> {
  if (due.length === 0) return ok(['Aucun atelier à effacer.']);
  for (const id of due) await store.setPurgeDate(id, PURGE_NOW);
  const erased = await whileAlone(dataDirectory, async () => {
    for (const id of due) await store.purge(id);
    return ok([`Effacé : ${due.join(', ')}`]);
  });
  return erased ?? ok([`Le serveur en marche efface dans la minute : ${due.join(', ')}`]);
}
