/**
 * What the log tells of a failure: sentence, places and stack, and nothing of the caller.
 * @module
 */
import { RenderError } from '../../render/explain/problem.ts';
import { ignoreRejections } from '../../render/ignore-rejections.ts';
import type { Redact } from './redact.ts';

/** A failure as the log takes it. */
export interface Failure {
  /** For the key `err`, which Fastify's logger prints with the stacks of all causes. */
  readonly err: object;
  /** For a person: the message, and below it where its cause was thrown. */
  readonly text: string;
}

/** Most characters of a text that go to the log: the beginning of a long one tells what it is. */
const longest = 10_000;

/** What is said of something that cannot even be looked at, such as an error whose message is a getter that throws. */
const unreadable: Failure = {
  err: { name: 'unknown', message: 'what was thrown cannot be read', stack: '' },
  text: 'what was thrown cannot be read',
};

/**
 * Takes what was thrown, whatever it is; never throws, since whoever asks has a caller to answer. The error itself never
 * reaches the log: it may hold a whole document.
 */
export function failureOf(thrown: unknown, hide: Redact): Failure {
  // A promise that was thrown, or that an error holds, would end the process when it rejects.
  ignoreRejections(thrown);
  try {
    const clean = (text: unknown) => cut(hide(cut(textOf(text), 10 * longest)), longest);
    const cause = thrown instanceof Error && 'cause' in thrown ? thrown.cause : undefined;
    const below = cause === undefined ? '' : `\nCause: ${clean(stackOf(cause))}`;
    return { err: errorOf(thrown, clean), text: clean(messageOf(thrown)) + below };
  } catch {
    return unreadable;
  }
}

const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most)} …` : text);

/** True for a document that plivo-jsx refused; false for what the author's own code threw. */
export const isOurRefusal = (thrown: unknown) =>
  thrown instanceof RenderError && thrown.code !== 'E_COMPONENT';

const mostCauses = 5;

type Clean = (text: unknown) => string;

function errorOf(thrown: unknown, clean: Clean, depth = 0): object {
  const told: Record<string, unknown> = { __proto__: null } as never;
  told['name'] = thrown instanceof Error ? clean(thrown.name) : typeof thrown;
  told['message'] = clean(messageOf(thrown));
  told['stack'] = clean(stackOf(thrown));
  if (!(thrown instanceof Error)) return told;
  if ('code' in thrown) told['code'] = clean(thrown.code);
  if (thrown.cause !== undefined && depth < mostCauses)
    told['cause'] = errorOf(thrown.cause, clean, depth + 1);
  return told;
}

const messageOf = (thrown: unknown) => (thrown instanceof Error ? thrown.message : stackOf(thrown));

/** Some libraries put more than a text into a message. */
const textOf = (value: unknown) =>
  Object(value) === value ? `a value of type ${typeof value}` : String(value);

/** A thrown value that is no error has no stack; its beginning is all there is to tell. */
function stackOf(thrown: unknown): unknown {
  if (thrown instanceof Error) return thrown.stack ?? thrown.message;
  if (typeof thrown === 'string') return `the text ${JSON.stringify(thrown.slice(0, 200))} was thrown`;
  return `${thrown === null ? 'null' : `a value of type ${typeof thrown}`} was thrown`;
}
