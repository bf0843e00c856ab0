/**
 * What came out: a count, which has to be right, or a time or size, which is good to know.
 * @module
 */

import type { Called } from './callers.ts';

/** One line of the table. */
export interface Finding {
  readonly what: string;
  readonly value: string;
  readonly target: string;
  readonly isMet: boolean;
  /** Counts are the same on every machine. */
  readonly isCount: boolean;
}

/** A number that has to be exactly this one. */
export const count = (what: string, value: number, target: number): Finding => ({
  what,
  value: String(value),
  target: String(target),
  isMet: value === target,
  isCount: true,
});

/** A time or a size that should be below a limit; unknown where the system does not tell. */
export const below = (what: string, value: number | undefined, limit: number, unit: string): Finding => ({
  what,
  value: value === undefined ? 'not measured' : `${value.toFixed(1)} ${unit}`,
  target: `< ${limit} ${unit}`,
  isMet: value === undefined || value < limit,
  isCount: false,
});

/** Something to know, without a target. */
export const note = (what: string, value: string): Finding => ({
  what,
  value,
  target: '',
  isMet: true,
  isCount: false,
});

/** The answers of callers: all are right, and nobody should have to hold. */
export const allRight = (
  who: string,
  { sent, right, held, wrong }: Pick<Called, 'sent' | 'right' | 'held' | 'wrong'>,
): Finding[] => [
  count(`${who}: wrong or missing answers ${listed(wrong)}`.trimEnd(), sent - right - held, 0),
  { ...count(`${who}: asked to hold`, held, 0), isCount: false },
];

const listed = (wrong: Called['wrong']) =>
  Object.entries(wrong)
    .map(([what, times]) => `${what} × ${times}`)
    .join(', ');

/** Prints them. */
export function print(findings: readonly Finding[]): void {
  const width = Math.max(...findings.map(({ what }) => what.length));
  for (const { what, value, target, isMet } of findings) {
    const verdict = target === '' ? '' : `${target.padEnd(12)} ${isMet ? 'met' : 'not met'}`;
    console.log(`  ${what.padEnd(width)}  ${value.padEnd(22)} ${verdict}`.trimEnd());
  }
}
