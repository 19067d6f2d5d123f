/** `export`: a workshop as a file, as its page would give it. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileName } from '../../shared/export/file-name.ts';
import { FORMATS, writeExport } from '../../shared/export/formats.ts';
import { languageIn } from '../../shared/export/input.ts';
import { FORMAT_IDS, isFormatId } from '../../shared/protocol/formats.ts';
import { err, ok } from '../../shared/result.ts';
import { lastClosedRound, votesIn } from '../../shared/session/votes/last-votes.ts';
import { readStored } from '../rooms/board/stored.ts';
import { namesOf } from '../store/names.ts';
import { type Command, dayOf, whyUnread, withBoard } from './command.ts';

export const exportBoard: Command = {
  usage: `<atelier> [${FORMAT_IDS.join('|')}] [fichier] [--names]`,
  purpose: 'écrit l’atelier dans un fichier (json si rien n’est dit), sans noms de personnes',
  words: [1, 3],
  flags: ['--names'],
  run: ({ words: [word, format = 'json', file], flags, config, clock }) =>
    withBoard(config, word, async (store, { id }) => {
      if (!isFormatId(format)) return err(`Formats : ${FORMAT_IDS.join(', ')}.`);
      const reading = await readStored(store, id);
      if (!reading.ok) return err(whyUnread[reading.error.kind]);
      const { board, session } = reading.value;
      const { kind, extension } = FORMATS[format];
      const territory = board.info.territory ?? '';
      const now = clock();
      const name = fileName({ kind, territory, day: dayOf(now), extension });
      const path = resolve(file ?? name);
      const names = flags.has('--names') ? namesOf(await store.people(id)) : null;
      const votes = votesIn(lastClosedRound(session), board);
      const language = languageIn(board.info);
      const { steps, groups } = session;
      const known = { steps, groups, names, votes, now, language };
      const bytes = await writeExport(format, { board, ...known });
      const written = await writeNew(path, bytes);
      return written ? ok([`Écrit : ${path}`]) : err(`${path} existe déjà : rien n’est écrit.`);
    }),
};

/** @returns false when there is such a file already, which stays as it is */
async function writeNew(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await writeFile(path, bytes, { flag: 'wx' });
    return true;
  } catch (error) {
    if (Object(error).code === 'EEXIST') return false;
    throw error;
  }
}
