/**
 * Expectations about a call. Their messages show the end of its transcript. Those about a whole flow are beside them.
 * @module
 */
import { PhoneCall, type Asking } from '../phone/index.ts';
import { maskNumbers } from '../phone/transcript.ts';
import { flowMatchers, type FlowMatchers } from './flow-matchers.ts';
import { lastLines } from './last-lines.ts';
import type { Matched } from './matched.ts';

/** The matchers as methods of `expect(phone)`, and those of a whole flow. */
export interface PhoneMatchers<R = unknown> extends FlowMatchers<R> {
  /** The caller heard a text that contains this one, or matches the expression. */
  toHaveHeard(text: string | RegExp): R;
  /** The call has ended, with this code or name of Plivo's if one is given. */
  toHaveEnded(codeOrName?: number | string): R;
  /** The app waits for keys or speech, with these details if some are given. */
  toBeAsking(details?: Partial<Asking>): R;
  /** The app called somebody, with this number or SIP address if one is given. */
  toHaveDialed(who?: string | RegExp): R;
  /** The app failed and the caller heard an apology, with this reason if one is given: a part of what the app threw. */
  toHaveApologised(why?: string | RegExp): R;
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
  ...flowMatchers,

  toHaveHeard(phone: unknown, text: string | RegExp): Matched {
    const heard = called(phone).heard.map((each) => each.text);
    const pass = heard.some((each) => fits(each, text));
    return result(phone, pass, `the caller ${pass ? 'not to hear' : 'to hear'} ${shown(text)}`);
  },

  toHaveEnded(phone: unknown, codeOrName?: number | string): Matched {
    const { ended } = called(phone);
    const wanted = codeOrName === undefined ? '' : ` with ${codeOrName}`;
    const pass =
      ended !== undefined &&
      (codeOrName === undefined || ended.code === codeOrName || ended.name === codeOrName);
    return result(phone, pass, `the call ${pass ? 'not to have ended' : 'to have ended'}${wanted}`);
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
    return result(
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
    const whom = who === undefined ? 'anybody' : maskNumbers(shown(who));
    return result(phone, pass, `the app ${pass ? 'not to call' : 'to call'} ${whom}`);
  },

  toHaveApologised(phone: unknown, why?: string | RegExp): Matched {
    const failures = called(phone).events.filter((event) => event.event === 'failure');
    const pass = failures.some(
      ({ answer, message }) => answer === 'apology' && (why === undefined || fits(message, why)),
    );
    const reason = why === undefined ? '' : `, because of ${shown(why)}`;
    return result(
      phone,
      pass,
      `the app ${pass ? 'not to apologise' : 'to apologise'} for a failure${reason}`,
    );
  },
};

function called(phone: unknown): PhoneCall {
  if (phone instanceof PhoneCall) return phone;
  throw new TypeError('Expected a call: write expect(phone), with what `await call(…)` gave.');
}

/** Compares texts without regard to line breaks. */
const fits = (heard: string, wanted: string | RegExp) =>
  // Unlike `test`, `search` does not go on where an expression with the flag g stopped.
  typeof wanted === 'string' ? oneLine(heard).includes(oneLine(wanted)) : heard.search(wanted) !== -1;

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

const shown = (wanted: string | RegExp) =>
  typeof wanted === 'string' ? JSON.stringify(wanted) : String(wanted);

const isEqual = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function result(phone: unknown, pass: boolean, expected: string): Matched {
  return { pass, message: () => `Expected ${expected}. What happened:\n\n${lastLines(called(phone))}\n` };
}
