/** A server in a process of its own, which is killed at work: it shares a store, and never comes to an end. */
import { Redis } from 'ioredis';
import type { AddressInfo } from 'node:net';
import { callback, flow, level } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { storeOver } from '../../../../support/redis.ts';

const [redis, publicUrl, token] = process.argv.slice(2) as [string, string, string];

const endless = () => {
  process.send!('at work');
  return new Promise<never>(() => {});
};

const app = await createApp({
  flows: [flow('shared', { levels: [level('/shared', endless), callback('/shared/told', endless)] })],
  publicUrl,
  authTokens: [token],
  deadline: 10_000,
  store: storeOver(new Redis(Number(redis), '127.0.0.1')),
});
// Nobody else would end it.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
await app.listen({ host: '127.0.0.1', port: 0 });
process.send!({ port: (app.server.address() as AddressInfo).port });
