/**
 * What a webhook says, taken from a Fastify request.
 * @module
 */
import type { FastifyRequest } from 'fastify';
import { verifyRequest } from '../call/signature/verify.ts';
import type { Settings } from './options.ts';

type Fields = Record<string, string | string[]>;

const noFields: Fields = Object.freeze(Object.create(null) as Fields);

/** Plivo's fields: the form of a POST, the query of a GET. */
export function fieldsOf(request: FastifyRequest): Fields {
  const fields = request.method === 'POST' ? request.body : request.query;
  return typeof fields === 'object' && fields !== null ? (fields as Fields) : noFields;
}

const host = /^([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?$/;

/** What links are resolved against: the public address, or for local use the host that was asked. */
export function baseUrlOf(request: FastifyRequest, { publicUrl }: Settings): string {
  if (publicUrl !== undefined) return publicUrl;
  const asked = request.headers.host ?? '';
  return `http://${host.test(asked) ? asked : 'localhost'}`;
}

/** Why a request is not Plivo's; undefined when it is, or when no token asks for signatures. */
export function forgery(request: FastifyRequest, settings: Settings): string | undefined {
  const { authTokens, publicUrl } = settings;
  if (authTokens.length === 0) return undefined;
  const verdict = verifyRequest(
    {
      method: request.method,
      url: `${publicUrl}${request.raw.url}`,
      params: request.method === 'POST' ? fieldsOf(request) : {},
      signature: header(request, 'x-plivo-signature-v3') ?? header(request, 'x-plivo-signature-ma-v3'),
      nonce: header(request, 'x-plivo-signature-v3-nonce'),
    },
    authTokens,
  );
  return verdict.ok ? undefined : verdict.reason;
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** True for a request about a call: every voice webhook of Plivo carries the id of its call. */
export const isCall = (request: FastifyRequest) => typeof fieldsOf(request)['CallUUID'] === 'string';
