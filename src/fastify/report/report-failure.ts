/**
 * Reports a failure whose reply looks good: to the log, and to whoever caused it, which is a test in the same process or, in
 * development, a phone.
 * @module
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  failureHeader,
  failures,
  writeFailure,
  type Failure,
  type PublishedFailure,
} from '../../failures.ts';
import { isForLocalUse, type ServerState } from '../server-state.ts';
import type { EventName, ReasonOf } from './events.ts';
import { failureOf } from './failure.ts';
import type { Redact } from './redact.ts';
import { report, type Details } from './report.ts';

/** The request that failed. */
export interface FailedRequest {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly state: ServerState;
  readonly redact: Redact;
}

/** What is reported. */
export interface FailureReport<E extends EventName> {
  readonly event: E;
  readonly reason: ReasonOf<E>;
  readonly answer: Failure['answer'];
  /** What failed, and what the caller hears. */
  readonly sentence: string;
  readonly details?: Omit<Details, 'err'>;
  /** What was thrown, if something was. */
  readonly thrown?: { readonly error: unknown } | undefined;
}

/** Reports a failure. */
export function reportFailure<E extends EventName>(
  { request, reply, state, redact }: FailedRequest,
  { event, reason, answer, sentence, details, thrown }: FailureReport<E>,
): void {
  const { err, text, brief } = thrown === undefined ? noError : failureOf(thrown.error, redact);
  const lines = (more: string) => (more === '' ? sentence : `${sentence}\n${more}`);
  const failure = { answer, message: lines(brief), error: thrown?.error };
  const isReported = publish(failure);
  report(request, state.counts, event, reason, lines(text), { ...details, err }, isReported);
  if (!state.development || reply.sent) return;
  // The document says as much; but what failed is nobody's business where others reach the app.
  const shown = isForLocalUse(state) ? failure : { answer, message: '' };
  void reply.header(failureHeader, writeFailure(shown));
}

const noError = { err: undefined, text: '', brief: '' };

/** Publishes a failure; true when a test reports it. */
function publish(failure: Failure): boolean {
  if (!failures.hasSubscribers) return false;
  const published: PublishedFailure = { ...failure, isReported: false };
  failures.publish(published);
  return published.isReported;
}
