/**
 * Why no connection was made, by the codes of Node and OpenSSL.
 * @module
 */

type Sentence = (host: string) => string;

const untrusted: Sentence = (host) =>
  `The certificate of ${host} is not from an authority that Plivo could trust.`;
const noRoute: Sentence = (host) => `There is no network route to ${host}.`;
const notTls: Sentence = (host) => `${host} does not use TLS at this port, and https needs it.`;

const sentences: { readonly [code: string]: Sentence } = {
  ENOTFOUND: (host) => `No name server knows ${host}.`,
  EAI_AGAIN: (host) => `The name server did not answer when it was asked for ${host}.`,
  ECONNREFUSED: (host) => `Nothing listens at ${host}.`,
  EHOSTUNREACH: noRoute,
  ENETUNREACH: noRoute,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  CERT_HAS_EXPIRED: (host) => `The certificate of ${host} has expired.`,
  ERR_TLS_CERT_ALTNAME_INVALID: (host) => `The certificate that ${host} shows is for another name.`,
  EPROTO: notTls,
  ERR_SSL_WRONG_VERSION_NUMBER: notTls,
};

/** A sentence about a connection that failed; undefined for a code that is not known. */
export const connectionError = (code: string, host: string): string | undefined => sentences[code]?.(host);
