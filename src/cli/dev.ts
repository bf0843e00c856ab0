/**
 * `plivo-jsx dev`: `start` in a process of its own, begun anew whenever a file changes.
 * @module
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';
import { readNothing } from './arguments.ts';
import { commands } from './commands.ts';

const ours = /\.(tsx?|jsx?|json)$|^\.env$/;
const notOurs = /(^|[/\\])(node_modules|dist|\.git)([/\\]|$)/;

/** Serves until a signal comes. */
export async function run(args: readonly string[]): Promise<number> {
  readNothing(args, commands['dev']!.usage);
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
  const watcher = watch('.', { recursive: true }, (_event, file) => {
    if (file === null || notOurs.test(file) || !ours.test(path.basename(file))) return;
    clearTimeout(timer);
    timer = setTimeout(() => (turn = turn.then(() => restart(file))), 100);
  });
  watcher.on('error', ({ message }) => console.error(`A folder cannot be watched: ${message}`));
  return new Promise((resolve) => {
    const stop = async () => {
      isStopping = true;
      watcher.close();
      clearTimeout(timer);
      await turn;
      await stopped(server);
      resolve(0);
    };
    process.once('SIGINT', () => void stop());
    process.once('SIGTERM', () => void stop());
  });
}

function serve(): ChildProcess {
  return spawn(process.execPath, [process.argv[1]!, 'start'], { stdio: 'inherit' });
}

function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
}
