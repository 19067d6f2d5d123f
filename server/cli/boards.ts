/** `boards`: every workshop of the database, oldest first. */
import type { BoardId } from '../../shared/ids.ts';
import { ok } from '../../shared/result.ts';
import { readStored } from '../rooms/board/stored.ts';
import type { Store } from '../store/store.ts';
import { type Command, dayOf, isDamage, withStore } from './command.ts';

export const boards: Command = {
  usage: '',
  purpose: 'liste les ateliers : dates de création et d’effacement, personnes, titre',
  words: [0, 0],
  run: ({ config }) =>
    withStore(config, async (store) => {
      const rows = [['atelier', 'créé le', 'effacé le', 'personnes', 'titre']];
      for (const { id, createdAt, purgeAt } of await store.boards()) {
        const dates = [id, dayOf(createdAt), dayOf(purgeAt)];
        rows.push([...dates, ...(await told(store, id))]);
      }
      return ok(rows.length > 1 ? inColumns(rows) : ['Aucun atelier.']);
    }),
};

/** How many people, and the title; one board that cannot be read hides no other. */
async function told(store: Store, id: BoardId): Promise<[people: string, title: string]> {
  try {
    const people = (await store.people(id)).filter(({ ticketHash }) => ticketHash !== null);
    return [String(people.length), titleOf(await readStored(store, id))];
  } catch (error) {
    if (!isDamage(error)) throw error;
    return ['?', '(abîmé : voir check)'];
  }
}

function titleOf(reading: Awaited<ReturnType<typeof readStored>>): string {
  if (reading.ok) return reading.value.board.info.title ?? '';
  return reading.error.kind === 'newer-schema' ? '(d’une version plus récente de Gommette)' : '';
}

/** Each column as wide as its widest cell; the last one is left as it is. */
function inColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => (column < row.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell))
      .join('  '),
  );
}
