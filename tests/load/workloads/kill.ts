/**
 * W5: the server is killed without a word under load, at a moment nobody chose, and started again.
 * Then a newcomer looks: what others had seen, and what had been acknowledged, must be there.
 */
import { createDelivery, type Delivery } from '../people/delivery.ts';
import { enter, enterAll, type Guest, type Seat } from '../people/guest.ts';
import { play } from '../people/play.ts';
import { createWriter, singleKeys, writeScript } from '../people/script.ts';
import { clocksOf } from '../people/updates.ts';
import type { Random } from '../random.ts';
import type { LoadServer } from '../servers/flavour.ts';
import { workshopOf } from '../workshop.ts';
import { pause } from './crowd.ts';
import type { Workload } from './workload.ts';

/** What one kill did, in edits. */
export interface Loss {
  readonly killedAfterMs: number;
  readonly seen: number;
  readonly seenLost: number;
  readonly acknowledged: number;
  readonly acknowledgedLost: number;
}
/** One author: edits by their clock, and how far others and the server had got. */
interface Claim {
  readonly client: number;
  readonly ends: readonly number[];
  readonly seen: number;
  readonly acknowledged: number;
}
/** What a board owes since its kill; asked again after the last one. */
export interface Debt {
  readonly newcomer: Seat;
  readonly claims: readonly Claim[];
}

const people = 10;
const keyEveryMs = 50;
const earliestMs = 300;
const latestMs = 3_000;
const quickTimes = 2;
const benchTimes = 10;

export const w5: Workload = {
  name: 'W5',
  title: 'kill -9 sous la charge (10 personnes, 200 modifications/s)',
  servers: ['gommette', 'y-websocket', 'hocuspocus'],
  quickServers: ['gommette'],
  run: async (flavour, { random, quick, options }) => {
    const server = await flavour.start(options);
    try {
      const losses: Loss[] = [];
      const times = quick ? quickTimes : flavour.name === 'gommette' ? benchTimes : 3;
      for (let time = 0; time < times; time++) losses.push((await killOnce(server, random)).loss);
      return { stallMs: 0, figures: { kills: times, ...totalOf(losses) } };
    } finally {
      await server.dispose();
    }
  },
};

export async function killOnce(
  server: LoadServer,
  random: Random,
): Promise<{ readonly loss: Loss; readonly debt: Debt }> {
  const place = await server.open(workshopOf(12));
  const seats: Seat[] = [];
  for (let index = 0; index < people; index++) seats.push(await place.seat());
  const newcomer = await place.seat();
  const guests = await enterAll(seats);
  const state = place.state ?? guests[0]?.state ?? new Uint8Array();
  const killedAfterMs = earliestMs + random.next() * (latestMs - earliestMs);

  const delivery = createDelivery(people, () => {});
  const authors = guests.map((guest, index) => prepare(guest, index, state, delivery, random));
  const playing = play(authors.flatMap(({ cues }) => cues));
  await pause(killedAfterMs);
  playing.stop();
  await server.kill();
  // What had left the server before its end is still read: somebody saw it.
  while (guests.some(({ ending }) => ending.code === undefined)) await pause(5);
  const claims = authors.map(({ claim }) => claim());
  await server.restart();
  const debt = { newcomer, claims };
  return { loss: { killedAfterMs, ...(await settle(debt)) }, debt };
}

/** What of a debt the server does not have. */
export async function settle({ newcomer, claims }: Debt): Promise<Omit<Loss, 'killedAfterMs'>> {
  const guest = await enter(newcomer);
  guest.leave();
  const held = clocksOf(guest.state);
  const loss = { seen: 0, seenLost: 0, acknowledged: 0, acknowledgedLost: 0 };
  for (const { client, ends, seen, acknowledged } of claims) {
    const there = held.get(client) ?? 0;
    const between = (from: number, to: number) =>
      ends.filter((end) => end > from && end <= to).length;
    loss.seen += between(0, seen);
    loss.seenLost += between(there, seen);
    loss.acknowledged += between(0, acknowledged);
    loss.acknowledgedLost += between(there, acknowledged);
  }
  return loss;
}

export const totalOf = (losses: readonly Omit<Loss, 'killedAfterMs'>[]) => ({
  seen: sum(losses.map((loss) => loss.seen)),
  seenLost: sum(losses.map((loss) => loss.seenLost)),
  acknowledged: sum(losses.map((loss) => loss.acknowledged)),
  acknowledgedLost: sum(losses.map((loss) => loss.acknowledgedLost)),
});
const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

function prepare(
  guest: Guest,
  index: number,
  state: Uint8Array,
  delivery: Delivery,
  random: Random,
) {
  const writer = createWriter(guest.seat, state, random);
  const { client } = writer;
  /** End of each edit sent, by the number of its frame as the server counts. */
  const sent: (readonly [number: number, end: number])[] = [];
  delivery.addAuthor(client, index);
  guest.listen((incoming) => {
    if (incoming.kind === 'update') delivery.received(index, incoming.payload);
  });
  const cues = writeScript(writer, singleKeys(keyEveryMs), latestMs + 1_000).map(
    ({ at, update, end }) => ({
      at,
      act: () => {
        delivery.sent(client, end);
        sent.push([guest.sendUpdate(update), end]);
      },
    }),
  );
  const claim = (): Claim => ({
    client,
    ends: sent.map(([, end]) => end),
    seen: delivery.seenBySomebody(client),
    acknowledged: sent.filter(([number]) => number <= guest.counts.saved).at(-1)?.[1] ?? 0,
  });
  return { cues, claim };
}
