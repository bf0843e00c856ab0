import { expect, test } from 'vitest';
import { signRequest } from '../../../src/webhook/signature/sign.ts';
import { verifyRequest, type ReceivedRequest } from '../../../src/webhook/signature/verify.ts';
import { sized } from '../../support/size.ts';
import { anyRequest, oneOf, randomOf, withoutFragment, type AnyRequest, type Random } from './any-request.ts';

/*
 * Plivo joins names and values without a delimiter, so some changes leave its text as it is, and no verifier can see
 * them: a field moved to the query, a letter moved from a name to its value, a GET as a POST without a body, `%2f` for
 * `%2F`, a `=` after a lone name, an empty item. verify.test.ts has them as a table ("fits by Plivo's format"), and the
 * server rejects what is dangerous among them.
 *
 * Each change below alters the text for certain. One letter for another: every letter of path, names and values is in
 * the text, so its letters are no longer the same, in whatever order they are sorted. One letter more or less: its
 * length is not the same. Half an escape is rejected before a text is made.
 */

interface Signed extends AnyRequest {
  readonly signature: string;
  readonly token: string;
}
/** A change; undefined where a request has nothing of the kind. */
type Change = (of: Signed, random: Random) => Partial<Signed> | undefined;

const letters = [...'abcxyzABCXYZ0189._~-'];
const inUrl = [...letters, '/', '?', '#', '&', '=', '%', '+', '@', ':', ';', '[', '\\', ' ', 'é'];
const inForm = [...letters, ' ', '&', '=', '%', '\0', 'é', '\u{1f600}'];

/** What counts of an address: user info is not sent. */
const sent = (url: string): [from: number, to: number] => {
  const afterScheme = url.indexOf('://') + 3;
  const user = url.indexOf('user:pw@') === afterScheme ? 'user:pw@'.length : 0;
  return [afterScheme + user, url.length];
};
/** One for another may leave the items as they are: `a=` and `a&`, `?` before nothing. */
const delimiters = '?&=';
/** A colon without a port is no part of what is signed. */
const isEmptyPort = (url: string, at: number) =>
  url[at] === ':' && /^[/?#]?$/.test(url.slice(at + 1, at + 2)) && at > 5;
const replaced = (text: string, at: number, by: string) => text.slice(0, at) + by + text.slice(at + 1);
const isHalf = (letter: string) => /[\uD800-\uDFFF]/.test(letter);

/** The text with one letter replaced by another one; undefined when it has none, or half a character was hit. */
function otherLetter(text: string, random: Random, from: readonly string[]): string | undefined {
  if (text === '') return undefined;
  const at = random(text.length);
  const by = oneOf(random, from);
  return by === text[at] || isHalf(text[at]!) ? undefined : replaced(text, at, by);
}

/** One field of the request, and the others. */
function pick({ params }: Signed, random: Random) {
  const all = Object.entries(params);
  if (all.length === 0) return undefined;
  const [name, value] = oneOf(random, all);
  return { name, value, others: Object.fromEntries(all.filter(([other]) => other !== name)) };
}

const changes: { readonly [what: string]: Change } = {
  'a letter of the address': ({ url }, random) => {
    const [from, to] = sent(url);
    const at = from + random(to - from);
    const by = oneOf(random, inUrl);
    if (
      (delimiters.includes(url[at]!) && delimiters.includes(by)) ||
      isEmptyPort(url, at) ||
      isEmptyPort(replaced(url, at, by), at)
    )
      return undefined;
    const isEscape = /%[\dA-Fa-f]?$/.test(url.slice(0, at));
    const same = isEscape ? by.toLowerCase() === url[at]!.toLowerCase() : by === url[at];
    return same ? undefined : { url: replaced(url, at, by) };
  },
  'a letter more in the address': ({ url }, random) => {
    const [from, to] = sent(url);
    const at = from + random(to - from + 1);
    return { url: url.slice(0, at) + oneOf(random, letters) + url.slice(at) };
  },
  'a letter less in the address': ({ url }, random) => {
    const [from, to] = sent(url);
    const at = from + random(to - from);
    return letters.includes(url[at]!) ? { url: replaced(url, at, '') } : undefined;
  },
  'the scheme': ({ url }) => ({
    url: /^https:/i.test(url) ? url.replace(/s:/i, ':') : url.replace(':', 's:'),
  }),
  'the method': ({ method, params }, random) => {
    const others = ['PUT', 'HEAD', method.toLowerCase(), `${method} `, ''];
    if (Object.keys(params).length > 0) others.push(method === 'GET' ? 'POST' : 'GET');
    return { method: oneOf(random, others) as 'GET' };
  },
  'a letter of a name': (of, random) => {
    const field = pick(of, random);
    const name = field && otherLetter(field.name, random, inForm);
    if (name === undefined || name in of.params) return undefined;
    return { params: { ...field!.others, [name]: field!.value } };
  },
  'a letter of a value': (of, random) => {
    const field = pick(of, random);
    if (field === undefined) return undefined;
    const { name, value, others } = field;
    const [first = '', ...more] = [value].flat();
    const changed = otherLetter(first, random, inForm);
    return changed === undefined ? undefined : { params: { ...others, [name]: [changed, ...more] } };
  },
  'a letter more in a value': (of, random) => {
    const field = pick(of, random);
    if (field === undefined) return undefined;
    const { name, value, others } = field;
    const [first = '', ...more] = [value].flat();
    return { params: { ...others, [name]: [first + oneOf(random, inForm), ...more] } };
  },
  'a value twice': (of, random) => {
    const field = pick(of, random);
    return field && { params: { ...of.params, [field.name]: [field.value, field.value].flat() } };
  },
  'a field more': ({ params }, random) => ({
    params: { ...params, [`Extra${random(9)}`]: oneOf(random, ['', '1']) },
  }),
  'a field less': (of, random) => {
    const field = pick(of, random);
    return field && { params: field.others };
  },
  'a letter of the nonce': ({ nonce }, random) => {
    const changed = otherLetter(nonce, random, [...inUrl, '\n', '\0']);
    return changed === undefined ? undefined : { nonce: changed };
  },
  'a letter more or less in the nonce': ({ nonce }, random) => ({
    nonce: random(2) === 0 ? nonce + oneOf(random, letters) : nonce.slice(1),
  }),
  'a letter of the signature': ({ signature }, random) => {
    const changed = otherLetter(signature, random, [...letters, '+', '/', '=', ',', '\0']);
    return changed === undefined ? undefined : { signature: changed };
  },
  'a letter more or less in the signature': ({ signature }, random) => ({
    signature: random(2) === 0 ? oneOf(random, letters) + signature : signature.slice(0, -1),
  }),
  'a letter of the token': ({ token }, random) => {
    const changed = otherLetter(token, random, inForm);
    return changed === undefined ? undefined : { token: changed };
  },
};
const names = Object.keys(changes);

test('signed requests with one change are rejected', { timeout: 120_000 }, () => {
  const first = Date.now() % 2 ** 31;
  const count = sized(5_000, 100_000);
  const accepted: unknown[] = [];
  const tried = new Map(names.map((name) => [name, 0]));
  let seed = first;
  for (let done = 0; done < count; seed++) {
    const random = randomOf(seed);
    const request = anyRequest(random);
    const token = `made_up_token_${random(1_000_000)}`;
    const { 'x-plivo-signature-v3': signature } = signRequest(request, token);
    const signed = { ...request, url: withoutFragment(request.url), signature, token };
    const what = names[seed % names.length]!;
    const change = changes[what]!(signed, random);
    if (change === undefined) continue;
    done++;
    tried.set(what, tried.get(what)! + 1);
    const { token: key, ...received } = { ...signed, ...change };
    if (verifyRequest(received as ReceivedRequest, key).ok) accepted.push({ seed, what, signed, change });
  }
  expect(accepted.slice(0, 3)).toEqual([]);
  // No kind of change was left out.
  expect([...tried].filter(([, times]) => times < count / 100)).toEqual([]);
});
