/**
 * A request as it arrived, letter by letter.
 * @module
 */
import type { FastifyRequest } from 'fastify';
import { formText } from '../form.ts';

/**
 * Takes it from a request to a level. Two requests have one text if and only if they are the same: neither a method nor
 * a target can hold a space or a line break.
 */
export function requestKeyOf({ method, raw, body }: FastifyRequest): string {
  const form = typeof body === 'object' && body !== null ? formText(body) : undefined;
  return `${method} ${raw.url ?? ''}\n${form ?? ''}`;
}
