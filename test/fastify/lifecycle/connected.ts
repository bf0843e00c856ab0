import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createApp } from 'plivo-jsx/fastify';

/** The headers of a form of 100 bytes. */
export const form =
  'Host: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\n';

/** An app that listens, and a connection on which something came. */
export async function connected(bytes: string) {
  const app = await createApp();
  app.get('/slow', async () => {
    await wait(2_500);
    return 'slow';
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const accepted = once(app.server, 'connection');
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  let received = '';
  socket.on('data', (chunk: Buffer) => (received += chunk.toString())).on('error', () => {});
  const ended = new Promise((resolve) => socket.once('close', resolve));
  socket.write(bytes);
  await accepted;
  return { app, socket, ended, received: () => received };
}
