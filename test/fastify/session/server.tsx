/** An app in a process of its own, which shares the sessions of calls with others. */
import type { AddressInfo } from 'node:net';
import { createApp } from 'plivo-jsx/fastify';
import { redisStore } from 'plivo-jsx/redis';
import { bookings } from './flow.tsx';

const store = redisStore(process.argv[2]!);
const app = await createApp({ flows: [bookings], publicUrl: 'https://ivr.example.com', store });
// Nobody else would end it.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
await app.listen({ host: '127.0.0.1', port: 0 });
process.send!({ port: (app.server.address() as AddressInfo).port });
