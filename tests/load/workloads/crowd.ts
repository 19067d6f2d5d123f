/** People who work in boards for some seconds, and what that costs: W1, W2 and W3 are such crowds. */
import { cpuSeconds, residentMegabytes } from '../machine.ts';
import { createDelivery, type Delivery } from '../people/delivery.ts';
import { enterAll, type Guest } from '../people/guest.ts';
import { type Cue, play } from '../people/play.ts';
import { caret, presencePayload, readPresenceNews } from '../people/presence.ts';
import { createWriter, type Habit, type Writer, writeScript } from '../people/script.ts';
import type { Random } from '../random.ts';
import type { LoadServer } from '../servers/flavour.ts';
import { watchStall } from '../stall.ts';
import { spreadOf } from '../statistics.ts';
import type { Outcome } from './workload.ts';

export interface Crowd {
  readonly boards: number;
  readonly peoplePerBoard: number;
  /** Of the people of a board, how many write. */
  readonly writersPerBoard: number;
  readonly habit: Habit;
  /** Times a second that each writer's cursor moves; 0 for never. */
  readonly presenceHz: number;
  readonly workshop: string;
  /** Whether everybody’s frames travel over plain HTTP. */
  readonly polls?: boolean;
  /** Before anything counts: a compiler's work on a new process is no part of a workshop of hours. */
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

const settleMs = 3_000;
/** Seconds of a new process in which Node still compiles what runs most: told apart. */
const early = { from: 20, to: 30 } as const;

/** One board with its people, ready to be played. */
interface Room {
  readonly guests: readonly Guest[];
  readonly delivery: Delivery;
  readonly cues: readonly Cue[];
}
interface Samples {
  readonly edits: number[];
  readonly cursors: number[];
  counting: boolean;
  deliveries: number;
}

export async function runCrowd(server: LoadServer, crowd: Crowd, random: Random): Promise<Outcome> {
  const samples: Samples = { edits: [], cursors: [], counting: false, deliveries: 0 };
  const rooms: Room[] = [];
  for (let board = 0; board < crowd.boards; board++)
    rooms.push(await openRoom(server, crowd, random, samples));
  const guests = rooms.flatMap((room) => room.guests);

  const playing = play(rooms.flatMap(({ cues }) => cues));
  const cpuEarly = await warmUp(server, crowd.warmUpSeconds);
  samples.counting = true;
  const stopWatching = watchStall();
  const measure = startMeter(server);
  const before = trafficOf(guests);
  await playing.done;
  const { seconds, cpu } = measure();
  const traffic = trafficOf(guests);
  const megabytes = residentMegabytes(server.pid());
  const stallMs = stopWatching();
  samples.counting = false;

  const deadline = performance.now() + settleMs;
  while (missingOf(rooms) > 0 && performance.now() < deadline) await pause(50);
  for (const guest of guests) guest.leave();
  const edits = spreadOf(samples.edits);
  const cursors = spreadOf(samples.cursors);
  return {
    stallMs,
    figures: {
      ...edits,
      cursor50: cursors.p50,
      cursor99: cursors.p99,
      cpu: (100 * cpu) / seconds,
      ...(cpuEarly !== undefined && { cpuEarly }),
      usPerDelivery: (1e6 * cpu) / Math.max(1, samples.deliveries),
      megabytes,
      messages: (traffic.messages - before.messages) / seconds,
      kilobytes: (traffic.bytes - before.bytes) / seconds / 1_000,
      missing: missingOf(rooms),
      refused: guests.filter(({ ending }) => ending.refused !== undefined).length,
    },
  };
}

/** @returns percent of a core in the early seconds; undefined when there are not so many */
async function warmUp(server: LoadServer, seconds: number): Promise<number | undefined> {
  if (seconds < early.to) {
    await pause(seconds * 1_000);
    return undefined;
  }
  await pause(early.from * 1_000);
  const measure = startMeter(server);
  await pause((early.to - early.from) * 1_000);
  const { cpu, seconds: measured } = measure();
  await pause((seconds - early.to) * 1_000);
  return (100 * cpu) / measured;
}

/** @returns what tells how many seconds have passed since, and how many of its processor */
function startMeter(server: LoadServer) {
  const [began, used] = [performance.now(), cpuSeconds(server.pid())];
  return () => ({
    seconds: (performance.now() - began) / 1_000,
    cpu: cpuSeconds(server.pid()) - used,
  });
}

async function openRoom(
  server: LoadServer,
  crowd: Crowd,
  random: Random,
  samples: Samples,
): Promise<Room> {
  const place = await server.open(crowd.workshop);
  const seats = [];
  for (let index = 0; index < crowd.peoplePerBoard; index++) seats.push(await place.seat());
  const guests = await enterAll(seats.map((seat) => ({ ...seat, polls: crowd.polls ?? false })));
  const delivery = createDelivery(guests.length, (milliseconds) => {
    if (!samples.counting) return;
    samples.edits.push(milliseconds);
    samples.deliveries += 1;
  });
  const state = place.state ?? guests[0]?.state ?? new Uint8Array();
  const writers = guests
    .slice(0, crowd.writersPerBoard)
    .map(({ seat }) => createWriter(seat, state, random));
  for (const [index, guest] of guests.entries()) {
    guest.listen((incoming) => {
      if (incoming.kind === 'update') delivery.received(index, incoming.payload);
      // One person's view of the cursors is enough: reading all would be the generator's whole day.
      else if (incoming.kind === 'presence' && index === 0 && samples.counting)
        for (const { client, at } of readPresenceNews(incoming.payload))
          if (at !== undefined && client !== writers[0]?.client)
            samples.cursors.push(performance.now() - at);
    });
  }
  const milliseconds = (crowd.warmUpSeconds + crowd.seconds) * 1_000;
  const cues = writers.flatMap((writer, index) => {
    const guest = guests[index];
    if (!guest) return [];
    return [
      ...editCues(guest, index, writer, delivery, crowd.habit, milliseconds),
      ...presenceCues(guest, writer, crowd.presenceHz, milliseconds),
    ];
  });
  for (const { doc } of writers) doc.destroy();
  return { guests, delivery, cues };
}

function editCues(
  guest: Guest,
  index: number,
  writer: Writer,
  delivery: Delivery,
  habit: Habit,
  milliseconds: number,
): Cue[] {
  delivery.addAuthor(writer.client, index);
  return writeScript(writer, habit, milliseconds).map(({ at, update, end }) => ({
    at,
    act: () => {
      delivery.sent(writer.client, end);
      guest.sendUpdate(update);
    },
  }));
}

function presenceCues(guest: Guest, { client, random }: Writer, hertz: number, end: number): Cue[] {
  if (hertz === 0) return [];
  const everyMs = 1_000 / hertz;
  const count = Math.floor(end / everyMs) - 1;
  const phase = random.next() * everyMs;
  return Array.from({ length: count }, (_, clock) => ({
    at: phase + clock * everyMs,
    act: () =>
      guest.send(guest.wire.presence(presencePayload(client, clock + 1, caret(client, clock)))),
  }));
}

const trafficOf = (guests: readonly Guest[]) => ({
  messages: guests.reduce((sum, { traffic }) => sum + traffic.messages, 0),
  bytes: guests.reduce((sum, { traffic }) => sum + traffic.bytes, 0),
});
const missingOf = (rooms: readonly Room[]): number =>
  rooms.reduce((sum, { delivery }) => sum + delivery.missing(), 0);

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
