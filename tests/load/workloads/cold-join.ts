/**
 * W4: 40 people have made 100,000 edits, each key in another action than the one before, so that
 * nothing joins; the server is stopped, started, and one new person comes. And once more into a board
 * begun with the file of that one, as between two workshops; and once flattened.
 */
import * as Y from 'yjs';
import { createDoc } from '../../../shared/board/doc.ts';
import { DEFLATE_OFFER } from '../../../shared/protocol/offers.ts';
import { cpuSeconds, residentMegabytes } from '../machine.ts';
import { enter, type Guest, type Seat } from '../people/guest.ts';
import { createWriter, singleKeys } from '../people/script.ts';
import { clocksOf } from '../people/updates.ts';
import type { Random } from '../random.ts';
import type { LoadServer, Place } from '../servers/flavour.ts';
import { watchStall } from '../stall.ts';
import { workshopOf } from '../workshop.ts';
import { pause } from './crowd.ts';
import { longestWait, unhurried } from './standstill.ts';
import type { Workload } from './workload.ts';

export const w4Small = coldJoin(500);
export const w4Large = coldJoin(2_000);

const authors = 40;
const edits = 100_000;
const quickEdits = 8_000;
/** Between two looks at how far a server has got with what was sent. */
const batch = 500;
/** For what a server does once everybody left: ours folds, Hocuspocus stores within 10 s. */
const flushMs = 11_000;
/** How long others are watched once the newcomer has the board. */
const watchedMs = 2_000;

interface Seats {
  readonly newcomer: Seat;
  /** In another board. */
  readonly bystander: Seat;
  /** In a board begun with the file of the first: what was written is there, its history is not. */
  readonly renewed: Seat | undefined;
}

function coldJoin(actions: number): Workload {
  const name = `W4-${actions}`;
  return {
    name,
    title: `arrivée à froid, ${actions} actions après 100 000 modifications`,
    servers: ['gommette', 'hocuspocus'],
    quickServers: actions === 500 ? ['gommette'] : [],
    run: async (flavour, { random, quick, options }) => {
      // What is written here is history, not load: it may come faster than anybody types.
      const settings = { ...options.settings, ...unhurried };
      const server = await flavour.start({ ...options, settings });
      try {
        const place = await server.open(workshopOf(actions));
        const clocks = await writeHistory(place, quick ? quickEdits : edits, random);
        const elsewhere = await server.open(workshopOf(12));
        await pause(flushMs);
        const renewed = await place.renewed?.();
        const seats = {
          newcomer: await place.seat(),
          bystander: await elsewhere.seat(),
          renewed: await renewed?.seat(),
        };
        await server.stop();
        await server.restart();
        const outcome = await join(server, seats, clocks);
        if (!place.flatten) return outcome;
        await server.stop();
        place.flatten();
        await server.restart();
        const flattenedMs = await wholeJoin(seats.newcomer);
        return { ...outcome, figures: { ...outcome.figures, flattenedMs } };
      } finally {
        await server.dispose();
      }
    },
  };
}

/** One author after the other, a reader staying in so that the board stays open. */
async function writeHistory(
  place: Place,
  count: number,
  random: Random,
): Promise<ReadonlyMap<number, number>> {
  const reader = await enter(await place.seat());
  const clocks = new Map<number, number>();
  for (let author = 0; author < authors; author++) {
    const seat = await place.seat();
    const guest = await enter(seat);
    const writer = createWriter(seat, reader.state, random);
    for (let written = 0; written < count / authors; ) {
      for (const _ of singleKeys(0)(writer)) {
        const edit = writer.take();
        if (!edit) continue;
        guest.sendUpdate(edit.update);
        clocks.set(writer.client, edit.end);
        written += 1;
      }
      if (written % batch === 0) await guest.ask(Y.encodeStateVector(writer.doc));
    }
    await guest.ask(Y.encodeStateVector(writer.doc));
    writer.doc.destroy();
    guest.leave();
  }
  reader.leave();
  return clocks;
}

async function join(server: LoadServer, seats: Seats, clocks: ReadonlyMap<number, number>) {
  const bystander = await enter(seats.bystander);
  const cpu = cpuSeconds(server.pid());
  const stopWatching = watchStall();
  const began = performance.now();
  const guest = await enter(asPage(seats.newcomer));
  const serverMs = performance.now() - began;
  const standstillMs = await longestWait(bystander, watchedMs);
  const stallMs = stopWatching();
  const serverSeconds = cpuSeconds(server.pid()) - cpu;
  const megabytes = residentMegabytes(server.pid());
  for (const each of [guest, bystander]) each.leave();
  const applyMs = timeToApply(guest);
  const held = clocksOf(stateOf(guest));
  return {
    stallMs,
    figures: {
      wholeMs: serverMs + applyMs,
      applyMs,
      serverMs,
      wholePerApply: (serverMs + applyMs) / applyMs,
      standstillMs,
      kilobytes: guest.traffic.bytes / 1_000,
      serverSeconds,
      megabytes,
      ...(seats.renewed && { renewedMs: await wholeJoin(seats.renewed) }),
      lost: [...clocks].filter(([client, end]) => (held.get(client) ?? 0) < end).length,
    },
  };
}

/** Pages of ours inflate; other servers have nothing to deflate for them. */
const asPage = (seat: Seat): Seat =>
  seat.dialect === 'ours' ? { ...seat, protocols: [...seat.protocols, DEFLATE_OFFER] } : seat;

type Answered = Pick<Guest, 'state' | 'version'>;
const APPLY = { 1: Y.applyUpdate, 2: Y.applyUpdateV2 } as const;

/** What a page does with the answer. */
function timeToApply({ state, version }: Answered): number {
  const doc = createDoc();
  const began = performance.now();
  APPLY[version](doc, state);
  return performance.now() - began;
}

const stateOf = ({ state, version }: Answered): Uint8Array =>
  version === 1 ? state : Y.convertUpdateFormatV2ToV1(state);

/** Until a page that comes with nothing has the whole board. */
async function wholeJoin(seat: Seat): Promise<number> {
  const began = performance.now();
  const guest = await enter(asPage(seat));
  const answeredMs = performance.now() - began;
  guest.leave();
  return answeredMs + timeToApply(guest);
}
