/**
 * `plivo-jsx dev`: `start` in a process of its own, begun anew whenever a file changes.
 * @module
 */
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { watch } from 'chokidar';
import { readNothing } from './arguments.ts';
import { commands } from './commands.ts';
import { outputTo, takeStreams } from './output.ts';
import { asParent, findParent, onceParentIsGone } from './parent.ts';

const ours = /\.(tsx?|jsx?|json)$|^\.env$/;
const notOurs = /(^|[/\\])(node_modules|dist|\.git)([/\\]|$)/;

/** How long a server may take to end, in milliseconds: longer than it gives itself. */
const longest = 12_000;

/** Serves until a signal comes. */
export async function run(args: readonly string[]): Promise<number> {
  readNothing(args, commands['dev']!.usage);
  takeStreams(outputTo(process.stdout));
  const hasParent = findParent(process.env);
  const watcher = watch('.', {
    ignoreInitial: true,
    ignored: (file, stats) =>
      notOurs.test(file) || (stats?.isFile() === true && !ours.test(path.basename(file))),
  });
  watcher.on('error', (error) =>
    console.error(`A folder cannot be watched: ${error instanceof Error ? error.message : String(error)}`),
  );
  // Before that, a change would pass unseen.
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  let server = serve();
  let timer: NodeJS.Timeout | undefined;
  let isStopping = false;
  // One thing after the other: with two restarts at once, one server would be left over and keep the port.
  let turn = Promise.resolve();
  const restart = async (file: string) => {
    if (isStopping) return;
    console.log(`${file} changed; starting again`);
    await stopped(server);
    if (!isStopping) server = serve();
  };
  watcher.on('all', (event, file) => {
    if (event === 'addDir' || event === 'unlinkDir') return;
    clearTimeout(timer);
    timer = setTimeout(() => (turn = turn.then(() => restart(file))), 100);
  });
  return new Promise((resolve) => {
    const stop = async () => {
      isStopping = true;
      await watcher.close();
      clearTimeout(timer);
      await turn;
      await stopped(server);
      resolve(0);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => (isStopping ? server.kill(signal) : stop()));
    onceParentIsGone(hasParent, () => (isStopping ? undefined : stop()));
  });
}

function serve(): ChildProcess {
  const env = { ...process.env, ...asParent() };
  return spawn(process.execPath, [process.argv[1]!, 'start'], { stdio: 'inherit', env });
}

function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    // A component that computes without an end keeps it from seeing a signal.
    const timer = setTimeout(() => server.kill('SIGKILL'), longest);
    server.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    server.kill('SIGTERM');
  });
}
