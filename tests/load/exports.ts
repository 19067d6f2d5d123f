/**
 * How long each format takes for a large workshop of the built server, whether people of another
 * board notice meanwhile, and how long a search takes. Measured and printed, judged by the limits of
 * the product: five seconds a format, fifty milliseconds another board stands still, a frame a key.
 */
import { setSheetField } from '../../shared/board/commands/sheet.ts';
import { createDoc } from '../../shared/board/doc.ts';
import { fillBoard } from '../../shared/board/fill.ts';
import { readBoard } from '../../shared/board/snapshot.ts';
import { readWorkshop } from '../../shared/file/read.ts';
import { NO_FILTER } from '../../shared/finding/filter.ts';
import { createFinder } from '../../shared/finding/find.ts';
import type { ActionId } from '../../shared/ids.ts';
import { FORMAT_IDS } from '../../shared/protocol/formats.ts';
import type { BoardCreated } from '../../shared/protocol/http.ts';
import { joinAs } from '../support/leader.ts';
import { startServerProcess } from '../support/server-process.ts';
import { demonstration } from '../support/stage.ts';

const limitMs = { export: 5_000, key: 1_000 / 60 };

/** @returns the exit code: 1 when a format or a key takes longer than it may */
export async function measureExports(actions: number): Promise<number> {
  const file = manyActions(actions);
  const server = await startServerProcess();
  try {
    const create = async (body: string): Promise<BoardCreated> =>
      (await (
        await fetch(`${server.url}/api/boards`, { method: 'POST', body })
      ).json()) as BoardCreated;
    const large = await create(file);
    const neighbours = await openNeighbours(server.url, await create(demonstration));
    const token = new URL(large.links.observer).hash.slice(1);
    const quiet = await neighbours.worstDuring(() => pause(3_000));
    console.log(`${actions} actions ; autre atelier au repos : ${quiet.toFixed(0)} ms au pire`);
    let slowest = 0;
    for (const format of FORMAT_IDS) {
      let ms = 0;
      let bytes = 0;
      const worst = await neighbours.worstDuring(async () => {
        const began = performance.now();
        const answer = await fetch(`${server.url}/api/boards/${large.boardId}/export/${format}`, {
          headers: { authorization: `Bearer ${token}` },
        });
        if (!answer.ok) throw new Error(`${format}: ${answer.status}`);
        bytes = (await answer.arrayBuffer()).byteLength;
        ms = performance.now() - began;
      });
      slowest = Math.max(slowest, ms);
      const size = `${(bytes / 1_000).toFixed(0)} ko`;
      console.log(
        `${format.padEnd(9)} ${(ms / 1_000).toFixed(2)} s  ${size.padStart(8)}  autre atelier ${worst.toFixed(0)} ms au pire`,
      );
    }
    neighbours.leave();
    const key = slowestKey(file);
    console.log(`Recherche : ${key.toFixed(1)} ms au pire par touche`);
    return slowest > limitMs.export || key > limitMs.key ? 1 : 0;
  } finally {
    await server.dispose();
  }
}

interface WorkshopFile {
  readonly cards: readonly { readonly id: string; readonly title: string }[];
}

/** The demonstration's cards, every field filled, again and again under other names. */
function manyActions(count: number): string {
  const demo = JSON.parse(demonstration) as WorkshopFile;
  const cards = Array.from({ length: count }, (_, at) => {
    const card = demo.cards[at % demo.cards.length];
    return { ...card, id: `${card?.id}-${at}`, title: `${card?.title} ${at}` };
  });
  return JSON.stringify({ ...demo, cards });
}

/** Two people of another board: one writes, and it is timed until the other sees it. */
async function openNeighbours(origin: string, board: BoardCreated) {
  const lead = await joinAs(origin, board, 'facilitator', { name: 'Ana' });
  const reader = await joinAs(origin, board, 'facilitator', { name: 'Ben' });
  const id = 'p1-01' as ActionId;
  let written = 0;
  await lead.client.until(() => readBoard(lead.client.doc).actions.has(id));
  await reader.client.until(() => readBoard(reader.client.doc).actions.has(id));
  const oneEdit = async (): Promise<number> => {
    const value = `essai ${++written}`;
    const began = performance.now();
    setSheetField(lead.client.doc, id, 'means', value);
    const seen = () =>
      (reader.client.doc.getMap('actions').get(id) as Map<string, unknown> | undefined)?.get(
        'means',
      ) === value;
    await reader.client.until(seen);
    return performance.now() - began;
  };
  return {
    worstDuring: async (work: () => Promise<void>): Promise<number> => {
      let worst = 0;
      let over = false;
      const working = work().finally(() => {
        over = true;
      });
      while (!over) {
        worst = Math.max(worst, await oneEdit());
        await pause(20);
      }
      await working;
      return worst;
    },
    leave: () => {
      lead.client.destroy();
      reader.client.destroy();
    },
  };
}

/** Types a long word letter by letter into a search that has folded its texts, as pages do. */
function slowestKey(file: string): number {
  const { workshop } = readWorkshop(file);
  if (!workshop) throw new Error('the file is not read');
  const doc = createDoc();
  fillBoard(doc, workshop);
  const board = readBoard(doc);
  const finder = createFinder();
  finder.prepare(board);
  let slowest = 0;
  const word = 'réserver des lots à l’insertion';
  for (let round = 0; round < 5; round++)
    for (let length = 1; length <= word.length; length++) {
      const began = performance.now();
      finder.find(board, { ...NO_FILTER, text: word.slice(0, length) }, null);
      // The first rounds warm the program up, as the first keys of a page do in its first second.
      if (round > 1) slowest = Math.max(slowest, performance.now() - began);
    }
  return slowest;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
