/**
 * The process that started a server: where it was npm, npx or `dev`, the server must not outlive it.
 * @module
 */
import { readFileSync } from 'node:fs';

/** Names the process of `dev` to the server that it starts. */
const variable = 'PLIVO_JSX_PARENT';

/** How often to look, in milliseconds. */
const interval = 500;

/** For the environment of a process that must not outlive this one. */
export const asParent = (): NodeJS.ProcessEnv => ({ [variable]: String(process.pid) });

/** Whether the parent is still there. */
export type IsThere = () => boolean;

/**
 * Finds the parent that this process must not outlive. Only npm, npx and `dev` count: a shell or a service manager may end
 * and leave a server running on purpose.
 *
 * @returns undefined when there is none
 */
export function findParent(variables: NodeJS.ProcessEnv): IsThere | undefined {
  const dev = variables[variable];
  delete variables[variable];
  if (dev !== undefined) return () => process.ppid === Number(dev);
  if (variables['npm_lifecycle_event'] === undefined && variables['npm_execpath'] === undefined)
    return undefined;
  const { ppid } = process;
  // npm starts a shell, and the shell starts this. When npm is killed outright, the shell stays.
  const npm = isShell(ppid) ? parentOf(ppid) : undefined;
  return () => process.ppid === ppid && (npm === undefined || parentOf(ppid) === npm);
}

/** Calls back once the parent is gone. */
export function onceParentIsGone(isThere: IsThere | undefined, then: () => void): void {
  if (isThere === undefined) return;
  const timer = setInterval(() => {
    if (isThere()) return;
    clearInterval(timer);
    then();
  }, interval).unref();
}

/** A shell that runs one command; false where the system does not tell. */
function isShell(pid: number): boolean {
  return read(pid, 'cmdline')?.split('\0')[1] === '-c';
}

/** The parent of another process; undefined when that is gone, or where the system does not tell. */
function parentOf(pid: number): number | undefined {
  // The name of the program comes before, in parentheses, and may hold anything.
  const after = read(pid, 'stat')?.split(') ').at(-1);
  return after === undefined ? undefined : Number(after.split(' ')[1]);
}

function read(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}
