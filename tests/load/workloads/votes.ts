/**
 * W8: a whole room votes within ten seconds on a board where others go on writing. What was granted
 * to each is kept here, ballot by ballot, and compared with the totals the server tells at the close.
 */
import { entitiesOf } from '../../../shared/board/doc.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { type Answer, encodeAsked, type SessionChange } from '../../../shared/protocol/messages.ts';
import type { Request } from '../../../shared/session/session.ts';
import type { RoundView } from '../../../shared/session/votes/view.ts';
import { DEFAULT_VOTE, type RoundId } from '../../../shared/session/votes/votes.ts';
import { createDelivery } from '../people/delivery.ts';
import { enterAll, type Guest, type Seat } from '../people/guest.ts';
import { type Cue, play } from '../people/play.ts';
import { createWriter, singleKeys, writeScript } from '../people/script.ts';
import type { Random } from '../random.ts';
import { watchStall } from '../stall.ts';
import { spreadOf } from '../statistics.ts';
import { demoWorkshop } from '../workshop.ts';
import { pause } from './crowd.ts';
import type { Workload } from './workload.ts';

const people = 60;
const writers = 20;
const keyEveryMs = 400;
const warmUpMs = 4_000;
const answerWithinMs = 5_000;
/** Each puts, moves and tries more than they have: some of it twice, as a double click does. */
const triesPerPerson = 8;
const roundId = 'load-round' as RoundId;
const { budget, cap } = DEFAULT_VOTE;

export const w8: Workload = {
  name: 'W8',
  title: '60 personnes votent en 10 s pendant que 20 écrivent',
  servers: ['gommette'],
  quickServers: ['gommette'],
  run: async (flavour, { random, quick, options }) => {
    const server = await flavour.start(options);
    try {
      const phaseMs = quick ? 3_000 : 10_000;
      const place = await server.open(demoWorkshop());
      const seats: Seat[] = [await place.seat('facilitator')];
      for (let index = 0; index < people; index++) seats.push(await place.seat());
      const [leader, ...voters] = await enterAll(seats);
      if (!leader) throw new Error('nobody leads');
      const { doc } = createWriter(leader.seat, leader.state, random);
      const actions = [...entitiesOf(doc, 'actions').keys()] as ActionId[];
      doc.destroy();
      const samples = { edits: [] as number[] };
      const { cues, onUpdate } = writing(voters, leader.state, random, samples, 2 * phaseMs);
      const desks = [leader, ...voters].map((guest, index) =>
        createDesk(guest, index - 1, onUpdate),
      );
      const [lead, ...ballots] = desks;
      await lead?.ask({ type: 'round-open', id: roundId, title: '', setup: DEFAULT_VOTE });

      const playing = play(cues);
      await pause(warmUpMs);
      const stopWatching = watchStall();
      samples.edits = [];
      await pause(phaseMs);
      const before = spreadOf(samples.edits);
      samples.edits = [];
      const voting = play(ballots.flatMap((desk) => voteCues(desk, actions, random, phaseMs)));
      await playing.done;
      const during = spreadOf(samples.edits);
      await voting.done;
      const stallMs = stopWatching();
      await Promise.all(desks.map(({ settled }) => settled()));
      await lead?.ask({ type: 'round-close', id: roundId });
      const closed = lead?.round();
      for (const guest of [leader, ...voters]) guest.leave();
      const answers = spreadOf(ballots.flatMap(({ waits }) => waits));
      return {
        stallMs,
        figures: {
          p99Before: before.p99,
          p99During: during.p99,
          p99Growth: during.p99 / before.p99,
          granted: ballots.reduce((sum, desk) => sum + desk.counts.granted, 0),
          refused: ballots.reduce((sum, desk) => sum + desk.counts.refused, 0),
          overBudget: ballots.filter(isOver).length,
          wrongTotals: wrongTotals(ballots, closed),
          answer50: answers.p50,
          answer99: answers.p99,
        },
      };
    } finally {
      await server.dispose();
    }
  },
};

function writing(
  guests: readonly Guest[],
  state: Uint8Array,
  random: Random,
  samples: { edits: number[] },
  milliseconds: number,
) {
  const delivery = createDelivery(guests.length, (wait) => samples.edits.push(wait));
  const cues = guests.slice(0, writers).flatMap((guest, index): Cue[] => {
    const writer = createWriter(guest.seat, state, random);
    delivery.addAuthor(writer.client, index);
    const script = writeScript(writer, singleKeys(keyEveryMs), warmUpMs + milliseconds);
    writer.doc.destroy();
    return script.map(({ at, update, end }) => ({
      at,
      act: () => {
        delivery.sent(writer.client, end);
        guest.sendUpdate(update);
      },
    }));
  });
  return { cues, onUpdate: delivery.received };
}

type Desk = ReturnType<typeof createDesk>;

/** One person's questions, what was granted, and what they were told of the round. */
function createDesk(
  guest: Guest,
  index: number,
  onUpdate: (guest: number, update: Uint8Array) => void,
) {
  const open = new Map<
    number,
    { readonly request: Request; readonly at: number; readonly done: () => void }
  >();
  const dots = new Map<ActionId, number>();
  const counts = { granted: 0, refused: 0 };
  const waits: number[] = [];
  let last = 0;
  let round: RoundView | undefined;

  const answered = ({ id, refused }: Answer) => {
    const question = open.get(id);
    open.delete(id);
    if (!question) return;
    waits.push(performance.now() - question.at);
    counts[refused ? 'refused' : 'granted'] += 1;
    const { request } = question;
    if (!refused && request.type === 'vote-cast') dots.set(request.actionId, request.dots);
    question.done();
  };
  const heardOf = ({ rounds, items }: SessionChange) => {
    round = (rounds ?? items?.rounds)?.at(-1) ?? round;
  };
  guest.listen((incoming) => {
    if (incoming.kind === 'update' && index >= 0) onUpdate(index, incoming.payload);
    else if (incoming.kind === 'answer') answered(incoming.answer);
    else if (incoming.kind === 'session') heardOf(incoming.read());
  });
  return {
    dots,
    counts,
    waits,
    round: () => round,
    ask: (request: Request) =>
      new Promise<void>((done) => {
        last += 1;
        open.set(last, { request, at: performance.now(), done });
        guest.send(encodeAsked({ id: last, request }));
      }),
    settled: async () => {
      const deadline = performance.now() + answerWithinMs;
      while (open.size > 0 && performance.now() < deadline) await pause(20);
      if (open.size > 0) throw new Error(`${open.size} questions without an answer`);
    },
  };
}

function voteCues(
  desk: Desk,
  actions: readonly ActionId[],
  random: Random,
  withinMs: number,
): Cue[] {
  return Array.from({ length: triesPerPerson }, () => {
    const [actionId, dots] = [random.pick(actions), random.below(cap + 2)];
    const act = () => void desk.ask({ type: 'vote-cast', roundId, actionId, dots });
    const at = random.next() * withinMs;
    return random.next() < 0.2
      ? [
          { at, act },
          { at, act },
        ]
      : [{ at, act }];
  }).flat();
}

const isOver = ({ dots }: Desk): boolean => {
  const all = [...dots.values()];
  return all.some((one) => one > cap) || all.reduce((sum, one) => sum + one, 0) > budget;
};

/** Actions whose total is not what was granted; all of them when no result came. */
function wrongTotals(desks: readonly Desk[], round: RoundView | undefined): number {
  const expected = new Map<ActionId, number>();
  for (const { dots } of desks)
    for (const [id, number] of dots) expected.set(id, (expected.get(id) ?? 0) + number);
  const told = new Map(round?.result?.actions.map(({ actionId, dots }) => [actionId, dots]));
  return [...new Set([...expected.keys(), ...told.keys()])].filter(
    (id) => (expected.get(id) ?? 0) !== (told.get(id) ?? 0),
  ).length;
}
