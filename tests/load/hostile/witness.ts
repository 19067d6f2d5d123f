/**
 * Two people at work in another board, in a process of their own so that what strains the attacker
 * does not strain them: one types a key every 20 ms, the other waits for it.
 */
import { enter, type Seat } from '../people/guest.ts';
import { createWriter } from '../people/script.ts';
import { clocksOf } from '../people/updates.ts';
import { createRandom } from '../random.ts';
import { oneKey } from './scene.ts';

/** From the parent: where to sit, then nothing until it asks for the end. */
export type ToWitness = { readonly seats: readonly [Seat, Seat] } | 'end';
export type FromWitness =
  | 'ready'
  /** Milliseconds: longest wait for a key, our own standstills taken off; and the sum of these. */
  | { readonly longestMs: number; readonly stallMs: number; readonly keys: number };

const keyEveryMs = 20;
const warmUpMs = 500;

process.on('message', (message: ToWitness) => {
  if (message !== 'end') void work(message.seats);
});
const say = (message: FromWitness) => process.send?.(message);

async function work([writing, reading]: readonly [Seat, Seat]): Promise<void> {
  const [author, other] = [await enter(writing), await enter(reading)];
  const writer = createWriter(writing, author.state, createRandom(1));
  const stood = countOwnStandstill();
  const waiting: { readonly end: number; readonly at: number; readonly stood: number }[] = [];
  let [longestMs, keys] = [0, 0];

  other.listen((incoming) => {
    if (incoming.kind !== 'update') return;
    const arrived = clocksOf(incoming.payload).get(writer.client) ?? 0;
    while (waiting[0] && waiting[0].end <= arrived) {
      const key = waiting.shift();
      if (!key) break;
      longestMs = Math.max(longestMs, performance.now() - key.at - (stood() - key.stood));
      keys += 1;
    }
  });
  setInterval(() => {
    const { update, end } = oneKey(writer);
    waiting.push({ end, at: performance.now(), stood: stood() });
    author.sendUpdate(update);
  }, keyEveryMs);
  await new Promise((resolve) => setTimeout(resolve, warmUpMs));
  longestMs = 0;
  say('ready');
  process.on('message', (message: ToWitness) => {
    if (message !== 'end') return;
    const unanswered = waiting[0] ? performance.now() - waiting[0].at : 0;
    say({ longestMs: Math.max(longestMs, unanswered), stallMs: stood(), keys });
    process.disconnect();
    process.exit(0);
  });
}

/** How long this process itself has not run, so far: no server is to blame for that. */
function countOwnStandstill(): () => number {
  const everyMs = 2;
  let last = performance.now();
  let sum = 0;
  const late = () => Math.max(0, performance.now() - last - 2 * everyMs);
  setInterval(() => {
    sum += late();
    last = performance.now();
  }, everyMs);
  return () => sum + late();
}
