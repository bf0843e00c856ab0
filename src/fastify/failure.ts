/**
 * What the log tells of a failure: sentence, places and stack, and nothing of the caller.
 * @module
 */
import { RenderError } from '../render/problem.ts';
import type { Hide } from './hide.ts';

/** A failure as the log takes it. */
export interface Failure {
  /** For the key `err`, which Fastify's logger prints with the stacks of all causes. */
  readonly err: object;
  /** For a person: the message, and below it where its cause was thrown. */
  readonly text: string;
}

/** Takes what was thrown, whatever it is. The error itself never reaches the log: it may hold a whole document. */
export function failureOf(thrown: unknown, hide: Hide): Failure {
  const cause = thrown instanceof Error && 'cause' in thrown ? thrown.cause : undefined;
  const below = cause === undefined ? '' : `\nCause: ${hide(stackOf(cause))}`;
  const message = thrown instanceof Error ? thrown.message : stackOf(thrown);
  return { err: errorOf(thrown, hide), text: hide(message) + below };
}

/** True for a document that plivo-jsx refused; false for what the author's own code threw. */
export const isOurRefusal = (thrown: unknown) =>
  thrown instanceof RenderError && thrown.code !== 'E_COMPONENT';

const mostCauses = 5;

function errorOf(thrown: unknown, hide: Hide, depth = 0): object {
  const told: Record<string, unknown> = { __proto__: null } as never;
  told['name'] = thrown instanceof Error ? thrown.name : typeof thrown;
  told['message'] = hide(thrown instanceof Error ? thrown.message : stackOf(thrown));
  told['stack'] = hide(stackOf(thrown));
  if (!(thrown instanceof Error)) return told;
  if ('code' in thrown) told['code'] = hide(String(thrown.code));
  if (thrown.cause !== undefined && depth < mostCauses)
    told['cause'] = errorOf(thrown.cause, hide, depth + 1);
  return told;
}

/** A thrown value that is no error has no stack; its beginning is all there is to tell. */
function stackOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.stack ?? thrown.message;
  if (typeof thrown === 'string') return `the text ${JSON.stringify(thrown.slice(0, 200))} was thrown`;
  return `${thrown === null ? 'null' : `a value of type ${typeof thrown}`} was thrown`;
}
