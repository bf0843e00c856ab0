/** A server in a process of its own, which does what its parent says. */
import type { AddressInfo } from 'node:net';
import { flow, GetDigits, level, Response, Speak } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { z } from 'zod';
import { stopInOrder } from '../../../../src/fastify/lifecycle/stop.ts';
import { publicUrl, token } from '../row.ts';

const told = (message: unknown) => void process.send?.(message);

const doc = (text: string) => (
  <Response>
    <Speak>{text}</Speak>
  </Response>
);

const begin = level('/work', () => (
  <Response>
    <GetDigits action={chosen({ lang: 'es' })}>
      <Speak>Press a key.</Speak>
    </GetDigits>
  </Response>
));
const chosen = level('/work/chosen', { params: z.object({ lang: z.string() }) }, ({ call, params }) =>
  doc(`${params.lang} ${call.digits}`),
);

/** Comes back when the parent says so. */
let open = () => {};
const slow = level('/work/slow', async () => {
  await new Promise<void>((resolve) => {
    open = resolve;
    told('waiting');
  });
  return doc('Answered.');
});
const rejects = level('/work/rejects', () => {
  void Promise.reject(new Error('nobody waits for 14155550100'));
  return doc('Not awaited.');
});
const throws = level('/work/throws', () => {
  setImmediate(() => {
    throw new Error('nobody catches 14155550100');
  });
  return doc('Not caught.');
});

const app = await createApp({
  flows: [flow('work', { levels: [begin, chosen, slow, rejects, throws] })],
  publicUrl,
  authTokens: [token],
  deadline: 10_000,
  logger: true,
});
process.on('message', (message) => {
  if (message === 'open') open();
  if (message === 'count') void app.plivoMetrics().then((metrics) => told({ metrics }));
});
// Nobody else would end it.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
// The channel to the parent must not keep a server alive that has stopped.
process.channel?.unref();
const listening = app.listen({ host: '127.0.0.1', port: 0 });
stopInOrder(app, process.argv.includes('--watched'), listening);
await listening;
told({ port: (app.server.address() as AddressInfo).port });
