/** Many random workshops on one server of this process, every frame of theirs searched. */
import { nothingSearched, playWorkshop, SECRECY_SETTINGS } from '../fuzz/secrecy-run.ts';
import { createHandClock } from '../support/hand-clock.ts';
import { openHouse } from '../support/house.ts';
import { notedLog } from '../support/noted-log.ts';
import { createRandom } from '../support/tamper.ts';

const together = 6;

/** @returns the exit code: 1 as soon as a frame told what it must not */
export async function searchMany(workshops: number, seed: number): Promise<number> {
  console.log(`${workshops} ateliers au hasard, chaque trame lue, graine ${seed}`);
  const time = createHandClock();
  const log = notedLog();
  const house = await openHouse({
    wrap: log.wrap,
    clock: time.clock,
    alarm: time.alarm,
    environment: SECRECY_SETTINGS,
  });
  const searched = nothingSearched();
  const faults: string[] = [];
  let next = 0;
  const playSome = async () => {
    while (next < workshops) {
      const number = next++;
      try {
        await playWorkshop(house, time, createRandom(seed + 2 * number), searched, log);
      } catch (fault) {
        faults.push(`atelier ${number} : ${String(fault)}`);
      }
      if (number % 50 === 49) console.log(`${number + 1} ateliers, ${searched.frames} trames`);
    }
  };
  await Promise.all(Array.from({ length: together }, playSome));
  await house.close();
  console.log('Cherché :', searched);
  console.log(`Fuites : ${faults.length}`);
  for (const fault of faults.slice(0, 20)) console.log(fault);
  const proven = searched.workshops === workshops && searched.searches > 0 && searched.closes > 0;
  return proven && faults.length === 0 ? 0 : 1;
}
