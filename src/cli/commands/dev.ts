/**
 * `plivo-jsx dev`: `start` in a process of its own, begun anew whenever a file changes.
 * @module
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { readNothing } from '../arguments.ts';
import { commands } from '../commands.ts';
import { outputTo, takeStreams } from '../output.ts';
import { asParent, findParent, onceParentIsGone } from '../parent.ts';
import { oneLine } from '../terminal.ts';
import { RestartRule } from './dev/restart-rule.ts';
import { watchFiles } from './dev/watch-files.ts';

/** How long a server may take to end, in milliseconds: longer than it gives itself. */
const longest = 12_000;

/** Serves until a signal comes. */
export async function run(args: readonly string[]): Promise<number> {
  readNothing(args, commands['dev']!.usage);
  takeStreams(outputTo(process.stdout));
  const hasParent = findParent(process.env);
  const rule = new RestartRule();
  const watcher = await watchFiles();
  rule.started(performance.now());
  let server = serve();
  let timer: NodeJS.Timeout | undefined;
  let waiting = Infinity;
  let isStopping = false;
  // One thing after the other: with two restarts at once, one server would be left over and keep the port.
  let turn = Promise.resolve();
  const restart = async (news: string) => {
    if (isStopping) return;
    console.log(oneLine(`${news}; starting again`));
    await stopped(server);
    if (isStopping) return;
    rule.started(performance.now());
    server = serve();
  };
  watcher.on('all', (event, file) => {
    if (event === 'addDir' || event === 'unlinkDir') return;
    const isRemoved = event === 'unlink';
    const { says, wait } = rule.changed(file, isRemoved, performance.now());
    if (says !== undefined) console.log(oneLine(says));
    // A file that has to rest does not delay another one.
    if (wait === undefined || wait > waiting) return;
    waiting = wait;
    clearTimeout(timer);
    timer = setTimeout(() => {
      waiting = Infinity;
      turn = turn.then(() => restart(`${file} ${isRemoved ? 'was removed' : 'changed'}`));
    }, wait);
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
