/** All that frames over plain HTTP take, in one part of the page that is fetched when it is needed. */
import type { Polling } from '../way.ts';
import { PollingSocket } from './polling-socket.ts';
import { startProbe } from './probe.ts';

export const polling: Polling = { PollingSocket, startProbe };
