/** W6: some people stop reading while everybody else works with 4 kB an edit. */
import { residentMegabytes } from '../machine.ts';
import { createDelivery } from '../people/delivery.ts';
import { enterAll, type Guest, type Seat } from '../people/guest.ts';
import { play } from '../people/play.ts';
import { createWriter, longNotes, writeScript } from '../people/script.ts';
import { clocksOf } from '../people/updates.ts';
import { watchStall } from '../stall.ts';
import { spreadOf } from '../statistics.ts';
import { workshopOf } from '../workshop.ts';
import { pause } from './crowd.ts';
import type { Workload } from './workload.ts';

export const w6One = slowReaders(1);
export const w6Twenty = slowReaders(20);

const people = 20;
const editEveryMs = 100;
const warmUpMs = 2_000;
const catchUpMs = 10_000;

function slowReaders(slow: number): Workload {
  const name = `W6-${slow}`;
  const title = `${slow === 1 ? 'un lecteur arrêté' : `${slow} lecteurs arrêtés`}, 20 personnes, 200 × 4 ko/s`;
  return {
    name,
    title,
    servers: ['gommette', 'y-websocket', 'hocuspocus'],
    quickServers: slow === 1 ? ['gommette', 'y-websocket'] : [],
    run: async (flavour, { random, quick, options }) => {
      const server = await flavour.start(options);
      try {
        const beforeMs = quick ? 2_000 : 5_000;
        const duringMs = quick ? 4_000 : 15_000;
        const place = await server.open(workshopOf(60));
        const seats: Seat[] = [];
        for (let index = 0; index < people + slow; index++) seats.push(await place.seat());
        const all = await enterAll(seats);
        const [guests, readers] = [all.slice(0, people), all.slice(people)];
        const state = all[0]?.state ?? new Uint8Array();

        let samples: number[] = [];
        const delivery = createDelivery(people, (milliseconds) => samples.push(milliseconds));
        const clocks = new Map<number, number>();
        const total = warmUpMs + beforeMs + duringMs;
        const cues = guests.flatMap((guest, index) => {
          const writer = createWriter(guest.seat, state, random);
          delivery.addAuthor(writer.client, index);
          guest.listen((incoming) => {
            if (incoming.kind === 'update') delivery.received(index, incoming.payload);
          });
          return writeScript(writer, longNotes(editEveryMs), total).map(({ at, update, end }) => ({
            at,
            act: () => {
              delivery.sent(writer.client, end);
              guest.sendUpdate(update);
              clocks.set(writer.client, end);
            },
          }));
        });

        const playing = play(cues);
        await pause(warmUpMs);
        samples = [];
        const stopWatching = watchStall();
        await pause(beforeMs);
        const before = spreadOf(samples);
        const megabytesBefore = residentMegabytes(server.pid());
        samples = [];
        for (const { socket } of readers) socket.pause();
        await playing.done;
        const during = spreadOf(samples);
        const megabytesAfter = residentMegabytes(server.pid());
        const stallMs = stopWatching();
        const ends = await catchUp(readers, clocks);
        for (const guest of all) guest.leave();
        return {
          stallMs,
          figures: {
            p99Before: before.p99,
            p99During: during.p99,
            p99Growth: during.p99 / before.p99,
            maxDuring: during.max,
            megabytesBefore,
            grew: megabytesAfter - megabytesBefore,
            ...ends,
          },
        };
      } finally {
        await server.dispose();
      }
    },
  };
}

/** They read again: who has everything in the end, and who was shown out meanwhile? */
async function catchUp(readers: readonly Guest[], clocks: ReadonlyMap<number, number>) {
  const held = readers.map(() => new Map<number, number>());
  for (const [index, reader] of readers.entries()) {
    reader.listen((incoming) => {
      if (incoming.kind !== 'update') return;
      for (const [client, end] of clocksOf(incoming.payload)) held[index]?.set(client, end);
    });
    reader.socket.resume();
  }
  const isEqual = (index: number) =>
    [...clocks].every(([client, end]) => (held[index]?.get(client) ?? 0) >= end);
  const deadline = performance.now() + catchUpMs;
  while (performance.now() < deadline && !readers.every((_, index) => isEqual(index)))
    await pause(50);
  return {
    caughtUp: readers.filter((_, index) => isEqual(index)).length,
    shownOut: readers.filter(({ ending }) => ending.code !== undefined).length,
  };
}
