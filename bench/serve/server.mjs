// A child process with one server: node server.mjs <name> <folder of the build>. Tells its port, then its CPU time when asked.
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { bareFastify, expressWithSdk, fastifyWithSdk } from './peers.mjs';

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
await app.listen({ port: 0, host: '127.0.0.1' });
process.on('message', () => process.send({ cpu: process.cpuUsage() }));
process.send({ port: app.server.address().port });
