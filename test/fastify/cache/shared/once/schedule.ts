/**
 * Schedules: what Plivo asks, and what breaks meanwhile. Each can be had again by its number.
 * @module
 */
import type { Point } from './proxy.ts';

/** What befalls a process or its connection. */
export interface Fault {
  readonly what: 'cut' | 'kill' | 'stop';
  /** Around a verb of the store, or while the level is at work. */
  readonly at: Point | 'at work';
}

/** One try of Plivo's, each to a process of its own. */
export interface Try {
  /** At the same time as the one before, as soon as that has met its fault, or when it has an answer or is dead. */
  readonly begins: 'at once' | 'at the fault' | 'at the end';
  /** A client of Redis as it comes, which sends again what was cut off; or as docs/guide/deploy.md shows it. */
  readonly client: 'default' | 'tuned';
  readonly fault: Fault | undefined;
}

/** One request, and all that happens to it. */
export interface Schedule {
  readonly number: number;
  readonly asks: 'a level' | 'a notice';
  /** How long the level takes: nothing, a moment, or longer than a lease. */
  readonly work: 'at once' | 'soon' | 'long';
  readonly tries: readonly Try[];
}

/** True when nothing is lost: a client of Redis as it comes sends again what was cut off. */
export const losesNothing = ({ tries }: Schedule) =>
  tries.every(({ fault, client }) => fault === undefined || (fault.what === 'cut' && client === 'default'));

/** Numbers from 0 to 1 that begin with a seed, always the same (mulberry32). */
function chanceOf(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const moments: readonly Point['when'][] = ['before it arrives', 'before its reply', 'after its reply'];

/** More verbs than the first process needs for an answer that takes no time. */
const mostVerbs = 6;

/** Makes one of a number; every fifth has no fault. */
export function scheduleOf(number: number): Schedule {
  const chance = chanceOf(number);
  const one = <T>(items: readonly T[]): T => items[Math.floor(chance() * items.length)]!;
  const work = one(['at once', 'soon', 'long'] as const);
  const faultOf = (): Fault => {
    const what = one(['cut', 'cut', 'kill', 'kill', 'stop'] as const);
    const isAtWork = what !== 'cut' && work !== 'at once' && chance() < 0.3;
    // The first two are those that every process needs: its claim, and its answer.
    const verb = chance() < 0.6 ? one([0, 1]) : Math.floor(chance() * mostVerbs);
    return { what, at: isAtWork ? 'at work' : { verb, when: one(moments) } };
  };
  const client = () => one(['default', 'tuned'] as const);
  const isCalm = number % 5 === 0;
  return {
    number,
    asks: one(['a level', 'a notice'] as const),
    work,
    tries: [
      { begins: 'at once', client: client(), fault: isCalm ? undefined : faultOf() },
      {
        begins: one(isCalm ? ['at once', 'at the end'] : ['at once', 'at the fault', 'at the end']),
        client: client(),
        fault: !isCalm && chance() < 0.4 ? faultOf() : undefined,
      },
      // Somebody is left to ask.
      { begins: 'at the end', client: client(), fault: undefined },
    ],
  };
}
