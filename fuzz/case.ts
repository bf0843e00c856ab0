/**
 * One request, made by chance: any method, path, query, form and headers, signed by Plivo or not.
 * @module
 */
import { parse } from 'fast-querystring';
import { signRequest } from 'plivo-jsx';
import type { Random } from './random.ts';
import { paths, publicUrl, token } from './target.tsx';
import { callUuid, fieldName, fieldValue, oddText } from './words.ts';

/** A request for Fastify's `inject`. */
export interface Case {
  readonly method: 'GET' | 'POST' | 'PUT' | 'HEAD' | 'OPTIONS' | 'TRACE' | 'PATCH' | 'DELETE' | 'SEARCH';
  /** Path and query, as the server sees them. */
  readonly url: string;
  readonly headers: { readonly [name: string]: string | string[] };
  readonly payload: string | Buffer | undefined;
}

const formType = 'application/x-www-form-urlencoded';

/** The request of a number. */
export function makeCase(random: Random): Case {
  const method = random.percent(80)
    ? 'POST'
    : random.percent(70)
      ? 'GET'
      : random.pick(['PUT', 'HEAD', 'OPTIONS', 'TRACE', 'PATCH', 'DELETE', 'SEARCH', 'POST'] as const);
  const fields = random.percent(97) ? form(random) : hugeForm(random);
  const wanted = path(random) + query(random, method === 'GET' ? fields : '');
  const url = asSeen(wanted);
  const { type, payload } = method === 'GET' && random.percent(95) ? noBody : body(random, fields);
  const headers = {
    ...(type !== undefined && { 'content-type': type }),
    ...signature(random, method, url, payload, type),
    ...oddHeaders(random),
  };
  return { method, url, headers, payload };
}

const percent = (text: string) => encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));

const noBody = { type: undefined, payload: undefined };

/** `inject` reads an address as a browser does, so the signature has to be over what comes of it. */
function asSeen(wanted: string): string {
  try {
    const { pathname, search } = new URL(publicUrl + wanted);
    // A path of two slashes would be read as a host.
    return pathname.replace(/^\/+/, '/') + search;
  } catch {
    return '/fuzz';
  }
}

function path(random: Random): string {
  if (random.percent(85)) return random.pick(paths);
  const good = random.pick(paths);
  switch (random.below(7)) {
    case 0:
      return `${good}/${percent(oddText(random))}`;
    case 1:
      return `${good}/${random.pick(['..', '%2e%2e/ivr', '%2F', '%00', '%zz', '%ff', '%', ';a=b', '@h/ivr', '__proto__'])}`;
    case 2:
      return good.replaceAll('i', '%69');
    case 3:
      return `${good}/${'a'.repeat(random.between(1, 6_000))}`;
    case 4:
      return good.toUpperCase();
    case 5:
      return `${good}/`;
    default:
      return `/${oddText(random)}`;
  }
}

function query(random: Random, fields: string): string {
  const parts = fields === '' ? [] : [fields];
  if (random.percent(45))
    parts.push(
      ...random.list(1, 4, () =>
        random.percent(60)
          ? random.pick([
              'lang=en',
              'lang=es',
              'lang=xx',
              'try=2',
              'try=-1',
              'try=zz',
              '__again=1',
              'q=a.b',
              'a',
              '=',
            ])
          : `${escaped(random, fieldName(random))}=${escaped(random, oddText(random).slice(0, 600))}`,
      ),
    );
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** A form as Plivo would send it, with something odd in it. */
function form(random: Random): string {
  const names = random.list(0, 12, () => fieldName(random));
  const pairs = names.map((name) => `${escaped(random, name)}=${escaped(random, fieldValue(random, name))}`);
  if (random.percent(92)) pairs.push(`CallUUID=${callUuid(random)}`);
  if (random.percent(5))
    pairs.push(random.pick(['', '=', '&', 'CallUUID=again', 'Digits', 'Digits=1&Digits=2']));
  return pairs.join('&');
}

/** Too many fields, or too much in one of them. */
const hugeForm = (random: Random) =>
  random.percent(50)
    ? `CallUUID=${callUuid(random)}&${'a=1&'.repeat(random.between(200, 5_000))}`
    : `CallUUID=${callUuid(random)}&Speech=${random.pick(['x', '%20', '%F0%9F%98%80', '\u00E9']).repeat(random.between(3_000, 30_000))}`;

/** A text in a form: escaped as it should be, or otherwise. */
function escaped(random: Random, text: string): string {
  switch (random.below(12)) {
    case 0:
      return text;
    case 1:
      return `${percent(text)}${random.pick(['%', '%zz', '%ff', '%C3', '%ED%A0%80', '%00'])}`;
    case 2:
      return percent(percent(text));
    case 3:
      return percent(text).toLowerCase();
    default:
      return percent(text).replaceAll('%20', '+');
  }
}

function body(
  random: Random,
  fields: string,
): { readonly type: string | undefined; readonly payload: string | Buffer } {
  if (random.percent(92))
    return { type: random.percent(90) ? formType : `${formType}; charset=UTF-8`, payload: fields };
  const types = [
    undefined,
    '',
    'application/json',
    'text/plain',
    'multipart/form-data; boundary=x',
    `${formType};charset=iso-8859-1`,
    `${formType}; ;`,
    'application/',
    oddText(random).replaceAll(/[^\x20-\x7e]/g, '?'),
  ];
  const bytes = Buffer.from(random.list(0, 200, () => random.below(256)));
  return {
    type: random.pick([formType, ...types]),
    payload: random.pick([fields, '{"__proto__":{"a":1}}', '{', bytes, '--x\r\n\r\n--x--']),
  };
}

/** By Plivo, by nobody, or by somebody else. */
function signature(
  random: Random,
  method: string,
  url: string,
  payload: string | Buffer | undefined,
  type: string | undefined,
): Case['headers'] {
  if (random.percent(15)) return {};
  if (random.percent(10)) {
    return {
      'x-plivo-signature-v3': random.pick(['', ',', 'a'.repeat(44), '='.repeat(9_000), oddText(random)]),
      'x-plivo-signature-v3-nonce': random.pick(['1', '', 'a.b', '9'.repeat(500), oddText(random)]),
    };
  }
  const isForm = method === 'POST' && type?.startsWith(formType) === true;
  const params = isForm ? parse(Buffer.from(payload ?? '').toString()) : {};
  try {
    // Repeatable, unlike the nonce that would be made.
    const nonce = String(random.below(1e9));
    const key = random.percent(95) ? token : `${token}?`;
    const { 'x-plivo-signature-v3': own, ...rest } = signRequest(
      { method, url: publicUrl + url, params: params as Record<string, string>, nonce },
      key,
    );
    return random.percent(90)
      ? { 'x-plivo-signature-v3': own, ...rest }
      : { 'x-plivo-signature-ma-v3': own, 'x-plivo-signature-v3': random.pick(['', own, 'x,,y']), ...rest };
  } catch {
    return {};
  }
}

function oddHeaders(random: Random): Case['headers'] {
  if (random.percent(90)) return {};
  return random.pick<Case['headers']>([
    { host: random.pick(['', 'evil.example.com', '[::1]:80', 'a b', 'x'.repeat(3_000)]) },
    { 'content-encoding': random.pick(['gzip', 'identity', 'br, gzip', '']) },
    { 'x-forwarded-host': 'evil.example.com', 'x-forwarded-proto': 'javascript', forwarded: 'for=";"' },
    { 'content-length': random.pick(['0', '-1', '1e9', 'x', '99999999999999999999']) },
    { accept: '*/*;q=2', 'accept-version': '9', 'x-http-method-override': 'DELETE' },
    { [`x-${random.below(1e6)}`]: oddText(random), cookie: oddText(random) },
    { 'x-plivo-signature-v3': ['a', 'b'], 'x-plivo-signature-v3-nonce': ['1', '2'] },
    { expect: '100-continue', upgrade: 'websocket', connection: 'upgrade' },
  ]);
}
