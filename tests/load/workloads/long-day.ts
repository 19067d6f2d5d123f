/**
 * W11: what three hours of sixty people come to, in minutes: 30,000 requests for hidden ideas, their
 * reveal, then 60,000 edits. What the database takes, how long the board takes to open, and what
 * people of another board wait for while files of this one are made.
 */

import { entitiesOf } from '../../../shared/board/doc.ts';
import { type ActionId, newId, type PriorityId } from '../../../shared/ids.ts';
import { type Asking, createAsking } from '../people/asking.ts';
import { enter, enterAll, type Guest, type Seat } from '../people/guest.ts';
import { type Cue, play } from '../people/play.ts';
import { createWriter, singleKeys, writeScript } from '../people/script.ts';
import type { Random } from '../random.ts';
import { watchStall } from '../stall.ts';
import { demoWorkshop, workshopOf } from '../workshop.ts';
import { pause } from './crowd.ts';
import { hiddenStep, openedMs, startHidden } from './hidden-step.ts';
import { longestWait, unhurried } from './standstill.ts';
import type { Workload } from './workload.ts';

const people = 60;
/** Of each: ideas written a few letters at a time. */
const ideas = 10;
const rewritesPerIdea = 50;
const lettersPerRewrite = 6;
const editsPerPerson = 1_000;
/** Of one person; a quarter of an hour of ideas in a minute, the rest in three. */
const ideaEveryMs = 150;
const keyEveryMs = 200;
const files = 6;

export const w11: Workload = {
  name: 'W11',
  title: 'trois heures de 60 personnes : 30 000 demandes d’idées, 60 000 modifications',
  servers: ['gommette'],
  quickServers: ['gommette'],
  run: async (flavour, { random, quick, options }) => {
    const server = await flavour.start({ ...options, settings: unhurried });
    try {
      const place = await server.open(demoWorkshop());
      const elsewhere = await server.open(workshopOf(12));
      const seats: Seat[] = [await place.seat('facilitator')];
      for (let index = 0; index < people; index++) seats.push(await place.seat());
      const [leader, ...guests] = await enterAll(seats);
      if (!leader) throw new Error('nobody leads');
      const lead = createAsking(leader);
      await startHidden(lead);

      const part = quick ? 20 : 1;
      const stopWatching = watchStall();
      const desks = guests.map(createAsking);
      const counts = { granted: 0, refused: 0 };
      const priorityId = priorityOf(leader, random);
      const writing = desks.flatMap((desk) => ideaCues(desk, priorityId, part, random, counts));
      await play(writing).done;
      await until(() => desks.every((desk) => desk.open() === 0));
      await lead.ask({ type: 'reveal', priorityId: null });
      await lead.ask({ type: 'step-start', id: null, from: hiddenStep });
      await pause(1_000);

      const state = await leader.ask();
      const edits = guests.flatMap((guest) => editCues(guest, state, part, random));
      await play(edits).done;
      const stallMs = stopWatching();
      const bystander = await enter(await elsewhere.seat());
      const [waitedMs, exportMs] = await whileExporting(bystander, place.exported);
      await until(() => guests.every(({ counts: { sent, saved } }) => saved >= sent));
      for (const guest of [leader, bystander, ...guests]) guest.leave();
      await server.stop();
      const megabytes = (server.keptBytes?.() ?? 0) / 1e6;
      await server.restart();
      const opened = await openedMs(server.pid(), await elsewhere.seat(), seats[1]);
      return {
        stallMs,
        figures: {
          ...counts,
          edits: edits.length,
          refusedEdits: guests.filter(({ ending }) => ending.refused !== undefined).length,
          megabytes,
          ...opened,
          waitedMs,
          exportMs,
        },
      };
    } finally {
      await server.dispose();
    }
  },
};

function priorityOf(leader: Guest, random: Random): PriorityId {
  const { doc } = createWriter(leader.seat, leader.state, random);
  const [id] = entitiesOf(doc, 'priorities').keys();
  doc.destroy();
  return id as PriorityId;
}

function ideaCues(
  { ask }: Asking,
  priorityId: PriorityId,
  part: number,
  random: Random,
  counts: { granted: number; refused: number },
): Cue[] {
  const cues: Cue[] = [];
  const begin = random.next() * ideaEveryMs;
  for (let n = 0; n < (ideas * rewritesPerIdea) / part; n++) {
    const place = n % rewritesPerIdea;
    const id = cues.length;
    cues.push({ at: begin + n * ideaEveryMs, act: () => void write(id - place, place) });
  }
  const ids = cues.map(() => newId<'action'>());
  const write = async (idea: number, place: number) => {
    const description = 'mots '.repeat(100).slice(0, (place + 1) * lettersPerRewrite);
    const id: ActionId = ids[idea] ?? newId<'action'>();
    const title = `Une idée ${idea}`;
    const refused = await ask({ type: 'draft-write', id, priorityId, title, description });
    counts[refused ? 'refused' : 'granted'] += 1;
  };
  return cues;
}

function editCues(guest: Guest, state: Uint8Array, part: number, random: Random): Cue[] {
  const writer = createWriter(guest.seat, state, random);
  const script = writeScript(writer, singleKeys(keyEveryMs), (editsPerPerson / part) * keyEveryMs);
  writer.doc.destroy();
  return script.map(({ at, update }) => ({ at, act: () => void guest.sendUpdate(update) }));
}

/** @returns the longest that somebody in another board waited, and a file took, milliseconds */
async function whileExporting(
  bystander: Guest,
  exported: (() => Promise<unknown>) | undefined,
): Promise<readonly [waitedMs: number, exportMs: number]> {
  let exportMs = 0;
  let isDone = false;
  const exporting = async () => {
    for (let file = 0; file < files; file++) {
      const began = performance.now();
      await exported?.();
      exportMs = Math.max(exportMs, performance.now() - began);
    }
    isDone = true;
  };
  const done = exporting();
  let waitedMs = 0;
  while (!isDone) waitedMs = Math.max(waitedMs, await longestWait(bystander, 20));
  await done;
  return [waitedMs, exportMs];
}

async function until(isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!isSo() && performance.now() < deadline) await pause(50);
}
