/** W7: each attack on a fresh server, with people at work in another board of it. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Attack } from '../hostile/attack.ts';
import { ATTACKS } from '../hostile/attacks.ts';
import { openScene } from '../hostile/scene.ts';
import type { FromWitness, ToWitness } from '../hostile/witness.ts';
import type { Place } from '../servers/flavour.ts';
import { workshopOf } from '../workshop.ts';
import type { Workload } from './workload.ts';

export const w7: readonly Workload[] = ATTACKS.map(workload);

function workload({ title, prepare }: Attack, index: number): Workload {
  return {
    name: `W7-${index + 1}`,
    title,
    servers: ['gommette', 'y-websocket', 'hocuspocus'],
    quickServers: ['gommette'],
    run: async (flavour, { random, options }) => {
      const server = await flavour.start(options);
      try {
        const workshop = workshopOf(60);
        const scene = await openScene(server, await server.open(workshop), random);
        const strike = await prepare(scene);
        const watched = await callWitness(await server.open(workshop));
        const { admitted, note } = await strike();
        const { longestMs } = await watched();
        // The witness takes its own standstills off what it saw.
        return {
          stallMs: 0,
          note,
          figures: { admitted: Number(admitted), standstillMs: longestMs },
        };
      } finally {
        await server.dispose();
      }
    },
  };
}

/** @returns how to send it home, which tells what it saw */
async function callWitness(place: Place) {
  const witness = fork(join(import.meta.dirname, '../hostile/witness.ts'));
  const send = (message: ToWitness) => witness.send(message);
  const hear = async () => (await once(witness, 'message'))[0] as FromWitness;
  send({ seats: [await place.seat(), await place.seat()] });
  await hear();
  return async () => {
    send('end');
    const seen = await hear();
    if (seen === 'ready') throw new Error('the witness did not watch');
    return seen;
  };
}
