/** A process of an app: it answers requests with the others, and does what its parent says. */
import { Redis } from 'ioredis';
import { appendFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { SharedReplies } from '../../../../../src/fastify/cache/shared/shared-replies.ts';
import { GuardedStore } from '../../../../../src/store/guarded-store.ts';
import { storeOver, tuned } from '../../../../support/redis.ts';
import type { Schedule, Try } from './schedule.ts';

/** What a process is told to answer. */
export interface Task {
  readonly id: string;
  /** The name of the request. */
  readonly signed: string;
  /** Of Redis, or of a proxy before it. */
  readonly port: number;
  readonly client: Try['client'];
  readonly asks: Schedule['asks'];
  readonly work: Schedule['work'];
  /** Where it writes down that a level has run; a line there outlives the process. */
  readonly log: string;
  /** In milliseconds. */
  readonly lease: number;
  readonly longestVerb: number;
}

/** What it tells. */
export type Told =
  { readonly id: string; readonly at: 'work' } | { readonly id: string; readonly answer: string };

const tell = (told: Told) => void process.send!(told);

async function answer(task: Task): Promise<void> {
  const { id, signed, port, client, asks, work, log, lease, longestVerb } = task;
  const redis = new Redis(
    port,
    '127.0.0.1',
    client === 'tuned' ? { ...tuned, commandTimeout: longestVerb } : {},
  );
  redis.on('error', () => {});
  // Not once() of node:events, which fails at an error: a slow machine may need a second connection.
  await new Promise<void>((resolve) => redis.once('ready', resolve));
  const store = new GuardedStore(storeOver(redis), () => {}, longestVerb);
  const done = () => {
    appendFileSync(log, `${signed}\n`);
    return `answered by ${id}`;
  };
  const works = async (milliseconds: number) => {
    tell({ id, at: 'work' });
    await wait(milliseconds);
    return done();
  };
  const answered = await new SharedReplies(store, lease).answerOnce(signed, `POST /ivr\nnumber=${signed}`, {
    make: () => (work === 'at once' ? done() : works(work === 'soon' ? 5 : 1.5 * lease)),
    late: asks === 'a level' ? () => 'One moment.' : undefined,
    deadline: 2 * lease,
    isGood: () => true,
    onFound: () => {},
  });
  tell({ id, answer: String(answered) });
  // What goes on behind an answer is over by then.
  setTimeout(() => redis.disconnect(), 1_000);
}

process.on('message', (task: Task) => void answer(task));
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
