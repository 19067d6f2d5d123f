/**
 * W12: one participant, on as many sockets as one may have, writes as much as the server takes, for
 * minutes: hidden ideas of 20,000 characters over and over, or long notes of an action. What the
 * database grows by, how long the board takes to open after, and what people of another board wait.
 */
import { entitiesOf } from '../../../shared/board/doc.ts';
import { newId, type PriorityId } from '../../../shared/ids.ts';
import { createAsking } from '../people/asking.ts';
import { enter, enterAll, type Guest } from '../people/guest.ts';
import { play } from '../people/play.ts';
import { createWriter, longNotes, writeScript } from '../people/script.ts';
import type { Random } from '../random.ts';
import { watchStall } from '../stall.ts';
import { demoWorkshop, workshopOf } from '../workshop.ts';
import { pause } from './crowd.ts';
import { openedMs, startHidden } from './hidden-step.ts';
import { longestWait } from './standstill.ts';
import type { Workload } from './workload.ts';

const sockets = 5;
const ideaCharacters = 19_900;
/** Between two of one socket: together as many bytes a second as a person may send, so that nobody is shown out. */
const pauseMs = 400;
const noteEveryMs = 20;
/** Somebody in another board, within what one may ask. */
const askEveryMs = 100;
const quickSeconds = 10;

type Flood = (guests: readonly Guest[], until: number, random: Random) => Promise<Counts>;
interface Counts {
  granted: number;
  refused: number;
}

const ideas: Flood = async (guests, until, random) => {
  const counts: Counts = { granted: 0, refused: 0 };
  const [first] = guests;
  if (!first) return counts;
  const { doc } = createWriter(first.seat, first.state, random);
  const priorityId = [...entitiesOf(doc, 'priorities').keys()][0] as PriorityId;
  doc.destroy();
  const writing = guests.map(async (guest) => {
    const { ask } = createAsking(guest);
    const id = newId<'action'>();
    for (let n = 0; performance.now() < until && guest.ending.code === undefined; n++) {
      const description = `${n} `.repeat(ideaCharacters).slice(0, ideaCharacters);
      const answer = ask({ type: 'draft-write', id, priorityId, title: `${n}`, description });
      const refused = await Promise.race([answer, pause(30_000)]);
      counts[refused === undefined ? 'granted' : 'refused'] += 1;
      await pause(pauseMs);
    }
  });
  await Promise.all(writing);
  return counts;
};

const notes: Flood = async (guests, until, random) => {
  const counts: Counts = { granted: 0, refused: 0 };
  const milliseconds = until - performance.now();
  const cues = guests.flatMap((guest) => {
    const writer = createWriter(guest.seat, guest.state, random);
    const script = writeScript(writer, longNotes(noteEveryMs * sockets), milliseconds);
    writer.doc.destroy();
    return script.map(({ at, update }) => ({ at, act: () => void guest.sendUpdate(update) }));
  });
  await play(cues).done;
  for (const { counts: own, ending } of guests) {
    counts.granted += own.saved;
    counts.refused += ending.refused === undefined ? 0 : 1;
  }
  return counts;
};

const flooded = (name: string, title: string, flood: Flood, isHidden: boolean): Workload => ({
  name,
  title,
  servers: ['gommette'],
  quickServers: ['gommette'],
  run: async (flavour, { random, quick, floodSeconds, options }) => {
    const server = await flavour.start(options);
    try {
      const place = await server.open(demoWorkshop());
      const elsewhere = await server.open(workshopOf(12));
      const leader = await enter(await place.seat('facilitator'));
      if (isHidden) await startHidden(createAsking(leader));
      const seat = await place.seat();
      const guests = await enterAll(Array.from({ length: sockets }, () => seat));
      const bystander = await enter(await elsewhere.seat());
      const before = server.keptBytes?.() ?? 0;

      const stopWatching = watchStall();
      const until = performance.now() + (quick ? quickSeconds : floodSeconds) * 1_000;
      const flooding = flood(guests, until, random);
      let standstillMs = 0;
      while (performance.now() < until) {
        standstillMs = Math.max(standstillMs, await longestWait(bystander, 1));
        await pause(askEveryMs);
      }
      const counts = await flooding;
      const stallMs = stopWatching();
      const during = server.keptBytes?.() ?? 0;
      for (const guest of [leader, bystander, ...guests]) guest.leave();
      await server.stop();
      const after = server.keptBytes?.() ?? 0;
      await server.restart();
      const opened = await openedMs(server.pid(), await elsewhere.seat(), seat);
      return {
        stallMs,
        figures: {
          ...counts,
          grewMegabytes: (after - before) / 1e6,
          /** With the write-ahead file, which has its own end. */
          duringMegabytes: (during - before) / 1e6,
          ...opened,
          standstillMs,
        },
      };
    } finally {
      await server.dispose();
    }
  },
});

export const w12: readonly Workload[] = [
  flooded('W12-idées', 'une personne réécrit des idées de 20 000 caractères', ideas, true),
  flooded('W12-textes', 'une personne réécrit de longues notes', notes, false),
];
