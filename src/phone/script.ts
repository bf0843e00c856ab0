/**
 * Reads `--script`: what the caller does, token by token.
 * @module
 */
import { dialStatuses, type DialStatus } from '../call/words.ts';
import { PlivoJsxError } from '../errors.ts';
import { guessName } from '../guess.ts';

/** What one token does. */
export type Step = { readonly token: string; readonly position: number } & (
  | { readonly does: 'keys'; readonly keys: string }
  | { readonly does: 'silence' }
  | { readonly does: 'say'; readonly text: string }
  | { readonly does: 'dial'; readonly outcome: DialStatus }
  | { readonly does: 'record'; readonly seconds: number }
  | { readonly does: 'hangup' }
);

/** Every form of a token, and what it does. */
export const tokens: { readonly [form: string]: string } = {
  '0-9 * #': 'presses a key; several together, such as `1234#`, are one input',
  silence: 'does nothing until the call goes on by itself',
  'say:…': 'says something; several words in quotes, as in `say:"two words"`',
  'dial:…': `says how a Dial ends: ${dialStatuses.map((status) => `\`${status}\``).join(', ')}`,
  'record:…': 'speaks to a Record for so many seconds, and is silent then',
  hangup: 'the caller hangs up',
};

const word = /^(?:"[^"]*"|'[^']*'|[^\s"'])*/;
const names = ['silence', 'hangup', 'record:', 'say:', ...dialStatuses.map((status) => `dial:${status}`)];

/**
 * The steps of a script, in order.
 *
 * @throws {@link PlivoJsxError} `E_SCRIPT` for the first token that is none
 */
export function readScript(script: string): readonly Step[] {
  return wordsOf(script).map((token, index) => stepOf(token, index + 1));
}

function wordsOf(script: string): string[] {
  const words: string[] = [];
  let rest = script.trim();
  while (rest !== '') {
    const [token = ''] = word.exec(rest) ?? [];
    const after = rest.slice(token.length);
    if (/^["']/.test(after)) throw wrong(rest, words.length + 1, 'has a quotation mark that is not closed');
    words.push(token);
    rest = after.trim();
  }
  return words;
}

function stepOf(token: string, position: number): Step {
  if (/^[0-9*#]+$/.test(token)) return { token, position, does: 'keys', keys: token };
  if (token === 'silence' || token === 'hangup') return { token, position, does: token };
  const [, name, value = ''] = /^(say|dial|record):(.*)$/s.exec(token) ?? [];
  if (name === 'say') {
    const text = value.replaceAll(
      /"([^"]*)"|'([^']*)'/g,
      (_, double?: string, single?: string) => double ?? single ?? '',
    );
    if (text.trim() === '') throw wrong(token, position, 'says nothing right after the colon');
    return { token, position, does: 'say', text };
  }
  const outcome = dialStatuses.find((status) => status === value);
  if (name === 'dial' && outcome !== undefined) return { token, position, does: 'dial', outcome };
  if (name === 'dial') {
    const all = dialStatuses.map((status) => `dial:${status}`);
    throw wrong(token, position, `is none of ${all.join(', ')}`, guessName(token, all));
  }
  if (name === 'record') {
    if (!/^\d{1,5}(\.\d+)?$/.test(value)) throw wrong(token, position, 'has no number of seconds');
    return { token, position, does: 'record', seconds: Number(value) };
  }
  throw wrong(token, position, 'is nothing that a caller does', guessName(token, names));
}

const wrong = (token: string, position: number, problem: string, guess?: string) =>
  new PlivoJsxError('E_SCRIPT', { token, position, problem, guess });
