/** One of two equal small servers for the peers: sends the state to whoever connects, echoes what it hears. `peerServer.ts socket.io|ws` */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { WebSocketServer } from 'ws';

const [kind] = process.argv.slice(2);
const state = JSON.stringify({ calls: ['call-1'] });
const server = createServer();

if (kind === 'socket.io') {
  new Server(server).on('connection', (socket) => {
    socket.emit('state', state);
    socket.on('echo', (text: unknown) => socket.emit('echo', text));
  });
} else {
  new WebSocketServer({ server }).on('connection', (socket) => {
    socket.send(state);
    socket.on('message', (data) => socket.send(data));
  });
}

// Alone without the benchmark.
process.stdin.on('end', () => process.exit(0)).resume();
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
