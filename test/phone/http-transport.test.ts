import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { httpTransport } from '../../src/phone/http/http-transport.ts';

const request = {
  method: 'POST',
  headers: {},
  body: 'Digits=1',
  connectTimeout: 5_000,
  readTimeout: 15_000,
  maxBytes: 1_000,
} as const;

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close().closeAllConnections());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

test('an endless reply is read no further than it is needed', async () => {
  let sent = 0;
  const url = await listen((asked, reply) => {
    asked.socket.on('close', () => (sent = asked.socket.bytesWritten));
    const more = () => {
      while (!reply.destroyed && reply.write(' '.repeat(64 * 1024)));
    };
    reply.on('drain', more);
    more();
  });
  const { status, body } = await httpTransport({ ...request, url });
  expect(status).toBe(200);
  expect(body.length).toBeGreaterThan(1_000);
  expect(body.length).toBeLessThan(1024 * 1024);
  await expect.poll(() => sent).toBeGreaterThan(0);
  // What the system keeps on the way is some megabytes.
  expect(sent).toBeLessThan(32 * 1024 * 1024);
});

test('a request that cannot be sent at all leaves no timer behind', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((what) => what === 'Timeout').length;
  const before = timers();
  const headers = { 'x-bad': 'a\nb' };
  await expect(httpTransport({ ...request, headers, url: 'http://127.0.0.1:1/' })).rejects.toThrow(
    'Invalid character in header content',
  );
  expect(timers()).toBe(before);
});
