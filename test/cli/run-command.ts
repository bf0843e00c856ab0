import { spawn, type ChildProcess } from 'node:child_process';
import { bin } from '../support/shipped.ts';
import { inspireWorksProject } from './inspire-works-project.ts';

/** What a command did. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Variables = Readonly<Record<string, string>>;

// The developer's own settings must not decide a test.
const clean = (env: Variables) => ({
  PATH: process.env['PATH'] ?? '',
  HOME: process.env['HOME'] ?? '',
  ...env,
});

/** Starts the command as a user would, in a project with Inspire Works unless another folder is given. */
export function startCommand(
  args: readonly string[],
  env: Variables = {},
  cwd = inspireWorksProject(),
): ChildProcess {
  return spawn(process.execPath, [bin, ...args], { cwd, env: clean(env), stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs the command to its end. */
export function runCommand(args: readonly string[], env?: Variables, cwd?: string): Promise<Outcome> {
  return outcomeOf(startCommand(args, env, cwd));
}

/** Waits for the end of a process. */
export function outcomeOf(child: ChildProcess): Promise<Outcome> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
}

/** Waits until a process has printed what is asked for; fails with all that it printed when it ends before. */
export function printed(child: ChildProcess, what: RegExp): Promise<RegExpExecArray> {
  let text = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      const match = what.exec(text);
      if (match !== null) resolve(match);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('close', () => reject(new Error(`It ended without printing ${what}:\n${text}`)));
  });
}
