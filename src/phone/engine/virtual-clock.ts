/**
 * The virtual clock of one call. Call time passes only here, and the call waits only here.
 * @module
 */
import { setImmediate } from 'node:timers';
import type { CallOver } from './call-over.ts';
import type { CallState } from './call-state.ts';
import type { Input } from './input.ts';

/** A wait of the call for an input or for time to pass. */
export interface Pause {
  /** The longest wait, in seconds. */
  readonly seconds: number;
  /** The state of the call while it waits; `until` is the call time at which the wait ends. */
  readonly state: (until: number) => CallState;
  /** True when the call cannot go on without a decision from outside, so the clock stops. */
  readonly needsCaller: boolean;
}

interface PendingPause {
  readonly until: number;
  readonly pause: Pause;
  resolve(input: Input | undefined): void;
  reject(over: CallOver): void;
}

interface Timer {
  readonly at: number;
  run(): void | Promise<void>;
}

/** After so many steps other work of the process has its turn, so that a signal can end a long call. */
const stepsInARow = 100;

/** Rounds to milliseconds, so that sums of fractions compare equal. */
export const roundToMilliseconds = (seconds: number) => Math.round(seconds * 1000) / 1000;

/** The clock of one call: it moves when `step` is called, not with real time. */
export class VirtualClock {
  /** Call time, in seconds. */
  now = 0;
  /** Set when the call is over; every later wait rejects with it. */
  over: CallOver | undefined;
  #pending: PendingPause | undefined;
  #timers: Timer[] = [];
  readonly #onEnd = new Set<(over: CallOver) => void>();
  #isFinished = false;
  #steps = 0;
  #wake: (() => void) | undefined;

  /** Waits for an input; resolves to undefined when the time of the pause is over. */
  waitForInput(pause: Pause): Promise<Input | undefined> {
    if (this.over !== undefined) return Promise.reject(this.over);
    if (pause.seconds <= 0) return Promise.resolve(undefined);
    return new Promise((resolve, reject) => {
      this.#pending = { until: roundToMilliseconds(this.now + pause.seconds), pause, resolve, reject };
      this.#wake?.();
    });
  }

  /** Waits for work that takes no call time, such as a reply, and rejects when the call ends first. */
  untilEnd<Result>(work: Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#onEnd.add(reject);
      void work.then(resolve, reject).finally(() => this.#onEnd.delete(reject));
      if (this.over !== undefined) reject(this.over);
    });
  }

  /** Runs a function at a later call time, whatever the call does then. Returns a function that cancels it. */
  schedule(seconds: number, run: () => void | Promise<void>): () => void {
    const timer: Timer = { at: roundToMilliseconds(this.now + seconds), run };
    const later = this.#timers.findIndex(({ at }) => at > timer.at);
    this.#timers.splice(later === -1 ? this.#timers.length : later, 0, timer);
    return () => void (this.#timers = this.#timers.filter((other) => other !== timer));
  }

  /** Delivers an input to the pause that is pending, if there is one. */
  deliver(input: Input): void {
    this.#takePending()?.resolve(input);
  }

  /** Ends the call: pending and later waits reject. */
  end(over: CallOver): void {
    if (this.over !== undefined) return;
    this.over = over;
    this.#timers = [];
    this.#takePending()?.reject(over);
    for (const reject of this.#onEnd) reject(over);
  }

  /** Rejects the pending pause only; the call itself is not over. */
  interrupt(over: CallOver): void {
    this.#takePending()?.reject(over);
  }

  /** Called when the call has run to its end: nothing waits here any more. */
  finish(): void {
    this.#isFinished = true;
    this.#timers = [];
    this.#wake?.();
  }

  /** Resolves when the call waits for call time or for an input, or is finished. */
  async idle(): Promise<void> {
    while (this.#pending === undefined && !this.#isFinished) {
      await new Promise<void>((resolve) => (this.#wake = resolve));
      this.#wake = undefined;
    }
  }

  get state(): CallState | undefined {
    return this.#pending?.pause.state(this.#pending.until);
  }

  get needsCaller(): boolean {
    return this.#pending?.pause.needsCaller ?? false;
  }

  /** The call time of the next timer or of the end of the pending pause. */
  get due(): number {
    return Math.min(this.#pending?.until ?? Infinity, this.#timers[0]?.at ?? Infinity);
  }

  /** Moves to the next timer or end of a pause, but not beyond `limit`; resolves to false when nothing happened. */
  async step(limit: number): Promise<boolean> {
    if (++this.#steps % stepsInARow === 0) await new Promise<void>((resolve) => setImmediate(resolve));
    await this.idle();
    if (this.#pending === undefined) return false;
    const due = this.due;
    if (due > limit) {
      this.now = roundToMilliseconds(Math.max(this.now, limit));
      return false;
    }
    this.now = Math.max(this.now, due);
    const timer = this.#timers[0];
    if (timer !== undefined && timer.at <= due) {
      this.#timers.shift();
      await this.#run(timer);
    } else this.#takePending()?.resolve(undefined);
    await this.idle();
    return true;
  }

  async #run(timer: Timer): Promise<void> {
    try {
      await timer.run();
    } catch (error) {
      // The caller hung up during a notice of the timer: the command that let the time pass sees the end itself.
      if (error !== this.over) throw error;
    }
  }

  #takePending(): PendingPause | undefined {
    const pending = this.#pending;
    this.#pending = undefined;
    return pending;
  }
}
