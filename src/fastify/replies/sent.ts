/**
 * A request as it arrived, letter by letter.
 * @module
 */
import type { FastifyRequest } from 'fastify';
import { formText } from '../form.ts';
import type { Sent } from './replies.ts';

/** Takes it from a request to a level. */
export function sentOf({ method, raw, body }: FastifyRequest): Sent {
  const form = typeof body === 'object' && body !== null ? formText(body) : undefined;
  return { method, target: raw.url ?? '', form: form ?? '' };
}
