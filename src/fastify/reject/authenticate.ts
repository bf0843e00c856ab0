/**
 * Whether a request is Plivo's at all.
 * @module
 */
import type { FastifyRequest } from 'fastify';
import { identify, type Identity, type ReceivedRequest } from '../../webhook/signature/verify.ts';
import type { ServerState } from '../server-state.ts';
import { fieldsOf } from '../request.ts';
import { hintAtAddress } from './address-hint.ts';
import { reportRejected } from './reject.ts';

/** A request that Plivo signed. */
export interface Known {
  readonly isPlivo: true;
  /** Its name in this process. */
  readonly id: string;
  /** What was signed, with the nonce. */
  readonly signed: string;
}

/** What is known of the sender of a request. */
export type Sender =
  | Known
  /** Whoever it is, where signatures are not checked. */
  | { readonly isPlivo: true; readonly id?: undefined }
  /** Somebody else; the log says how that is known. */
  | { readonly isPlivo: false; readonly id?: undefined };

const unchecked: Sender = { isPlivo: true };
const forged: Sender = { isPlivo: false };

/** Tells whether Plivo signed a request, where it has to. */
export function authenticate(request: FastifyRequest, live: ServerState): Sender {
  if (live.authTokens.length === 0) return unchecked;
  const { raw, method, headers } = request;
  const target = raw.url ?? '';
  const received = {
    method,
    url: `${live.publicUrl}${target}`,
    params: method === 'POST' ? fieldsOf(request) : noParams,
    signature: signaturesOf(headers),
    nonce: one(headers['x-plivo-signature-v3-nonce']),
  };
  const { id, signed, reason } = identified(received, target, live);
  if (id !== undefined) return { isPlivo: true, id, signed };
  if (reason === 'mismatch') hintAtAddress(request, live, received);
  reportRejected(request, live, 'auth', reason);
  return forged;
}

/** An address without a path is signed as it is written, and asked for as "/". */
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

/** True for a request that claims to be signed. */
export const isSigned = ({ headers }: FastifyRequest) => signaturesOf(headers) !== undefined;

/** A call of a subaccount is signed twice, with its own token and with that of the main account. */
function signaturesOf(headers: FastifyRequest['headers']): string | undefined {
  const own = one(headers['x-plivo-signature-v3']);
  const main = one(headers['x-plivo-signature-ma-v3']);
  return own === undefined || main === undefined ? (own ?? main) : `${own},${main}`;
}

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);
