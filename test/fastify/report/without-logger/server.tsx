/**
 * An app without a logger in a process of its own, whose level always fails; it tells its port.
 * @module
 */
import type { AddressInfo } from 'node:net';
import { flow, level } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';

const failing = level('/failing', () => {
  throw new Error(`No database ${'y'.repeat(20_000)}`);
});

const app = await createApp({ flows: [flow('failing', { levels: [failing] })] });
// Nobody else would end it.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
await app.listen({ host: '127.0.0.1', port: 0 });
process.send!((app.server.address() as AddressInfo).port);
