import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { createApp } from 'plivo-jsx/fastify';
import { expect, test } from 'vitest';

test('an app closes although somebody holds a connection on which nothing came', async () => {
  const app = await createApp();
  await app.listen({ host: '127.0.0.1', port: 0 });
  const accepted = once(app.server, 'connection');
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  const ended = once(socket, 'close');
  await accepted;
  await app.close();
  expect(await ended).toEqual([false]);
});
