/**
 * The process that started a server. A server that npm, npx or `dev` started must not outlive it.
 * @module
 */
import { readFileSync } from 'node:fs';
import type { Variables } from '../environment/variable-names.ts';

/** Holds the process id of `dev` for the server that it starts. */
const variable = 'PLIVO_JSX_PARENT';

/** How often the parent is looked for, in milliseconds. */
const interval = 500;

/** A variable for the environment of a process that must not outlive this one. */
export const parentVariable = (): Variables => ({ [variable]: String(process.pid) });

/** Whether the parent still runs. */
export type IsRunning = () => boolean;

/**
 * Finds the parent that this process must not outlive: npm, npx or `dev`. A shell or a service manager may end and leave a
 * server running on purpose.
 *
 * @param variables the variable that `dev` sets is removed from them
 * @returns undefined when there is none
 */
export function findParent(variables: Record<string, string | undefined>): IsRunning | undefined {
  const dev = variables[variable];
  delete variables[variable];
  if (dev !== undefined) return () => process.ppid === Number(dev);
  if (variables['npm_lifecycle_event'] === undefined && variables['npm_execpath'] === undefined)
    return undefined;
  const { ppid } = process;
  // npm starts a shell, and the shell starts this process. When npm is killed by SIGKILL, the shell stays.
  const npm = isShell(ppid) ? parentOf(ppid) : undefined;
  return () => process.ppid === ppid && (npm === undefined || parentOf(ppid) === npm);
}

/** Calls back once the parent has ended. */
export function onParentExit(isRunning: IsRunning | undefined, callback: () => void): void {
  if (isRunning === undefined) return;
  const timer = setInterval(() => {
    if (isRunning()) return;
    clearInterval(timer);
    callback();
  }, interval).unref();
}

/** Whether a process is a shell that runs one command; false on a system without /proc. */
const isShell = (pid: number): boolean => read(pid, 'cmdline')?.split('\0')[1] === '-c';

/** The parent of another process; undefined when that has ended, or on a system without /proc. */
function parentOf(pid: number): number | undefined {
  // The name of the program comes before, in parentheses, and may contain any character.
  const rest = read(pid, 'stat')?.split(') ').at(-1);
  return rest === undefined ? undefined : Number(rest.split(' ')[1]);
}

function read(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}
