/**
 * Work in a process of its own, so that it takes no time from what is measured.
 * @module
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Called, Calling } from './callers.ts';
import type { Flooded, Flooding } from './strangers.ts';

/** What callers are told and tell. */
export type Callers = [Calling, Called];

/** What strangers are told and tell. */
export type Strangers = [Flooding, Flooded];

/** Work that is under way. */
interface Working<T> {
  readonly result: Promise<T>;
  /** Asks for the end; the result comes when all answers are there. */
  stop(): void;
}

function start<In extends object, Out>(file: string, told: In): Working<Out> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    execArgv: ['-C', 'plivo-jsx-source', '--import', 'tsx'],
    cwd: fileURLToPath(new URL('..', import.meta.url)),
  });
  child.send(told);
  const result = new Promise<Out>((resolve, reject) => {
    child.once('message', (said) => resolve(said as Out));
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}.`)));
  });
  return { result, stop: () => void (child.connected && child.send('stop')) };
}

/** Callers who call. */
export const startCallers = (told: Calling) => start<Calling, Called>('callers.ts', told);

/** Strangers who knock. */
export const startStrangers = (told: Flooding) => start<Flooding, Flooded>('strangers.ts', told);
