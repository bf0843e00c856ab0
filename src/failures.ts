/**
 * Failures of an app. The caller hears a fallback document, so the reply alone looks good: the server publishes the failure
 * for tests in the same process, and names it in a header for a phone on the same machine.
 * @module
 */
import { channel } from 'node:diagnostics_channel';

/** What Plivo gets instead of a document: an apology, the first level again, or the empty reply to a notice. */
export const failureAnswers = ['apology', 'start-over', 'nothing'] as const;

/** One failure. */
export interface Failure {
  readonly answer: (typeof failureAnswers)[number];
  /** What failed, with the places in the source; redacted as the log is. Empty when the server does not say. */
  readonly message: string;
  /** What was thrown; only known in the process of the app. */
  readonly error?: unknown;
}

/** A failure as the server publishes it. */
export interface PublishedFailure extends Failure {
  /** Whether a test reports it, so that it need not be printed. */
  isReported: boolean;
}

/** Where servers publish failures. A channel, since the test and the app may have different copies of this module. */
export const failures = channel('plivo-jsx:failure');

/** The header of a reply that is the consequence of a failure. */
export const failureHeader = 'x-plivo-jsx-failure';

/** The most characters of the message in the header: Node rejects a reply whose headers have more than 16 KB together. */
const longest = 6_000;

/** The value of the header: the answer and, after a semicolon, the message. */
export function writeFailure({ answer, message }: Failure): string {
  let escaped = '';
  for (const character of message.replaceAll(/\p{Surrogate}/gu, '')) {
    if (escaped.length > longest) {
      escaped += ' ...';
      break;
    }
    escaped += /[\x20-\x7e]/.test(character) && character !== '%' ? character : encodeURIComponent(character);
  }
  return escaped === '' ? answer : `${answer}; ${escaped}`;
}

/** The failure that a header names; undefined for a header that says something else. */
export function readFailure(header: unknown): Failure | undefined {
  const [, word, escaped = ''] = /^([a-z-]+)(?:; (.*))?$/.exec(String(header)) ?? [];
  const answer = failureAnswers.find((known) => known === word);
  if (answer === undefined) return undefined;
  try {
    return { answer, message: decodeURIComponent(escaped) };
  } catch {
    return { answer, message: escaped };
  }
}
