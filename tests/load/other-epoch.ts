/**
 * `npm run load -- restore` and `-- flatten`: a real server begins another epoch of a board under
 * three open pages, and every character that people wrote is looked for.
 */
import { type Beginning, beginAnother, type Found } from '../support/pages/other-epoch.ts';
import { startServerProcess } from '../support/server-process.ts';
import { demoWorkshop } from './workshop.ts';

/** @returns the exit code: 1 as soon as one character is lost, or somebody accused */
export async function tryOtherEpoch(how: Beginning, times: number): Promise<number> {
  let fails = 0;
  for (let time = 1; time <= times; time++) {
    const server = await startServerProcess();
    try {
      const { after, reloaded, putBack } = await beginAnother(server, demoWorkshop(), how);
      console.log(`${String(time).padStart(3)}  reprise      ${line(after)}`);
      console.log(`     rechargées   ${line(reloaded)}`);
      console.log(`     remis        ${line(putBack)}`);
      const isWhole = [after, reloaded, putBack].every(
        (one) => one.lost + one.lostToLead + one.accused === 0,
      );
      if (!isWhole || after.written === 0 || putBack.kept > 0) fails += 1;
    } finally {
      await server.dispose();
    }
  }
  return fails > 0 ? 1 : 0;
}

const line = ({ written, onBoard, kept, lost, lostToLead, lacking, accused }: Found): string =>
  `${written} caractères : ${onBoard} au tableau, ${kept} gardés, ${lost} perdus ; animation : ${lacking.actions} actions, ${lacking.texts} textes, ${lacking.others} autres que le tableau n’a pas, ${lostToLead} caractères perdus ; accusations ${accused}`;
