/**
 * What a webhook says, taken from a Fastify request.
 * @module
 */
import type { FastifyRequest } from 'fastify';
import { lowerCaseFields } from '../webhook/lower-case-fields.ts';
import type { Settings } from './options.ts';

type Fields = Record<string, string | string[]>;

const noFields: Fields = Object.freeze(Object.create(null) as Fields);

/** Plivo's fields: the form of a POST, the query of a GET. */
export function fieldsOf(request: FastifyRequest): Fields {
  const fields = request.method === 'POST' ? request.body : request.query;
  return typeof fields === 'object' && fields !== null ? (fields as Fields) : noFields;
}

/** Most of Plivo's fields begin with a capital letter, and parameters do not. */
export const isField = (name: string) => /^[A-Z]/.test(name) || lowerCaseFields.has(name);

/** The parameters of an address that are its own: of a GET, Plivo's fields are in the query too. */
export function ownQueryOf({ method, query }: FastifyRequest): Readonly<Record<string, unknown>> {
  const asked = query as Readonly<Record<string, unknown>>;
  if (method !== 'GET') return asked;
  return Object.fromEntries(Object.entries(asked).filter(([name]) => !isField(name)));
}

const host = /^([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?$/;

/** What links are resolved against: the public address, or for local use the host that was asked. */
export function baseUrlOf(request: FastifyRequest, { publicUrl }: Settings): string {
  if (publicUrl !== undefined) return publicUrl;
  const asked = request.headers.host ?? '';
  return `http://${host.test(asked) ? asked : 'localhost'}`;
}

/** True for a request about a call: every voice webhook of Plivo carries the id of its call. */
export const isCall = (request: FastifyRequest) => typeof fieldsOf(request)['CallUUID'] === 'string';

/** The path that was asked for, without its query. */
export const pathOf = ({ url }: FastifyRequest) => url.split('?', 1)[0]!;

/** The same, also where a hook of the app ended the request before its form was read: whoever asks a level is a call. */
export const mayBeCall = (
  request: FastifyRequest,
  { methods }: { readonly methods: ReadonlyMap<string, unknown> },
) =>
  isCall(request) ||
  (request.method === 'POST' && request.body === undefined && methods.has(routeOf(request)));

/** The path of a route, as it was written: what was asked for may hold a number. */
export const routeOf = (request: FastifyRequest) => request.routeOptions.url ?? 'A route';
