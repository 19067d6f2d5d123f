/** One port that answers requests and hands over sockets, and is closed in order. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Config } from '../config.ts';
import type { Log } from '../observability/log.ts';
import type { Upgrade } from './upgrade.ts';

export interface ListenerDeps {
  readonly answer: (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;
  readonly upgrade: Upgrade;
  readonly log: Pick<Log, 'error'>;
}
const graceMs = 2_000;
const idleCheckMs = 25;
/** Time for a whole request to arrive: 10 MB over a slow office line, and no slower. */
const requestTimeoutMs = 180_000;

export function createListener({ answer, upgrade, log }: ListenerDeps) {
  const server = createServer({ requestTimeout: requestTimeoutMs }, (incoming, outgoing) => {
    answer(incoming, outgoing).catch((err: unknown) => {
      log.error({ err }, 'answer not sent');
      outgoing.destroy();
    });
  });
  const upgraded = new Set<Duplex>();
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    upgraded.add(socket);
    socket.once('close', () => upgraded.delete(socket));
    upgrade(incoming, socket, head).catch((err: unknown) => {
      log.error({ err }, 'socket not taken');
      socket.destroy();
    });
  });

  return {
    /** @returns the port really taken. @throws what the system refuses */
    listen: ({ port, host }: Pick<Config, 'port' | 'host'>) =>
      new Promise<number>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve((server.address() as AddressInfo).port); // a TCP server, so never a pipe's name
        });
      }),
    /**
     * Takes nothing new, then waits for running answers and open sockets.
     * @param letGo ends what holds sockets open; whoever stays two seconds longer is cut
     */
    close: async (letGo: () => Promise<void>) => {
      const closed = new Promise((resolve) => server.close(resolve));
      await letGo();
      // A connection is idle only once its last answer has left: Node looks at that moment only once.
      const idle = setInterval(() => server.closeIdleConnections(), idleCheckMs);
      const cut = setTimeout(() => {
        server.closeAllConnections();
        for (const socket of upgraded) socket.destroy();
      }, graceMs);
      await closed;
      clearInterval(idle);
      clearTimeout(cut);
    },
  };
}
