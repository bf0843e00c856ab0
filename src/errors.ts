/**
 * Every error that plivo-jsx can report: a stable code, a sentence in the author's words, and one fix.
 *
 * The wording may change, the codes may not. `ERRORS.md` is this table in prose; a test keeps the two equal.
 * @module
 */

/** What the sentence of an error is built from. Never a phone number, a digit that a caller pressed or a secret. */
export type Facts = { readonly [name: string]: string | number | undefined };

interface Entry {
  says(facts: Facts): string;
  fix(facts: Facts): string;
}

const guess = ({ guess: name }: Facts) => (name === undefined ? '' : ` Did you mean ${name}?`);

const only = (takes: string | number | undefined) => (takes === 'nothing inside' ? takes : `only ${takes}`);

/** The table of all errors, in the order in which an author meets them. */
export const errors = {
  // Elements: what is written in TSX.
  E_ROOT: {
    says: ({ got }) => `A document begins with <Response>, and this one begins with ${got}.`,
    fix: () => 'put everything into one <Response>.',
  },
  E_ELEMENT: {
    says: (f) => `There is no Plivo element <${f.element}>.${guess(f)}`,
    fix: ({ instead }) => `${instead}.`,
  },
  E_NESTING: {
    says: ({ element, parent }) => `<${element}> cannot be inside <${parent}>.`,
    fix: ({ element, parent, takes }) =>
      `<${parent}> takes ${only(takes)}; move the <${element}> before or after the <${parent}>.`,
  },
  E_SDK_NESTING: {
    says: ({ element, parent }) =>
      `<${element}> inside <${parent}> is known to some of Plivo's SDKs, not to its documentation.`,
    fix: ({ element, parent, takes }) =>
      `<${parent}> takes only ${takes}; try the <${element}> on a real call, or move it out of the <${parent}>.`,
  },
  E_TEXT: {
    says: ({ element }) => `<${element}> cannot have text inside.`,
    fix: ({ instead }) => `${instead}.`,
  },
  E_CHILD: {
    says: ({ element, got }) => `<${element}> got ${got} as content.`,
    fix: ({ instead }) => `${instead}.`,
  },
  E_CONTENT: {
    says: ({ element, takes }) => `The text of <${element}> is not ${takes}.`,
    fix: ({ instead }) => `${instead}.`,
  },
  E_EMPTY: {
    says: ({ element }) => `<${element}> is empty.`,
    fix: ({ takes }) => `write ${takes} between the tags.`,
  },
  E_ATTRIBUTE: {
    says: (f) => `<${f.element}> has no attribute ${f.attribute}.${guess(f)}`,
    fix: ({ element, takes }) => `<${element}> takes ${takes}.`,
  },
  E_REQUIRED: {
    says: ({ element, attribute }) => `<${element}> has no ${attribute}.`,
    fix: ({ attribute, takes }) => `add ${attribute}; it takes ${takes}.`,
  },
  E_VALUE: {
    says: (f) => `${f.attribute} is ${f.got}; <${f.element} ${f.attribute}> takes ${f.takes}.${guess(f)}`,
    fix: ({ instead }) => `${instead}.`,
  },
  E_LINK: {
    says: ({ element, place, path, kind }) => `${place} of <${element}> is a link to the ${kind} ${path}.`,
    fix: ({ instead }) => `${instead}.`,
  },
  E_METHOD: {
    says: ({ element, place, path, kind, method }) =>
      `Plivo requests ${place} of <${element}> by ${method}, and the ${kind} ${path} does not answer ${method}.`,
    fix: ({ attribute, methods, kind, method }) =>
      `write ${attribute}="${methods}", or let the ${kind} answer ${method}.`,
  },
  E_RULE: {
    says: ({ says }) => `${says}`,
    fix: ({ fix }) => `${fix}`,
  },
  E_LONG: {
    says: ({ element }) => `The text of <${element}> was cut: one <Speak> says at most 3,000 characters.`,
    fix: () => 'say less, or spread it over several <Speak>.',
  },
  E_CHARACTER: {
    says: ({ element }) => `<${element}> holds characters that XML cannot carry.`,
    fix: () => 'nothing, if they came from a caller: they are spoken as spaces; else take them out.',
  },
  E_SIZE: {
    says: ({ kilobytes }) => `The document has ${kilobytes} KB, and Plivo takes at most 100 KB.`,
    fix: () => 'say less in one document, or go on in another one with <Redirect>.',
  },
  E_DEEP: {
    says: ({ most }) => `More than ${most} tags and lists stand inside each other.`,
    fix: () => 'look for a component that uses itself without an end, or a list that holds itself.',
  },
  E_COMPONENT: {
    says: ({ component, problem }) => `<${component}> ${problem}.`,
    fix: ({ component, instead = `look at the cause below, or catch it inside <${component}>` }) =>
      `${instead}.`,
  },
  E_DECLARED: {
    says: ({ element }) => `There is an element <${element}> already.`,
    fix: ({ element }) => `import ${element} instead of defining it, or choose another name.`,
  },
  E_NAME: {
    says: ({ name }) => `${JSON.stringify(name)} cannot be the name of an element or attribute.`,
    fix: () => 'begin with a letter, and go on with letters, digits and . _ -.',
  },
  E_PARENT: {
    says: ({ element, parent, problem }) => `<${element}> names the parent <${parent}>, and ${problem}.`,
    fix: () => 'name elements of Plivo, such as "Response", or define the parent first.',
  },
  // Flows: levels and links.
  E_PATH: {
    says: ({ path }) => `The path ${path} cannot be the address of a level.`,
    fix: () =>
      'begin with a slash, use letters, digits and . _ ~ - between slashes, and no slash at the end.',
  },
  E_PARAM: {
    says: ({ level, param }) => `The parameter ${param} of ${level} has a value that cannot travel in a URL.`,
    fix: ({ param }) =>
      `give ${param} a text, finite number or boolean made of letters, digits and . _ ~ - (or base64url).`,
  },
  E_PARAM_NAME: {
    says: ({ level, param }) => `The parameter ${param} of ${level} has a name that cannot travel in a URL.`,
    fix: () => 'begin its name with a small letter, and go on with letters, digits and . _ ~ -.',
  },
  E_LEVEL_TWICE: {
    says: ({ flow, path }) => `The flow ${flow} has two levels at ${path}.`,
    fix: () => 'give one of them another path.',
  },
  E_LEVEL_SHARED: {
    says: ({ kind, path, owner, flow }) =>
      `The ${kind} ${path} is in the flow ${owner} already, so the flow ${flow} cannot have it too.`,
    fix: ({ flow }) => `make one of its own for ${flow}, at another path.`,
  },
  E_LEVEL_ALONE: {
    says: ({ kind, path, place }) =>
      `No flow has the ${kind} ${path}${place}, so a link to it would lead nowhere.`,
    fix: ({ kind }) => `add the ${kind} to the levels of its flow, or remove it.`,
  },
  E_VARIABLE: {
    says: ({ variable, problem }) => `${variable} ${problem}.`,
    fix: ({ instead }) => `${instead}.`,
  },
  E_NO_LEVEL: {
    says: ({ path }) => `No flow has a level at ${path}.`,
    fix: ({ paths }) => `use one of ${paths}.`,
  },
  E_PARAMS: {
    says: ({ path }) => `${path} does not accept these parameters.`,
    fix: () => 'give the parameters that its schema asks for, such as ?lang=en.',
  },
  E_DEADLINE: {
    says: ({ path, milliseconds }) => `${path} took longer than ${milliseconds} ms.`,
    fix: () => 'answer first and do slow work in the background, or give what you await a limit of its own.',
  },
  E_OPTION: {
    says: ({ option, problem }) => `The option ${option} ${problem}.`,
    fix: ({ instead }) => `${instead}.`,
  },
  E_ROUTE: {
    says: ({ path, flow }) => `${path} is served twice: by the flow ${flow} and by another route.`,
    fix: () => 'give one of them another path.',
  },
  // The signature.
  E_UNSIGNABLE: {
    says: ({ reason }) => `Plivo could not have sent this request, so it cannot be signed (${reason}).`,
    fix: () =>
      'give GET or POST, an absolute URL of at most 4096 ASCII characters, text as parameters and a token.',
  },
  // Plivo's REST API: placing a call.
  E_CREDENTIALS: {
    says: ({ variable }) => `${variable} is not set, and a call cannot be placed without it.`,
    fix: ({ variable }) => `set ${variable}; Plivo's console shows it. Nothing was sent.`,
  },
  E_CREDENTIALS_FORM: {
    says: ({ variable, form }) => `${variable} is not ${form}.`,
    fix: ({ variable }) => `copy ${variable} from Plivo's console again. Nothing was sent.`,
  },
  E_NUMBER: {
    says: ({ which }) => `${which} is not in E.164 form.`,
    fix: () => 'write it with + and the country code, such as +15551234567. Nothing was sent.',
  },
  E_PUBLIC_URL: {
    says: ({ problem, field = 'the public address' }) => `Plivo cannot reach ${field}: it ${problem}.`,
    fix: ({ field = 'PUBLIC_URL' }) =>
      `set ${field} to the address of your tunnel or server, such as https://ivr.example.com. Nothing was sent.`,
  },
  E_CALL_AUTH: {
    says: ({ status }) => `Plivo did not accept the credentials (status ${status}); no call was placed.`,
    fix: () => "check PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN against Plivo's console.",
  },
  E_CALL_REFUSED: {
    says: ({ status, reason }) => `Plivo refused the call (status ${status}): ${reason}. No call was placed.`,
    fix: () => 'change what Plivo names; PLIVO_NUMBER must be a number of the account.',
  },
  E_CALL_LIMIT: {
    says: ({ tries }) =>
      `Plivo has too many requests of this account (status 429, ${tries} tries); no call was placed.`,
    fix: () => 'wait a minute and call again, slower.',
  },
  E_CALL_UNREACHABLE: {
    says: ({ tries }) => `Plivo's API could not be reached in ${tries} tries; no call was placed.`,
    fix: () => 'check the network and the name server of this machine.',
  },
  E_CALL_CERTIFICATE: {
    says: () =>
      "The certificate of Plivo's API could not be trusted, so nothing was sent; no call was placed.",
    fix: () =>
      'check the clock of this machine; behind a proxy, name its certificate authority in NODE_EXTRA_CA_CERTS.',
  },
  E_CALL_UNKNOWN: {
    says: ({ problem }) => `Plivo ${problem}, so whether the call was placed is unknown.`,
    fix: () =>
      "look at the live calls and call logs in Plivo's console before you try again: a second request may be a second call.",
  },
  // The phone.
  E_PHONE_URL: {
    says: ({ what }) => `${what} cannot be called.`,
    fix: () => 'write an absolute address, such as http://localhost:5000/ivr.',
  },
  E_PHONE_KEYS: {
    says: () => 'A telephone does not have these keys.',
    fix: () => 'press one or more of 0 to 9, *, # and A to D.',
  },
  E_PHONE_OVER: {
    says: ({ verb, code, name }) => `${verb} came after the end of the call (${code} ${name}).`,
    fix: () => 'look at what ended the call, or start another one.',
  },
  E_PHONE_VERB: {
    says: ({ verb, state }) => `${verb} does not fit: the call is "${state}".`,
    fix: () => 'look at call.state, which says what the call waits for.',
  },
  // The command line.
  E_NODE: {
    says: ({ version }) => `plivo-jsx needs Node 20.19 or newer, and this is ${version}.`,
    fix: () => 'install a newer Node from https://nodejs.org.',
  },
  E_COMMAND: {
    says: (f) => `There is no command "${f.command}".${guess(f)}`,
    fix: ({ commands }) => `use one of ${commands}.`,
  },
  E_ARGUMENT: {
    says: ({ problem }) => `${problem}.`,
    fix: ({ usage }) => `call it as: ${usage}`,
  },
  E_SCRIPT: {
    says: (f) => `Token ${f.position} of the script, ${f.token}, ${f.problem}.${guess(f)}`,
    fix: () => 'write keys such as 1 or 12#, silence, say:"two words", dial:busy, record:5 or hangup.',
  },
  E_SCRIPT_STEP: {
    says: ({ position, token, waits }) =>
      `Token ${position} of the script, ${token}, does not fit: the call ${waits}.`,
    fix: ({ needs }) => `write ${needs} where the call waits for it; --verbose shows where it is.`,
  },
  E_PORT: {
    says: ({ host, port }) => `Port ${port} of ${host} is in use by another program.`,
    fix: ({ variable = 'PORT', other = 5001 }) =>
      `stop that program, or choose another port with the variable ${variable}, such as ${variable}=${other}.`,
  },
  E_ADDRESS: {
    says: ({ host, port }) => `This machine cannot listen on ${host}, port ${port}.`,
    fix: () => 'set HOST to an address of this machine, such as 127.0.0.1, and PORT to a port from 1024 on.',
  },
  E_UNSIGNED: {
    says: ({ host }) =>
      `HOST is ${host}, which others can reach, and there is no PLIVO_AUTH_TOKEN: anyone could pose as Plivo.`,
    fix: () => 'set PLIVO_AUTH_TOKEN and PUBLIC_URL, or say ALLOW_UNSIGNED=1.',
  },
  E_NO_FLOWS: {
    says: ({ folder }) => `There is no flow in ${folder}.`,
    fix: () => 'write one as flows/<name>/flow.ts, with the flow as its default export.',
  },
  E_MODULE: {
    says: ({ file }) => `Node takes ${file} for CommonJS, and plivo-jsx is made of ES modules.`,
    fix: () => 'add "type": "module" to the package.json of your project.',
  },
  E_FLOW: {
    says: ({ file }) => `${file} does not export a flow.`,
    fix: () => "end it with export default flow('name', { levels: [...] }).",
  },
  E_LOAD: {
    says: ({ file, problem, place }) => `${file} cannot be loaded: ${problem}${place}.`,
    fix: () => 'mend it there; nothing is served until it loads.',
  },
  E_COMPILER: {
    says: ({ file }) => `${file} is written in TypeScript, and esbuild, which compiles it, is not installed.`,
    fix: () => 'npm install esbuild; flows that are compiled to flow.js do without.',
  },
  E_ENV_FILE: {
    says: () => 'There is a .env that cannot be read.',
    fix: () => 'make it a text file with lines such as PORT=5000, or remove it.',
  },
  E_NEVER: {
    says: ({ command }) => `${command} waits for a promise that nothing can settle any more.`,
    fix: () => 'look for an await, at the top of a file or in a component, of what never comes.',
  },
} as const satisfies Record<string, Entry>;

/** A stable code, such as `E_NESTING`. */
export type ErrorCode = keyof typeof errors;

/** The first line of an error: what is wrong. */
export function sentenceOf(code: ErrorCode, facts: Facts): string {
  return errors[code].says(facts as never);
}

/** What to do about an error. */
export function fixOf(code: ErrorCode, facts: Facts): string {
  return errors[code].fix(facts as never);
}

/** The last line of an error: one thing to do, and the code. */
export function fixLineOf(code: ErrorCode, facts: Facts): string {
  return `Fix: ${fixOf(code, facts)} [${code}]`;
}

/**
 * An error of plivo-jsx. Its `code` is stable; its message says what is wrong and ends with one thing to do.
 *
 * @example
 * ```ts
 * import { PlivoJsxError } from 'plivo-jsx';
 *
 * const isNesting = (error: unknown) => error instanceof PlivoJsxError && error.code === 'E_NESTING';
 * ```
 */
export class PlivoJsxError extends Error {
  readonly code: ErrorCode;
  /** What the message was built from. */
  readonly facts: Facts;

  constructor(
    code: ErrorCode,
    facts: Facts = {},
    options: { readonly cause?: unknown; readonly trace?: string } = {},
  ) {
    const { cause, trace } = options;
    const lines = [sentenceOf(code, facts), trace, fixLineOf(code, facts)];
    super(lines.filter(Boolean).join('\n'), cause === undefined ? {} : { cause });
    this.name = 'PlivoJsxError';
    this.code = code;
    this.facts = facts;
  }
}
