import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createApp } from 'plivo-jsx/fastify';
import { describe, expect, test } from 'vitest';

const ready = 'GET /ready HTTP/1.1\r\nHost: localhost\r\n';
const form =
  'Host: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\n';

/** An app that listens, and a connection on which something came. */
async function connected(bytes: string) {
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

describe('an app closes although somebody holds a connection', () => {
  test.each([
    ['on which nothing came', ''],
    ['with the first letter of a request', 'G'],
    ['with half of the headers of a request', ready],
    ['with half of a form', `POST /debug HTTP/1.1\r\n${form}a=b`],
    ['with a form that was refused before all of it came', `POST /nowhere HTTP/1.1\r\n${form}a=b`],
    ['with half of a body that nobody reads', `${ready}Content-Length: 100\r\n\r\nhalf`],
    ['with half of a second request', `${ready}\r\nGET /re`],
  ])(
    '%s',
    async (_, bytes) => {
      const { app, ended } = await connected(bytes);
      // The bytes are there once an answer to a later request is.
      await fetch(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}/ready`);
      const closed = app.close().then(() => 'closed');
      expect(await Promise.race([closed, wait(10_000, 'still open')])).toBe('closed');
      await ended;
    },
    20_000,
  );

  test('that is kept after the reply to a request that was under way', async () => {
    const { app, ended, received } = await connected('GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await fetch(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}/ready`);
    const closed = app.close().then(() => 'closed');
    expect(await Promise.race([closed, wait(10_000, 'still open')])).toBe('closed');
    await ended;
    expect(received()).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*slow$/);
  }, 20_000);

  test('and never reads what it asked for', async () => {
    const { app, socket, ended } = await connected('');
    socket.pause();
    const body = 'a='.padEnd(60_000, 'b');
    const request = `POST /debug HTTP/1.1\r\n${form.replace('100', '60000')}${body}`;
    for (let left = 200; left > 0; left--) socket.write(request);
    await wait(1_000);
    const closed = app.close().then(() => 'closed');
    expect(await Promise.race([closed, wait(25_000, 'still open')])).toBe('closed');
    socket.resume();
    await ended;
  }, 40_000);
});
