/**
 * Reports an event: a line in the log and a count in the metrics.
 * @module
 */
import type { FastifyRequest } from 'fastify';
import type { Counts } from './counts.ts';
import { events, type EventName, type ReasonOf, type Severity } from './events.ts';

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

/** Writes the line of an event and counts it. */
export function report<E extends EventName>(
  request: FastifyRequest,
  counts: Counts,
  event: E,
  reason: ReasonOf<E>,
  sentence: string,
  details: Details = {},
): void {
  counts.add(event, reason);
  request.log[severityOf(event, reason)]({ event, reason, ...details }, sentence);
}

/** The log level of an event. */
export function severityOf<E extends EventName>(event: E, reason: ReasonOf<E>) {
  return (events[event] as Readonly<Record<string, Severity>>)[reason]!;
}
