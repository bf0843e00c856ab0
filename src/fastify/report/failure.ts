/**
 * How the log shows a failure: sentence, places and stack, and no data of the caller.
 * @module
 */
import { CodedError } from '../../errors.ts';
import { RenderError } from '../../render/explain/problem.ts';
import { ignoreRejections } from '../../render/ignore-rejections.ts';
import { ownPlace, placeText } from '../../stack.ts';
import { isErrorObject } from '../../thrown.ts';
import type { Redact } from './redact.ts';

/** A failure for the log. */
export interface Failure {
  /** For the key `err`, which Fastify's logger prints with the stacks of all causes. */
  readonly err: object;
  /** For a person: the message, and the stack of the cause. */
  readonly text: string;
  /** For the test or the phone that caused it: the message and, without a stack, the cause, each with its place. */
  readonly brief: string;
}

/** The most characters of a text in the log. */
const longest = 10_000;

/** For a value that cannot be read, such as an error whose message is a getter that throws. */
const unreadable: Failure = {
  err: { name: 'unknown', message: 'what was thrown cannot be read', stack: '' },
  text: 'what was thrown cannot be read',
  brief: 'what was thrown cannot be read',
};

/**
 * Describes any thrown value; never throws, since a caller must still be answered. The error itself never reaches the log: it
 * may hold a whole document.
 */
export function failureOf(thrown: unknown, redact: Redact): Failure {
  // A rejection of a thrown promise would end the process.
  ignoreRejections(thrown);
  try {
    const clean = (text: unknown) => cut(redact(cut(textOf(text), 10 * longest)), longest);
    const cause = isErrorObject(thrown) && 'cause' in thrown ? thrown.cause : undefined;
    const below = cause === undefined ? '' : `\nCause: ${clean(stackOf(cause))}`;
    const briefCause = cause === undefined ? '' : `\nCause: ${clean(briefOf(cause))}`;
    return {
      err: errorOf(thrown, clean),
      text: clean(messageOf(thrown)) + below,
      brief: clean(briefOf(thrown)) + briefCause,
    };
  } catch {
    return unreadable;
  }
}

const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most)} …` : text);

/** True for a document that plivo-jsx rejected; false for an error of the author's code. */
export const isRejectedDocument = (thrown: unknown) =>
  thrown instanceof RenderError && thrown.code !== 'E_COMPONENT';

const mostCauses = 5;

type Clean = (text: unknown) => string;

function errorOf(thrown: unknown, clean: Clean, depth = 0): object {
  const described: Record<string, unknown> = { __proto__: null } as never;
  described['name'] = isErrorObject(thrown) ? clean(thrown.name) : typeof thrown;
  described['message'] = clean(messageOf(thrown));
  described['stack'] = clean(stackOf(thrown));
  if (!isErrorObject(thrown)) return described;
  if ('code' in thrown) described['code'] = clean(thrown.code);
  if (thrown.cause !== undefined && depth < mostCauses)
    described['cause'] = errorOf(thrown.cause, clean, depth + 1);
  return described;
}

const messageOf = (thrown: unknown) => (isErrorObject(thrown) ? thrown.message : stackOf(thrown));

/** An error in a line, with its place in the author's files; one of plivo-jsx has its places in its message. */
function briefOf(thrown: unknown): unknown {
  if (!isErrorObject(thrown) || thrown instanceof CodedError) return messageOf(thrown);
  const place = placeText(ownPlace(textOf(thrown.stack ?? '')));
  return `${textOf(thrown.name)}: ${textOf(thrown.message)}${place}`;
}

/** Some libraries use a message that is not a text. */
const textOf = (value: unknown) =>
  Object(value) === value ? `a value of type ${typeof value}` : String(value);

/** A thrown value that is not an error has no stack, so its beginning is shown. */
function stackOf(thrown: unknown): unknown {
  if (isErrorObject(thrown)) return thrown.stack ?? thrown.message;
  if (typeof thrown === 'string') return `the text ${JSON.stringify(thrown.slice(0, 200))} was thrown`;
  return `${thrown === null ? 'null' : `a value of type ${typeof thrown}`} was thrown`;
}
