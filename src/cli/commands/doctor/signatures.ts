/**
 * Whether the app accepts requests that Plivo signed, and rejects all others.
 * @module
 */
import { likelyLocalUrl, publicAddressOf } from '../../../phone/http/address-map.ts';
import { likelyAddresses } from '../../../webhook/signature/likely-address.ts';
import { isAccepted, isFailure, isRejection, sendRequest, type Outcome, type Reply } from './send-request.ts';
import { ok, wrong, type Finding } from './finding.ts';

/** The most requests that are sent to find out which address the app believes it has. */
const maxTries = 32;

/** Where requests are sent, and how they are signed. */
export interface Deployment {
  /** Where requests are sent, such as `https://ivr.example.com`. */
  readonly base: string;
  /** `PUBLIC_URL`. The app may have it, too, when requests are sent to another address. */
  readonly publicUrl: string | undefined;
  readonly path: string;
  readonly tokens: readonly string[];
  /** Addresses that the app may believe it has on its own machine. */
  readonly localHosts: readonly [string, string];
}

/** The outcome of a signed request, and the base of the address in its signature. */
export async function requestSigned({
  base,
  publicUrl,
  path,
  tokens,
}: Deployment): Promise<{ outcome: Outcome; signedBase: string }> {
  const [token] = tokens;
  const url = base + path;
  const outcome = await sendRequest(url, token === undefined ? undefined : { token });
  if (token === undefined || publicUrl === undefined || isFailure(outcome) || !isRejection(outcome))
    return { outcome, signedBase: base };
  // A proxy may strip the path of the public address, or keep it.
  const stripping = publicAddressOf({ publicUrl, localUrl: base }, url);
  const likely = publicAddressOf({ publicUrl, localUrl: likelyLocalUrl(url, publicUrl) }, url);
  for (const address of new Set([stripping, likely])) {
    if (address === url) continue;
    const other = await sendRequest(url, { token, address });
    if (isAccepted(other)) return { outcome: other, signedBase: publicUrl };
  }
  return { outcome, signedBase: base };
}

/** The app must accept a request that Plivo could have signed. If not, other tokens and addresses are tried. */
export async function signedFinding(
  deployment: Deployment,
  reply: Reply,
  signedBase: string,
): Promise<Finding> {
  if (!isRejection(reply)) {
    const how = signedBase === deployment.base ? 'as Plivo signs' : `for ${signedBase}, as Plivo signs,`;
    return isAccepted(reply)
      ? ok('signed', `A request that is signed ${how} is accepted.`)
      : wrong(
          'signed',
          `A signed request got status ${reply.status}, and Plivo ends the call unless the status is 200.`,
          'look at the log of the app.',
        );
  }
  const url = deployment.base + deployment.path;
  const rejected = `A request that is signed as Plivo signs is rejected (status ${reply.status}).`;
  for (const token of deployment.tokens.slice(1)) {
    if (isAccepted(await sendRequest(url, { token })))
      return wrong(
        'signed',
        `${rejected} The app knows only another token of PLIVO_AUTH_TOKEN.`,
        'give the app all tokens.',
      );
  }
  const believed = await believedAddress(deployment);
  if (believed !== undefined) {
    return wrong(
      'signed',
      `${rejected} The app believes that its address is ${believed}.`,
      `set PUBLIC_URL of the app to ${deployment.base}.`,
    );
  }
  return wrong(
    'signed',
    `${rejected} Signatures for other likely addresses are rejected, too.`,
    'give the app the PLIVO_AUTH_TOKEN that is set here, and this address as PUBLIC_URL.',
  );
}

/** The address for which the app accepts a signature instead. */
async function believedAddress({ base, path, tokens, localHosts }: Deployment): Promise<string | undefined> {
  const [token = ''] = tokens;
  const [host, forwardedHost] = localHosts;
  let tries = 0;
  for (const address of likelyAddresses({ publicUrl: base, target: path, host, forwardedHost })) {
    if (++tries > maxTries) break;
    if (isAccepted(await sendRequest(base + path, { token, address }))) return address.replace(/\?.*$/s, '');
  }
  return undefined;
}

/** The app must reject a request without a signature, and one with a signature that is not Plivo's. */
export async function unsignedFinding({ base, path, tokens }: Deployment): Promise<Finding> {
  const url = base + path;
  const requests = [{ kind: 'without a signature', outcome: await sendRequest(url) }];
  if (tokens.length > 0) {
    const outcome = await sendRequest(url, { token: 'not the token of this account' });
    requests.push({ kind: 'with a forged signature', outcome });
  }
  const accepted = requests.find(({ outcome }) => isAccepted(outcome));
  if (accepted !== undefined) {
    return wrong(
      'unsigned',
      `A request ${accepted.kind} is accepted: anyone can pose as Plivo.`,
      'set PLIVO_AUTH_TOKEN and PUBLIC_URL for the app.',
    );
  }
  const other = requests.find(({ outcome }) => isFailure(outcome) || !isRejection(outcome));
  if (other === undefined) return ok('unsigned', 'Requests without a signature of Plivo are rejected.');
  const { kind, outcome } = other;
  const result = isFailure(outcome) ? 'got no answer' : `got status ${outcome.status}`;
  return wrong('unsigned', `A request ${kind} ${result} instead of 403.`, 'look at the log of the app.');
}
