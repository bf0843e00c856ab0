/**
 * Strangers, in a process of their own: so many unsigned requests a second, as cheap to send as can be.
 * @module
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Strangers } from './child.ts';
import { evenly } from './evenly.ts';

/** What they are told. */
export interface Flooding {
  readonly port: number;
  readonly path: string;
  readonly rate: number;
  readonly seconds: number;
}

/** What they saw. */
export interface Flooded {
  readonly sent: number;
  /** Answers by status. */
  readonly answers: { readonly [status: string]: number };
  readonly seconds: number;
}

const connections = 20;

/** How long the last answers may take, in milliseconds. */
const longest = 10_000;

process.once('message', async (flooding: Flooding) => {
  process.send!((await flood(flooding)) satisfies Strangers[1]);
  process.disconnect();
});

async function flood({ port, path, rate, seconds }: Flooding): Promise<Flooded> {
  const answers: Record<string, number> = {};
  let answered = 0;
  const sockets = await Promise.all(
    Array.from({ length: connections }, () =>
      opened(port, (status) => {
        answers[status] = (answers[status] ?? 0) + 1;
        answered++;
      }),
    ),
  );
  const form = 'CallUUID=a-stranger&From=14155550100&Digits=1';
  const request = Buffer.from(
    `POST ${path} HTTP/1.1\r\nHost: ivr.example.com\r\n` +
      `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${form.length}\r\n\r\n${form}`,
  );
  let sent = 0;
  const started = performance.now();
  await evenly(rate, seconds, new AbortController().signal, () =>
    sockets[sent++ % connections]!.write(request),
  );
  for (let waited = 0; waited < longest && answered < sent; waited += 20) await wait(20);
  const taken = (performance.now() - started) / 1000;
  for (const socket of sockets) socket.destroy();
  return { sent, answers, seconds: taken };
}

async function opened(port: number, onAnswer: (status: string) => void): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  // A connection that is closed answers nothing, and that shows.
  socket.on('error', () => {});
  let rest = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    // The answers to strangers have no body: each ends with its headers.
    const heads = (rest + chunk).split('\r\n\r\n');
    rest = heads.pop()!;
    for (const head of heads) onAnswer(head.slice(9, 12));
  });
  await once(socket, 'connect');
  return socket;
}
