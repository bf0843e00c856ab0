/**
 * What a Fastify request says about a call.
 * @module
 */
import type { FastifyRequest } from 'fastify';
import { lowerCaseFields } from '../webhook/lower-case-fields.ts';
import { isHost } from '../webhook/signature/host.ts';
import type { Fields } from './form.ts';
import type { Settings } from './options.ts';

const noFields: Fields = Object.freeze(Object.create(null) as Fields);

/** Plivo's fields: the form of a POST, or the query of a GET. */
export function fieldsOf(request: FastifyRequest): Fields {
  const fields = request.method === 'POST' ? request.body : request.query;
  return typeof fields === 'object' && fields !== null ? (fields as Fields) : noFields;
}

/** Most of Plivo's fields begin with a capital letter, and parameters do not. */
export const isField = (name: string) => /^[A-Z]/.test(name) || lowerCaseFields.has(name);

/** The query without Plivo's fields, which a GET has there as well. */
export function ownQueryOf({ method, query }: FastifyRequest): Readonly<Record<string, unknown>> {
  const params = query as Readonly<Record<string, unknown>>;
  if (method !== 'GET') return params;
  return Object.fromEntries(Object.entries(params).filter(([name]) => !isField(name)));
}

/** The base URL of links: the public URL or, for local use, the host of the request. */
export const baseUrlOf = (request: FastifyRequest, { publicUrl }: Settings): string =>
  publicUrl ?? `http://${hostOf(request)}`;

/** The address at which a person sees the app: the public URL if the request was made to its host, otherwise a local one. */
export const visitedUrlOf = (request: FastifyRequest, { publicUrl }: Settings): string =>
  publicUrl !== undefined && new URL(publicUrl).host === hostOf(request).toLowerCase()
    ? publicUrl
    : `http://${hostOf(request)}`;

function hostOf({ headers }: FastifyRequest): string {
  const requested = headers.host ?? '';
  return isHost(requested) ? requested : 'localhost';
}

/** Whether a request is about a call: every voice webhook of Plivo has the id of its call. */
export const isCall = (request: FastifyRequest) => typeof fieldsOf(request)['CallUUID'] === 'string';

/** The path of a request, without its query. */
export const pathOf = ({ url }: FastifyRequest) => url.split('?', 1)[0]!;

/** The same without repeated slashes and without one at the end: no level has them, and people write them in Plivo's console. */
export const levelPathOf = (request: FastifyRequest) =>
  `/${pathOf(request).split('/').filter(Boolean).join('/')}`;

/**
 * Whether a request may be of a call, also where a hook of the app ended it before its form was read: requests to levels are
 * of calls.
 */
export const mayBeCall = (
  request: FastifyRequest,
  { levels }: { readonly levels: { get(path: string): unknown } },
) =>
  isCall(request) ||
  (request.method === 'POST' && request.body === undefined && levels.get(routeOf(request)) !== undefined);

/** The path of a route as its author wrote it: the requested path may hold a phone number. */
export const routeOf = (request: FastifyRequest) => request.routeOptions.url ?? 'A route';
