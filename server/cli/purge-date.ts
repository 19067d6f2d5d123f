/** `purge-date`: keeps a workshop longer, or less long. */
import { err, ok } from '../../shared/result.ts';
import { type Command, dayOf, withBoard } from './command.ts';

export const purgeDate: Command = {
  usage: '<atelier> <AAAA-MM-JJ>',
  purpose: 'change la date d’effacement d’un atelier',
  words: [2, 2],
  run: ({ words: [word, day = ''], config, clock }) =>
    withBoard(config, word, async (store, { id }) => {
      const at = readDay(day);
      if (at === undefined) return err(`« ${day} » n’est pas une date : AAAA-MM-JJ.`);
      if (at <= clock()) return err('Cette date est passée. Pour effacer maintenant : purge.');
      await store.setPurgeDate(id, at);
      await store.sync();
      return ok([`${id} sera effacé le ${dayOf(at)}.`]);
    }),
};

/** The moment when all French territories, from Tahiti to Wallis, are in that day. */
function readDay(day: string): number | undefined {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T11:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && dayOf(at) === day ? at : undefined;
}
