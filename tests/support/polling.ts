/** The page's own long polling, as a class of sockets. */
import { PollingSocket } from '../../client/sync/polling/polling-socket.ts';

// It has what the provider uses of a browser's class, and no more.
export const pollingSocket = PollingSocket as unknown as typeof WebSocket;
