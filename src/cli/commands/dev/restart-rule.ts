/**
 * Decides when `dev` starts the server again: at once when a person changes a file, and not endlessly when the app writes a
 * file itself.
 *
 * A change does not show who made it. An app that writes a file when it loads does so after every start, so the rule counts
 * after how many starts in a row a file changed soon.
 * @module
 */

/** After how many starts in a row a file may change soon before `dev` waits longer for it. */
const maxQuickStarts = 5;
/** After how many starts in a row `dev` ignores the file. */
const maxStarts = 7;

/** Times in milliseconds. */
export interface RestartTimes {
  /** A change within this time after a start counts as soon. A file without a change for this time is trusted again. */
  readonly soon: number;
  /** The delay after a change. */
  readonly change: number;
  /** The delay after a file was removed: a program that saves by removing the file writes it again within this time. */
  readonly removal: number;
  /** The delay after a change of a file that the app seems to write itself. */
  readonly rest: number;
}

const defaultTimes: RestartTimes = { soon: 10_000, change: 100, removal: 1_000, rest: 3_000 };

/** What to do about a change. */
export interface Verdict {
  /** Start again after this many milliseconds without another change; without it, do not start again. */
  readonly delay?: number;
  /** A sentence for the person at the terminal. */
  readonly message?: string;
}

interface FileHistory {
  /** Starts in a row after which the file changed soon. */
  starts: number;
  /** The number of the start that was counted last. */
  start: number;
  changedAt: number;
}

/** Decides for each change. */
export class RestartRule {
  readonly #times: RestartTimes;
  readonly #histories = new Map<string, FileHistory>();
  #start = 0;
  #startedAt = 0;

  constructor(times: RestartTimes = defaultTimes) {
    this.#times = times;
  }

  /** @param now in milliseconds, of any clock */
  started(now: number): void {
    this.#start += 1;
    this.#startedAt = now;
  }

  /**
   * A file changed, or was removed.
   *
   * @param now in milliseconds, of the same clock
   */
  changed(file: string, isRemoved: boolean, now: number): Verdict {
    const { soon, change, removal, rest } = this.#times;
    const before = this.#histories.get(file) ?? { starts: 0, start: 0, changedAt: -Infinity };
    const isSoon = now - Math.max(this.#startedAt, before.changedAt) < soon;
    const isCounted = before.start === this.#start;
    const starts = isSoon ? before.starts + (isCounted ? 0 : 1) : 1;
    this.#histories.set(file, { starts, start: this.#start, changedAt: now });
    if (starts <= maxQuickStarts) return { delay: isRemoved ? removal : change };
    // Printed once for each start, however often the file changes.
    const withMessage = (message: string) => (isCounted && isSoon ? undefined : { message });
    const reason = `${file} changed soon after each of the last ${starts} starts, as if the app wrote it itself.`;
    if (starts <= maxStarts)
      return {
        delay: rest,
        ...withMessage(`${reason} Starting again after ${rest / 1000} s without a change of it.`),
      };
    return {
      ...withMessage(
        `${reason} Not starting again for it until ${soon / 1000} s without a change.\n${advice}`,
      ),
    };
  }
}

const advice =
  'Fix: let the app write elsewhere. Files in dist are not watched, nor those that are neither code nor .json.';
