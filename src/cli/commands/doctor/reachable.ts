/**
 * Whether an address can be reached, and if not, why.
 * @module
 */
import { parseUrl } from '../../../parse-url.ts';
import { connectionError } from '../../../phone/http/connection-error.ts';
import type { TransportFailure } from '../../../phone/http/transport.ts';
import type { Reply } from './send-request.ts';
import { ok, wrong, type Finding } from './finding.ts';

interface Explanation {
  message(host: string): string;
  readonly fix: string;
}

const tunnel = 'start the tunnel, and set PUBLIC_URL to the address that it prints.';
const trusted =
  "get a certificate from a public authority, such as Let's Encrypt, and serve the whole chain.";
const tls = 'check the port, or let the proxy that has the certificate listen there.';

/** What to do about a connection error, by its code. */
const fixes: { readonly [code: string]: string } = {
  ENOTFOUND: tunnel,
  EAI_AGAIN: 'try again, and check the network.',
  ECONNREFUSED: 'start the app or the tunnel, and check the port.',
  DEPTH_ZERO_SELF_SIGNED_CERT: trusted,
  SELF_SIGNED_CERT_IN_CHAIN: trusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: trusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: trusted,
  CERT_HAS_EXPIRED: 'renew it.',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'get a certificate for this name, or use the name of the certificate in PUBLIC_URL.',
  EPROTO: tls,
  ERR_SSL_WRONG_VERSION_NUMBER: tls,
};

const broken = {
  message: (host: string) => `${host} closed the connection without an answer.`,
  fix: 'look at the log of the app and of the proxy; a port that takes https only needs https:// in PUBLIC_URL.',
};

/** Why there is no reply. */
export function noReplyFinding(url: string, failure: TransportFailure): Finding {
  const { host } = new URL(url);
  const { code = '' } = (failure.cause ?? {}) as NodeJS.ErrnoException;
  const known = connectionError(code, host);
  if (known !== undefined) return wrong('reachable', known, fixes[code] ?? tunnel);
  const { message, fix } = explanationOf(failure);
  return wrong('reachable', message(host), fix);
}

function explanationOf({ reason, message, cause }: TransportFailure): Explanation {
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
    const to = parseUrl(location, url);
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
