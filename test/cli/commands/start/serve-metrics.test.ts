import { createApp } from 'plivo-jsx/fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveMetrics } from '../../../../src/cli/commands/start/serve-metrics.ts';

let app: Awaited<ReturnType<typeof createApp>>;
let address: string;
beforeAll(async () => {
  app = await createApp();
  address = await serveMetrics(app, '127.0.0.1', 0);
});
afterAll(() => app.close());

test.each(['', '?', '?x=1'])('the metrics are served whatever the query is: %j', async (query) => {
  const reply = await fetch(address + query);
  expect([reply.status, await reply.text()]).toEqual([200, expect.stringContaining('# TYPE ivr_')]);
});

test.each(['/', 's', '/x', '%3Fx'])('nothing else is served: /metrics%s', async (rest) => {
  expect((await fetch(address + rest)).status).toBe(404);
});
