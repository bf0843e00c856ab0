/**
 * Counters of events, for the metrics.
 * @module
 */
import type { EventName, ReasonOf } from './events.ts';

/** How often each event happened since the start. */
export class Counts {
  readonly #happened = new Map<EventName, Map<string, number>>();
  readonly #answered = new Map<string, number>();

  /** Counts an event. */
  add<E extends EventName>(event: E, reason: ReasonOf<E>): void {
    const reasons = this.#happened.get(event) ?? new Map<string, number>();
    if (reasons.size === 0) this.#happened.set(event, reasons);
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }

  /** Counts a webhook that a level answered; `route` is the path of the level. */
  addAnswer(route: string): void {
    this.#answered.set(route, (this.#answered.get(route) ?? 0) + 1);
  }

  /** The count of an event with one reason. */
  of<E extends EventName>(event: E, reason: ReasonOf<E>): number {
    return this.#happened.get(event)?.get(reason) ?? 0;
  }

  /** The counts of an event, by reason. */
  reasonsOf(event: EventName): ReadonlyMap<string, number> {
    return this.#happened.get(event) ?? none;
  }

  /** Answered webhooks by level. */
  get answered(): ReadonlyMap<string, number> {
    return this.#answered;
  }
}

const none: ReadonlyMap<string, number> = new Map();
