/**
 * Every error that plivo-jsx can report: a stable code, a sentence in the author's words, and one fix.
 *
 * The wording may change, the codes may not. `docs/reference/errors.md` is this table in prose; a test keeps the two equal.
 * Some sentences stand where the error is thrown, because each place has another reason: an entry such as `E_RULE`, `E_OPTION`,
 * `E_VARIABLE`, `E_ARGUMENT`, `E_ENV_FILE`, `E_FLOW_FILE` or `E_COMPONENT` only completes them.
 * @module
 */

/** An error: what is wrong, and one thing to do. Both may need facts. */
export interface ErrorEntry {
  message(facts: never): string;
  fix(facts: never): string;
}

const guess = ({ guess: name }: { readonly guess?: string | undefined }) =>
  name === undefined ? '' : ` Did you mean ${name}?`;

const only = (expected: string) => (expected === 'nothing inside' ? expected : `only ${expected}`);

/**
 * The table of all errors, in the order in which an author meets them. No phone number, key of a caller or secret may be in a fact.
 */
export const errors = {
  // Elements: what is written in TSX.
  E_ROOT: {
    message: ({ received }: { received: string }) =>
      `The root of a document must be one <Response>, not ${received}.`,
    fix: ({ suggestion = 'put everything into one <Response>' }: { suggestion?: string | undefined }) =>
      `${suggestion}.`,
  },
  E_ELEMENT: {
    message: (f: { element: string; guess?: string | undefined }) =>
      `There is no Plivo element <${f.element}>.${guess(f)}`,
    fix: ({ suggestion }: { suggestion: string }) => `${suggestion}.`,
  },
  E_NESTING: {
    message: ({ element, parent }: { element: string; parent: string }) =>
      `<${element}> cannot be inside <${parent}>.`,
    fix: ({ element, parent, expected }: { element: string; parent: string; expected: string }) =>
      `<${parent}> takes ${only(expected)}; move the <${element}> before or after the <${parent}>.`,
  },
  E_SDK_NESTING: {
    message: ({ element, parent }: { element: string; parent: string }) =>
      `Some of Plivo's SDKs allow <${element}> inside <${parent}>, but its documentation does not.`,
    fix: ({ element, parent, expected }: { element: string; parent: string; expected: string }) =>
      `<${parent}> takes only ${expected}; try the <${element}> on a real call, or move it out of the <${parent}>.`,
  },
  E_TEXT: {
    message: ({ element, received }: { element: string; received?: string | undefined }) =>
      `<${element}> cannot have text inside${received === undefined ? '' : `, and got ${received}`}.`,
    fix: ({ suggestion }: { suggestion: string }) => `${suggestion}.`,
  },
  E_CHILD: {
    message: ({ element, received }: { element: string; received: string }) =>
      `<${element}> got ${received} as content.`,
    fix: ({ suggestion }: { suggestion: string }) => `${suggestion}.`,
  },
  E_COPY: {
    message: () => 'An element was made by another copy of plivo-jsx.',
    fix: () => 'install plivo-jsx once only; npm ls plivo-jsx shows where it is installed.',
  },
  E_JSON: {
    message: ({ element }: { element: string }) => `<${element}> was turned into JSON instead of XML.`,
    fix: () =>
      'return it from a route below the plugin of plivo-jsx, or use what render() makes of it, also for the snapshot of a test.',
  },
  E_CONTENT: {
    message: ({ element, expected }: { element: string; expected: string }) =>
      `The text of <${element}> is not ${expected}.`,
    fix: ({ suggestion }: { suggestion: string }) => `${suggestion}.`,
  },
  E_EMPTY: {
    message: ({ element }: { element: string }) => `<${element}> is empty.`,
    fix: ({ expected }: { expected: string }) => `write ${expected} between the tags.`,
  },
  E_ATTRIBUTE: {
    message: (f: { element: string; attribute: string; guess?: string | undefined }) =>
      `<${f.element}> has no attribute ${f.attribute}.${guess(f)}`,
    fix: (f: { element: string; expected: string; guess?: string | undefined }) =>
      f.guess === undefined ? `<${f.element}> takes ${f.expected}.` : `write ${f.guess}.`,
  },
  E_REQUIRED: {
    message: ({ element, attribute }: { element: string; attribute: string }) =>
      `<${element}> has no ${attribute}.`,
    fix: ({ attribute, expected }: { attribute: string; expected: string }) =>
      `add ${attribute}; it takes ${expected}.`,
  },
  E_VALUE: {
    message: (f: {
      attribute: string;
      received: string;
      element: string;
      expected: string;
      guess?: string | undefined;
    }) => `${f.attribute} is ${f.received}; <${f.element} ${f.attribute}> takes ${f.expected}.${guess(f)}`,
    fix: ({ suggestion }: { suggestion: string }) => `${suggestion}.`,
  },
  E_LINK: {
    message: ({
      element,
      place,
      path,
      kind,
    }: {
      element: string;
      place: string;
      path: string;
      kind: string;
    }) =>
      `${place} of <${element}> links to the ${kind} ${path}, ${kind === 'level' ? 'and Plivo ignores its document' : 'which returns no document'}.`,
    fix: ({ suggestion }: { suggestion: string }) => `${suggestion}.`,
  },
  E_METHOD: {
    message: ({
      element,
      place,
      path,
      kind,
      method,
    }: {
      element: string;
      place: string;
      path: string;
      kind: string;
      method: string;
    }) =>
      `Plivo requests ${place} of <${element}> by ${method}, and the ${kind} ${path} does not answer ${method}.`,
    fix: ({
      attribute,
      methods,
      kind,
      method,
    }: {
      attribute: string;
      methods: string;
      kind: string;
      method: string;
    }) => `write ${attribute}="${methods}", or let the ${kind} answer ${method}.`,
  },
  E_RULE: {
    message: (f: { message: string; guess?: string | undefined }) => `${f.message}${guess(f)}`,
    fix: ({ fix }: { fix: string }) => `${fix}`,
  },
  E_LONG: {
    message: ({ element }: { element: string }) =>
      `The text of <${element}> was cut: one <Speak> says at most 3,000 characters.`,
    fix: () => 'say less, or spread it over several <Speak>.',
  },
  E_CHARACTER: {
    message: ({ element }: { element: string }) =>
      `<${element}> contains characters that XML does not allow.`,
    fix: () => 'remove them; characters that a caller sent need no fix, since they are spoken as spaces.',
  },
  E_SIZE: {
    message: ({ kilobytes }: { kilobytes: string | number }) =>
      `The document has ${kilobytes} KB, and Plivo takes at most 100 KB.`,
    fix: () => 'say less in one document, or go on in another one with <Redirect>.',
  },
  E_DEEP: {
    message: ({ most }: { most: number }) =>
      `More than ${most} elements and lists are nested inside each other.`,
    fix: () => 'find the component that returns itself without end, or the list that contains itself.',
  },
  E_AFTER: {
    message: ({ element, component }: { element: string; component: string }) =>
      `<${element}> stands after <${component}>, which never lets the call go on here.`,
    fix: ({ component }: { element: string; component: string }) =>
      `move it before the <${component}>, or into the level that the <${component}> leads to.`,
  },
  E_DIALOG: {
    message: ({ component }: { component: string }) =>
      `<${component}> posts the answer back to its level, and this document belongs to no level.`,
    fix: () => 'return it from a level of a flow; preview() renders one without a server.',
  },
  E_DIALOG_PROP: {
    message: ({ component, problem }: { component: string; problem: string; suggestion: string }) =>
      `<${component}> ${problem}.`,
    fix: ({ suggestion }: { component: string; problem: string; suggestion: string }) => `${suggestion}.`,
  },
  E_CHOICES: {
    message: ({ component, problem }: { component: string; problem: string; suggestion: string }) =>
      `<${component}> ${problem}.`,
    fix: ({ suggestion }: { component: string; problem: string; suggestion: string }) => `${suggestion}.`,
  },
  E_DIALOG_GONE: {
    message: ({ dialog, path }: { dialog: string; path: string }) =>
      `A notice came for the dialog ${dialog} of ${path}, which does not have it any more.`,
    fix: () => 'render the dialog whenever the level is requested, or put it into a level of its own.',
  },
  E_FORWARD: {
    message: ({ path, problem }: { path: string; problem: string }) => `<Forward> to ${path} ${problem}.`,
    fix: () => 'link to a level of a flow of this app, and not in a circle.',
  },
  E_COMPONENT: {
    message: ({ component, problem }: { component: string; problem: string }) => `<${component}> ${problem}.`,
    fix: ({
      component,
      suggestion = `look at the cause below, or catch it inside <${component}>`,
    }: {
      component: string;
      suggestion?: string | undefined;
    }) => `${suggestion}.`,
  },
  E_TAG: {
    message: ({ element, received }: { element: string; received: string }) =>
      `${element}(…) was called with ${received}, and ${element} is a tag of Plivo here.`,
    fix: ({ suggestion }: { suggestion: string }) => `${suggestion}.`,
  },
  E_SOUND: {
    message: ({ element, attribute, sounding }: { element: string; attribute: string; sounding: string }) =>
      `<${element}> is in the document of ${attribute} of <${sounding}>, of which Plivo plays only <Speak>, <Play> and <Wait>.`,
    fix: ({ element, attribute }: { element: string; attribute: string }) =>
      `remove the <${element}>, or write another level for ${attribute}.`,
  },
  E_DECLARED: {
    message: ({ element }: { element: string }) => `There is an element <${element}> already.`,
    fix: ({ element }: { element: string }) =>
      `import ${element} instead of defining it, or choose another name.`,
  },
  E_NAME: {
    message: ({ name }: { name: string }) =>
      `${JSON.stringify(name)} cannot be the name of an element or attribute.`,
    fix: () => 'begin with a letter, and go on with letters, digits and . _ -.',
  },
  E_PARENT: {
    message: ({ element, parent, problem }: { element: string; parent: string; problem: string }) =>
      `<${element}> names the parent <${parent}>, and ${problem}.`,
    fix: () => 'name elements of Plivo, such as "Response", or define the parent first.',
  },
  // Flows: levels and links.
  E_PATH: {
    message: ({ path }: { path: string }) => `The path ${path} cannot be the address of a level.`,
    fix: () =>
      'begin with a slash, use letters, digits and . _ ~ - between slashes, and no slash at the end, no part . or .. and no __proto__.',
  },
  E_PARAM: {
    message: ({ level, param, problem }: { level: string; param: string; problem: string }) =>
      `The parameter ${param} of ${level} ${problem}.`,
    fix: ({ param, suggestion }: { param: string; suggestion: string }) => `give ${param} ${suggestion}.`,
  },
  E_PARAM_NAME: {
    message: ({ level, param }: { level: string; param: string }) =>
      `The parameter ${param} of ${level} has a name that cannot be written into a URL.`,
    fix: () => 'begin its name with a lower-case letter, and continue with letters, digits and . _ ~ -.',
  },
  E_LEVEL_TWICE: {
    message: ({ flow, path }: { flow: string; path: string }) =>
      `The flow ${flow} has two levels at ${path}.`,
    fix: () => 'give one of them another path.',
  },
  E_LEVEL_SHARED: {
    message: ({ kind, path, owner, flow }: { kind: string; path: string; owner: string; flow: string }) =>
      `The ${kind} ${path} is in the flow ${owner} already, so the flow ${flow} cannot have it too.`,
    fix: ({ flow }: { flow: string }) => `create another one for the flow ${flow}, at another path.`,
  },
  E_LEVEL_ALONE: {
    message: ({ kind, path, place }: { kind: string; path: string; place: string }) =>
      `No flow lists the ${kind} ${path}${place}, so a link to it would not work.`,
    fix: ({ kind }: { kind: string }) => `add the ${kind} to the levels of its flow, or remove it.`,
  },
  E_VARIABLE: {
    message: ({ variable, problem }: { variable: string; problem: string }) => `${variable} ${problem}.`,
    fix: ({ suggestion }: { suggestion: string }) => `${suggestion}.`,
  },
  E_NO_LEVEL: {
    message: (f: { path: string; guess?: string | undefined }) =>
      `No flow has a level at ${f.path}.${guess(f)}`,
    fix: ({ paths }: { paths: string }) => `use one of ${paths}.`,
  },
  E_PARAMS: {
    message: ({ path }: { path: string }) => `${path} does not accept these parameters.`,
    fix: ({ suggestion }: { suggestion: string }) => `${suggestion}.`,
  },
  E_DEADLINE: {
    message: ({ path, milliseconds }: { path: string; milliseconds: number }) =>
      `${path} took longer than ${milliseconds} ms.`,
    fix: () => 'reply first and do slow work in the background, or set a timeout for what you await.',
  },
  E_SESSION: {
    message: ({ name, verb }: { name: string; verb: string }) =>
      `The session ${name} could not be ${verb}: the store failed, or was late.`,
    fix: () =>
      'look at the last log line with the event store, which has its error; callers are asked to wait meanwhile.',
  },
  E_SESSION_VALUE: {
    message: ({ name, problem }: { name: string; problem: string }) =>
      `The session ${name} was set to a value that ${problem}.`,
    fix: ({ suggestion }: { suggestion: string }) => `${suggestion}.`,
  },
  E_OPTION: {
    message: ({ option, problem }: { option: string; problem: string }) => `The option ${option} ${problem}.`,
    fix: ({ suggestion }: { suggestion: string }) => `${suggestion}.`,
  },
  E_HOURS: {
    message: (f: { part: string; received: string; expected: string; guess?: string | undefined }) =>
      `${f.part} is ${f.received}; hours() takes ${f.expected}.${guess(f)}`,
    fix: ({ suggestion }: { suggestion: string }) => `${suggestion}.`,
  },
  E_CATALOGUE: {
    message: ({ problem }: { problem: string }) => `The catalogue ${problem}.`,
    fix: ({ suggestion }: { suggestion: string }) => `${suggestion}.`,
  },
  E_SENTENCE: {
    message: ({ sentence, problem }: { sentence: string; problem: string }) =>
      `The sentence ${sentence} ${problem}.`,
    fix: ({ suggestion }: { suggestion: string }) => `${suggestion}.`,
  },
  E_LANGUAGE: {
    message: (f: { language: string; guess?: string | undefined }) =>
      `The flow does not speak ${f.language}.${guess(f)}`,
    fix: ({ languages }: { languages: string }) =>
      languages === ''
        ? 'give the catalogue to the flow: flow(name, { levels, catalogue }).'
        : `write one of its languages: ${languages}; or add a language to the catalogue.`,
  },
  E_SPOKEN: {
    message: ({ element, expected }: { element: string; expected: string }) =>
      `<${element}> needs ${expected}.`,
    fix: ({ example }: { example: string }) => `write it as in ${example}.`,
  },
  E_ROUTE: {
    message: ({ path, flow }: { path: string; flow: string }) =>
      `${path} is served twice: by the flow ${flow} and by another route.`,
    fix: () => 'give one of them another path.',
  },
  E_PACKAGE: {
    message: ({ what, name }: { what: string; name: string }) =>
      `${what} needs the package ${name}, which is not installed.`,
    fix: ({ name }: { name: string }) => `npm install ${name}.`,
  },
  // The signature.
  E_UNSIGNABLE: {
    message: ({ reason }: { reason: string }) =>
      `Plivo could not have sent this request, so it cannot be signed (${reason}).`,
    fix: () =>
      'give GET or POST, an absolute URL of at most 4096 ASCII characters, text as parameters and a token.',
  },
  // Plivo's REST API: placing a call.
  E_CREDENTIALS: {
    message: ({ option }: { option: string }) =>
      option.includes(' and ')
        ? `${option} are not set, and a call cannot be placed without them.`
        : `${option} is not set, and a call cannot be placed without it.`,
    fix: ({ option }: { option: string }) => {
      const url = option.includes('PUBLIC_URL') ? ' PUBLIC_URL is the address of your tunnel or server.' : '';
      const shown = option.includes(' and ') ? 'what belongs to your account' : 'it';
      return `set ${option}; Plivo's console shows ${shown}.${url} Nothing was sent.`;
    },
  },
  E_CREDENTIALS_FORM: {
    message: ({ option, form }: { option: string; form: string }) => `${option} is not ${form}.`,
    fix: ({ option }: { option: string }) => `copy ${option} from Plivo's console again. Nothing was sent.`,
  },
  E_NUMBER: {
    message: ({ which, expected }: { which: string; expected: string }) => `${which} is not ${expected}.`,
    fix: () =>
      'write a number as +15551234567, and a SIP address as sip:ann@phone.plivo.com. Nothing was sent.',
  },
  E_PUBLIC_URL: {
    message: ({ option, problem }: { option: string; problem: string }) =>
      `Plivo cannot reach ${option}: it ${problem}.`,
    fix: ({ option }: { option: string }) =>
      `set ${option} to the address of your tunnel or server, such as https://ivr.example.com. Nothing was sent.`,
  },
  E_CALL_AUTH: {
    message: ({ status }: { status: number }) =>
      `Plivo did not accept the credentials (status ${status}); no call was placed.`,
    fix: () => "compare the auth ID and the auth token with those in Plivo's console.",
  },
  E_CALL_REJECTED: {
    message: ({ status, reason }: { status: number; reason: string }) =>
      `Plivo rejected the call (status ${status}): ${reason}. No call was placed.`,
    fix: () =>
      'correct the value that Plivo names; the number that the call comes from must be a number of the account.',
  },
  E_CALL_LIMIT: {
    message: ({ tries }: { tries: number }) =>
      `Plivo received too many requests from this account (status 429, ${tries} attempts); no call was placed.`,
    fix: () => 'wait a minute, and place calls more slowly.',
  },
  E_CALL_UNREACHABLE: {
    message: ({ tries }: { tries: number }) =>
      `Plivo's API could not be reached in ${tries} attempts; no call was placed.`,
    fix: () => 'check the network connection and the DNS server of this machine.',
  },
  E_CALL_CERTIFICATE: {
    message: () => "The certificate of Plivo's API is not trusted, so nothing was sent; no call was placed.",
    fix: () =>
      'check the clock of this machine; behind a proxy, set NODE_EXTRA_CA_CERTS to the certificate of its authority.',
  },
  E_CALL_UNKNOWN: {
    message: ({ problem }: { problem: string }) =>
      `Plivo ${problem}, so whether the call was placed is unknown.`,
    fix: () =>
      "look at the live calls and call logs in Plivo's console before you try again: a second request may be a second call.",
  },
  // The phone.
  E_PHONE_URL: {
    message: ({ what }: { what: string }) => `${what} cannot be called.`,
    fix: () => 'write an absolute address, such as http://localhost:5000/ivr.',
  },
  E_PHONE_KEYS: {
    message: () => 'A telephone does not have these keys.',
    fix: () => 'press one or more of 0 to 9, *, # and A to D.',
  },
  E_PHONE_OVER: {
    message: ({ verb, code, name }: { verb: string; code: number; name: string }) =>
      `${verb} came after the end of the call (${code} ${name}).`,
    fix: () => 'look at what ended the call, or start another one.',
  },
  E_PHONE_VERB: {
    message: ({ verb, waits }: { verb: string; waits: string }) => `${verb} does not fit: the call ${waits}.`,
    fix: ({ possible }: { possible: string }) => `use what is possible now: ${possible}.`,
  },
  // A call in a test.
  E_APP_FAILED: {
    message: ({ what }: { what: string }) => `The app failed: ${what}`,
    fix: ({ fix = 'mend the app' }: { fix?: string | undefined }) =>
      `${fix}, or give call the option failures: 'allow' if the test expects it.`,
  },
  // The command line.
  E_NODE: {
    message: ({ version }: { version: string }) =>
      `plivo-jsx needs Node 20.19 or newer, and this is ${version}.`,
    fix: () => 'install a newer Node from https://nodejs.org.',
  },
  E_COMMAND: {
    message: (f: { command: string; guess?: string | undefined }) =>
      `There is no command "${f.command}".${guess(f)}`,
    fix: ({ commands }: { commands: string }) => `use one of ${commands}.`,
  },
  E_ARGUMENT: {
    message: ({ problem }: { problem: string }) => `${problem}.`,
    fix: ({ usage }: { usage: string }) => `call it as: ${usage}`,
  },
  E_MAP: {
    message: ({ file }: { file: string }) => `${file} is no map of a flow.`,
    fix: () => 'write one with: plivo-jsx map --format json.',
  },
  E_GIT: {
    message: ({ ref, problem }: { ref: string; problem: string }) =>
      `The files of ${ref} cannot be read: ${problem}.`,
    fix: () =>
      'give a commit, a branch or a tag of this repository, or a file that plivo-jsx map --format json wrote.',
  },
  E_SCRIPT: {
    message: (f: { position: number; token: string; problem: string; guess?: string | undefined }) =>
      `Token ${f.position} of the script, ${f.token}, ${f.problem}.${guess(f)}`,
    fix: () =>
      'write keys such as 1 or 12#, silence, wait:2, say:"two words", dial:busy, record:5 or hangup.',
  },
  E_SCRIPT_STEP: {
    message: ({ position, token, waits }: { position: number; token: string; waits: string }) =>
      `Token ${position} of the script, ${token}, does not fit: the call ${waits}.`,
    fix: ({ needs }: { needs: string }) =>
      `write ${needs} where the call waits for it; --verbose shows where it is.`,
  },
  E_SCRIPT_LEFT: {
    message: ({ tokens }: { tokens: string }) => `The call was over before ${tokens} of the script.`,
    fix: () => 'end the script where the call ends; the last lines of the call tell what ended it.',
  },
  E_PORT: {
    message: ({ host, port }: { host: string; port: number }) =>
      `Port ${port} of ${host} is in use by another program.`,
    fix: ({
      variable = 'PORT',
      other = 5001,
    }: {
      variable?: string | undefined;
      other?: number | undefined;
    }) =>
      `stop that program, or choose another port with the variable ${variable}, such as ${variable}=${other}.`,
  },
  E_ADDRESS: {
    message: ({ host, port }: { host: string; port: number }) =>
      `This machine cannot listen on ${host}, port ${port}.`,
    fix: () => 'set HOST to an address of this machine, such as 127.0.0.1, and PORT to a port from 1024 on.',
  },
  E_UNSIGNED: {
    message: ({ host }: { host: string }) =>
      `HOST is ${host}, which others can reach, and there is no PLIVO_AUTH_TOKEN: anyone could pose as Plivo.`,
    fix: () => 'set PLIVO_AUTH_TOKEN and PUBLIC_URL, or set ALLOW_UNSIGNED=1.',
  },
  E_NO_FLOWS: {
    message: ({ folder }: { folder: string }) => `There is no flow in ${folder}.`,
    fix: () => 'write one as flows/<name>/flow.ts, with the flow as its default export.',
  },
  E_FLOW_FILE: {
    message: ({ file, problem }: { file: string; problem: string }) => `${file} ${problem}.`,
    fix: () => 'make it a folder with a flow.ts in it that this user may read, or remove it.',
  },
  E_MODULE: {
    message: ({ file }: { file: string }) =>
      `Node treats ${file} as CommonJS, but plivo-jsx needs ES modules.`,
    fix: () => 'add "type": "module" to the package.json of your project.',
  },
  E_FLOW: {
    message: ({ file }: { file: string }) => `${file} does not export a flow.`,
    fix: () => "end it with export default flow('name', { levels: [...] }).",
  },
  E_LOAD: {
    message: ({ file, problem, place }: { file: string; problem: string; place: string }) =>
      `${file} cannot be loaded: ${problem}${place}.`,
    fix: () => 'correct it there; nothing is served until it loads.',
  },
  E_COMPILER: {
    message: ({ file }: { file: string }) =>
      `${file} is written in TypeScript, and esbuild, which compiles it, is not installed.`,
    fix: () => 'npm install esbuild; flows that are compiled to flow.js do not need it.',
  },
  E_TEMPORARY_FOLDER: {
    message: ({ folder, code }: { folder: string; code: string }) =>
      `Nothing can be written into ${folder}, the folder for temporary files (${code}), where flows in TypeScript are compiled.`,
    fix: () =>
      'set TMPDIR to a folder that can be written; flows that are compiled to flow.js need no such folder.',
  },
  E_WORKING_DIRECTORY: {
    message: () => 'The working directory does not exist any more.',
    fix: () => 'change to the folder of your project, and run the command again.',
  },
  E_ENV_FILE: {
    message: ({ place, problem }: { place: string; problem: string }) => `${place} ${problem}.`,
    fix: ({ suggestion }: { suggestion: string }) => `${suggestion}.`,
  },
  E_NEVER: {
    message: ({ command }: { command: string }) =>
      `${command} waits for a promise that nothing can settle any more.`,
    fix: () => 'find an await on a promise that never settles, at the top of a file or in a component.',
  },
} as const satisfies Record<string, ErrorEntry>;
