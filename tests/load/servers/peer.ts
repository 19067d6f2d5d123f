/** Servers of others: no accounts, no roles of theirs, a board is a name and what is put in it. */
import { join } from 'node:path';
import { createDoc, encodeDoc } from '../../../shared/board/doc.ts';
import { fillBoard } from '../../../shared/board/fill.ts';
import { readWorkshop } from '../../../shared/file/read.ts';
import { newId } from '../../../shared/ids.ts';
import { enter, type Seat } from '../people/guest.ts';
import type { Dialect } from '../people/wire.ts';
import type { Flavour, LoadServer, Place, StartOptions } from './flavour.ts';
import { launch } from './process.ts';

interface PeerProgram extends Omit<Flavour, 'start'> {
  readonly dialect: Dialect;
  /** Relative to `tests/load`. */
  readonly program: string;
}

/** A relay that only sends: what any server must at least spend. */
export const floor = peer({
  name: 'floor',
  dialect: 'y-websocket',
  program: 'servers/floor.mjs',
  answers: false,
  keeps: false,
});
/** Its own program, at its defaults: everything in memory. */
export const yWebsocket = peer({
  name: 'y-websocket',
  dialect: 'y-websocket',
  program: 'peers/node_modules/@y/websocket-server/src/server.js',
  answers: true,
  keeps: false,
});
export const hocuspocus = peer({
  name: 'hocuspocus',
  dialect: 'hocuspocus',
  program: 'peers/hocuspocus.mjs',
  answers: true,
  keeps: true,
});

function peer({ dialect, program, ...rest }: PeerProgram): Flavour {
  const flavour: Flavour = { ...rest, start };
  return flavour;

  async function start({ nodeArguments = [] }: StartOptions): Promise<LoadServer> {
    const running = await launch({
      program: join(import.meta.dirname, '..', program),
      nodeArguments,
      environment: (directory, port) => ({
        PORT: String(port),
        HOST: '127.0.0.1',
        DATA_DIR: directory,
      }),
    });
    return {
      flavour,
      pid: running.pid,
      open: (workshop) => open(running.port, workshop),
      kill: () => running.end('SIGKILL'),
      stop: () => running.end('SIGTERM'),
      restart: running.start,
      dispose: running.dispose,
    };
  }

  async function open(port: number, workshop: string): Promise<Place> {
    const board = newId<'board'>();
    const path = dialect === 'hocuspocus' ? '' : board;
    const seat = (token: string): Seat => ({
      url: `ws://127.0.0.1:${port}/${path}`,
      protocols: [],
      dialect,
      board,
      token,
      person: newId<'person'>(),
      directionId: null,
      answers: rest.answers,
    });
    const state = stateOf(workshop);
    if (rest.answers) await fill(seat('facilitator'), state);
    return {
      state: rest.answers ? undefined : state,
      seat: async (role = 'participant') => seat(role),
    };
  }
}

function stateOf(workshop: string): Uint8Array {
  const content = readWorkshop(workshop).workshop;
  if (!content) throw new Error('no workshop file');
  const doc = createDoc();
  fillBoard(doc, content);
  return encodeDoc(doc);
}

/** The first who comes brings the board. */
async function fill(seat: Seat, state: Uint8Array): Promise<void> {
  const guest = await enter(seat);
  guest.sendUpdate(state);
  await guest.ask();
  guest.leave();
}
