/**
 * One schedule, carried out.
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { End, Member, Processes } from './processes.ts';
import { startProxy } from './proxy.ts';
import { losesNothing, type Schedule, type Try } from './schedule.ts';

/** After how long without a heartbeat a process is gone, in milliseconds. */
const lease = 300;

/** Where nothing is lost, nobody is taken for gone since the machine is slow; and whoever waits for itself waits too long. */
const patience = { lease: 600_000, longestVerb: 60_000 };

/** What a try got. */
export interface Outcome {
  readonly end: End;
  /** How often the level had run by then. */
  readonly runs: number;
}

/** What came of a schedule. */
export interface Result {
  readonly outcomes: readonly Outcome[];
  readonly runs: number;
}

/** Carries schedules out over one Redis. */
export class Runner {
  readonly #redis: number;
  readonly #processes: Processes;
  /** Nothing befalls these, so that many requests may come to one. */
  readonly #safe: readonly Member[];

  constructor(redis: number, processes: Processes) {
    this.#redis = redis;
    this.#processes = processes;
    this.#safe = [processes.start(), processes.start()];
  }

  async run(schedule: Schedule): Promise<Result> {
    const log = path.join(this.#processes.folder, `${schedule.number}`);
    writeFileSync(log, '');
    const runs = () => readFileSync(log, 'utf8').split('\n').length - 1;
    const outcomes: Promise<Outcome>[] = [];
    const closes: (() => void)[] = [];
    let before = { fault: Promise.resolve(), end: Promise.resolve() as Promise<unknown> };
    for (const [index, one] of schedule.tries.entries()) {
      if (one.begins === 'at the end') await before.end;
      if (one.begins === 'at the fault') await Promise.race([before.fault, before.end]);
      const { fault, end, close } = await this.#ask(schedule, index, one, log);
      closes.push(close);
      const outcome = end.then((ended) => ({ end: ended, runs: runs() }));
      outcomes.push(outcome);
      before = { fault, end: outcome };
    }
    const result = { outcomes: await Promise.all(outcomes), runs: runs() };
    for (const close of closes) close();
    return result;
  }

  async #ask(schedule: Schedule, index: number, { client, fault }: Try, log: string) {
    const isHurt = fault !== undefined && fault.what !== 'cut';
    const member = isHurt ? this.#processes.start() : this.#safe[index % 2]!;
    let onFault = () => {};
    const met = new Promise<void>((resolve) => (onFault = resolve));
    const befall = () => {
      onFault();
      if (fault?.what === 'kill') member.kill('SIGKILL');
      if (fault?.what === 'stop') {
        member.kill('SIGSTOP');
        setTimeout(() => member.kill('SIGCONT'), 2 * lease);
      }
      return fault?.what !== 'stop';
    };
    const point = fault?.at === 'at work' ? undefined : fault?.at;
    const proxy = await startProxy(this.#redis, point, befall);
    const { number, asks, work } = schedule;
    const task = {
      id: `${number}.${index}`,
      signed: `request ${number}`,
      port: proxy.port,
      client,
      asks,
      log,
      ...(losesNothing(schedule)
        ? { ...patience, work: work === 'long' ? ('soon' as const) : work }
        : { lease, longestVerb: 250, work }),
    };
    const end = member.answer(task, () => fault?.at === 'at work' && befall());
    const close = () => {
      proxy.close();
      if (isHurt) member.kill('SIGKILL');
    };
    return { fault: met, end, close };
  }
}
