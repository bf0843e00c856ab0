/**
 * The processes of an app, which may be killed at any step.
 * @module
 */
import { build } from 'esbuild';
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Task, Told } from './process.ts';

/** How a try ended. */
export type End = { readonly answer: string } | 'dead';

/** One process. */
export class Member {
  readonly #child: ChildProcess;
  readonly #tasks = new Map<string, { onWork: () => void; onEnd: (end: End) => void }>();

  constructor(file: string) {
    this.#child = fork(file, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.#child.on('message', (told: Told) => {
      const task = this.#tasks.get(told.id);
      if ('at' in told) task?.onWork();
      else task?.onEnd(told);
    });
    // Whatever it said last has come by then.
    this.#child.once('close', () => {
      for (const { onEnd } of this.#tasks.values()) onEnd('dead');
    });
  }

  /** Answers a request. */
  answer(task: Task, onWork: () => void): Promise<End> {
    return new Promise((resolve) => {
      const onEnd = (end: End) => {
        this.#tasks.delete(task.id);
        resolve(end);
      };
      this.#tasks.set(task.id, { onWork, onEnd });
      this.#child.send(task);
    });
  }

  kill(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
    this.#child.kill(signal);
  }
}

/** Starts processes. */
export class Processes {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'plivo-jsx-once-'));
  readonly #file = path.join(this.folder, 'process.cjs');
  readonly #members: Member[] = [];

  /** Compiles the program once: hundreds are started. */
  async prepare(): Promise<void> {
    await build({
      entryPoints: [fileURLToPath(new URL('process.ts', import.meta.url))],
      outfile: this.#file,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      logLevel: 'error',
    });
  }

  start(): Member {
    const member = new Member(this.#file);
    this.#members.push(member);
    return member;
  }

  end(): void {
    for (const member of this.#members) member.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}
