/** Hocuspocus as its manual starts it: defaults, stored in SQLite; a token can ask to only read. */
import { join } from 'node:path';
import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';

const port = Number(process.env.PORT);
const server = new Server({
  port,
  address: '127.0.0.1',
  quiet: true,
  extensions: [new SQLite({ database: join(process.env.DATA_DIR ?? '.', 'hocuspocus.sqlite') })],
  async onAuthenticate({ token, connectionConfig }) {
    connectionConfig.readOnly = token === 'observer';
  },
});
await server.listen();
process.stdout.write(`listening on ${port}\n`);
