/**
 * Whether an address can be reached, and if not, why.
 * @module
 */
import type { TransportFailure } from '../../../phone/http/transport.ts';
import type { Reply } from './send-request.ts';
import { ok, wrong, type Finding } from './finding.ts';

interface Explanation {
  message(host: string): string;
  readonly fix: string;
}

const tunnel = 'start the tunnel, and set PUBLIC_URL to the address that it prints.';
const unknownName = { message: (host: string) => `No name server knows ${host}.`, fix: tunnel };
const untrusted = {
  message: (host: string) => `The certificate of ${host} is not from an authority that Plivo could trust.`,
  fix: "get a certificate from a public authority, such as Let's Encrypt, and serve the whole chain.",
};
const noRoute = { message: (host: string) => `There is no network route to ${host}.`, fix: tunnel };
const notTls = {
  message: (host: string) => `${host} does not use TLS at this port, and https needs it.`,
  fix: 'check the port, or let the proxy that has the certificate listen there.',
};

/** By the codes of Node and OpenSSL. */
const byCode: { readonly [code: string]: Explanation } = {
  ENOTFOUND: unknownName,
  EAI_AGAIN: {
    message: (host) => `The name server did not answer when it was asked for ${host}.`,
    fix: 'try again, and check the network.',
  },
  ECONNREFUSED: {
    message: (host) => `Nothing listens at ${host}.`,
    fix: 'start the app or the tunnel, and check the port.',
  },
  EHOSTUNREACH: noRoute,
  ENETUNREACH: noRoute,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  CERT_HAS_EXPIRED: {
    message: (host) => `The certificate of ${host} has expired.`,
    fix: 'renew it.',
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    message: (host) => `The certificate that ${host} shows is for another name.`,
    fix: 'get a certificate for this name, or use the name of the certificate in PUBLIC_URL.',
  },
  EPROTO: notTls,
  ERR_SSL_WRONG_VERSION_NUMBER: notTls,
};

const broken = {
  message: (host: string) => `${host} closed the connection without an answer.`,
  fix: 'look at the log of the app and of the proxy; a port that takes https only needs https:// in PUBLIC_URL.',
};

/** Why there is no reply. */
export function noReplyFinding(url: string, failure: TransportFailure): Finding {
  const { host } = new URL(url);
  const { message, fix } = explanationOf(failure);
  return wrong('reachable', message(host), fix);
}

function explanationOf({ reason, message, cause }: TransportFailure): Explanation {
  const { code = '' } = (cause ?? {}) as NodeJS.ErrnoException;
  const known = byCode[code];
  if (known !== undefined) return known;
  // Without a cause the request did not fail, but the time was over.
  if (cause === undefined) return reason === 'ct' ? connectTimeout : readTimeout;
  if (reason === 'rt') return broken;
  return { message: (host) => `${host}: ${message}.`, fix: tunnel };
}

const connectTimeout: Explanation = {
  message: (host) => `${host} accepts no connection within 5 s.`,
  fix: 'open its port in the firewall.',
};

const readTimeout: Explanation = {
  message: (host) => `${host} did not answer within 15 s.`,
  fix: 'answer at once; do slow work afterwards.',
};

/** Whether a reply can be one of the app. */
export function statusFinding(url: string, { status, location }: Reply): Finding {
  const { host, pathname } = new URL(url);
  if (status >= 300 && status < 400) {
    const to = URL.canParse(location, url) ? new URL(location, url) : undefined;
    return wrong(
      'reachable',
      `${host} redirects to another address (status ${status}), and Plivo signs the first one.`,
      to === undefined
        ? 'give the final address.'
        : `give the final address: ${to.origin}${to.pathname}, in PUBLIC_URL and in Plivo's console.`,
    );
  }
  if (status === 404)
    return wrong(
      'reachable',
      `There is nothing at ${pathname} of ${host} (status 404).`,
      'give the path of the answer URL with --path; a tunnel whose app does not run answers with 404, too.',
    );
  if (status === 405)
    return wrong('reachable', `${pathname} does not answer POST (status 405).`, 'let it answer POST.');
  if (status >= 502 && status <= 504)
    return wrong(
      'reachable',
      `A tunnel or proxy answers for ${host}, and not the app behind it (status ${status}).`,
      'start the app, and check the port that the tunnel or proxy leads to.',
    );
  return ok('reachable', `${host} answers.`);
}
