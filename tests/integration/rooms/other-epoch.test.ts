/** A board that begins another epoch under three open pages: nothing that anybody wrote is lost. */
import { afterEach, expect, test } from 'vitest';
import { type Beginning, beginAnother } from '../../support/pages/other-epoch.ts';
import { type ServerProcess, startServerProcess } from '../../support/server-process.ts';
import { demonstration } from '../../support/stage.ts';

let server: ServerProcess | undefined;
afterEach(() => server?.dispose());

test.each<Beginning>(['restore', 'flatten'])(
  '[EP10] after %s under open pages each character is on the board or kept, and comes back',
  async (how) => {
    server = await startServerProcess('source');
    const { after, reloaded, putBack } = await beginAnother(server, demonstration, how);
    expect(after.written).toBeGreaterThan(200);
    for (const found of [after, reloaded, putBack])
      expect(found).toMatchObject({ written: after.written, lost: 0, lostToLead: 0, accused: 0 });
    expect(after.kept).toBeGreaterThan(0);
    expect(after.lacking).toEqual(
      how === 'restore'
        ? { actions: 4, texts: 3, others: 0 } // of all three since the copy, and one’s own of while away
        : { actions: 1, texts: 1, others: 0 },
    );
    expect(reloaded).toEqual(after);
    expect(putBack).toMatchObject({ onBoard: after.written, kept: 0 });
  },
  300_000, // three pages begin as processes, each from its sources
);
