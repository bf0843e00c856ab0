/**
 * `npm run matrix`: what users' tools do with the packed package, one case after another.
 * @module
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Case } from './case.ts';
import { cases } from './cases.ts';
import { install, pack, packagesOf, writeFiles } from './prepare.ts';
import { runInShell, type Outcome } from './shell.ts';

const usage =
  'Usage: npm run matrix -- [--quick] [--only name,prefix-] [--list] [--jobs 2] [--minutes 20] [--keep]';

/** How long one command may take, in milliseconds. */
const mostTime = 240_000;

const options = readOptions();
const only = options.only?.split(',');
const chosen = cases.filter(
  ({ name, isQuick = false }) =>
    (only === undefined || only.some((start) => name.startsWith(start))) && (isQuick || !options.quick),
);
if (options.list) {
  for (const { name, sentence, isQuick } of chosen)
    console.log(`${isQuick ? 'quick' : '     '}  ${name.padEnd(26)} ${sentence}`);
  process.exit(0);
}
if (chosen.length === 0) fail(`No case is named ${options.only}. --list shows all names.`);

const started = performance.now();
const deadline = started + options.minutes * 60_000;
const root = mkdtempSync(path.join(tmpdir(), 'plivo-jsx-matrix-'));
const failures: { readonly name: string; readonly sentence: string; readonly output: string }[] = [];
let done = 0;

try {
  const tarball = await pack(root);
  console.log(`${chosen.length} cases, ${options.jobs} at a time, in ${root}`);
  const groups = groupsOf(chosen, tarball);
  let next = 0;
  const work = async () => {
    while (next < groups.length) {
      const folder = path.join(root, `project-${next}`);
      await runGroup(folder, groups[next++]!, tarball);
      if (!options.keep) rmSync(folder, { recursive: true, force: true });
    }
  };
  await Promise.all(Array.from({ length: options.jobs }, work));
} finally {
  if (!options.keep) rmSync(root, { recursive: true, force: true });
}

for (const { name, sentence, output } of failures)
  console.log(`\n${name}: ${sentence}\n${output.trimEnd().split('\n').slice(-40).join('\n')}\n`);
const again =
  failures.length === 0
    ? ''
    : `Again: npm run matrix -- --only ${failures.map(({ name }) => name).join(',')}\n`;
console.log(`${again}matrix: ${chosen.length - failures.length} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;

/** Cases with the same packages. */
function groupsOf(all: readonly Case[], tarball: string): readonly (readonly Case[])[] {
  const groups = new Map<string, Case[]>();
  for (const each of all) {
    const key = packagesOf(each, tarball).join(' ');
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
}

/** Installs once, and runs the cases that need these packages. */
async function runGroup(folder: string, group: readonly Case[], tarball: string): Promise<void> {
  const packages = packagesOf(group[0]!, tarball);
  const installed = await install(folder, packages, timeLeft());
  for (const each of group) {
    const from = performance.now();
    const { code, output } =
      installed.code === 0
        ? await runCase(each, folder, tarball)
        : { code: 1, output: `npm install ${packages.join(' ')}\n${installed.output}` };
    const seconds = Math.round((performance.now() - from) / 1000);
    if (code !== 0) failures.push({ ...each, output });
    console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${++done}/${chosen.length}  ${each.name} (${seconds} s)`);
  }
}

async function runCase(each: Case, project: string, tarball: string): Promise<Outcome> {
  const cwd = path.join(project, each.name);
  writeFiles(each, cwd);
  const bins = [path.join(cwd, 'node_modules/.bin'), path.join(project, 'node_modules/.bin')];
  const env = {
    PATH: [...bins, process.env['PATH']].join(path.delimiter),
    TARBALL: tarball,
    PROJECT: project,
    PLIVO_JSX: path.join(project, 'node_modules/plivo-jsx/bin/plivo-jsx.js'),
  };
  let all = '';
  let printed = '';
  let last = '';
  for (const command of each.run) {
    const { code, output } = await runInShell(command, { cwd, env, timeout: timeLeft() });
    last = output;
    printed += output;
    all += `$ ${command}\n${output}`;
    if (code !== 0) return { code: code ?? 1, output: all };
  }
  if (each.prints !== undefined && !each.prints.test(last))
    return { code: 1, output: `${all}\nThe output does not match ${each.prints}.` };
  if (each.neverPrints?.test(printed))
    return { code: 1, output: `${all}\nThe output matches ${each.neverPrints}.` };
  return { code: 0, output: all };
}

function timeLeft(): number {
  return Math.max(1, Math.min(mostTime, deadline - performance.now()));
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        quick: { type: 'boolean', default: false },
        only: { type: 'string' },
        list: { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
        jobs: { type: 'string', default: String(Math.min(4, availableParallelism())) },
        minutes: { type: 'string', default: '20' },
      },
    });
    const [jobs, minutes] = [Number(values.jobs), Number(values.minutes)];
    if (!Number.isInteger(jobs) || jobs < 1 || !(minutes > 0)) fail(usage);
    return { ...values, jobs, minutes };
  } catch {
    return fail(usage);
  }
}

function fail(text: string): never {
  console.error(text);
  process.exit(2);
}
