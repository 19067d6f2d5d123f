/** Lists that another program has opened and saved, which is what happens to a file that leaves. */
import { expect, test } from 'vitest';
import type { Board } from '../../../shared/board/board.ts';
import { FORMATS } from '../../../shared/export/formats.ts';
import { readWorkshop } from '../../../shared/file/read.ts';
import { differenceOf } from '../../../shared/import/difference.ts';
import { findReturned } from '../../../shared/import/round-trip.ts';
import { readTable } from '../../../shared/import/table.ts';
import { hostileWorkshop } from '../../support/hostile-workshop.ts';
import { convert, needsOffice } from '../../support/libreoffice.ts';
import { plainInput } from '../../support/plain-input.ts';
import { unwrap } from '../../support/result.ts';
import { boardOf, demoText, workshopOf } from '../../support/workshop-file.ts';

const boards: Readonly<Record<string, Board>> = {
  demonstration: boardOf(workshopOf(readWorkshop(demoText))),
  hostile: hostileWorkshop(1),
};

async function differenceIn(bytes: Uint8Array, board: Board) {
  const returned = findReturned(unwrap(await readTable(bytes)), board);
  return returned && differenceOf(returned, board);
}

test.for([
  ['xlsx', 'ods'],
  ['ods', 'xlsx'],
] as const)(
  '[IM10] an %s that LibreOffice opened and saved as %s is no difference',
  { timeout: 120_000 },
  async ([from, to], context) => {
    needsOffice(context);
    const files: Record<string, Uint8Array | string> = {};
    for (const [name, board] of Object.entries(boards))
      files[`${name}.${from}`] = await FORMATS[from].write(plainInput(board));
    const saved = await convert(files, to);
    for (const [name, board] of Object.entries(boards)) {
      const bytes = new Uint8Array(saved.get(`${name}.${to}`) ?? []);
      const nothing = { changed: [], added: [], missing: [], faults: [], isDated: true };
      expect(await differenceIn(bytes, board), name).toEqual(nothing);
    }
  },
);
