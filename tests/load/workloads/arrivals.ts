/**
 * W9: into a room of 480 people who each show a cursor ten more come, one after the other, while
 * somebody works in another board. Everybody hears of everybody: what grows with the square.
 */
import { cpuSeconds, residentMegabytes } from '../machine.ts';
import { enter, enterAll, type Guest, type Seat } from '../people/guest.ts';
import { caret, presencePayload } from '../people/presence.ts';
import { watchStall } from '../stall.ts';
import { median } from '../statistics.ts';
import { demoWorkshop, workshopOf } from '../workshop.ts';
import { pause } from './crowd.ts';
import { longestWait, unhurried } from './standstill.ts';
import type { Workload } from './workload.ts';

const arrivals = 10;
/** For what is told of an arrival: in a room that large once a second. */
const watchedMs = 1_500;
const settleMs = 4_000;

export const w9: Workload = {
  name: 'W9',
  title: 'dix arrivées dans une salle de 480 personnes',
  servers: ['gommette', 'y-websocket', 'hocuspocus'],
  quickServers: ['gommette'],
  run: async (flavour, { quick, options }) => {
    const server = await flavour.start({ ...options, settings: unhurried });
    try {
      const place = await server.open(demoWorkshop());
      const elsewhere = await server.open(workshopOf(12));
      const seats: Seat[] = [];
      for (let index = 0; index < (quick ? 60 : 480) + arrivals; index++)
        seats.push(await place.seat());
      const bystander = await enter(await elsewhere.seat());
      const guests = await enterAll(seats.slice(arrivals));
      for (const [index, guest] of guests.entries()) showCursor(guest, index + 1);
      await pause(settleMs);

      const stopWatching = watchStall();
      const before = { cpu: cpuSeconds(server.pid()), bytes: bytesOf(guests) };
      const waits: number[] = [];
      for (const [index, seat] of seats.slice(0, arrivals).entries()) {
        const newcomer = await enter(seat);
        showCursor(newcomer, guests.length + index + 1);
        waits.push(await longestWait(bystander, watchedMs));
        newcomer.leave();
      }
      return {
        stallMs: stopWatching(),
        figures: {
          standstillMs: median(waits) ?? 0,
          longestMs: Math.max(...waits),
          kilobytes: (bytesOf(guests) - before.bytes) / 1_000 / arrivals,
          serverMs: ((cpuSeconds(server.pid()) - before.cpu) * 1_000) / arrivals,
          megabytes: residentMegabytes(server.pid()),
        },
      };
    } finally {
      await server.dispose();
    }
  },
};

const showCursor = (guest: Guest, client: number) =>
  guest.send(guest.wire.presence(presencePayload(client, 1, caret(client, 1))));
const bytesOf = (guests: readonly Guest[]): number =>
  guests.reduce((sum, { traffic }) => sum + traffic.bytes, 0);
