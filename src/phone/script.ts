/**
 * The script language: what a caller does, as tokens with spaces between, such as `1 2 dial:busy`.
 * @module
 */
import { dialStatuses, type DialLeg } from '../webhook/plivo-enums.ts';
import { PlivoJsxError } from '../errors.ts';
import { didYouMean } from '../did-you-mean.ts';
import type { Pace } from './engine/call-options.ts';
import type { DialOutcome } from './engine/command-options.ts';

/** One step of a script. `type` is the command of {@link PhoneCall} that it runs; `position` counts tokens from 1. */
export type ScriptStep = { readonly token: string; readonly position: number } & (
  | { readonly type: 'press'; readonly keys: string; readonly by?: DialLeg }
  | { readonly type: 'wait'; readonly seconds?: number }
  | { readonly type: 'say'; readonly text: string }
  | { readonly type: 'dialOutcome'; readonly outcome: DialOutcome }
  | { readonly type: 'record'; readonly seconds: number }
  | { readonly type: 'hangUp' }
);

/**
 * Every form of a token, with what it does.
 *
 * @example
 * ```ts
 * import { scriptTokens } from 'plivo-jsx/phone';
 *
 * for (const [form, meaning] of Object.entries(scriptTokens)) console.log(form, meaning);
 * ```
 */
export const scriptTokens: { readonly [form: string]: string } = {
  '0-9 * #': 'presses a key; several together, such as `1234#`, are one input',
  silence: 'does nothing until the call goes on by itself',
  'wait:…':
    'lets so many seconds pass, after a `dial:` counted from the end of the ringing, after a `record:` from the end of the speech; what follows happens at that moment, also in the middle of a prompt',
  'say:…': 'says something; several words in quotes, as in `say:"two words"`',
  'dial:…': `says how a Dial ends: ${dialStatuses.map((status) => `\`${status}\``).join(', ')}; or \`answer\`: then \`bleg:\` presses the confirmKey, and \`dial:completed\` ends the conversation`,
  'bleg:…': 'the one dialled presses keys: the confirmKey, another key, or any while the two talk',
  'record:…': 'speaks to a Record for so many seconds, and is silent then',
  hangup: 'the caller hangs up',
};

const word = /^(?:"[^"]*"|'[^']*'|[^\s"'])*/;
const outcomes: readonly DialOutcome[] = [...dialStatuses, 'answer'];
const dials = outcomes.map((outcome) => `dial:${outcome}`);
const names = ['silence', 'hangup', 'wait:', 'record:', 'say:', 'bleg:', ...dials];

/**
 * Parses a script.
 *
 * @param script tokens with spaces between; `docs/reference/phone.md` lists them. An empty script is silence.
 * @throws {@link PlivoJsxError} `E_SCRIPT` for the first token that is not one of the language
 * @example
 * ```ts
 * import { parseScript } from 'plivo-jsx/phone';
 *
 * const [first] = parseScript('1 say:"two words" dial:busy');
 * console.log(first?.type); // press
 * ```
 */
export function parseScript(script: string): readonly ScriptStep[] {
  return tokensOf(script).map((token, index) => stepOf(token, index + 1));
}

function tokensOf(script: string): string[] {
  const tokens: string[] = [];
  let rest = script.trim();
  while (rest !== '') {
    const [token = ''] = word.exec(rest) ?? [];
    const after = rest.slice(token.length);
    if (/^["']/.test(after)) throw wrong(rest, tokens.length + 1, 'has a quotation mark that is not closed');
    tokens.push(token);
    rest = after.trim();
  }
  return tokens;
}

function stepOf(token: string, position: number): ScriptStep {
  if (/^[0-9*#]+$/.test(token)) return { token, position, type: 'press', keys: token };
  if (token === 'silence') return { token, position, type: 'wait' };
  if (token === 'hangup') return { token, position, type: 'hangUp' };
  const [, name, value = ''] = /^(say|dial|bleg|record|wait):(.*)$/s.exec(token) ?? [];
  if (name === 'say') {
    const text = value.replaceAll(
      /"([^"]*)"|'([^']*)'/g,
      (_, double?: string, single?: string) => double ?? single ?? '',
    );
    if (text.trim() === '') throw wrong(token, position, 'says nothing right after the colon');
    return { token, position, type: 'say', text };
  }
  if (name === 'bleg') {
    if (!/^[0-9*#]+$/.test(value)) throw wrong(token, position, 'has no keys right after the colon');
    return { token, position, type: 'press', keys: value, by: 'BLeg' };
  }
  const outcome = outcomes.find((each) => each === value);
  if (name === 'dial' && outcome !== undefined) return { token, position, type: 'dialOutcome', outcome };
  if (name === 'dial')
    throw wrong(token, position, `is none of ${dials.join(', ')}`, didYouMean(token, dials));
  if (name === 'record' || name === 'wait') {
    if (!/^\d{1,5}(\.\d+)?$/.test(value)) throw wrong(token, position, 'has no number of seconds');
    return { token, position, type: name, seconds: Number(value) };
  }
  throw wrong(token, position, 'is nothing that a caller does', didYouMean(token, names));
}

/**
 * The pace with which a call starts for a script. When the script begins with `wait:`, that is `step`, so that its first
 * seconds are those of the first prompt.
 *
 * @param steps what {@link parseScript} returned
 * @example
 * ```ts
 * import { parseScript, runScript, startCall, startingPace } from 'plivo-jsx/phone';
 *
 * const steps = parseScript('wait:2 hangup');
 * const call = await startCall('http://localhost:5000/ivr', { pace: startingPace(steps) });
 * await runScript(call, steps);
 * ```
 */
export const startingPace = (steps: readonly ScriptStep[]): Pace => (isTimed(steps[0]) ? 'step' : 'skip');

/** True for a step that lets an exact time pass. */
export const isTimed = (step: ScriptStep | undefined): boolean =>
  step?.type === 'wait' && step.seconds !== undefined;

const wrong = (token: string, position: number, problem: string, guess?: string) =>
  new PlivoJsxError('E_SCRIPT', { token, position, problem, guess });
