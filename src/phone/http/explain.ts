/**
 * The sentences about a request that failed: what was requested, how it failed, and what to do.
 * @module
 */
import type { Method } from '../../elements/url.ts';
import { parseUrl } from '../../parse-url.ts';
import type { RequestKind } from './request-kind.ts';
import { pathOf } from './address.ts';
import { connectionError } from './connection-error.ts';
import type { NotReached } from './send.ts';

/** Describes a failed request. */
export function howItFailed(kind: RequestKind, path: string, failed: NotReached): string {
  const { status, failure, cause = '', tries, sentTo } = failed;
  const times = tries === 1 ? '' : ` (${tries} tries)`;
  const what = `${nameOf(kind)} (${path})`;
  if (status !== undefined) return `${what} replied with status ${status}${times}, and Plivo takes only 2xx.`;
  const known = connectionError(cause, new URL(sentTo).host);
  return known === undefined
    ? `${what} could not be reached: ${failure}${times}.`
    : `${what} could not be reached${times}. ${known}`;
}

/** Advises what to do about a failed request. */
export function whatToDo(kind: RequestKind, method: Method, isSigned: boolean, failed: NotReached): string {
  const { status, fix } = failed;
  if (status === undefined) return fix ?? aboutTheConnection(failed);
  if (status === 401 || status === 403) {
    if (isSigned)
      return `check the auth token and the public URL (--public-url); the signature is for ${withoutQuery(failed.url)}.`;
    const orUser = status === 401 ? ', or put user and password into the URL' : '';
    return `sign the call with the auth token (--sign, --token), if the server checks signatures${orUser}.`;
  }
  if (status === 404) {
    const path =
      kind === 'answer' && pathOf(failed.url) === '/'
        ? 'add the path of the answer URL, such as /ivr, and check'
        : 'check the path, and';
    return `${path} that the server answers ${method} there${orTheOther(kind, method)}.`;
  }
  if (status === 405) return `answer ${method} at this path${orTheOther(kind, method)}.`;
  if (status >= 300 && status < 400)
    return `give the final address${finalAddress(failed)}; Plivo wants a reply of 2xx.`;
  return 'reply with status 200 and XML even when something fails, such as a <Speak> and a <Hangup>.';
}

/** Where a redirect leads, without a user and a query, which may hold secrets and personal data. */
function finalAddress({ url, location = '' }: NotReached): string {
  const to = location === '' ? undefined : parseUrl(location, url);
  if (to === undefined) return '';
  const { protocol, host, pathname } = to;
  return `, ${protocol}//${host}${pathname}`;
}

const withoutQuery = (url: string) => url.replace(/[?#].*$/s, '');

/** Advises to try the other method. */
function orTheOther(kind: RequestKind, method: Method): string {
  const other = method === 'POST' ? 'GET' : 'POST';
  if (kind === 'answer') return `, or call with the answer method ${other} (--answer-method ${other})`;
  return `, or say that it is ${other}`;
}

function aboutTheConnection({ reason, failure, cause = '', sentTo, isElsewhere }: NotReached): string {
  if (isElsewhere && cause !== '')
    return `check the address, or add --public-url ${new URL(sentTo).origin} if that is the address of the app that you call.`;
  if (cause === 'ENOTFOUND' || cause === 'EAI_AGAIN') return 'check the host name of the address.';
  if (cause === 'EPROTO' || cause.startsWith('ERR_SSL'))
    return 'write http:// if the server has no TLS at this port.';
  if (/CERT|ERR_TLS|UNABLE_TO/.test(cause))
    return 'give the server a certificate that is trusted; one on your own machine can do with http://.';
  if (cause === 'HPE_HEADER_OVERFLOW') return 'send headers of at most 16 KB.';
  if (cause.startsWith('HPE_')) return 'check the port, and write https:// if the server has TLS there.';
  if (reason === 'ct') return 'start the server, and check host and port of the address.';
  if (failure.startsWith('no reply')) return 'reply within 15 s; do slow work after the reply.';
  const tls = /^http:/i.test(sentTo) ? ', or write https:// if this port takes https only' : '';
  return `look into the log of the server: it closed the connection before its reply was whole${tls}.`;
}

/** The name of the URL for each kind of request. */
const names: { readonly [Kind in RequestKind]?: string } = {
  answer: 'The answer URL',
  fallback: 'The fallback URL',
  ring: 'The ring URL',
  hangup: 'The hangup URL',
  redirect: 'The URL of <Redirect>',
  transfer: 'The URL of the transfer',
  'getdigits-action': 'The action of <GetDigits>',
  'getinput-action': 'The action of <GetInput>',
  'getinput-interim': 'interimSpeechResultsCallback of <GetInput>',
  'dial-action': 'The action of <Dial>',
  'dial-callback': 'callbackUrl of <Dial>',
  'dial-confirmSound': 'confirmSound of <Dial>',
  'dial-music': 'dialMusic of <Dial>',
  'record-action': 'The action of <Record>',
  'record-callback': 'callbackUrl of <Record>',
  transcription: 'transcriptionUrl',
  'conference-action': 'The action of <Conference>',
  'conference-callback': 'callbackUrl of <Conference>',
  'conference-sound': 'A sound of <Conference>',
  'mpc-status': 'statusCallbackUrl of <MultiPartyCall>',
  'mpc-recording': 'recordingCallbackUrl of <MultiPartyCall>',
  'mpc-exit': 'onExitActionUrl of <MultiPartyCall>',
  'mpc-sound': 'A sound of <MultiPartyCall>',
  'stream-status': 'statusCallbackUrl of <Stream>',
  'message-status': 'callbackUrl of <Message>',
};

/** The name of a URL in messages, such as `callbackUrl of <Dial>`. */
export const nameOf = (kind: RequestKind) => names[kind] ?? kind;
