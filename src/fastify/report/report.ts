/**
 * Reports an event: a line in the log and a count in the metrics.
 * @module
 */
import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import type { Counts } from './counts.ts';
import { events, type EventName, type ReasonOf, type Severity } from './events.ts';
import { printError } from './print-error.ts';

/** Details of an event for programs that read the log. Never a phone number, a digit or a name of the caller. */
export interface Details {
  /** The path of a level or route, as the author wrote it. */
  readonly route?: string | undefined;
  /** Plivo's id of the call. */
  readonly call?: string | undefined;
  readonly flow?: string;
  /** The code of a plivo-jsx error. */
  readonly code?: string;
  readonly err?: object | undefined;
}

/**
 * Writes the line of an event and counts it.
 *
 * @param isReported whether the failure is already reported elsewhere, so that it need not be printed
 */
export function report<E extends EventName>(
  request: FastifyRequest,
  counts: Counts,
  event: E,
  reason: ReasonOf<E>,
  sentence: string,
  details: Details = {},
  isReported = false,
): void {
  counts.add(event, reason);
  const severity = severityOf(event, reason);
  if (severity === 'error') writeError(request.log, { event, reason, ...details }, sentence, isReported);
  else request.log[severity]({ event, reason, ...details }, sentence);
}

/** An error as `writeError` gets it. */
interface ErrorFields {
  readonly event: EventName;
  readonly reason: string;
  readonly [name: string]: unknown;
}

/** Writes an error to the log or, in an app without a logger, to standard error: otherwise nobody would learn of it. */
export function writeError(
  log: FastifyBaseLogger,
  fields: ErrorFields,
  sentence: string,
  isReported = false,
): void {
  if (hasLogger(log)) log.error(fields, sentence);
  else if (!isReported) printError(`${fields.event} ${fields.reason}`, sentence);
}

/** The logger of an app that has none does nothing and has no level. */
export const hasLogger = ({ level }: FastifyBaseLogger): boolean => level !== undefined;

/** The log level of an event. */
export function severityOf<E extends EventName>(event: E, reason: ReasonOf<E>) {
  return (events[event] as Readonly<Record<string, Severity>>)[reason]!;
}
