import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';

const bin = path.resolve('bin/plivo-jsx.js');

/** What a command did. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Variables = Readonly<Record<string, string>>;

/** The variables that a `.env` names, each set to nothing: the environment comes first, so that the file says nothing. */
export const emptied = (text: string): Variables =>
  Object.fromEntries(Object.keys(parseEnv(text)).map((name) => [name, '']));

// The developer's own settings must not decide a test, neither those of the shell nor those of a .env in the clone.
const clean = (env: Variables, cwd: string) => ({
  ...(cwd === '.' && existsSync('.env') ? emptied(readFileSync('.env', 'utf8')) : {}),
  PATH: process.env['PATH'] ?? '',
  HOME: process.env['HOME'] ?? '',
  ...env,
});

/** Starts the command as a user would. */
export function startCommand(args: readonly string[], env: Variables = {}, cwd = '.'): ChildProcess {
  return spawn(process.execPath, [bin, ...args], {
    cwd,
    env: clean(env, cwd),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs the command to its end. */
export function runCommand(args: readonly string[], env: Variables = {}, cwd = '.'): Promise<Outcome> {
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
