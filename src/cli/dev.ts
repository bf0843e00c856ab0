/**
 * `plivo-jsx dev`: `start` in a process of its own, begun anew whenever a file changes.
 * @module
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';

const ours = /\.(tsx?|jsx?|json)$|^\.env$/;
const notOurs = /(^|[/\\])(node_modules|dist|\.git)([/\\]|$)/;

/** Serves until a signal comes. */
export async function run(): Promise<number> {
  let server = serve();
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch('.', { recursive: true }, (_event, file) => {
    if (file === null || notOurs.test(file) || !ours.test(path.basename(file))) return;
    clearTimeout(timer);
    timer = setTimeout(async () => {
      console.log(`${file} changed; starting again`);
      await stopped(server);
      server = serve();
    }, 100);
  });
  return new Promise((resolve) => {
    const stop = async () => {
      watcher.close();
      clearTimeout(timer);
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
