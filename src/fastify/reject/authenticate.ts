/**
 * Authentication: whether Plivo signed a request.
 * @module
 */
import type { FastifyRequest } from 'fastify';
import {
  bothSignatures,
  identify,
  type Identity,
  type ReceivedRequest,
} from '../../webhook/signature/verify.ts';
import type { ServerState } from '../server-state.ts';
import { fieldsOf } from '../request.ts';
import { hintAtAddress } from './address-hint.ts';
import { reportRejected } from './reject.ts';

/** The identity of a request that Plivo signed. */
export interface Signed {
  /** Identifies the request in this process. */
  readonly id: string;
  /** The signed text with its nonce: identifies the request in all processes. */
  readonly signed: string;
}

/** What is known of the sender of a request; `signed` is undefined where signatures are not checked. */
export type Sender =
  { readonly isPlivo: true; readonly signed: Signed | undefined } | { readonly isPlivo: false };

const unchecked: Sender = { isPlivo: true, signed: undefined };
const forged: Sender = { isPlivo: false };

/** Checks the signature of a request; reports one that does not match. */
export function authenticate(request: FastifyRequest, state: ServerState): Sender {
  if (state.authTokens.length === 0) return unchecked;
  const { raw, method, headers } = request;
  const target = raw.url ?? '';
  const received = {
    method,
    url: `${state.publicUrl}${target}`,
    params: method === 'POST' ? fieldsOf(request) : noParams,
    signature: signaturesOf(headers),
    nonce: one(headers['x-plivo-signature-v3-nonce']),
  };
  const { id, signed, reason } = identified(received, target, state);
  if (id !== undefined) return { isPlivo: true, signed: { id, signed } };
  if (reason === 'mismatch') hintAtAddress(request, state, received);
  reportRejected(request, state, 'auth', reason);
  return forged;
}

/** A URL without a path is signed as it is written, and requested as "/". */
function identified(
  received: ReceivedRequest,
  target: string,
  { authTokens, publicUrl }: ServerState,
): Identity {
  const identity = identify(received, authTokens);
  if (identity.reason !== 'mismatch' || !/^\/(?:\?|$)/.test(target)) return identity;
  return identify({ ...received, url: `${publicUrl}${target.slice(1)}` }, authTokens);
}

const noParams = {};

/** Whether a request has a signature, right or wrong. */
export const isSigned = ({ headers }: FastifyRequest) => signaturesOf(headers) !== undefined;

const signaturesOf = (headers: FastifyRequest['headers']) =>
  bothSignatures(one(headers['x-plivo-signature-v3']), one(headers['x-plivo-signature-ma-v3']));

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);
