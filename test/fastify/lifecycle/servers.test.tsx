import dns from 'node:dns';
import { once } from 'node:events';
import { get } from 'node:http';
import { connect, isIP, type AddressInfo } from 'node:net';
import { flow, level, type Flow, Response, Speak } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { serversOf } from '../../../src/fastify/lifecycle/servers.ts';

const addresses = ['127.0.0.1', '::1'] as const;

type Found = (error: null, found: unknown, family?: number) => void;

// Whether localhost has both addresses depends on the machine; the addresses themselves are there.
beforeEach(() => {
  const lookup = (name: string, options: object | Found, found?: Found) => {
    // Node asks for every address, too, and wants one.
    const one = name === 'localhost' ? '127.0.0.1' : name;
    if (typeof options === 'function') return options(null, one, isIP(one));
    found?.(null, [
      { address: '127.0.0.1', family: 4 },
      { address: '::1', family: 6 },
    ]);
  };
  vi.spyOn(dns, 'lookup').mockImplementation(lookup as never);
});
afterEach(() => void vi.restoreAllMocks());

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

async function listening(flows: readonly Flow[] = []) {
  const app = await createApp({ flows, deadline: 10_000 });
  await app.listen({ host: 'localhost', port: 0 });
  return { app, port: (app.server.address() as AddressInfo).port };
}

const answer = (host: string, port: number, path: string) =>
  new Promise<number | string | undefined>((resolve) => {
    const sent = get({ host, port, path, agent: false }, (reply) => {
      reply.resume();
      resolve(reply.statusCode);
    });
    sent.on('error', ({ message }) => resolve(message));
  });

test('an app that listens on localhost has a server for each address', async () => {
  const { app } = await listening();
  expect(serversOf(app).map((server) => (server.address() as AddressInfo).address)).toEqual([...addresses]);
  await app.close();
});

describe.each(addresses)('at %s', (host) => {
  test('an app that closes answers the request that is under way before it says that it is closed', async () => {
    const [arrived, open] = [deferred(), deferred()];
    const slow = level('/slow', async () => {
      arrived.resolve();
      await open.promise;
      return (
        <Response>
          <Speak>Answered.</Speak>
        </Response>
      );
    });
    const { app, port } = await listening([flow('slow', { levels: [slow] })]);
    const reply = answer(host, port, '/slow');
    await arrived.promise;
    let isClosed = false;
    const closed = app.close().then(() => (isClosed = true));
    // Nobody new gets in, at either address.
    for (const each of addresses)
      await expect.poll(() => answer(each, port, '/ready')).toMatch(/ECONNREFUSED/);
    expect(isClosed).toBe(false);
    open.resolve();
    expect(await reply).toBe(200);
    await closed;
  });

  test('an app that closes answers whoever has connected already', async () => {
    const { app, port } = await listening();
    const answers = Array.from({ length: 20 }, () => answer(host, port, '/ready'));
    await new Promise<void>((resolve) => process.nextTick(resolve));
    const closed = app.close();
    expect(new Set(await Promise.all(answers))).toEqual(new Set([200]));
    await closed;
  });

  test('an app closes although somebody holds a connection on which nothing came', async () => {
    const { app, port } = await listening();
    const accepted = Promise.race(serversOf(app).map((server) => once(server, 'connection')));
    const socket = connect(port, host);
    const ended = once(socket, 'close');
    await accepted;
    await app.close();
    expect(await ended).toEqual([false]);
  });

  test('what is no HTTP is rejected and counted', async () => {
    const { app, port } = await listening();
    const socket = connect(port, host);
    socket.end('nonsense\r\n\r\n');
    const [reply] = (await once(socket, 'data')) as [Buffer];
    expect(reply.toString()).toBe(
      'HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
    );
    expect(await app.plivoMetrics()).toContain('ivr_reject_total{reason="http"} 1\n');
    await app.close();
  });
});
