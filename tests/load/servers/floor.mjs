/** The floor: hands every frame to everybody else of the same board, and knows nothing else. */
import { WebSocketServer } from 'ws';

/** @type {Map<string, Set<import('ws').WebSocket>>} */
const boards = new Map();
const port = Number(process.env.PORT);
const server = new WebSocketServer({ host: '127.0.0.1', port, perMessageDeflate: false });

server.on('connection', (socket, { url = '' }) => {
  const others = boards.get(url) ?? new Set();
  boards.set(url, others.add(socket));
  socket.on('message', (data) => {
    for (const other of others) if (other !== socket) other.send(data);
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => others.delete(socket));
});
server.on('listening', () => process.stdout.write(`listening on ${port}\n`));
