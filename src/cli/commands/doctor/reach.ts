/**
 * Why an address gives no reply, or not its own, in plain words.
 * @module
 */
import type { TransportFailure } from '../../../phone/http/transport.ts';
import type { Reply } from './ask.ts';
import { ok, wrong, type Finding } from './finding.ts';

interface Explanation {
  says(host: string): string;
  readonly fix: string;
}

const tunnel = 'start the tunnel, and set PUBLIC_URL to the address that it prints.';
const unknownName = { says: (host: string) => `No name server knows ${host}.`, fix: tunnel };
const untrusted = {
  says: (host: string) => `The certificate of ${host} is not from an authority that Plivo could trust.`,
  fix: "get a certificate from a public authority, such as Let's Encrypt, and serve the whole chain.",
};
const noRoute = { says: (host: string) => `There is no way through the network to ${host}.`, fix: tunnel };
const notTls = {
  says: (host: string) => `${host} does not speak TLS there, which https needs.`,
  fix: 'check the port, or let the proxy that has the certificate listen there.',
};

/** By the codes of Node and OpenSSL. */
const byCode: { readonly [code: string]: Explanation } = {
  ENOTFOUND: unknownName,
  EAI_AGAIN: {
    says: (host) => `The name server did not tell who ${host} is.`,
    fix: 'try again, and check the network.',
  },
  ECONNREFUSED: {
    says: (host) => `Nothing listens at ${host}.`,
    fix: 'start the app or the tunnel, and check the port.',
  },
  EHOSTUNREACH: noRoute,
  ENETUNREACH: noRoute,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  CERT_HAS_EXPIRED: {
    says: (host) => `The certificate of ${host} has expired.`,
    fix: 'renew it.',
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    says: (host) => `The certificate that ${host} shows is for another name.`,
    fix: 'get a certificate for this name, or use the name of the certificate in PUBLIC_URL.',
  },
  EPROTO: notTls,
  ERR_SSL_WRONG_VERSION_NUMBER: notTls,
};

const broken = {
  says: (host: string) => `${host} closed the connection without an answer.`,
  fix: 'look at the log of the app and of the proxy; a port that speaks https only wants https:// in PUBLIC_URL.',
};

/** Why there is no reply. */
export function noReply(url: string, { reason, message, cause }: TransportFailure): Finding {
  const { host } = new URL(url);
  const { code = '' } = (cause ?? {}) as NodeJS.ErrnoException;
  // Without a cause nothing failed: the time was over.
  const late =
    reason === 'ct'
      ? { says: () => `${host} lets nobody connect within 5 s.`, fix: 'open its port in the firewall.' }
      : {
          says: () => `${host} did not answer within 15 s.`,
          fix: 'answer at once; do slow work afterwards.',
        };
  const told =
    byCode[code] ??
    (cause === undefined
      ? late
      : reason === 'rt'
        ? broken
        : { says: () => `${host}: ${message}.`, fix: tunnel });
  return wrong('reachable', told.says(host), told.fix);
}

/** Whether a reply can be that of the app at all. */
export function reached(url: string, { status, location }: Reply): Finding {
  const { host, pathname } = new URL(url);
  if (status >= 300 && status < 400) {
    const to = URL.canParse(location, url) ? new URL(location, url) : undefined;
    return wrong(
      'reachable',
      `${host} sends Plivo on to another address (status ${status}), and Plivo signs the first one.`,
      to === undefined
        ? 'give the final address.'
        : `give the final address: ${to.origin}${to.pathname}, in PUBLIC_URL and in Plivo's console.`,
    );
  }
  if (status === 404)
    return wrong(
      'reachable',
      `There is nothing at ${pathname} of ${host} (status 404).`,
      'give the path of the answer URL with --path; a tunnel whose app is gone answers like this, too.',
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
