import type { AddressInfo } from 'node:net';
import { createApp } from 'plivo-jsx/fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exchange, requestOf } from '../socket.ts';

describe.each([
  [false, 200, 'ready'],
  [true, 503, 'draining'],
])('an app that drains: %s', (drains, status, says) => {
  let app: Awaited<ReturnType<typeof createApp>>;
  beforeAll(async () => {
    app = await createApp();
    await app.listen({ host: '127.0.0.1', port: 0 });
    if (drains) app.plivoDrain();
  });
  afterAll(() => app.close());

  test.each(['/ready', '/ready?', '/ready?x=1', '/ready?ready', '/ready#x'])(
    `says ${status} at %s`,
    async (target) => {
      const { port } = app.server.address() as AddressInfo;
      const { replies } = await exchange(port, requestOf(`GET ${target} HTTP/1.1`, []));
      expect(replies.map((reply) => reply.status)).toEqual([status]);
      expect(await replies[0]!.text()).toBe(says);
    },
  );
});
