// Serving: one webhook again and again, each server in a process of its own, alternating rounds.
import autocannon from 'autocannon';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { printTable, printTarget, ratio } from '../compare.mjs';
import { bareFastify, fastifyWithSdk } from './peers.mjs';
import { body, path, signedHeaders } from './request.mjs';

const names = ['bare Fastify, constant', 'plivo-jsx', 'Fastify + plivo SDK', 'Express + plivo SDK'];
const rounds = 7;
const secondsARound = 2;

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

async function start(name, out) {
  const child = fork(fileURLToPath(new URL('server.mjs', import.meta.url)), [name, out]);
  const [{ port }] = await once(child, 'message');
  return { name, child, url: `http://127.0.0.1:${port}${path}`, throughput: [], cpu: [], p99: [] };
}

async function cpuOf(child) {
  child.send('cpu');
  const [{ cpu }] = await once(child, 'message');
  return cpu.user + cpu.system;
}

const connections = 20;

// More than a server remembers, so that each request is a new one when its turn comes again.
const requests = signedHeaders(60_000).map((headers) => ({ method: 'POST', path, headers, body }));

function load(url, options) {
  let next = 0;
  const share = requests.length / connections;
  const setupClient = (client) => client.setRequests(requests.slice(next, (next += share)));
  return autocannon({ url, connections, setupClient, ...options });
}

async function measure(server) {
  const before = await cpuOf(server.child);
  const { requests, non2xx, errors } = await load(server.url, { duration: secondsARound });
  if (non2xx + errors > 0) throw new Error(`${server.name}: ${non2xx + errors} requests failed.`);
  server.cpu.push(((await cpuOf(server.child)) - before) / requests.total);
  server.throughput.push(requests.average);
}

/** Runs, prints ratios and targets. */
export async function run(out) {
  const servers = [];
  for (const name of names) servers.push(await start(name, out));
  try {
    for (const server of servers) await load(server.url, { duration: 3 });
    for (let round = 0; round < rounds; round++) for (const server of servers) await measure(server);
    const half = median(servers[0].throughput) / 2;
    for (const server of servers.slice(0, 2)) {
      const { latency } = await load(server.url, { duration: 5, overallRate: half });
      server.p99.push(latency.p99);
    }
  } finally {
    for (const { child } of servers) child.kill();
  }
  report(servers);
  await inProcess(out);
}

function report(servers) {
  const [bare, ours, , express] = servers.map(({ throughput, cpu }) => [median(throughput), median(cpu)]);
  printTable(
    'Serving a Plivo form of 20 fields over keep-alive: × a bare Fastify route that answers a constant',
    ['', 'requests/s', 'CPU a request', 'requests/s', 'CPU, µs'],
    servers.map(({ name, throughput, cpu }) => [
      name,
      ratio(median(throughput) / bare[0]),
      ratio(median(cpu) / bare[1]),
      median(throughput).toFixed(0),
      median(cpu).toFixed(0),
    ]),
  );
  console.log('');
  printTarget('bare Fastify against plivo-jsx, requests/s', bare[0] / ours[0], 1 / 0.55);
  printTarget('Express + plivo SDK against plivo-jsx, requests/s', express[0] / ours[0], 1 / 4);
  printTarget('CPU a request against bare Fastify', ours[1] / bare[1], 1.8);
  const [p99Bare, p99Ours] = servers.map(({ p99 }) => p99[0]);
  console.log(
    `  p99 at half the throughput of bare Fastify: ${p99Ours} ms, bare Fastify ${p99Bare} ms (autocannon counts whole ms)`,
  );
}

const [warmUp, measured, aRound] = [15, 30, 400];

/** Without sockets: steadier. */
async function inProcess(out) {
  const { make } = await import(pathToFileURL(`${out}/serve-ours.mjs`).href);
  const apps = { bare: await bareFastify(), ours: await make(), sdk: await fastifyWithSdk() };
  const times = { bare: [], ours: [], sdk: [] };
  const all = signedHeaders((warmUp + measured) * aRound);
  let from = 0;
  for (let round = 0; round < warmUp + measured; round++, from += aRound) {
    for (const [name, app] of Object.entries(apps)) {
      const start = process.hrtime.bigint();
      for (const headers of all.slice(from, from + aRound)) {
        const { statusCode } = await app.inject({ method: 'POST', url: path, headers, payload: body });
        if (statusCode !== 200) throw new Error(`${name} answered with ${statusCode}.`);
      }
      if (round >= warmUp) times[name].push(Number(process.hrtime.bigint() - start) / aRound);
    }
  }
  const [bare, ours, sdk] = [times.bare, times.ours, times.sdk].map(median);
  printTarget('in process: parse, verify, render against a bare formbody route', ours / bare, 1.45);
  printTarget('in process: against the same with the SDK', ours / sdk, 0.75);
}
