/**
 * Checks the options of a call at run time, for callers without TypeScript.
 * @module
 */
import { PlivoJsxError } from '../../errors.ts';
import { didYouMean } from '../../did-you-mean.ts';
import { assumptions, assumptionWords, type Assumptions } from './assumptions.ts';
import { checkWord } from './check-commands.ts';
import type { CallOptions } from './call-options.ts';

const methods = ['GET', 'POST'];

/** The options with a fixed set of values. */
const words: { readonly [Name in keyof CallOptions]?: readonly string[] } = {
  direction: ['inbound', 'outbound'],
  callee: ['answers', 'busy', 'rejects', 'does not answer'],
  answeredBy: ['human', 'machine'],
  machineDetection: ['true', 'hangup'],
  pace: ['skip', 'step'],
  answerMethod: methods,
  hangupMethod: methods,
  ringMethod: methods,
  fallbackMethod: methods,
  machineDetectionMethod: methods,
};

/** The options of outbound calls. */
const ofOutbound = ['ringUrl', 'callee', 'answeredBy', 'machineDetection', 'machineDetectionUrl'] as const;

const urls = ['hangupUrl', 'ringUrl', 'fallbackUrl', 'machineDetectionUrl', 'publicUrl'] as const;

/**
 * Checks the options of a call.
 *
 * @throws {@link PlivoJsxError} `E_OPTION`, `E_PHONE_URL`
 */
export function checkOptions(options: CallOptions): void {
  for (const name of urls) if (options[name] !== undefined) checkedUrl(name, options[name]);
  for (const [name, takes] of Object.entries(words)) {
    const word = options[name as keyof CallOptions];
    if (word !== undefined) checkWord(name, word as string, takes);
  }
  for (const name of ofOutbound) {
    if (options[name] === undefined || options.direction === 'outbound') continue;
    const suggestion = "add direction: 'outbound', or leave it out";
    throw new PlivoJsxError('E_OPTION', { option: name, problem: 'is of outbound calls only', suggestion });
  }
  for (const [name, value] of Object.entries(options.assume ?? {}))
    if (value !== undefined) checkAssumption(name, value);
}

/** Checks that a URL can be called, and trims it. */
export function checkedUrl(what: string, url: string): string {
  const trimmed = String(url).trim();
  if (/^https?:\/\/[^\s/?#]/i.test(trimmed) && URL.canParse(trimmed)) return trimmed;
  throw new PlivoJsxError('E_PHONE_URL', { what });
}

function checkAssumption(name: string, value: unknown): void {
  const option = `assume.${name}`;
  if (!Object.hasOwn(assumptions, name)) {
    const guess = didYouMean(name, Object.keys(assumptions));
    const suggestion =
      guess === undefined ? 'take one of those in docs/reference/phone.md' : `write ${guess}`;
    throw new PlivoJsxError('E_OPTION', { option, problem: 'is nothing that the phone assumes', suggestion });
  }
  const takes = assumptionWords[name];
  if (takes !== undefined) return checkWord(option, value as string, takes);
  const usual = assumptions[name as keyof Assumptions];
  const isBoolean = typeof usual === 'boolean';
  const isNumber = typeof value === 'number' && value >= 0;
  if (isBoolean ? typeof value === 'boolean' : isNumber || typeof value === 'function') return;
  const [problem, suggestion] = isBoolean
    ? ['is neither true nor false', 'give one of them']
    : ['is not a number', 'give 0 or more'];
  throw new PlivoJsxError('E_OPTION', { option, problem, suggestion });
}
