/**
 * Checks of the request line and the headers, before anything else is done with a request.
 * @module
 */
import type { IncomingMessage } from 'node:http';
import { maxUrl } from '../../webhook/signature/signed-address.ts';
import { hasTwoReadings, mayHoldForm } from '../query.ts';
import type { ReasonOf } from '../report/events.ts';

/** Why a request is rejected, and its status. The other reasons reject a connection, before there is a request. */
export interface Rejection {
  readonly status: 400 | 403 | 404 | 405 | 413 | 414 | 415;
  readonly reason: Exclude<ReasonOf<'reject'>, 'header_size' | 'http' | 'slow'>;
}

/** Finds the reason to reject a request, if there is one. */
export function rejectionOf({
  url = '',
  method,
  headers,
  rawHeaders,
}: IncomingMessage): Rejection | undefined {
  if (url.length > maxUrl) return { status: 414, reason: 'url_size' };
  if (hasTwoHosts(rawHeaders)) return { status: 400, reason: 'host' };
  // A request target never has a fragment; it is not signed, and some routers read it as the query.
  if (!url.startsWith('/') || url.includes('#')) return { status: 400, reason: 'target' };
  const escape = url.includes('%') ? escapeProblem(url, method) : undefined;
  if (escape !== undefined || url.includes('__proto__')) return { status: 400, reason: escape ?? 'names' };
  if (mayHoldForm(url, method)) return { status: 400, reason: 'delimiter' };
  if (method === 'GET' || !hasBody(headers)) return undefined;
  return bodyProblem(headers);
}

/** Node accepts two Host headers, and a proxy may have used the other one. */
function hasTwoHosts(rawHeaders: readonly string[]): boolean {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]!;
    if (name.length === 4 && name.toLowerCase() === 'host') hosts++;
  }
  return hosts > 1;
}

function escapeProblem(url: string, method: string | undefined): Rejection['reason'] | undefined {
  try {
    if (decodeURIComponent(url).includes('__proto__')) return 'names';
    return hasTwoReadings(url, method) ? 'delimiter' : undefined;
  } catch {
    return 'escape';
  }
}

const hasBody = (headers: IncomingMessage['headers']) =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';

const form = /^application\/x-www-form-urlencoded[ \t]*(?:;[ \t]*charset=("?)([\w-]+)\1[ \t]*)?$/i;

/** Plivo sends forms in UTF-8, without compression. */
function bodyProblem({
  'content-type': type,
  'content-encoding': encoding,
}: IncomingMessage['headers']): Rejection | undefined {
  if (encoding !== undefined && encoding !== 'identity') return { status: 415, reason: 'encoding' };
  if (type === 'application/x-www-form-urlencoded') return undefined;
  const [is, , charset = 'utf-8'] = form.exec(type ?? '') ?? [];
  if (is === undefined) return { status: 415, reason: 'media_type' };
  return /^utf-?8$/i.test(charset) ? undefined : { status: 415, reason: 'charset' };
}
