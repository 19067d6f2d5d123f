/** W1 to W3: a workshop, a big room, many rooms. */
import { singleKeys, workshopSecond } from '../people/script.ts';
import type { ServerName } from '../servers/flavour.ts';
import { demoWorkshop, workshopOf } from '../workshop.ts';
import { type Crowd, runCrowd } from './crowd.ts';
import type { Workload } from './workload.ts';

/** Node has compiled what runs most; a workshop lasts hours. */
const compiledAfterSeconds = 45;

const everybody = ['gommette', 'floor', 'y-websocket', 'hocuspocus'] as const;

/** 1 board, 40 people, about 220 edits a second with bursts of typing, cursors at 10 Hz. */
export const w1 = crowdWorkload('W1', 'un atelier, 40 personnes, 220 modifications/s', {
  boards: 1,
  peoplePerBoard: 40,
  writersPerBoard: 40,
  presenceHz: 10,
  habit: workshopSecond,
  workshop: demoWorkshop,
});
export const w2Large = bigRoom(200);
export const w2Huge = bigRoom(500);
/** 60 people of whom 20 write, 50 edits a second, by the one way and by the other. */
export const w10 = [false, true].map((polls) => {
  const title = `60 personnes, 50 modifications/s, ${polls ? 'liaison de secours' : 'WebSocket'}`;
  return crowdWorkload(polls ? 'W10-secours' : 'W10-socket', title, {
    boards: 1,
    peoplePerBoard: 60,
    writersPerBoard: 20,
    presenceHz: 2,
    habit: singleKeys(400),
    workshop: demoWorkshop,
    polls,
    servers: ['gommette'],
  });
});
/** 200 boards of 5, each person a key a second. */
export const w3 = crowdWorkload('W3', '200 tableaux de 5 personnes, 1 000 modifications/s', {
  boards: 200,
  peoplePerBoard: 5,
  writersPerBoard: 5,
  presenceHz: 0,
  habit: singleKeys(1_000),
  workshop: () => workshopOf(12),
});

/** 50 edits a second by 10 people who type, everybody else reads. */
function bigRoom(people: number): Workload {
  const name = `W2-${people}`;
  return crowdWorkload(name, `une grande salle, ${people} personnes, 50 modifications/s`, {
    boards: 1,
    peoplePerBoard: people,
    writersPerBoard: 10,
    presenceHz: 0,
    habit: singleKeys(200),
    workshop: demoWorkshop,
  });
}

type CrowdPlan = Omit<Crowd, 'workshop' | 'warmUpSeconds' | 'seconds'> & {
  readonly workshop: () => string;
  /** All of them when absent. */
  readonly servers?: readonly ServerName[];
};

function crowdWorkload(
  name: string,
  title: string,
  { servers = everybody, ...plan }: CrowdPlan,
): Workload {
  const quickServers = servers.filter((each) => each === 'gommette' || each === 'y-websocket');
  return {
    name,
    title,
    servers,
    quickServers: plan.peoplePerBoard > 200 ? [] : quickServers,
    run: async (flavour, { random, quick, warmUpSeconds, options }) => {
      const server = await flavour.start(options);
      try {
        const times = {
          warmUpSeconds: warmUpSeconds ?? (quick ? 2 : compiledAfterSeconds),
          seconds: quick ? 2 : 10,
        };
        return await runCrowd(server, { ...plan, ...times, workshop: plan.workshop() }, random);
      } finally {
        if (options.nodeArguments) await server.stop(); // a profiler writes when its program ends
        await server.dispose();
      }
    },
  };
}
