/**
 * Temporal: that of the runtime or, on a Node without it, a polyfill. Loading the polyfill takes about 15 ms, so it is loaded
 * when a time is first needed.
 * @module
 */
import type { Temporal } from 'temporal-polyfill';
import loadPolyfill from '#temporal-polyfill';

export type { Temporal };

/** A point in time: a `Temporal.Instant` or `Temporal.ZonedDateTime` of any implementation of Temporal. */
export interface Moment {
  /** Milliseconds since 1970-01-01, 00:00 UTC. */
  readonly epochMilliseconds: number;
}

let loaded: typeof Temporal | undefined;

/** Returns the namespace Temporal. */
export const temporal = (): typeof Temporal =>
  (loaded ??= (globalThis as { Temporal?: typeof Temporal }).Temporal ?? loadPolyfill());

/** The instant of a number of milliseconds since 1970. Default: now, by `Date.now()`, which fake timers replace. */
export const instantAt = (milliseconds: number = Date.now()): Temporal.Instant =>
  temporal().Instant.fromEpochMilliseconds(milliseconds);

/** Whether a text is the name of a time zone. An offset such as `+01:00` is none: it has no daylight-saving time. */
export function isZone(name: unknown): name is string {
  if (typeof name !== 'string' || !/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}

/** The time zone of this machine. */
export const machineZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
