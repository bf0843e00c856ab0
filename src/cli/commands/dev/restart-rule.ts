/**
 * When `dev` starts again: at once for a person, and not for ever for an app that writes a file itself.
 *
 * Nobody can tell who wrote a file. An app that writes one when it loads does so after every start, so what counts is how
 * many starts in a row a file followed closely.
 * @module
 */

/** How long a change counts as one that follows a start, and how long a file rests that is trusted again, in milliseconds. */
export const closely = 10_000;
/** How many starts a file may follow closely before `dev` waits for it to rest. */
export const quickStarts = 5;
/** How many before `dev` does not start again for it. */
export const mostStarts = 7;

/** What to do about a change. */
export interface Verdict {
  /** Start again after so many milliseconds without another change; not at all without it. */
  readonly wait?: number;
  /** A sentence for the person at the terminal. */
  readonly says?: string;
}

interface Followed {
  /** Starts in a row. */
  starts: number;
  /** The start that was counted last. */
  start: number;
  changed: number;
}

/** Decides for each change. */
export class RestartRule {
  readonly #followed = new Map<string, Followed>();
  #start = 0;
  #started = 0;

  /** @param now in milliseconds, of any clock */
  started(now: number): void {
    this.#start += 1;
    this.#started = now;
  }

  /**
   * A file changed, or was removed. Whoever saves by removing has written again in a second.
   *
   * @param now in milliseconds, of the same clock
   */
  changed(file: string, isRemoved: boolean, now: number): Verdict {
    const wait = isRemoved ? 1000 : 100;
    const before = this.#followed.get(file) ?? { starts: 0, start: 0, changed: -Infinity };
    const isClose = now - Math.max(this.#started, before.changed) < closely;
    const isCounted = before.start === this.#start;
    const starts = isClose ? before.starts + (isCounted ? 0 : 1) : 1;
    this.#followed.set(file, { starts, start: this.#start, changed: now });
    // Said once for each start, however often it changes.
    const tell = (says: string) => (isCounted && isClose ? {} : { says });
    if (starts <= quickStarts) return { wait };
    const followed = `${file} changed soon after each of the last ${starts} starts, as if the app wrote it itself.`;
    if (starts <= mostStarts)
      return { wait: 3000, ...tell(`${followed} Starting again once it rests for 3 s.`) };
    return tell(`${followed} Not starting again for it until it has rested for 10 s.\n${advice}`);
  }
}

const advice =
  'Fix: let the app write elsewhere: files in dist and those that are no code and no .json are not watched.';
