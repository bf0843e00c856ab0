/**
 * The content of a request, letter by letter.
 * @module
 */
import type { FastifyRequest } from 'fastify';
import { formText } from '../form.ts';

/** Two requests to levels have the same key exactly if they are the same: a method and a target hold no space and no line break. */
export function requestKeyOf({ method, raw, body }: FastifyRequest): string {
  const form = typeof body === 'object' && body !== null ? formText(body) : undefined;
  return `${method} ${raw.url ?? ''}\n${form ?? ''}`;
}
