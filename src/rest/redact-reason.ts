/**
 * What Plivo says of a call that it rejected, without the persons and the secrets in it.
 * @module
 */
import { oneLine } from '../console/sanitize.ts';
import { destinationsOf } from './destination.ts';
import type { Credentials } from './validate-call.ts';
import { basicAuth } from './call-request.ts';

const redacted = '…';

/** Five digits or more, of any script, with anything between them but letters; `&nbsp;` is what a page makes of a space. */
const number = /[+(]{0,2}\p{Nd}(?:(?:&[a-z]{1,8};|[^\p{L}\p{Nd}]){0,6}\p{Nd}){4,}/gu;

/** A SIP or mail address, also one that a URL has. */
const address = /@|%40|sips?:/i;

const withoutAddresses = (text: string) =>
  text.replace(/[^\s<>"']+/g, (word) => (address.test(word) ? redacted : word));

/** The shortest text that is a secret wherever it occurs; a shorter one would be in many words. */
const unmistakable = 4;

/** The texts of a request that no error may repeat: the credentials and the names in SIP addresses. */
export function secretsOf(to: string, { authId = '', authToken = '' }: Credentials): readonly string[] {
  const basic = basicAuth({ authId, authToken });
  const users = destinationsOf(to).flatMap((one) => /^sips?:([^@;?]+)@/i.exec(one)?.[1] ?? []);
  return [basic, basic.replaceAll('=', ''), authToken, encodeURIComponent(authToken), authId, ...users];
}

/** Returns a text of Plivo without what is personal or secret, in one line. */
export function redactReason(text: string, secrets: readonly string[]): string {
  // Digits and at signs of full width become those that everybody types.
  let clean = text.normalize('NFKC');
  for (const secret of new Set(secrets)) {
    if (secret.length >= unmistakable) clean = clean.replaceAll(secret, redacted);
  }
  return oneLine(withoutAddresses(clean.replace(number, redacted))).replace(/\s{2,}/g, ' ');
}
