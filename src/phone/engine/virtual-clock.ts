/**
 * The virtual clock of one call, and the one place in which the call waits.
 * @module
 */
import type { CallOver } from './call-over.ts';
import type { Standing } from './call-state.ts';
import type { Stimulus } from './input.ts';

/** A wait of the call. */
export interface Pause {
  /** How long, in seconds. */
  readonly seconds: number;
  /** What the call says of itself meanwhile; `until` is given to it. */
  readonly standing: (until: number) => Standing;
  /** True when somebody outside has to decide, so that the clock stops. */
  readonly needsCaller: boolean;
}

interface Parked {
  readonly until: number;
  readonly pause: Pause;
  resolve(stimulus: Stimulus | undefined): void;
  reject(over: CallOver): void;
}

interface Alarm {
  readonly at: number;
  run(): void | Promise<void>;
}

/** Seconds without what sums of fractions leave below a millisecond. */
export const wholeMilliseconds = (seconds: number) => Math.round(seconds * 1000) / 1000;

/** Call time passes here and nowhere else. */
export class Line {
  /** Call time, in seconds. */
  now = 0;
  /** Set once the call is over; whoever waits from then on gets it thrown. */
  over: CallOver | undefined;
  #parked: Parked | undefined;
  #alarms: Alarm[] = [];
  readonly #outside = new Set<(over: CallOver) => void>();
  #isDone = false;
  #wake: (() => void) | undefined;

  /** Waits for something from outside; undefined when time ran out. */
  listen(pause: Pause): Promise<Stimulus | undefined> {
    if (this.over !== undefined) return Promise.reject(this.over);
    if (pause.seconds <= 0) return Promise.resolve(undefined);
    return new Promise((resolve, reject) => {
      this.#parked = { until: wholeMilliseconds(this.now + pause.seconds), pause, resolve, reject };
      this.#wake?.();
    });
  }

  /** Waits for something that takes no call time, such as a reply, but not beyond the end of the call. */
  outside<Result>(work: Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#outside.add(reject);
      void work.then(resolve, reject).finally(() => this.#outside.delete(reject));
      if (this.over !== undefined) reject(this.over);
    });
  }

  /** Does something at a later call time, whatever the call does then; the result takes it back. */
  alarm(seconds: number, run: () => void | Promise<void>): () => void {
    const alarm: Alarm = { at: wholeMilliseconds(this.now + seconds), run };
    const later = this.#alarms.findIndex(({ at }) => at > alarm.at);
    this.#alarms.splice(later === -1 ? this.#alarms.length : later, 0, alarm);
    return () => void (this.#alarms = this.#alarms.filter((other) => other !== alarm));
  }

  /** Hands something from outside to the call; false when it waits for nothing. */
  deliver(stimulus: Stimulus): boolean {
    const parked = this.#take();
    parked?.resolve(stimulus);
    return parked !== undefined;
  }

  /** Ends the call, whatever it does. */
  end(over: CallOver): void {
    if (this.over !== undefined) return;
    this.over = over;
    this.#alarms = [];
    this.#take()?.reject(over);
    for (const leave of this.#outside) leave(over);
  }

  /** Stops what the call does now, and only that. */
  interrupt(over: CallOver): void {
    this.#take()?.reject(over);
  }

  /** Nothing will wait here any more. */
  finish(): void {
    this.#isDone = true;
    this.#alarms = [];
    this.#wake?.();
  }

  /** Resolves once the call waits for call time or for somebody outside. */
  async quiet(): Promise<void> {
    while (this.#parked === undefined && !this.#isDone) {
      await new Promise<void>((resolve) => (this.#wake = resolve));
      this.#wake = undefined;
    }
  }

  get standing(): Standing | undefined {
    return this.#parked?.pause.standing(this.#parked.until);
  }

  get needsCaller(): boolean {
    return this.#parked?.pause.needsCaller ?? false;
  }

  /** The call time at which something happens by itself. */
  get due(): number {
    return Math.min(this.#parked?.until ?? Infinity, this.#alarms[0]?.at ?? Infinity);
  }

  /** Lets time pass up to the next thing that happens by itself, but not beyond `limit`; false when nothing happened. */
  async step(limit: number): Promise<boolean> {
    await this.quiet();
    if (this.#parked === undefined) return false;
    const due = this.due;
    if (due > limit) {
      this.now = wholeMilliseconds(Math.max(this.now, limit));
      return false;
    }
    this.now = Math.max(this.now, due);
    const alarm = this.#alarms[0];
    if (alarm !== undefined && alarm.at <= due) {
      this.#alarms.shift();
      await this.#run(alarm);
    } else this.#take()?.resolve(undefined);
    await this.quiet();
    return true;
  }

  async #run(alarm: Alarm): Promise<void> {
    try {
      await alarm.run();
    } catch (error) {
      // Somebody hung up while it told something: whoever let the time pass sees that the call is over.
      if (error !== this.over) throw error;
    }
  }

  #take(): Parked | undefined {
    const parked = this.#parked;
    this.#parked = undefined;
    return parked;
  }
}
