/**
 * The verbs of a call in a test: one that fails says where in the test, and what was heard last.
 * @module
 */
import { CodedError } from '../errors.ts';
import type { Failure } from '../failures.ts';
import type { PhoneCall } from '../phone/index.ts';
import { parseStack, writePlace } from '../stack.ts';
import { lastLines } from './last-lines.ts';

/** What becomes of the failures of an app. */
export interface Watch {
  /** Whether a verb rejects when the app fails. */
  readonly rejects: boolean;
  /** Failures that are no event of the call. */
  readonly untold: Failure[];
  /** Called when the call has started, and after each of its verbs. */
  readonly afterVerb: () => void;
}

/** The place of a verb in the test, with the stack below it. */
interface Place {
  readonly stack: string;
}

/** The place where a function was called. */
export function placeOf(called: Function): Place {
  const place = { stack: '' };
  Error.captureStackTrace(place, called);
  return { stack: place.stack.split('\n').slice(1).join('\n') };
}

/**
 * Watches a call.
 *
 * @param place where the call was started
 * @returns the call; each of its verbs rejects when the app has failed, and each error names the line of the test
 * @throws {@link PlivoJsxError} `E_APP_FAILED` when the app has failed so far
 */
export function watched(phone: PhoneCall, watch: Watch, place: Place): PhoneCall {
  let known = 0;
  const assertWorks = (where: Place) => {
    watch.afterVerb();
    const failures: readonly Failure[] = [
      ...phone.events.filter((event) => event.event === 'failure'),
      ...watch.untold,
    ];
    const [failure] = failures.slice(known);
    known = failures.length;
    if (failure !== undefined && watch.rejects) throw failed(failure, phone, where);
  };
  assertWorks(place);
  const proxy: PhoneCall = new Proxy(phone, {
    // As below, the receiver is the call itself.
    set: (target, name, value) => Reflect.set(target, name, value, target),
    get(target, name) {
      // The receiver is the call itself, since a proxy has no private fields.
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function' || name === 'constructor') return value;
      return function verb(...args: readonly unknown[]): unknown {
        const where = placeOf(verb);
        const named = (error: unknown) => {
          // What the app did is why the verb does not fit.
          assertWorks(where);
          throw error instanceof CodedError ? located(error, phone, where) : error;
        };
        try {
          const result: unknown = Reflect.apply(value, target, args);
          if (!(result instanceof Promise)) return result;
          return result.then((done: unknown) => {
            assertWorks(where);
            return done === target ? proxy : done;
          }, named);
        } catch (error) {
          return named(error);
        }
      };
    },
  });
  return proxy;
}

/** The error for a failure of the app. */
function failed({ message, error }: Failure, phone: PhoneCall, where: Place): CodedError {
  const [what = '', ...more] = (message === '' ? 'it does not say why.' : message).split('\n');
  const { fix, rest } = withoutFix(more);
  const trace = [...rest, ...placeIn(where)].join('\n');
  return told(new CodedError('E_APP_FAILED', { what, fix }, { cause: error, trace }), phone, where);
}

/** Takes the fix out of what the app says, so that the error has one. Of several problems each keeps its own, and so does one with a cause. */
function withoutFix(lines: readonly string[]): { readonly fix?: string; readonly rest: readonly string[] } {
  const [fixLine, ...others] = lines.filter((line) => line.startsWith('Fix: '));
  if (fixLine === undefined || others.length > 0 || lines.at(-1) !== fixLine) return { rest: lines };
  const fix = fixLine.slice('Fix: '.length).replace(/\. (\[E_\w+\])$/, ' $1');
  return { fix, rest: lines.filter((line) => line !== fixLine) };
}

/** The same error, with the line of the test and the last lines of the call. */
function located({ code, facts, cause }: CodedError, phone: PhoneCall, where: Place): CodedError {
  return told(new CodedError(code, facts, { cause, trace: placeIn(where).join('\n') }), phone, where);
}

function placeIn({ stack }: Place): readonly string[] {
  const [test] = parseStack(stack);
  return test === undefined ? [] : [`  at ${writePlace(test)}`];
}

function told(error: CodedError, phone: PhoneCall, { stack }: Place): CodedError {
  error.message += `\nWhat happened:\n\n${lastLines(phone)}\n`;
  error.stack = `${error.name}: ${error.message}\n${stack}`;
  return error;
}
