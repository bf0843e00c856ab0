// Serving: one webhook after the other, each server in a process of its own, alternating rounds.
import autocannon from 'autocannon';
import { median, printTable, printTarget, ratio } from '../compare.mjs';
import { parsed } from '../render/parse.mjs';
import { startServer } from './child.mjs';
import { p99 } from './paced.mjs';
import { body, path, signedHeaders } from './request.mjs';

const names = ['bare Fastify, constant', 'plivo-jsx', 'Fastify + plivo SDK', 'Express + plivo SDK'];
// Started anew so often: no two processes compile the same program alike.
const sets = 3;
const rounds = 4;
const [secondsOfWarmUp, secondsOfRound, secondsOfP99] = [2, 1.5, 1.5];
// A pause of the machine falls into one of them.
const p99sOfSet = 3;
const connections = 20;

// More than a server remembers, so that each request is a new one when its turn comes again.
const requests = signedHeaders(60_000).map((headers) => ({ method: 'POST', path, headers, body }));

function load({ port }, duration) {
  let next = 0;
  const share = requests.length / connections;
  const setupClient = (client) => client.setRequests(requests.slice(next, (next += share)));
  return autocannon({ url: `http://127.0.0.1:${port}${path}`, connections, setupClient, duration });
}

/** Keeps this process from sleeping: to wake it up would cost the slower servers some microseconds a reply. */
async function awake(work) {
  let isOver = false;
  const turn = () => void (isOver || setImmediate(turn));
  turn();
  try {
    return await work();
  } finally {
    isOver = true;
  }
}

/** Starts servers, does something with them, and stops them. */
async function withServers(some, out, work) {
  const servers = await Promise.all(some.map((name) => startServer(name, out)));
  try {
    await work(servers);
  } finally {
    for (const server of servers) server.stop();
  }
}

async function measure(server, { throughput, cpu }) {
  const before = await server.ask('cpu');
  const { requests: answered, non2xx, errors, duration } = await load(server, secondsOfRound);
  if (non2xx + errors > 0) throw new Error(`${server.name}: ${non2xx + errors} requests failed.`);
  cpu.push(((await server.ask('cpu')) - before) / answered.total);
  throughput.push(answered.total / duration);
}

const noFigures = () =>
  Object.fromEntries(names.map((name) => [name, { throughput: [], cpu: [], p99: [], inject: [] }]));

/** Runs, prints ratios and targets. */
export async function run(out) {
  const figures = noFigures();
  for (let set = 0; set < sets; set++) {
    await withServers(names, out, (servers) => awake(() => overSockets(servers, figures)));
    await withServers(names.slice(0, 3), out, (servers) => inProcess(servers, figures));
  }
  report(figures);
}

async function checkEqual(servers) {
  const [wanted, ...others] = await Promise.all(
    servers.map(async ({ ask }) => parsed(await ask('document'))),
  );
  if (others.some((document) => document !== wanted)) throw new Error('The servers answer unlike.');
}

async function overSockets(servers, figures) {
  await checkEqual(servers);
  for (const server of servers) await load(server, secondsOfWarmUp);
  for (let round = 0; round < rounds; round++)
    for (const server of servers) await measure(server, figures[server.name]);
  for (let round = 0; round < p99sOfSet; round++)
    for (const { name, port } of servers.slice(0, 2)) {
      const rate = median(figures[name].throughput) / 2;
      figures[name].p99.push(await p99(port, { rate, seconds: secondsOfP99, connections }));
    }
}

const [injectWarmUp, injectRounds, injectsOfRound] = [15, 30, 400];

/** Without sockets: steadier. */
async function inProcess(servers, figures) {
  for (let round = 0; round < injectWarmUp + injectRounds; round++)
    for (const server of servers) {
      const nanoseconds = await server.ask('inject', injectsOfRound);
      if (round >= injectWarmUp) figures[server.name].inject.push(nanoseconds);
    }
}

function report(figures) {
  const all = names.map((name) => {
    const { throughput, cpu } = figures[name];
    return { name, throughput: median(throughput), cpu: median(cpu) };
  });
  const [bare, ours, , express] = all;
  printTable(
    'Serving a Plivo form of 20 fields over keep-alive: × a bare Fastify route that answers a constant',
    ['', 'requests/s', 'CPU a request', 'requests/s', 'CPU, µs'],
    all.map(({ name, throughput, cpu }) => [
      name,
      ratio(throughput / bare.throughput),
      ratio(cpu / bare.cpu),
      throughput.toFixed(0),
      cpu.toFixed(0),
    ]),
  );
  console.log('');
  printTarget(
    'bare Fastify against plivo-jsx, requests/s',
    bare.throughput / ours.throughput,
    1 / 0.58,
    1 / 0.65,
  );
  printTarget(
    'Express + plivo SDK against plivo-jsx, requests/s',
    express.throughput / ours.throughput,
    1 / 3.7,
    1 / 4.5,
  );
  printTarget('CPU a request against bare Fastify', ours.cpu / bare.cpu, 1.9, 1.6);
  const [p99Bare, p99Ours] = names.slice(0, 2).map((name) => median(figures[name].p99));
  printTarget('p99 at half its throughput, against that of bare Fastify', p99Ours / p99Bare, 1.5);
  const [inBare, inOurs, inSdk] = names.slice(0, 3).map((name) => median(figures[name].inject));
  printTarget('in process: parse, verify, render against a bare formbody route', inOurs / inBare, 1.7, 1.4);
  printTarget('in process: against the same with the SDK', inOurs / inSdk, 1.0, 0.85);
}
