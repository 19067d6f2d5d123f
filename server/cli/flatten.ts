/** `flatten`: a workshop without its past, between two sittings. It opens faster, and takes less room. */
import { err, ok } from '../../shared/result.ts';
import { flattenStored, type Length } from '../rooms/board/flatten.ts';
import { type Command, whyUnread, withBoard, withoutServer } from './command.ts';

export const flatten: Command = {
  usage: '<atelier>',
  purpose: 'oublie le passé d’un atelier, pas ce qu’il contient, serveur arrêté',
  words: [1, 1],
  flags: [],
  run: ({ words: [word], config, clock }) =>
    withBoard(config, word, (store, { id }) =>
      withoutServer(config, async () => {
        const flattened = await flattenStored(store, id, clock());
        if (!flattened.ok) return err(whyUnread[flattened.error.kind]);
        const { before, after } = flattened.value;
        return ok([`Aplati : ${id}, de ${told(before)} à ${told(after)}.`]);
      }),
    ),
};

const told = ({ entries, bytes }: Length): string =>
  `${entries} entrées (${Math.ceil(bytes / 1_000)} ko)`;
