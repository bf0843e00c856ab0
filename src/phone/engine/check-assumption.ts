import { didYouMean } from '../../did-you-mean.ts';
import { assumptions, assumptionWords, type Assumptions } from './assumptions.ts';

/** What is wrong with an assumption, as the end of a sentence that begins with its name, and what to do. */
export interface AssumptionProblem {
  readonly problem: string;
  readonly suggestion: string;
}

/** Checks the name and the value of an assumption; undefined when both are right. */
export function assumptionProblem(name: string, value: unknown): AssumptionProblem | undefined {
  if (!Object.hasOwn(assumptions, name)) {
    const guess = didYouMean(name, Object.keys(assumptions));
    const suggestion =
      guess === undefined ? 'take one of those in docs/reference/phone.md' : `write ${guess}`;
    return { problem: 'is nothing that the phone assumes', suggestion };
  }
  const words = assumptionWords[name];
  if (words !== undefined) {
    if (words.includes(value as string)) return undefined;
    const suggestion = `write ${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
    return { problem: `is ${JSON.stringify(value)}`, suggestion };
  }
  if (typeof assumptions[name as keyof Assumptions] === 'boolean') {
    if (typeof value === 'boolean') return undefined;
    return { problem: 'is neither true nor false', suggestion: 'give one of them' };
  }
  if ((typeof value === 'number' && value >= 0) || typeof value === 'function') return undefined;
  return { problem: 'is not a number', suggestion: 'give 0 or more' };
}

/** Reads the value of an assumption from a text: a number, true or false, or a word. */
export function assumptionValue(text: string): string | number | boolean {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  return text === 'true' || text === 'false' ? text === 'true' : text;
}
