/**
 * Checks the options of a call at run time, for callers without TypeScript.
 * @module
 */
import { PlivoJsxError } from '../../errors.ts';
import { parseUrl } from '../../parse-url.ts';
import { assumptionProblem } from './check-assumption.ts';
import { checkWord } from './check-commands.ts';
import type { CallOptions } from './call-options.ts';
import { optionWords, outboundOptions } from './option-words.ts';

const urls = ['hangupUrl', 'ringUrl', 'fallbackUrl', 'machineDetectionUrl'] as const;

/**
 * Checks the options of a call.
 *
 * @throws {@link PlivoJsxError} `E_OPTION`, `E_PHONE_URL`
 */
export function checkOptions(options: CallOptions): void {
  for (const name of urls) if (options[name] !== undefined) checkedUrl(name, options[name]);
  for (const [name, takes] of Object.entries(optionWords)) {
    const word = options[name as keyof CallOptions];
    if (word !== undefined) checkWord(name, word as string, takes);
  }
  for (const name of outboundOptions) {
    if (options[name as keyof CallOptions] === undefined || options.direction === 'outbound') continue;
    const suggestion = "add direction: 'outbound', or leave it out";
    throw new PlivoJsxError('E_OPTION', { option: name, problem: 'is of outbound calls only', suggestion });
  }
  if (options.from === '' && options.direction === 'outbound') {
    const [problem, suggestion] = ['is empty, and an outbound call has a number', 'give one'];
    throw new PlivoJsxError('E_OPTION', { option: 'from', problem, suggestion });
  }
  for (const [name, value] of Object.entries(options.assume ?? {})) {
    const wrong = value === undefined ? undefined : assumptionProblem(name, value);
    if (wrong !== undefined) throw new PlivoJsxError('E_OPTION', { option: `assume.${name}`, ...wrong });
  }
}

/** Checks that a URL can be called, and trims it. */
export function checkedUrl(what: string, url: string): string {
  const trimmed = String(url).trim();
  if (/^https?:\/\/[^\s/?#]/i.test(trimmed) && parseUrl(trimmed) !== undefined) return trimmed;
  throw new PlivoJsxError('E_PHONE_URL', { what });
}
