/** The page's own long polling, as a class of sockets. */
import { inflatingSocket } from '../../client/sync/inflating-socket.ts';
import { PollingSocket } from '../../client/sync/polling/polling-socket.ts';

// It has what the provider uses of a browser's class, and no more; what it tells by events alone, the
// class around it hands on.
export const pollingSocket = inflatingSocket(PollingSocket as unknown as typeof WebSocket);
