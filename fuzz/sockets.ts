/**
 * Connections to a server that listens: each is answered or closed.
 * @module
 */
import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { makeConnection, type Connection } from './bytes.ts';
import { Random } from './random.ts';
import type { Report } from './report.ts';
import { makeTarget } from './target.tsx';

/** Connections that are open at once: those that wait for a time-out of the server must not hold up the others. */
const atOnce = 300;

/** Opens the connections of these numbers. */
export async function openSockets(report: Report, seed: number, from: number, to: number): Promise<void> {
  const app = await makeTarget(false);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  let next = from;
  const work = async () => {
    while (next < to) {
      const number = next++;
      const said = await report.inTime(tryOne(port, makeConnection(new Random(seed, number)), report));
      if (said !== undefined) report.fail(number, said);
      report.done(1);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, to - from) }, work));
  const alive = await fetch(`http://127.0.0.1:${port}/ready`);
  if (alive.status !== 200) report.fail(to, `afterwards /ready says ${alive.status}`);
  app.server.closeAllConnections();
  await app.close();
}

async function tryOne(
  port: number,
  { parts, afterwards }: Connection,
  report: Report,
): Promise<string | undefined> {
  const socket = await opened(port);
  let reply = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    reply += chunk;
    // An answer to something half done is an answer; the connection may stay.
    if (afterwards === 'waits') socket.end();
  });
  // The server may close while we write.
  socket.on('error', () => {});
  const closed = once(socket, 'close').catch(() => {});
  for (const part of parts) {
    if (socket.destroyed) break;
    socket.write(part);
    await new Promise(setImmediate);
  }
  if (afterwards === 'ends') socket.end();
  if (afterwards === 'resets') socket.resetAndDestroy();
  await closed;
  const statuses = [...reply.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
  for (const status of statuses) report.count(status);
  if (reply !== '' && statuses.length === 0)
    return `no HTTP came back: ${JSON.stringify(reply.slice(0, 200))}`;
  const failed = statuses.find((status) => status >= 500);
  return failed === undefined ? undefined : `status ${failed}`;
}

/** Ports run out for a moment when so many connections come and go. */
async function opened(port: number): Promise<Socket> {
  for (let tries = 0; ; tries++) {
    const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true });
    // Without this, half open means that the client too has to say that it is done.
    socket.once('end', () => socket.end());
    try {
      await once(socket, 'connect');
      return socket;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (tries === 10 || (code !== 'EADDRNOTAVAIL' && code !== 'EADDRINUSE')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}
