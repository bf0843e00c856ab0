/**
 * What a test expects of a call, with messages that tell what happened instead.
 * @module
 */
import type { Asking } from '../phone/index.ts';
import { Phone } from './phone.ts';
import { masked } from '../phone/transcript.ts';

/** What a matcher says, in the shape that Vitest, Jest and Node's assert can use. */
export interface Matched {
  readonly pass: boolean;
  /** What was expected and what happened; of a matcher that passes, for `.not`. */
  readonly message: () => string;
}

/** What can be expected of a call, as Vitest and Jest show it. */
export interface PhoneMatchers<R = unknown> {
  /** The caller heard a text that holds this one, or that the expression fits. */
  toHaveHeard(text: string | RegExp): R;
  /** The call has ended; with this code or name of Plivo's, if one is given. */
  toHaveEnded(codeOrName?: number | string): R;
  /** The app waits for keys or speech; as told, as far as something is told. */
  toBeAsking(details?: Partial<Asking>): R;
  /** Somebody was called; with this number or SIP address, if one is given. */
  toHaveDialed(who?: string | RegExp): R;
}

/**
 * The matchers, for `expect.extend(matchers)` of Vitest or Jest; `plivo-jsx/testing/vitest` does it for you.
 *
 * @example
 * ```ts
 * import { call, matchers } from 'plivo-jsx/testing';
 *
 * const phone = await call('http://localhost:5000/ivr');
 * const { pass, message } = matchers.toHaveHeard(phone, 'Press 1');
 * if (!pass) console.error(message());
 * ```
 */
export const matchers = {
  toHaveHeard(phone: unknown, text: string | RegExp): Matched {
    const heard = called(phone).heard.map((each) => each.text);
    const pass = heard.some((each) => fits(each, text));
    return said(phone, pass, `the caller ${pass ? 'not to hear' : 'to hear'} ${shown(text)}`);
  },

  toHaveEnded(phone: unknown, codeOrName?: number | string): Matched {
    const { ended } = called(phone);
    const wanted = codeOrName === undefined ? '' : ` with ${codeOrName}`;
    const pass =
      ended !== undefined &&
      (codeOrName === undefined || ended.code === codeOrName || ended.name === codeOrName);
    return said(phone, pass, `the call ${pass ? 'not to have ended' : 'to have ended'}${wanted}`);
  },

  toBeAsking(phone: unknown, details: Partial<Asking> = {}): Matched {
    const { asking } = called(phone);
    const odd = Object.entries(details).filter(
      ([name, value]) => !isEqual(asking?.[name as keyof Asking], value),
    );
    const pass = asking !== undefined && odd.length === 0;
    const wanted = Object.entries(details).map(([name, value]) => ` ${name} ${JSON.stringify(value)}`);
    const but = odd.map(([name]) => ` ${name} ${JSON.stringify(asking?.[name as keyof Asking])}`);
    const instead = asking === undefined || but.length === 0 ? '' : `, and it asks with${but.join(',')}`;
    return said(
      phone,
      pass,
      `the app ${pass ? 'not to ask' : 'to ask'} for input${wanted.join(',')}${instead}`,
    );
  },

  toHaveDialed(phone: unknown, who?: string | RegExp): Matched {
    const dialed = called(phone).events.flatMap((event) => (event.event === 'dial' ? event.legs : []));
    const pass = dialed.some(
      (leg) => who === undefined || (typeof who === 'string' ? leg === who : leg.search(who) !== -1),
    );
    const whom = who === undefined ? 'anybody' : masked(shown(who));
    return said(phone, pass, `the app ${pass ? 'not to call' : 'to call'} ${whom}`);
  },
};

function called(phone: unknown): Phone {
  if (phone instanceof Phone) return phone;
  throw new TypeError('Expected a call: write expect(phone), with what `await call(…)` gave.');
}

/** A text is found however it is broken into lines. */
const fits = (heard: string, wanted: string | RegExp) =>
  // Unlike `test`, `search` does not go on where an expression with the flag g stopped.
  typeof wanted === 'string' ? oneLine(heard).includes(oneLine(wanted)) : heard.search(wanted) !== -1;

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

const shown = (wanted: string | RegExp) =>
  typeof wanted === 'string' ? JSON.stringify(wanted) : String(wanted);

const isEqual = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** So many lines of a call are shown; they are the last ones, since a test fails where it stands. */
const mostLines = 20;

function said(phone: unknown, pass: boolean, expected: string): Matched {
  const lines = called(phone).transcript().split('\n');
  const left = lines.length - mostLines;
  const before = left > 0 ? [`        … ${left} lines before, see phone.transcript()`] : [];
  const happened = [...before, ...lines.slice(-mostLines)].join('\n');
  return { pass, message: () => `Expected ${expected}. What happened:\n\n${happened}\n` };
}
