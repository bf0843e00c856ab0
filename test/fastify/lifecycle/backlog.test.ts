import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from 'plivo-jsx/fastify';
import { expect, test } from 'vitest';

test('an app that closes answers whoever has connected already', async () => {
  const app = await createApp();
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const answers = Array.from(
    { length: 20 },
    () =>
      new Promise((resolve) => {
        const request = get({ host: '127.0.0.1', port, path: '/ready', agent: false }, (reply) => {
          reply.resume();
          resolve(reply.statusCode);
        });
        request.on('error', ({ message }) => resolve(message));
      }),
  );
  // Now the system has connected them, and the event loop of the app has not had a turn.
  await new Promise<void>((resolve) => process.nextTick(resolve));
  const closed = app.close();
  expect(new Set(await Promise.all(answers))).toEqual(new Set([200]));
  await closed;
});
