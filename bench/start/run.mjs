// Starting: time until a server listens, × a bare Fastify server in plain JavaScript, and the memory it takes.
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { printTable, printTarget, ratio } from '../compare.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const rounds = 9;

const contestants = {
  'bare Fastify': () => fork(here('bare.mjs'), { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] }),
  'plivo-jsx start, TSX flows, from source': () => command(),
};

function command() {
  return spawn(process.execPath, [here('../../bin/plivo-jsx.js'), 'start'], {
    cwd: here('../..'),
    env: { ...process.env, NODE_ENV: 'production', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

const memoryOf = (pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

async function startOnce(make) {
  const start = performance.now();
  const child = make();
  let text = '';
  for await (const chunk of child.stdout) {
    text += chunk;
    if (/listening/.test(text)) break;
  }
  const milliseconds = performance.now() - start;
  const megabytes = memoryOf(child.pid);
  child.kill('SIGKILL');
  await once(child, 'exit');
  return { milliseconds, megabytes };
}

/** Runs, prints ratios and targets. */
export async function run() {
  const results = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, make] of Object.entries(contestants)) results[name].push(await startOnce(make));
  }
  const of = (name, what) => median(results[name].map((result) => result[what]));
  const base = of('bare Fastify', 'milliseconds');
  printTable(
    'Starting: time until it listens, × a bare Fastify server',
    ['', 'time', 'ms', 'memory, MB'],
    Object.keys(results).map((name) => [
      name,
      ratio(of(name, 'milliseconds') / base),
      of(name, 'milliseconds').toFixed(0),
      of(name, 'megabytes').toFixed(0),
    ]),
  );
  console.log('');
  const ours = 'plivo-jsx start, TSX flows, from source';
  printTarget('time to listen', of(ours, 'milliseconds') / base, 2.3);
  printTarget('memory in MB', of(ours, 'megabytes'), 100);
}
