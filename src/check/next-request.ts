/**
 * The requests that documents lead to.
 * @module
 */
import { pathOf } from '../phone/http/address.ts';
import type { Params } from '../phone/engine/requests.ts';
import type { RequestKind } from '../phone/index.ts';
import { maskNumbers } from '../phone/transcript.ts';
import type { GraphRequest } from './graph.ts';

/** A request as the document says it, before it is checked. */
export interface NextRequest {
  readonly kind: RequestKind;
  readonly url: string;
  readonly method: string;
  readonly params: Params;
}

/** Fields that differ from call to call and tell nothing of what the caller did. */
const volatileFields = new Set([
  'CallUUID',
  'DialALegUUID',
  'DialBLegUUID',
  'MessageUUID',
  'RecordUrl',
  'RecordingID',
  'RecordingStartMs',
  'RecordingEndMs',
  'call_uuid',
  'recording_id',
]);

/** Query keys whose values differ from reply to reply, such as a time or a random number. */
export class VolatileKeys {
  readonly #names = new Set<string>();
  #pattern: RegExp | undefined;

  constructor() {
    // The dialogs of plivo-jsx write the time of a document into the addresses of what begins in it.
    this.add('__at');
  }

  add(name: string): void {
    this.#names.add(name);
    const names = [...this.#names].map((each) => each.replaceAll(/[^\w]/g, '\\$&')).join('|');
    this.#pattern = new RegExp(`((?:[?&]|&amp;)(?:${names})=)[^&"'<>#\\s]*`, 'g');
  }

  /** A URL, or a document with URLs, without the values of these keys. */
  without(text: string): string {
    return this.#pattern === undefined ? text : text.replace(this.#pattern, '$1');
  }
}

/** The fields of a request that tell what happened. */
export const fieldsOf = ({ params }: NextRequest): { readonly [name: string]: string } =>
  Object.fromEntries(Object.entries(params).filter(([name]) => !volatileFields.has(name)));

/** The same text for two requests that a server without state answers alike. */
export function requestKey(request: NextRequest, volatile: VolatileKeys): string {
  const fields = Object.entries(fieldsOf(request)).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([request.kind, request.method, volatile.without(request.url), fields]);
}

/** A request as data. */
export function graphRequest(request: NextRequest, volatile: VolatileKeys): GraphRequest {
  const { kind, method } = request;
  const url = volatile.without(request.url).replace(/#.*$/s, '');
  const query = new URLSearchParams(url.split('?').slice(1).join('?'));
  return {
    kind,
    method: method === 'GET' ? 'GET' : 'POST',
    path: pathOf(url),
    query: Object.fromEntries([...query].map(([name, value]) => [name, maskNumbers(value)])),
    fields: fieldsOf(request),
  };
}
