// Starting: time until a server listens, × a bare Fastify server in plain JavaScript, and the memory it takes.
import { build } from 'esbuild';
import { execFileSync, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { median, printTable, printTarget, ratio } from '../compare.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const root = here('../..').replace(/\/$/, '');
const rounds = 15;

const contestants = ({ project, joined, apart }) => ({
  'bare Fastify': () => fork(here('bare.mjs'), { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] }),
  [ours]: () => start(`${project}/node_modules/plivo-jsx/bin/plivo-jsx.js`, project),
  [oursJoined]: () => start(`${joined}/node_modules/plivo-jsx/bin/plivo-jsx.js`, joined),
  [oursApart]: () => start(`${apart}/node_modules/plivo-jsx/bin/plivo-jsx.js`, apart),
  'plivo-jsx start in a clone, all from source': () => start(`${root}/bin/plivo-jsx.js`, root),
});

const ours = 'plivo-jsx start, installed, TSX flows';
const oursJoined = 'plivo-jsx start, installed, compiled flows';
const oursApart = 'plivo-jsx start, installed, compiled flows, zod apart';

function start(bin, cwd) {
  return spawn(process.execPath, [bin, 'start'], {
    cwd,
    env: { ...process.env, NODE_ENV: 'production', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/**
 * A project with the example flows and plivo-jsx as npm would install it; the same with its flows compiled as
 * docs/guide/deploy.md says, joined with what they use of their packages; and with their packages apart.
 */
async function makeProjects(out) {
  const project = `${out}/project`;
  const packed = `${project}/node_modules/plivo-jsx`;
  execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'ignore' });
  for (const name of ['bin', 'dist', 'package.json'])
    cpSync(`${root}/${name}`, `${packed}/${name}`, { recursive: true });
  cpSync(`${root}/flows`, `${project}/flows`, { recursive: true });
  writeFileSync(`${project}/package.json`, '{"type":"module"}');
  symlinkSync(`${root}/node_modules/zod`, `${project}/node_modules/zod`);
  const apart = await compile(project, `${out}/project-apart`, { packages: 'external' });
  const joined = await compile(project, `${out}/project-joined`, {
    external: ['plivo-jsx'],
    minifySyntax: true,
    minifyWhitespace: true,
  });
  return { project, joined, apart };
}

async function compile(project, compiled, options) {
  cpSync(project, compiled, { recursive: true, verbatimSymlinks: true });
  rmSync(`${compiled}/flows`, { recursive: true });
  await build({
    entryPoints: [`${project}/flows/inspire-works/flow.ts`],
    outfile: `${compiled}/flows/inspire-works/flow.js`,
    bundle: true,
    format: 'esm',
    platform: 'node',
    jsx: 'automatic',
    jsxImportSource: 'plivo-jsx',
    tsconfigRaw: '{}',
    ...options,
  });
  return compiled;
}

const memoryOf = (pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

// Linux tells the children of each thread.
function processesOf(pid) {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
  );
  return 1 + children.length;
}

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
  const processes = processesOf(child.pid);
  child.kill('SIGKILL');
  await once(child, 'exit');
  return { milliseconds, megabytes, processes };
}

/** Runs, prints ratios and targets. */
export async function run(out) {
  const all = contestants(await makeProjects(out));
  const results = Object.fromEntries(Object.keys(all).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, make] of Object.entries(all)) results[name].push(await startOnce(make));
  }
  const of = (name, what) => median(results[name].map((result) => result[what]));
  const base = of('bare Fastify', 'milliseconds');
  printTable(
    'Starting: time until it listens, × a bare Fastify server',
    ['', 'time', 'ms', 'memory, MB', 'processes'],
    Object.keys(results).map((name) => [
      name,
      ratio(of(name, 'milliseconds') / base),
      of(name, 'milliseconds').toFixed(0),
      of(name, 'megabytes').toFixed(0),
      Math.max(...results[name].map(({ processes }) => processes)),
    ]),
  );
  console.log('');
  printTarget('time to listen, TSX flows', of(ours, 'milliseconds') / base, 2.0, 1.5);
  printTarget('time to listen, compiled flows', of(oursJoined, 'milliseconds') / base, 1.3, 1.1);
  printTarget('memory in MB', of(ours, 'megabytes'), 100, 70);
}
