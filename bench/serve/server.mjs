// A child process with one server: node server.mjs <name> <folder of the build>. Tells its port, then does what it is asked.
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { bareFastify, expressWithSdk, fastifyWithSdk } from './peers.mjs';
import { body, path, signedHeaders } from './request.mjs';

const [, , name, out] = process.argv;
const ours = async () => (await import(pathToFileURL(`${out}/serve-ours.mjs`).href)).make();

const servers = {
  'bare Fastify, constant': bareFastify,
  'plivo-jsx': ours,
  'Fastify + plivo SDK': fastifyWithSdk,
  'Express + plivo SDK': async () => {
    const server = createServer(expressWithSdk());
    return { listen: () => new Promise((resolve) => server.listen(0, '127.0.0.1', resolve)), server };
  },
};

const app = await servers[name]();
// Beyond those that the load generator sends.
let asked = 2e9;

const answers = {
  /** What it answers to the webhook. */
  document: async () => {
    const [headers] = signedHeaders(1, asked++);
    const { port } = app.server.address();
    const reply = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body });
    return reply.text();
  },
  /** Microseconds of processor so far. */
  cpu: () => {
    const { user, system } = process.cpuUsage();
    return user + system;
  },
  /** Nanoseconds a request without sockets, by Fastify's inject; each request is a new one. */
  inject: async (count) => {
    const all = signedHeaders(count, (asked += count));
    const start = process.hrtime.bigint();
    for (const headers of all) {
      const { statusCode } = await app.inject({ method: 'POST', url: path, headers, payload: body });
      if (statusCode !== 200) throw new Error(`${name} answered with ${statusCode}.`);
    }
    return Number(process.hrtime.bigint() - start) / count;
  },
};

// The benchmark was interrupted.
process.on('disconnect', () => process.exit());
await app.listen({ port: 0, host: '127.0.0.1' });
process.on('message', async ([what, ...given]) => process.send(await answers[what](...given)));
process.send(app.server.address().port);
