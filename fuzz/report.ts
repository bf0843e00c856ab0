/**
 * What a run has found.
 * @module
 */

/** How long one case may take, in milliseconds: more than any time-out of the server. */
const longest = 20_000;

/** Failures that are kept; the others are only counted. */
const mostKept = 20;

/** The findings of one part of a run. */
export class Report {
  readonly #onProgress: (done: number) => void;
  /** Number of a case, and what is wrong. */
  readonly failures: { readonly number: number; readonly says: string }[] = [];
  /** How often each status was answered. */
  readonly statuses = new Map<number, number>();
  failed = 0;
  finished = 0;

  constructor(onProgress: (done: number) => void = () => {}) {
    this.#onProgress = onProgress;
  }

  /** Waits for a case, but not for ever. */
  async inTime(said: Promise<string | undefined>): Promise<string | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const hangs = new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve(`neither answered nor closed within ${longest / 1000} s`), longest);
    });
    try {
      return await Promise.race([said, hangs]);
    } catch (error) {
      return `it threw ${error instanceof Error ? error.stack : String(error)}`;
    } finally {
      clearTimeout(timer);
    }
  }

  fail(number: number, says: string): void {
    this.failed++;
    if (this.failures.length < mostKept) this.failures.push({ number, says });
  }

  count(status: number): void {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
  }

  done(cases: number): void {
    this.finished += cases;
    this.#onProgress(this.finished);
  }

  /** `200 × 412, 403 × 95`, the most frequent first. */
  get answers(): string {
    return [...this.statuses]
      .toSorted(([, a], [, b]) => b - a)
      .map(([status, times]) => `${status} × ${times}`)
      .join(', ');
  }
}
