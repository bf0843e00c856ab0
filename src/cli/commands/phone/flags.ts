/**
 * The flags of `plivo-jsx phone`: one table, from which come the parser, the help and a test of the documentation.
 * @module
 */

/** One flag. */
export interface Flag {
  readonly says: string;
  /** What stands for its value; without it the flag is on or off. */
  readonly value?: string;
  readonly multiple?: true;
  /** It means something for outbound calls only. */
  readonly outbound?: true;
  /** The only values, if there are few. */
  readonly takes?: readonly string[];
}

const methods = ['GET', 'POST'];

/** All flags, in the order of the help. */
export const flags = {
  script: { value: 'tokens', says: 'what the caller does, such as "1 2 dial:busy"; then silence follows' },
  json: { says: 'prints one JSON object a line, and nothing else' },
  verbose: { says: 'shows each request, its reply and the milliseconds' },
  xml: { says: 'shows each document' },
  'real-time': { says: 'at a keyboard, prompts take their time, so that keys can interrupt them' },
  from: { value: 'number', says: 'who calls; of an outbound call the number it comes from' },
  to: { value: 'number', says: 'who is called' },
  direction: { value: 'word', takes: ['inbound', 'outbound'], says: 'who placed the call; default inbound' },
  'caller-name': { value: 'name', says: "the caller's name" },
  'forwarded-from': { value: 'number', says: 'the number that the call was diverted from' },
  header: { value: 'X-PH-name=value', multiple: true, says: 'a custom SIP header of the caller' },
  token: { value: 'token', says: 'signs every request with this auth token' },
  sign: { says: 'signs with PLIVO_AUTH_TOKEN for PUBLIC_URL, so that no token stands on the command line' },
  'public-url': {
    value: 'url',
    says: 'the address the app believes it has, with --sign by default PUBLIC_URL; requests to it go where the call began',
  },
  'answer-method': { value: 'method', takes: methods, says: 'default POST' },
  'hangup-url': { value: 'url', says: 'is told when the call has ended' },
  'hangup-method': { value: 'method', takes: methods, says: 'default POST' },
  'ring-url': { outbound: true, value: 'url', says: 'is told when an outbound call rings' },
  'ring-method': { outbound: true, value: 'method', takes: methods, says: 'default POST' },
  'fallback-url': { value: 'url', says: 'is asked when the answer URL failed' },
  'fallback-method': { value: 'method', takes: methods, says: 'default POST' },
  callee: {
    outbound: true,
    value: 'word',
    takes: ['answers', 'busy', 'rejects', 'does not answer'],
    says: 'what becomes of an outbound call; default answers',
  },
  'answered-by': {
    outbound: true,
    value: 'word',
    takes: ['human', 'machine'],
    says: 'of an outbound call; default human',
  },
  'machine-detection': {
    outbound: true,
    value: 'word',
    takes: ['true', 'hangup'],
    says: 'as of an outbound call; default none',
  },
  'machine-detection-url': {
    outbound: true,
    value: 'url',
    says: 'is told of a machine while the call goes on',
  },
  'machine-detection-method': { outbound: true, value: 'method', takes: methods, says: 'default POST' },
  room: {
    value: 'name=member,member',
    multiple: true,
    says: 'who is in a conference or multiparty call already',
  },
  assume: {
    value: 'name=value',
    multiple: true,
    says: 'what Plivo does not document, such as ringSeconds=5',
  },
  uuid: { value: 'id', says: 'the id of the call; default a random one' },
} as const satisfies { readonly [name: string]: Flag };

export type FlagName = keyof typeof flags;

/** The flags as `parseArgs` of Node wants them. */
export const parserOptions = Object.fromEntries(
  Object.entries<Flag>(flags).map(([name, { value, multiple }]) => [
    name,
    { type: value === undefined ? ('boolean' as const) : ('string' as const), multiple: multiple === true },
  ]),
);
