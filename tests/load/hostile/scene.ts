/** The board under attack: its people, and what a newcomer finds there afterwards. */
import { enter, type Guest } from '../people/guest.ts';
import { createWriter, type Edit, singleKeys, type Writer } from '../people/script.ts';
import { clocksOf } from '../people/updates.ts';
import type { Random } from '../random.ts';
import type { LoadServer, Place } from '../servers/flavour.ts';

export interface Scene {
  readonly server: LoadServer;
  readonly place: Place;
  readonly random: Random;
  /** Works there in good faith, and has written something. */
  readonly victim: Person;
  /** Only reads, all the while. */
  readonly reader: Guest;
  /** Participant of the board who means it harm. */
  readonly attacker: Person;
  /** What whoever comes now is told. */
  readonly newcomer: () => Promise<Found>;
}
interface Person {
  readonly guest: Guest;
  readonly writer: Writer;
}
interface Found {
  readonly clocks: ReadonlyMap<number, number>;
  readonly bytes: number;
}

export async function openScene(server: LoadServer, place: Place, random: Random): Promise<Scene> {
  const person = async (): Promise<Person> => {
    const guest = await enter(await place.seat());
    return { guest, writer: createWriter(guest.seat, guest.state, random) };
  };
  const victim = await person();
  victim.guest.sendUpdate(oneKey(victim.writer).update);
  await victim.guest.ask();
  const reader = await enter(await place.seat());
  const newcomerSeat = await place.seat();
  return {
    server,
    place,
    random,
    victim,
    reader,
    attacker: await person(),
    newcomer: async () => {
      const guest = await enter(newcomerSeat);
      guest.leave();
      return { clocks: clocksOf(guest.state), bytes: guest.state.length };
    },
  };
}

/** The next key of somebody, as an update. */
export function oneKey(writer: Writer): Omit<Edit, 'at'> {
  for (const _ of singleKeys(0)(writer)) break;
  const edit = writer.take();
  if (!edit) throw new Error('a key that changes nothing');
  return edit;
}

/** How somebody's stay ended, in a few words. */
export function endOf({ ending }: Guest): string {
  const reason = /"reason":"([^"]+)"/.exec(ending.refused ?? '')?.[1] ?? ending.refused;
  const code = ending.code === undefined ? 'reste connecté' : `fermé ${ending.code}`;
  return reason === undefined ? code : `${code} (${reason})`;
}
