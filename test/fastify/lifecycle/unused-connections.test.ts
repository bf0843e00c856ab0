import { type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { connected, form } from './connected.ts';

const ready = 'GET /ready HTTP/1.1\r\nHost: localhost\r\n';

describe.concurrent('an app closes although somebody holds a connection', () => {
  test.each([
    ['on which nothing came', ''],
    ['with the first letter of a request', 'G'],
    ['with half of the headers of a request', ready],
    ['with half of a form', `POST /debug HTTP/1.1\r\n${form}a=b`],
    ['with a form that was rejected before all of it came', `POST /nowhere HTTP/1.1\r\n${form}a=b`],
    ['with half of a body that nobody reads', `${ready}Content-Length: 100\r\n\r\nhalf`],
    ['with half of a second request', `${ready}\r\nGET /re`],
  ])('%s', async (_, bytes) => {
    const { app, ended } = await connected(bytes);
    // The bytes are there once an answer to a later request is.
    await fetch(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}/ready`);
    const closed = app.close().then(() => 'closed');
    expect(await Promise.race([closed, wait(10_000, 'still open')])).toBe('closed');
    await ended;
  });

  test('that is kept after the reply to a request that was under way', async () => {
    const { app, ended, received } = await connected('GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await fetch(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}/ready`);
    const closed = app.close().then(() => 'closed');
    expect(await Promise.race([closed, wait(10_000, 'still open')])).toBe('closed');
    await ended;
    expect(received()).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*slow$/);
  });
});
