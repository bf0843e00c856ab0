/**
 * The words for what is requested, and for what to do when it fails.
 * @module
 */
import type { RequestKind } from '../request-kind.ts';

/** What to do about a URL that was not reached. */
export function whatToDo(status: number | undefined, failure: string): string {
  if (status === undefined) {
    return failure.startsWith('no connection')
      ? 'start the server, and check host and port of the address.'
      : 'reply within 15 s; do slow work after the reply.';
  }
  if (status === 401) return 'put user and password into the URL, or let Plivo in by its signature.';
  if (status === 403) return 'check the auth token and the public URL: a refused signature looks like this.';
  if (status === 404)
    return 'check the path, and that the server answers the method (POST unless you say otherwise).';
  if (status === 405) return 'answer POST at this path, or say method="GET".';
  if (status >= 300 && status < 400) return 'give the final address; Plivo wants a reply of 2xx.';
  return 'reply with status 200 and XML even when something fails, such as a <Speak> and a <Hangup>.';
}

/** What each kind of request goes to. */
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

/** What a URL is called in messages, such as `callbackUrl of <Dial>`. */
export const nameOf = (kind: RequestKind) => names[kind] ?? kind;
