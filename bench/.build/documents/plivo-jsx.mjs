import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// ../src/elements/url.ts
var Link = class {
  /** Path and query, such as `/ivr/action?lang=en`. */
  href;
  /** The path of the level that it leads to. */
  level;
  constructor(href, level2) {
    this.href = href;
    this.level = level2;
  }
  toString() {
    return this.href;
  }
};
var httpUrl = /^https?:\/\/[^\s/?#]/i;
var websocketUrl = /^wss:\/\/[^\s/?#]/i;
function absoluteUrl(url3, kind, baseUrl) {
  const text4 = url3 instanceof Link ? url3.href : url3;
  if (typeof text4 !== "string") return void 0;
  const trimmed = text4.trim();
  if (kind === "websocket") return websocketUrl.test(trimmed) ? trimmed : void 0;
  if (trimmed.startsWith("/") && !trimmed.startsWith("//")) {
    return baseUrl === void 0 ? void 0 : baseUrl + trimmed;
  }
  return httpUrl.test(trimmed) ? trimmed : void 0;
}

// ../src/elements/content.ts
var nothing = {
  kind: "none",
  children: [],
  sdkChildren: [],
  required: false,
  takes: "nothing inside"
};
function elements(children, options) {
  return {
    kind: "elements",
    children,
    sdkChildren: options?.sdkChildren ?? [],
    required: options?.required ?? false,
    takes: children.map((name) => `<${name}>`).join(", ")
  };
}
function textAndElements(children, options = {}) {
  return {
    kind: "text+elements",
    children,
    sdkChildren: [],
    required: false,
    takes: `text and ${children.map((name) => `<${name}>`).join(", ")}`,
    ...options
  };
}
function text(options) {
  const { pattern, textType, takes: takes2, required = true } = options;
  return {
    kind: "text",
    children: [],
    sdkChildren: [],
    required,
    takes: takes2,
    ...textType === void 0 ? {} : { textType },
    ...pattern === void 0 ? {} : { print: (value) => pattern.test(value) ? value : void 0 }
  };
}
function urlText(urlKind, options) {
  return {
    kind: "text",
    children: [],
    sdkChildren: [],
    required: true,
    ...options,
    print: (value, baseUrl) => absoluteUrl(value, urlKind, baseUrl)
  };
}

// ../jsx-runtime/element.ts
var JsxElement = class {
  type;
  props;
  source;
  constructor(type, props, source) {
    this.type = type;
    this.props = props;
    this.source = source;
  }
};

// ../src/errors.ts
var guess = ({ guess: name }) => name === void 0 ? "" : ` Did you mean ${name}?`;
var only = (takes2) => takes2 === "nothing inside" ? takes2 : `only ${takes2}`;
var errors = {
  // Elements: what is written in TSX.
  E_ROOT: {
    says: ({ got }) => `A document begins with <Response>, and this one begins with ${got}.`,
    fix: () => "put everything into one <Response>."
  },
  E_ELEMENT: {
    says: (f) => `There is no Plivo element <${f.element}>.${guess(f)}`,
    fix: ({ instead }) => `${instead}.`
  },
  E_NESTING: {
    says: ({ element, parent }) => `<${element}> cannot be inside <${parent}>.`,
    fix: ({ element, parent, takes: takes2 }) => `<${parent}> takes ${only(takes2)}; move the <${element}> before or after the <${parent}>.`
  },
  E_SDK_NESTING: {
    says: ({ element, parent }) => `<${element}> inside <${parent}> is known to some of Plivo's SDKs, not to its documentation.`,
    fix: ({ element, parent, takes: takes2 }) => `<${parent}> takes only ${takes2}; try the <${element}> on a real call, or move it out of the <${parent}>.`
  },
  E_TEXT: {
    says: ({ element }) => `<${element}> cannot have text inside.`,
    fix: ({ instead }) => `${instead}.`
  },
  E_CHILD: {
    says: ({ element, got }) => `<${element}> got ${got} as content.`,
    fix: ({ instead }) => `${instead}.`
  },
  E_CONTENT: {
    says: ({ element, takes: takes2 }) => `The text of <${element}> is not ${takes2}.`,
    fix: ({ instead }) => `${instead}.`
  },
  E_EMPTY: {
    says: ({ element }) => `<${element}> is empty.`,
    fix: ({ takes: takes2 }) => `write ${takes2} between the tags.`
  },
  E_ATTRIBUTE: {
    says: (f) => `<${f.element}> has no attribute ${f.attribute}.${guess(f)}`,
    fix: ({ element, takes: takes2 }) => `<${element}> takes ${takes2}.`
  },
  E_REQUIRED: {
    says: ({ element, attribute: attribute2 }) => `<${element}> has no ${attribute2}.`,
    fix: ({ attribute: attribute2, takes: takes2 }) => `add ${attribute2}; it takes ${takes2}.`
  },
  E_VALUE: {
    says: (f) => `${f.attribute} is ${f.got}; <${f.element} ${f.attribute}> takes ${f.takes}.${guess(f)}`,
    fix: ({ instead }) => `${instead}.`
  },
  E_RULE: {
    says: ({ says }) => `${says}`,
    fix: ({ fix }) => `${fix}`
  },
  E_LONG: {
    says: ({ element }) => `The text of <${element}> was cut: one <Speak> says at most 3,000 characters.`,
    fix: () => "say less, or spread it over several <Speak>."
  },
  E_SIZE: {
    says: ({ kilobytes }) => `The document has ${kilobytes} KB, and Plivo takes at most 100 KB.`,
    fix: () => "say less in one document, or go on in another one with <Redirect>."
  },
  E_COMPONENT: {
    says: ({ component, problem }) => `<${component}> ${problem}.`,
    fix: ({ component, instead = `look at the cause below, or catch it inside <${component}>` }) => `${instead}.`
  },
  E_DECLARED: {
    says: ({ element }) => `There is an element <${element}> already.`,
    fix: ({ element }) => `import ${element} instead of defining it, or choose another name.`
  },
  E_PARENT: {
    says: ({ element, parent }) => `<${element}> names the parent <${parent}>, and there is no such element.`,
    fix: () => 'name elements of Plivo, such as "Response", or define the parent first.'
  },
  // Flows: levels and links.
  E_PATH: {
    says: ({ path: path2 }) => `The path ${path2} cannot be the address of a level.`,
    fix: () => "begin with a slash, use letters, digits and . _ ~ - between slashes, and no slash at the end."
  },
  E_PARAM: {
    says: ({ level: level2, param }) => `The parameter ${param} of ${level2} has a value that cannot travel in a URL.`,
    fix: ({ param }) => `give ${param} a text, number or boolean made of letters, digits and . _ ~ - (or base64url).`
  },
  E_PARAM_NAME: {
    says: ({ level: level2, param }) => `The parameter ${param} of ${level2} has a name that cannot travel in a URL.`,
    fix: () => "begin its name with a small letter, and go on with letters, digits and . _ ~ -."
  },
  E_LEVEL_TWICE: {
    says: ({ flow: flow2, path: path2 }) => `The flow ${flow2} has two levels at ${path2}.`,
    fix: () => "give one of them another path."
  },
  E_LEVEL_ALONE: {
    says: ({ kind, path: path2, place }) => `No flow has the ${kind} ${path2}${place}, so a link to it would lead nowhere.`,
    fix: ({ kind }) => `add the ${kind} to the levels of its flow, or remove it.`
  },
  E_VARIABLE: {
    says: ({ variable, problem }) => `${variable} ${problem}.`,
    fix: ({ instead }) => `${instead}.`
  },
  E_NO_LEVEL: {
    says: ({ path: path2 }) => `No flow has a level at ${path2}.`,
    fix: ({ paths }) => `use one of ${paths}.`
  },
  E_PARAMS: {
    says: ({ path: path2 }) => `${path2} does not accept these parameters.`,
    fix: () => "give the parameters that its schema asks for, such as ?lang=en."
  },
  E_DEADLINE: {
    says: ({ path: path2, milliseconds }) => `${path2} took longer than ${milliseconds} ms.`,
    fix: () => "answer first and do slow work in the background, or give what you await a limit of its own."
  },
  E_OPTION: {
    says: ({ option, problem }) => `The option ${option} ${problem}.`,
    fix: ({ instead }) => `${instead}.`
  },
  E_ROUTE: {
    says: ({ path: path2, flow: flow2 }) => `${path2} is served twice: by the flow ${flow2} and by another route.`,
    fix: () => "give one of them another path."
  },
  // The signature.
  E_UNSIGNABLE: {
    says: ({ reason }) => `Plivo could not have sent this request, so it cannot be signed (${reason}).`,
    fix: () => "give GET or POST, an absolute URL of at most 4096 ASCII characters, text as parameters and a token."
  },
  // Plivo's REST API: placing a call.
  E_CREDENTIALS: {
    says: ({ variable }) => `${variable} is not set, and a call cannot be placed without it.`,
    fix: ({ variable }) => `set ${variable}; Plivo's console shows it. Nothing was sent.`
  },
  E_CREDENTIALS_FORM: {
    says: ({ variable, form }) => `${variable} is not ${form}.`,
    fix: ({ variable }) => `copy ${variable} from Plivo's console again. Nothing was sent.`
  },
  E_NUMBER: {
    says: ({ which }) => `${which} is not in E.164 form.`,
    fix: () => "write it with + and the country code, such as +15551234567. Nothing was sent."
  },
  E_PUBLIC_URL: {
    says: ({ problem, field = "the public address" }) => `Plivo cannot reach ${field}: it ${problem}.`,
    fix: ({ field = "PUBLIC_URL" }) => `set ${field} to the address of your tunnel or server, such as https://ivr.example.com. Nothing was sent.`
  },
  E_CALL_AUTH: {
    says: ({ status }) => `Plivo did not accept the credentials (status ${status}); no call was placed.`,
    fix: () => "check PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN against Plivo's console."
  },
  E_CALL_REFUSED: {
    says: ({ status, reason }) => `Plivo refused the call (status ${status}): ${reason}. No call was placed.`,
    fix: () => "change what Plivo names; PLIVO_NUMBER must be a number of the account."
  },
  E_CALL_LIMIT: {
    says: ({ tries }) => `Plivo has too many requests of this account (status 429, ${tries} tries); no call was placed.`,
    fix: () => "wait a minute and call again, slower."
  },
  E_CALL_UNREACHABLE: {
    says: ({ tries }) => `Plivo's API could not be reached in ${tries} tries; no call was placed.`,
    fix: () => "check the network and the name server of this machine."
  },
  E_CALL_CERTIFICATE: {
    says: () => "The certificate of Plivo's API could not be trusted, so nothing was sent; no call was placed.",
    fix: () => "check the clock of this machine; behind a proxy, name its certificate authority in NODE_EXTRA_CA_CERTS."
  },
  E_CALL_UNKNOWN: {
    says: ({ problem }) => `Plivo ${problem}, so whether the call was placed is unknown.`,
    fix: () => "look at the live calls and call logs in Plivo's console before you try again: a second request may be a second call."
  },
  // The command line.
  E_NODE: {
    says: ({ version }) => `plivo-jsx needs Node 20.19 or newer, and this is ${version}.`,
    fix: () => "install a newer Node from https://nodejs.org."
  },
  E_COMMAND: {
    says: (f) => `There is no command "${f.command}".${guess(f)}`,
    fix: ({ commands }) => `use one of ${commands}.`
  },
  E_ARGUMENT: {
    says: ({ problem }) => `${problem}.`,
    fix: ({ usage }) => `call it as: ${usage}`
  },
  E_PORT: {
    says: ({ host, port }) => `Port ${port} of ${host} is in use by another program.`,
    fix: () => "stop that program, or choose another port: PORT=5001 npm start."
  },
  E_ADDRESS: {
    says: ({ host, port }) => `This machine cannot listen on ${host}, port ${port}.`,
    fix: () => "set HOST to an address of this machine, such as 127.0.0.1, and PORT to a port from 1024 on."
  },
  E_UNSIGNED: {
    says: ({ host }) => `HOST is ${host}, which others can reach, and there is no PLIVO_AUTH_TOKEN: anyone could pose as Plivo.`,
    fix: () => "set PLIVO_AUTH_TOKEN and PUBLIC_URL, or say ALLOW_UNSIGNED=1."
  },
  E_NO_FLOWS: {
    says: ({ folder }) => `There is no flow in ${folder}.`,
    fix: () => "write one as flows/<name>/flow.ts, with the flow as its default export."
  },
  E_MODULE: {
    says: ({ file }) => `Node takes ${file} for CommonJS, and plivo-jsx is made of ES modules.`,
    fix: () => 'add "type": "module" to the package.json of your project.'
  },
  E_FLOW: {
    says: ({ file }) => `${file} does not export a flow.`,
    fix: () => "end it with export default flow('name', { levels: [...] })."
  }
};
function sentenceOf(code, facts) {
  return errors[code].says(facts);
}
function fixOf(code, facts) {
  return `Fix: ${errors[code].fix(facts)} [${code}]`;
}
var PlivoJsxError = class extends Error {
  code;
  /** What the message was built from. */
  facts;
  constructor(code, facts = {}, options = {}) {
    const { cause, trace } = options;
    const lines = [sentenceOf(code, facts), trace, fixOf(code, facts)];
    super(lines.filter(Boolean).join("\n"), cause === void 0 ? {} : { cause });
    this.name = "PlivoJsxError";
    this.code = code;
    this.facts = facts;
  }
};

// ../src/elements/define-element.ts
var vocabulary = /* @__PURE__ */ new Map();
var definitions = vocabulary;
function defineElement(declaration2) {
  const { name, content, parents = [] } = declaration2;
  if (vocabulary.has(name)) throw new PlivoJsxError("E_DECLARED", { element: name });
  const attributes = new Map(Object.entries(declaration2.attributes));
  const definition = {
    name,
    attributes,
    required: [...attributes].filter(([, attribute2]) => attribute2.required).map(([key]) => key),
    content,
    holds: new Map([
      ...content.children.map((child) => [child, "docs"]),
      ...content.sdkChildren.map((child) => [child, "sdk"])
    ]),
    rules: declaration2.rules ?? [],
    tag: void 0
  };
  for (const parent of parents) {
    const holder = vocabulary.get(parent);
    if (holder === void 0) throw new PlivoJsxError("E_PARENT", { element: name, parent });
    holder.holds.set(name, "docs");
  }
  vocabulary.set(name, definition);
  const component = (props) => new JsxElement(component, props, void 0);
  return Object.assign(component, { definition });
}

// ../src/elements/response.ts
var Response = defineElement({
  name: "Response",
  content: elements([
    "Speak",
    "Play",
    "GetDigits",
    "GetInput",
    "Record",
    "Dial",
    "Message",
    "Redirect",
    "Wait",
    "Hangup",
    "PreAnswer",
    "Conference",
    "DTMF",
    "MultiPartyCall",
    "Stream"
  ]),
  attributes: {}
});

// ../src/elements/attribute.ts
function attribute(options, rest) {
  return {
    ...rest,
    required: options.required ?? false,
    default: options.default,
    evidence: options.evidence ?? "docs"
  };
}
var quoted = (values) => values.map((value) => `"${value}"`).join(", ");
function boolean(options) {
  return attribute(options, {
    kind: "boolean",
    takes: "true or false",
    closed: true,
    values: ["true", "false"],
    print: (value) => {
      const text4 = String(value);
      return (typeof value === "boolean" || typeof value === "string") && (text4 === "true" || text4 === "false") ? text4 : void 0;
    }
  });
}
function oneOf(values, options) {
  return attribute(options, {
    kind: "enum",
    takes: quoted(values),
    closed: true,
    values,
    print: (value) => values.includes(value) ? value : void 0
  });
}
function oneOfAnyCase(values, options) {
  const known = new Set(values.map((value) => value.toLowerCase()));
  return attribute(options, {
    kind: "enum",
    takes: quoted(values),
    closed: true,
    values,
    print: (value) => typeof value === "string" && known.has(value.toLowerCase()) ? value : void 0
  });
}
var method = (options) => oneOf(["GET", "POST"], options);
function oneOfOrPattern(values, pattern, like, options) {
  return attribute(options, {
    kind: "enum|pattern",
    takes: `${quoted(values)}, or a value such as "${like}"`,
    closed: true,
    values,
    pattern,
    print: (value) => typeof value === "string" && (values.includes(value) || pattern.test(value)) ? value : void 0
  });
}
function voice(values, options) {
  const pattern = /^Polly\.[^.\s]+$/;
  return attribute(options, {
    kind: "enum|polly",
    takes: `${quoted(values)} or a Polly voice such as "Polly.Joanna"`,
    closed: true,
    values,
    pattern,
    print: (value) => typeof value === "string" && (values.includes(value) || pattern.test(value)) ? value : void 0
  });
}
var nouns = { s: "whole seconds", ms: "whole milliseconds", none: "a whole number" };
function integerRange({ min, max, unit }) {
  const noun = nouns[unit ?? "none"];
  if (min === void 0) return noun;
  return max === void 0 ? `${noun}, ${min} or more` : `${noun} from ${min} to ${max}`;
}
function printInteger(value, { min = -Infinity, max = Infinity }) {
  if (typeof value === "string" && !/^-?\d{1,15}$/.test(value)) return void 0;
  if (typeof value !== "string" && typeof value !== "number") return void 0;
  const number3 = Number(value);
  return Number.isSafeInteger(number3) && number3 >= min && number3 <= max ? String(number3) : void 0;
}
function integer(options) {
  return attribute(options, {
    kind: "integer",
    takes: integerRange(options),
    closed: true,
    min: options.min,
    max: options.max,
    unit: options.unit,
    print: (value) => printInteger(value, options)
  });
}
function integerOr(values, options) {
  return attribute(options, {
    kind: "integer|enum",
    takes: `${integerRange(options)}, or ${quoted(values)}`,
    closed: true,
    values,
    min: options.min,
    max: options.max,
    unit: options.unit,
    print: (value) => values.includes(value) ? value : printInteger(value, options)
  });
}
function stringRange(noun, { min, max }) {
  if (min !== void 0) return `${noun} of ${min} to ${max} characters`;
  return max === void 0 ? noun : `${noun} of at most ${max} characters`;
}
function printString(value, { min = 0, max = Infinity }) {
  const text4 = typeof value === "number" && Number.isFinite(value) ? String(value) : value;
  return typeof text4 === "string" && text4.length >= min && text4.length <= max ? text4 : void 0;
}
function string(options) {
  return attribute(options, {
    kind: "string",
    takes: stringRange("a text", options),
    closed: options.few ?? false,
    min: options.min,
    max: options.max,
    print: (value) => printString(value, options)
  });
}
function list(options) {
  return attribute(options, {
    kind: "list",
    takes: `${stringRange("a comma-separated list", options)}, such as "${options.like}"`,
    closed: false,
    max: options.max,
    print: (value) => printString(value, options)
  });
}
function listOf(values, options) {
  return attribute(options, {
    kind: "list",
    takes: `a comma-separated list of ${quoted(values)}`,
    closed: true,
    values,
    print: (value) => typeof value === "string" && value.split(",").every((item) => values.includes(item.trim())) ? value : void 0
  });
}
function digits(options) {
  return attribute(options, {
    kind: "digits",
    takes: options.takes,
    closed: options.few ?? false,
    pattern: options.pattern,
    print: (value) => {
      const text4 = printString(value, {});
      return text4 !== void 0 && options.pattern.test(text4) ? text4 : void 0;
    }
  });
}
function duration(options) {
  const pattern = /^\d+(\.\d+)?(ms|s)$/;
  return attribute(options, {
    kind: "duration",
    takes: `a time such as "500ms" or "1.5s", up to ${options.max / 1e3} s`,
    closed: true,
    pattern,
    max: options.max,
    unit: "ms",
    print: (value) => {
      if (typeof value !== "string" || !pattern.test(value)) return void 0;
      const milliseconds = Number.parseFloat(value) * (value.endsWith("ms") ? 1 : 1e3);
      return milliseconds > 0 && milliseconds <= options.max ? value : void 0;
    }
  });
}
function booleanOr(pattern, like, options) {
  return attribute(options, {
    kind: "boolean|string",
    takes: `true, false, or settings such as "${like}"`,
    closed: true,
    pattern,
    print: (value) => {
      const text4 = String(value);
      const shaped = typeof value === "boolean" || typeof value === "string";
      return shaped && pattern.test(text4) ? text4 : void 0;
    }
  });
}
var urlTakes = (kind) => kind === "websocket" ? "a wss:// URL" : 'a link to a level, an absolute http:// or https:// URL, or a path such as "/menu"';
function url(urlKind, options) {
  return attribute(options, {
    kind: "url",
    takes: urlTakes(urlKind),
    closed: false,
    urlKind,
    print: (value, baseUrl) => absoluteUrl(value, urlKind, baseUrl)
  });
}
function urlOr(urlKind, values, options) {
  return attribute(options, {
    kind: "url|enum",
    takes: `${quoted(values)}, or ${urlTakes(urlKind)}`,
    closed: false,
    values,
    urlKind,
    print: (value, baseUrl) => values.includes(value) ? value : absoluteUrl(value, urlKind, baseUrl)
  });
}

// ../src/elements/languages.ts
var basicVoices = {
  "da-DK": ["WOMAN"],
  "nl-NL": ["WOMAN", "MAN"],
  "en-AU": ["WOMAN", "MAN"],
  "en-GB": ["WOMAN", "MAN"],
  "en-US": ["WOMAN", "MAN"],
  "fr-FR": ["WOMAN", "MAN"],
  "fr-CA": ["WOMAN"],
  "de-DE": ["WOMAN", "MAN"],
  "it-IT": ["WOMAN", "MAN"],
  "pl-PL": ["WOMAN", "MAN"],
  "pt-PT": ["MAN"],
  "pt-BR": ["WOMAN", "MAN"],
  "ru-RU": ["WOMAN"],
  "es-ES": ["WOMAN", "MAN"],
  "es-US": ["WOMAN", "MAN"],
  "sv-SE": ["WOMAN"]
};
var pollyVoices = {
  arb: ["Zeina"],
  "cmn-CN": ["Zhiyu"],
  "cy-GB": ["Gwyneth"],
  "da-DK": ["Naja", "Mads"],
  "de-DE": ["Vicki", "Marlene", "Hans"],
  "en-AU": ["Nicole", "Russell"],
  "en-GB": ["Amy", "Emma", "Brian"],
  "en-GB-WLS": ["Geraint"],
  "en-IN": ["Raveena", "Aditi"],
  "en-US": ["Joanna", "Salli", "Kendra", "Kimberly", "Ivy", "Matthew", "Justin", "Joey"],
  "es-ES": ["Conchita", "Lucia", "Enrique"],
  "es-MX": ["Mia"],
  "es-US": ["Penelope", "Lupe-Standard", "Miguel"],
  "fr-CA": ["Chantal"],
  "fr-FR": ["Lea", "Celine", "Mathieu"],
  "hi-IN": ["Aditi"],
  "is-IS": ["Dora", "Karl"],
  "it-IT": ["Carla", "Giorgio"],
  "ja-JP": ["Mizuki", "Takumi"],
  "ko-KR": ["Seoyeon"],
  "nb-NO": ["Liv"],
  "nl-NL": ["Lotte", "Ruben"],
  "pl-PL": ["Ewa", "Maja", "Jacek", "Jan"],
  "pt-BR": ["Vit\xF3ria", "Ricardo"],
  "pt-PT": ["Ines", "Cristiano"],
  "ro-RO": ["Carmen"],
  "ru-RU": ["Tatyana", "Maxim"],
  "sv-SE": ["Astrid"],
  "tr-TR": ["Filiz"]
};
function speaks(voice2 = "WOMAN", language) {
  const isPolly = voice2.startsWith("Polly.");
  const name = isPolly ? voice2.slice("Polly.".length) : voice2;
  const voices = isPolly ? pollyVoices : basicVoices;
  if (!Object.values(voices).some((names) => names.includes(name))) return "unknown voice";
  if (isPolly && language === void 0) return "yes";
  const spoken = language ?? "en-US";
  return Object.hasOwn(voices, spoken) && voices[spoken].includes(name) ? "yes" : "not this language";
}

// ../src/elements/rule.ts
function isFollowed(element) {
  return element.parent !== void 0 && element.index < element.parent.children.length - 1;
}
function needs(element, attribute2, other) {
  return {
    says: `<${element}> has ${attribute2} and no ${other}.`,
    fix: `add ${other}, or remove ${attribute2}.`,
    broken: ({ attributes }) => attributes[attribute2] !== void 0 && attributes[other] === void 0
  };
}

// ../src/elements/unreachable.ts
function unreachable({
  says,
  fix,
  when = () => true
}) {
  return { says, fix, severity: "warning", broken: (element) => isFollowed(element) && when(element) };
}
function replacedByAction(element, when = () => true) {
  return unreachable({
    says: `What follows <${element}> never runs, since the answer of its action replaces this document.`,
    fix: `say it in the document of the action, or add redirect="false" to the <${element}>.`,
    when: (view) => view.attributes["action"] !== void 0 && view.attributes["redirect"] !== "false" && when(view)
  });
}
function endless(element) {
  return {
    says: `What follows <${element} loop="0"> never runs, since it repeats for ever.`,
    fix: `give loop a number, or put the <${element}> last.`,
    severity: "warning",
    broken: (view) => view.attributes["loop"] === "0" && (isFollowed(view) || isInFollowedPreAnswer(view))
  };
}
var isInFollowedPreAnswer = ({ parent }) => parent?.name === "PreAnswer" && isFollowed(parent);

// ../src/elements/speak.ts
var Speak = defineElement({
  name: "Speak",
  content: textAndElements(
    ["break", "emphasis", "lang", "p", "phoneme", "prosody", "s", "say-as", "sub", "w"],
    { maxCharacters: 3e3 }
  ),
  attributes: {
    /** A built-in voice or `Polly.<Name>`; SSML inside is honoured only with a Polly voice. Default: WOMAN. */
    voice: voice(["WOMAN", "MAN"], { default: "WOMAN" }),
    /** The language to speak; the voice must offer it, since Plivo ends the call on any other. Default: en-US. */
    language: string({ default: "en-US", few: true }),
    /** How often to say it; 0 repeats for ever, so that nothing after it is reached. Default: 1. */
    loop: integer({ min: 0, default: 1 })
  },
  rules: [
    {
      says: "<Speak> has a language that its voice does not offer.",
      fix: 'choose a pair from "Voices and languages" in docs/elements.md; Plivo ends the call on any other.',
      broken: ({ attributes }) => speaks(attributes["voice"], attributes["language"]) === "not this language"
    },
    {
      says: "<Speak> has a Polly voice that Plivo does not list.",
      fix: "check the name; newer voices, such as the neural ones, may work without being listed.",
      severity: "warning",
      broken: ({ attributes }) => speaks(attributes["voice"], attributes["language"]) === "unknown voice"
    },
    {
      says: "<Speak> has SSML inside and no Polly voice.",
      fix: 'add a voice such as voice="Polly.Joanna", or remove the SSML tags.',
      broken: ({ attributes, children }) => children.length > 0 && !attributes["voice"]?.startsWith("Polly.")
    },
    endless("Speak")
  ]
});

// ../src/elements/play.ts
var Play = defineElement({
  name: "Play",
  content: urlText("audio", { textType: "url", takes: "the URL of an mp3 or wav file" }),
  attributes: {
    /** How often to play it; 0 repeats for ever, so that nothing after it is reached. Default: 1. */
    loop: integer({ min: 0, default: 1 })
  },
  rules: [
    {
      says: "<Play> fetches its file over http://.",
      fix: "use https://, as Plivo advises.",
      severity: "warning",
      // Addresses of this very machine are for trying things out; Plivo cannot fetch them either way.
      broken: ({ text: text4 }) => /^http:\/\/(?!localhost|127\.|\[::1\])/i.test(text4)
    },
    endless("Play")
  ]
});

// ../src/elements/get-digits.ts
var GetDigits = defineElement({
  name: "GetDigits",
  content: elements(["Speak", "Play"], { sdkChildren: ["Wait"] }),
  attributes: {
    /** Where the keys are sent; without it they are dropped and the next element runs. */
    action: url("xml", {}),
    /** The HTTP method of the request to `action`. Default: POST. */
    method: method({ default: "POST" }),
    /** How long to wait for the first key, in seconds, counted from the end of the prompts. Default: 5 s. */
    timeout: integer({ min: 1, unit: "s", default: 5 }),
    /** The longest pause between two keys, in seconds; then what was pressed is sent, even if too short. Default: 2 s. */
    digitTimeout: integer({ min: 1, unit: "s", default: 2 }),
    /** The key that ends the input, itself not sent; `none` or an empty text switches it off. Default: #. */
    finishOnKey: digits({
      few: true,
      pattern: /^([0-9*#]|none|)$/,
      takes: "one key (0 to 9, * or #), or none",
      default: "#"
    }),
    /** How many keys to collect; the input ends at once when they are there. Default: 99. */
    numDigits: integer({ min: 1, max: 99, default: 99 }),
    /** How often to ask in total, not in addition: 1 asks once. The prompts are said each time. Default: 1. */
    retries: integer({ min: 1, default: 1 }),
    /** `false`: `action` is told the keys, its answer is ignored and the next element runs. Default: true. */
    redirect: boolean({ default: true }),
    /** `true`: a beep follows the prompts. Default: false. */
    playBeep: boolean({ default: false }),
    /** The keys that may be pressed; with any other the attempt counts as failed. Default: 1234567890*#. */
    validDigits: digits({
      few: true,
      pattern: /^[0-9*#]+$/,
      takes: "keys (0 to 9, * or #)",
      default: "1234567890*#"
    }),
    /** The mp3 or wav file to play after a key that is not among `validDigits`. */
    invalidDigitsSound: url("audio", {}),
    /** `false` keeps the keys out of Plivo's logs; use it for PINs and card numbers. Default: true. */
    log: boolean({ default: true })
  }
});

// ../src/elements/get-input.ts
var GetInput = defineElement({
  name: "GetInput",
  content: elements(["Speak", "Play"], { sdkChildren: ["Wait"] }),
  attributes: {
    /** Where the input is sent; not requested when there was none. */
    action: url("xml", { required: true }),
    /** The HTTP method of the request to `action`. Default: POST. */
    method: method({ default: "POST" }),
    /** Speech, keys, or both: the first to arrive decides. Always write it, since Plivo states no default. */
    inputType: oneOf(["dtmf", "speech", "dtmf speech"], {}),
    /** How long to wait for input in all, in seconds, counted from the end of the prompts. Default: 15 s. */
    executionTimeout: integer({ min: 5, max: 60, unit: "s", default: 15 }),
    /** The pause after a key that ends the input, in seconds; `auto` lets Plivo decide. Default: auto. */
    digitEndTimeout: integerOr(["auto"], { min: 2, max: 10, unit: "s", default: "auto" }),
    /** The silence that ends an utterance, in seconds; `auto` lets Plivo decide. Default: auto. */
    speechEndTimeout: integerOr(["auto"], { min: 2, max: 10, unit: "s", default: "auto" }),
    /** The key that ends the input, before `numDigits` and `digitEndTimeout` can; `none` switches it off. Default: #. */
    finishOnKey: digits({
      few: true,
      pattern: /^([0-9*#]|none|)$/,
      takes: "one key (0 to 9, * or #), or none",
      default: "#"
    }),
    /** How many keys to collect; the input ends at once when they are there. Default: 32. */
    numDigits: integer({ min: 1, max: 32, default: 32 }),
    /** What kind of speech to expect; `command_and_search` suits short answers. Default: default. */
    speechModel: oneOf(["default", "command_and_search", "phone_call"], { default: "default" }),
    /** Phrases to expect, separated by commas: up to 500 of up to 100 characters, 10,000 characters in all. Default: "". */
    hints: list({ like: "sales,support,billing", default: "" }),
    /** The language that the caller speaks, such as `en-US` or `es-ES`. Default: en-US. */
    language: string({ default: "en-US", few: true }),
    /** Told what was understood so far, while the caller speaks; its answer is ignored. */
    interimSpeechResultsCallback: url("notify", {}),
    /** The HTTP method of the request to `interimSpeechResultsCallback`. Default: POST. */
    interimSpeechResultsCallbackMethod: method({ default: "POST" }),
    /** `false` keeps the input out of Plivo's logs; use it for PINs and card numbers. Default: true. */
    log: boolean({ default: true }),
    /** `false`: `action` is told the input, its answer is ignored and the next element runs. Default: true. */
    redirect: boolean({ default: true }),
    /** `true`: of a swear word only the first letter is sent, the rest as asterisks. Default: false. */
    profanityFilter: boolean({ default: false }),
    /** How long to wait for the input to begin, in seconds; how it combines with `executionTimeout` is not stated. */
    startInputTimeout: integer({ min: 1, unit: "s", evidence: "skill" }),
    /** How often to ask in total, not in addition: 1 asks once. None of Plivo's SDKs sends it. Default: 1. */
    retries: integer({ min: 1, default: 1, evidence: "skill" })
  },
  rules: [
    {
      says: "<GetInput> has too many hints, or one that is too long.",
      fix: "give at most 500 phrases of at most 100 characters each, 10,000 characters in all.",
      broken: ({ attributes: { hints = "" } }) => {
        const phrases = hints.split(",");
        return phrases.length > 500 || hints.length > 1e4 || phrases.some((phrase) => phrase.trim().length > 100);
      }
    }
  ]
});

// ../src/elements/redirect.ts
var Redirect = defineElement({
  name: "Redirect",
  content: urlText("xml", { textType: "url", takes: "the URL of the next document" }),
  attributes: {
    /** The HTTP method of the request to the URL. Default: POST. */
    method: method({ default: "POST" })
  },
  rules: [
    unreachable({
      says: "What follows <Redirect> never runs.",
      fix: "move it before the <Redirect>, or remove it."
    })
  ]
});

// ../src/elements/hangup.ts
var Hangup = defineElement({
  name: "Hangup",
  content: nothing,
  attributes: {
    /** What an incoming call that is not answered yet is told; without effect once it is answered. */
    reason: oneOf(["rejected", "busy"], {}),
    /** Hangs up that many seconds later, while the elements after it run; so it cannot be the last one. */
    schedule: integer({ min: 1, unit: "s" })
  },
  rules: [
    {
      says: "<Hangup schedule> is the last element, so the call ends at once.",
      fix: "put what is to be heard meanwhile after it, or remove schedule.",
      broken: (hangup) => hangup.attributes["schedule"] !== void 0 && !isFollowed(hangup)
    },
    unreachable({
      says: "What follows <Hangup> never runs.",
      fix: "move it before the <Hangup>, or give the <Hangup> a schedule.",
      when: ({ attributes }) => attributes["schedule"] === void 0
    })
  ]
});

// ../src/elements/wait.ts
var Wait = defineElement({
  name: "Wait",
  content: nothing,
  attributes: {
    /** How long to wait, in seconds. Default: 1 s. */
    length: integer({ min: 1, unit: "s", default: 1 }),
    /** `true`: the wait is over as soon as the other side has been silent for `minSilence`. Default: false. */
    silence: boolean({ default: false }),
    /** The silence that ends the wait, in milliseconds; it must be shorter than `length`. Default: 2000 ms. */
    minSilence: integer({ min: 1, unit: "ms", default: 2e3 }),
    /** `true`, or settings such as `duration=300`: a beep ends the wait; only while `silence` is off. Default: false. */
    beep: booleanOr(
      /^(true|false|duration=\d+(,\w+=\d+)*)$/,
      "duration=300,threshold=256",
      { default: false }
    )
  },
  rules: [
    {
      says: "<Wait> waits for silence and for a beep.",
      fix: "keep either silence or beep; Plivo looks at beep only when silence is off.",
      broken: ({ attributes: { silence, beep = "false" } }) => silence === "true" && beep !== "false"
    },
    {
      says: "<Wait> is over before its minSilence can be.",
      fix: "make length (in seconds) longer than minSilence (in milliseconds).",
      broken: ({ attributes: { silence, length = "1", minSilence = "2000" } }) => silence === "true" && Number(length) * 1e3 <= Number(minSilence)
    }
  ]
});

// ../src/elements/dial.ts
var Dial = defineElement({
  name: "Dial",
  content: elements(["Number", "User"], { required: true }),
  attributes: {
    /** Requested when the dialled call is over or nobody answered; its XML replaces this document. */
    action: url("xml", {}),
    /** The HTTP method of the request to `action`. Default: POST. */
    method: method({ default: "POST" }),
    /** How long to let it ring, in seconds. Always write it, since Plivo states several defaults. */
    timeout: integer({ min: 1, unit: "s" }),
    /** The longest that the two may talk, in seconds; then the called party is dropped and the caller goes on. Default: 14400 s. */
    timeLimit: integer({ min: 1, max: 86400, unit: "s", default: 14400 }),
    /** The number that the called party sees, one that your account may present; left out, it is the number of the caller. */
    callerId: string({}),
    /** The name that the called party sees. */
    callerName: string({ max: 50 }),
    /** `true`: the caller drops the called party by pressing * and goes on. Default: false. */
    hangupOnStar: boolean({ default: false }),
    /** `false`: `action` is told how it went, its answer is ignored and the next element runs. Default: true. */
    redirect: boolean({ default: true }),
    /** Told of answer, connection, hangup and matched digits; its answer is ignored. */
    callbackUrl: url("notify", {}),
    /** The HTTP method of the request to `callbackUrl`. Default: POST. */
    callbackMethod: method({ default: "POST" }),
    /** What the called party hears before being connected: a document of `<Play>`, `<Speak>` and `<Wait>`. */
    confirmSound: url("xml-sound", {}),
    /** The key that the called party must press to be connected; needs `confirmSound`. */
    confirmKey: digits({ few: true, pattern: /^[0-9*#]$/, takes: "one key (0 to 9, * or #)" }),
    /** How long to wait for `confirmKey`, in seconds from the answer; needs `confirmSound`. Default: 120 s. */
    confirmTimeout: integer({ min: 1, unit: "s", default: 120, evidence: "legacy" }),
    /** What the caller hears while it rings: a document of `<Play>`, `<Speak>` and `<Wait>`, or `real` for the true ringing. */
    dialMusic: urlOr("xml-sound", ["real"], {}),
    /** Digit patterns, separated by commas; `callbackUrl` is told when the caller presses one. */
    digitsMatch: list({ like: "*1,*2" }),
    /** Digit patterns, separated by commas; `callbackUrl` is told when the called party presses one. */
    digitsMatchBLeg: list({ like: "*1,*2" }),
    /** SIP headers to send, as `key=value` separated by commas; each arrives as `X-PH-` and its key. */
    sipHeaders: list({ like: "Tier=gold,Lang=en" }),
    /** `whatsapp` calls over WhatsApp, which excludes ordinary telephone numbers. Default: voice. */
    callType: oneOf(["voice", "whatsapp"], { default: "voice", evidence: "skill" })
  },
  rules: [
    {
      says: "<Dial> calls nobody.",
      fix: "put at least one <Number> or <User> inside.",
      broken: ({ children }) => children.length === 0
    },
    needs("Dial", "confirmKey", "confirmSound"),
    needs("Dial", "confirmTimeout", "confirmSound"),
    needs("Dial", "digitsMatch", "callbackUrl"),
    needs("Dial", "digitsMatchBLeg", "callbackUrl"),
    replacedByAction("Dial")
  ]
});

// ../src/elements/number.ts
var Number2 = defineElement({
  name: "Number",
  content: text({
    textType: "phone",
    takes: "a telephone number with its country code",
    pattern: /^\+?\d[\d ().-]*$/
  }),
  attributes: {
    /** Keys to press once it is answered; `w` pauses half a second, `W` a second. */
    sendDigits: digits({ pattern: /^[0-9*#wW@]+$/, takes: "keys (0 to 9, * or #), with w or W for pauses" }),
    /** `true`: `sendDigits` are sent before the answer, during early media. Default: false. */
    sendOnPreanswer: boolean({ default: false }),
    /** How `sendDigits` travel: `rfc2833` sends them as events rather than as tones. */
    sendDigitsMode: oneOf(["rfc2833"], { evidence: "skill" }),
    /** SIP headers to send, as `key=value` separated by commas; each arrives as `X-PH-` and its key. */
    sipHeaders: list({ like: "Tier=gold,Lang=en", evidence: "skill" })
  }
});

// ../src/elements/user.ts
var reserved = /^(PH-|Plivo|FS-|SipAuth|ZT-|Twilio|ClientRegion=)/i;
var User = defineElement({
  name: "User",
  content: text({
    textType: "sip-uri",
    takes: 'a SIP address such as "sip:alice@example.com"',
    pattern: /^sips?:\S+$/i
  }),
  attributes: {
    /** Keys to press once it is answered; `w` pauses half a second, `W` a second. */
    sendDigits: digits({ pattern: /^[0-9*#wW@]+$/, takes: "keys (0 to 9, * or #), with w or W for pauses" }),
    /** `true`: `sendDigits` are sent before the answer, during early media. Default: false. */
    sendOnPreanswer: boolean({ default: false }),
    /** SIP headers to send, as `key=value` of letters and digits, separated by commas; each arrives as `X-PH-` and its key. */
    sipHeaders: list({ like: "Tier=gold,Lang=en" }),
    /** The user name that your SIP server asks for; needs `sipAuthPassword`. */
    sipAuthUsername: string({ evidence: "skill" }),
    /** The password that belongs to `sipAuthUsername`. */
    sipAuthPassword: string({ min: 8, max: 128, evidence: "skill" })
  },
  rules: [
    needs("User", "sipAuthUsername", "sipAuthPassword"),
    {
      says: "<User sipHeaders> has a name that Plivo keeps for itself.",
      fix: "rename it; Plivo drops PH-*, Plivo*, FS-*, SipAuth*, ZT-*, Twilio* and ClientRegion without a word.",
      severity: "warning",
      broken: ({ attributes: { sipHeaders = "" } }) => sipHeaders.split(",").some((header) => reserved.test(header.trim()))
    }
  ]
});

// ../src/elements/record.ts
var inBackground = ({ attributes }) => attributes["recordSession"] === "true" || attributes["startOnDialAnswer"] === "true";
var Record = defineElement({
  name: "Record",
  content: nothing,
  attributes: {
    /** Requested when the recording is over (in the background: at once); its XML replaces this document. */
    action: url("xml", {}),
    /** The HTTP method of the request to `action`. Default: POST. */
    method: method({ default: "POST" }),
    /** The format of the recording. Default: mp3. */
    fileFormat: oneOf(["mp3", "wav"], { default: "mp3" }),
    /** `false`: `action` is told, its answer is ignored and the next element runs. Default: true. */
    redirect: boolean({ default: true }),
    /** The silence that ends the recording, in seconds; without effect in the background. Default: 15 s. */
    timeout: integer({ min: 1, unit: "s", default: 15 }),
    /** The longest recording, in seconds; Plivo asks for more than 1. Default: 60 s. */
    maxLength: integer({ min: 1, unit: "s", default: 60 }),
    /** `false`: no beep before the recording; without effect in the background. Default: true. */
    playBeep: boolean({ default: true }),
    /** The keys that end the recording; `none` switches it off. Always write it: older pages let any key do. Default: #. */
    finishOnKey: digits({
      few: true,
      pattern: /^([0-9*#]+|none|)$/,
      takes: "keys (0 to 9, * or #), or none",
      default: "#"
    }),
    /** `true`: the rest of the call is recorded in the background, and the next element runs at once. Default: false. */
    recordSession: boolean({ default: false }),
    /** `true`: recording starts in the background when a later `<Dial>` is answered. Default: false. */
    startOnDialAnswer: boolean({ default: false }),
    /** `stereo` keeps the two parties apart. Default: stereo. */
    recordChannelType: oneOf(["mono", "stereo"], { default: "stereo" }),
    /** How the recording is transcribed: by machine, by people, or both. */
    transcriptionType: oneOf(["auto", "hybrid", "manual"], {}),
    /** Told of the transcription when it is ready; its answer is ignored. */
    transcriptionUrl: url("notify", {}),
    /** The HTTP method of the request to `transcriptionUrl`. Default: POST. */
    transcriptionMethod: method({ default: "POST" }),
    /** How much the transcription tells. Default: compact. */
    transcriptionReportType: oneOf(["full", "compact"], { default: "compact", evidence: "skill" }),
    /** Told when the file is ready; its answer is ignored. */
    callbackUrl: url("notify", {}),
    /** The HTTP method of the request to `callbackUrl`. Default: POST. */
    callbackMethod: method({ default: "POST" })
  },
  rules: [
    {
      says: "timeout, finishOnKey and playBeep do nothing in a <Record> in the background.",
      fix: "remove them, or remove recordSession and startOnDialAnswer.",
      severity: "warning",
      broken: (record) => inBackground(record) && ["timeout", "finishOnKey", "playBeep"].some((name) => record.attributes[name] !== void 0)
    },
    // In the foreground the next element may run: when nothing was recorded, say Plivo's own examples.
    replacedByAction("Record", inBackground)
  ]
});

// ../src/elements/pre-answer.ts
var PreAnswer = defineElement({
  name: "PreAnswer",
  content: elements(["Speak", "Play", "Wait"], {
    sdkChildren: ["GetDigits", "Redirect", "Message", "DTMF"],
    required: true
  }),
  attributes: {},
  rules: [
    {
      says: "<PreAnswer> has nothing inside.",
      fix: "put a <Speak>, <Play> or <Wait> inside, or remove it.",
      broken: ({ children }) => children.length === 0
    },
    {
      says: "<PreAnswer> comes after the call is answered.",
      fix: "make it the first element; only another <PreAnswer> or a <Wait> may precede it.",
      broken: ({ parent, index }) => parent?.children.slice(0, index).some(({ name }) => name !== "PreAnswer" && name !== "Wait") ?? false
    }
  ]
});

// ../src/elements/dtmf.ts
var DTMF = defineElement({
  name: "DTMF",
  content: text({
    textType: "digits",
    takes: "keys (0 to 9, * or #), with w or W for pauses",
    pattern: /^[0-9*#wW]+$/
  }),
  attributes: {
    /** `true`: the next element runs while the tones play; `false`: it waits for the last one. Default: true. */
    async: boolean({ default: true })
  }
});

// ../src/elements/message.ts
var Message = defineElement({
  name: "Message",
  content: text({ takes: "the text of the message" }),
  attributes: {
    /** The number that sends it, one of your account. */
    src: string({ required: true }),
    /** The number that receives it; join several with `<`. */
    dst: string({ required: true }),
    /** The kind of message; `sms` is the only one. Default: sms. */
    type: oneOf(["sms"], { default: "sms" }),
    /** Told whether it was delivered; its answer is ignored. */
    callbackUrl: url("notify", {}),
    /** The HTTP method of the request to `callbackUrl`. Default: POST. */
    callbackMethod: method({ default: "POST" })
  }
});

// ../src/elements/conference.ts
var Conference = defineElement({
  name: "Conference",
  content: text({ textType: "room-name", takes: "the name of the room" }),
  attributes: {
    /** `true`: this member listens and is not heard. Default: false. */
    muted: boolean({ default: false }),
    /** What all hear when this member enters: `beep:1`, `beep:2`, or a document of `<Play>`, `<Speak>` and `<Wait>`. Default: "". */
    enterSound: urlOr("xml-sound", ["", "beep:1", "beep:2"], { default: "" }),
    /** What all hear when this member leaves: `beep:1`, `beep:2`, or a document of `<Play>`, `<Speak>` and `<Wait>`. Default: "". */
    exitSound: urlOr("xml-sound", ["", "beep:1", "beep:2"], { default: "" }),
    /** `false`: this member waits until one with `true` enters. Default: true. */
    startConferenceOnEnter: boolean({ default: true }),
    /** `true`: the conference ends for all when this member leaves. Default: false. */
    endConferenceOnExit: boolean({ default: false }),
    /** `false`: this member is removed when nobody else is left. Default: true. */
    stayAlone: boolean({ default: true }),
    /** What this member hears until the conference starts: a document of `<Play>`, `<Speak>` and `<Wait>`. */
    waitSound: url("xml-sound", {}),
    /** How many may be in the room at the same time. Default: 20. */
    maxMembers: integer({ min: 1, max: 20, default: 20 }),
    /** `true`: the conference is recorded. Default: false. */
    record: boolean({ default: false }),
    /** The format of the recording. Default: mp3. */
    recordFileFormat: oneOf(["mp3", "wav"], { default: "mp3" }),
    /** The longest that the conference may last, in seconds. Default: 86400 s. */
    timeLimit: integer({ min: 1, unit: "s", default: 86400 }),
    /** `true`: this member leaves the room by pressing *; the call goes on. Default: false. */
    hangupOnStar: boolean({ default: false }),
    /** Requested when this member leaves; its XML replaces this document. */
    action: url("xml", {}),
    /** The HTTP method of the request to `action`. Default: POST. */
    method: method({ default: "POST" }),
    /** Told of members who enter, leave, press digits or speak, and of the recording; its answer is ignored. */
    callbackUrl: url("notify", {}),
    /** The HTTP method of the request to `callbackUrl`. Default: POST. */
    callbackMethod: method({ default: "POST" }),
    /** Digit patterns, separated by commas; `callbackUrl` is told when this member presses one. */
    digitsMatch: list({ like: "*1,*2" }),
    /** `true`: `callbackUrl` is told when this member starts or stops speaking. Default: false. */
    floorEvent: boolean({ default: false }),
    /** `false`: `action` is told, its answer is ignored and the next element runs. Default: true. */
    redirect: boolean({ default: true }),
    /** `true`: the other members hear the keys that this one presses. Default: true. */
    relayDTMF: boolean({ default: true }),
    /** How the recording is transcribed: by machine, by people, or both. */
    transcriptionType: oneOf(["auto", "hybrid", "manual"], {}),
    /** Told of the transcription when it is ready; its answer is ignored. */
    transcriptionUrl: url("notify", {}),
    /** The HTTP method of the request to `transcriptionUrl`. Default: POST. */
    transcriptionMethod: method({ default: "POST" })
  },
  rules: [needs("Conference", "digitsMatch", "callbackUrl"), replacedByAction("Conference")]
});

// ../src/elements/multi-party-call.ts
var MultiPartyCall = defineElement({
  name: "MultiPartyCall",
  content: text({ textType: "mpc-name", takes: "the name of the call" }),
  attributes: {
    /** Who this participant is, in capital or small letters; `ai-agent` is a program behind a WebSocket. */
    role: oneOfAnyCase(["Agent", "Supervisor", "Customer", "ai-agent"], { required: true }),
    /** The longest that the call may last, in seconds. Default: 14400 s. */
    maxDuration: integer({ min: 300, max: 28800, unit: "s", default: 14400 }),
    /** How many may be in the call at the same time. Default: 10. */
    maxParticipants: integer({ min: 2, max: 10, default: 10 }),
    /** How many participants must be there before recording starts. Default: 1. */
    recordMinMemberCount: integer({ min: 1, max: 2, default: 1 }),
    /** What this participant hears until the call starts: a document of `<Play>`, `<Speak>` and `<Wait>`. */
    waitMusicUrl: url("xml-sound", {}),
    /** The HTTP method of the request to `waitMusicUrl`. Default: GET. */
    waitMusicMethod: method({ default: "GET" }),
    /** What agents hear on hold: a document of `<Play>`, `<Speak>` and `<Wait>`. */
    agentHoldMusicUrl: url("xml-sound", {}),
    /** The HTTP method of the request to `agentHoldMusicUrl`. Default: GET. */
    agentHoldMusicMethod: method({ default: "GET" }),
    /** What customers hear on hold: a document of `<Play>`, `<Speak>` and `<Wait>`. */
    customerHoldMusicUrl: url("xml-sound", {}),
    /** The HTTP method of the request to `customerHoldMusicUrl`. Default: GET. */
    customerHoldMusicMethod: method({ default: "GET" }),
    /** `true`: the call is recorded. Default: false. */
    record: boolean({ default: false }),
    /** The format of the recording. Default: mp3. */
    recordFileFormat: oneOf(["mp3", "wav"], { default: "mp3" }),
    /** Told of the recording; its answer is ignored. */
    recordingCallbackUrl: url("notify", {}),
    /** The HTTP method of the request to `recordingCallbackUrl`. Always write it, since Plivo's SDKs disagree. Default: GET. */
    recordingCallbackMethod: method({ default: "GET" }),
    /** What `statusCallbackUrl` is told of, separated by commas. Default: mpc-state-changes,participant-state-changes. */
    statusCallbackEvents: listOf(
      [
        "mpc-state-changes",
        "participant-state-changes",
        "participant-speak-events",
        "participant-digit-input-events",
        "add-participant-api-events",
        "participant-audio-events"
      ],
      { default: "mpc-state-changes,participant-state-changes" }
    ),
    /** Told of the events in `statusCallbackEvents`; its answer is ignored. */
    statusCallbackUrl: url("notify", {}),
    /** The HTTP method of the request to `statusCallbackUrl`. Default: POST. */
    statusCallbackMethod: method({ default: "POST" }),
    /** `true`: this participant may stay when nobody else is left. Default: false. */
    stayAlone: boolean({ default: false }),
    /** `true`: a supervisor hears all and is heard by agents only; it does nothing in other roles. Default: true. */
    coachMode: boolean({ default: true }),
    /** `true`: this participant listens and is not heard. Default: false. */
    mute: boolean({ default: false }),
    /** `true`: this participant enters on hold. Default: false. */
    hold: boolean({ default: false }),
    /** `false`: the call does not start when this participant enters, only with one who has `true`. Default: true. */
    startMpcOnEnter: boolean({ default: true }),
    /** `true`: the call ends for all when this participant leaves. Default: false. */
    endMpcOnExit: boolean({ default: false }),
    /** What all hear when this participant enters: `beep:1`, `beep:2`, `none` or a URL. Default: beep:1. */
    enterSound: urlOr("xml-sound", ["none", "beep:1", "beep:2"], { default: "beep:1" }),
    /** The HTTP method of the request to the URL of `enterSound`. Default: GET. */
    enterSoundMethod: method({ default: "GET" }),
    /** What all hear when this participant leaves: `beep:1`, `beep:2`, `none` or a URL. Default: beep:2. */
    exitSound: urlOr("xml-sound", ["none", "beep:1", "beep:2"], { default: "beep:2" }),
    /** The HTTP method of the request to the URL of `exitSound`. Default: GET. */
    exitSoundMethod: method({ default: "GET" }),
    /** Requested when this participant leaves; its XML runs for them. */
    onExitActionUrl: url("xml", {}),
    /** The HTTP method of the request to `onExitActionUrl`. Default: POST. */
    onExitActionMethod: method({ default: "POST" }),
    /** `true`: the others hear the keys that this participant presses. Default: false. */
    relayDTMFInputs: boolean({ default: false }),
    /** The audio file to play to all when recording starts. */
    startRecordingAudio: url("audio", {}),
    /** The HTTP method of the request to `startRecordingAudio`. Default: GET. */
    startRecordingAudioMethod: method({ default: "GET" }),
    /** The audio file to play to all when recording stops. */
    stopRecordingAudio: url("audio", {}),
    /** The HTTP method of the request to `stopRecordingAudio`. Default: GET. */
    stopRecordingAudioMethod: method({ default: "GET" }),
    /** `true`: this participant is recorded in a file of their own. Default: false. */
    recordParticipantTrack: boolean({ default: false, evidence: "skill" }),
    /** `true`: the call does not start before an agent is there. Default: false. */
    waitForAgent: boolean({ default: false, evidence: "skill" }),
    /** `true`: what a coaching supervisor says is in the recording. Plivo states no default. */
    recordCoachVoice: boolean({ evidence: "skill" }),
    /** The WebSocket of the program that speaks; only for the role `ai-agent`. */
    aiAgentStreamServiceUrl: url("websocket", { evidence: "skill" }),
    /** The audio that the program receives and sends; only for the role `ai-agent`. Default: audio/x-l16;rate=8000. */
    aiAgentStreamContentType: oneOf(
      ["audio/x-l16;rate=8000", "audio/x-l16;rate=16000", "audio/x-mulaw;rate=8000"],
      { default: "audio/x-l16;rate=8000", evidence: "skill" }
    ),
    /** Told of the stream to the program; its answer is ignored. */
    aiAgentStreamStatusCallbackUrl: url("notify", { evidence: "skill" }),
    /** The HTTP method of the request to `aiAgentStreamStatusCallbackUrl`. Default: POST. */
    aiAgentStreamStatusCallbackMethod: method({ default: "POST", evidence: "skill" }),
    /** The sampling rate of the audio, in hertz; only for the role `ai-agent`. */
    aiAgentStreamSamplingRate: integer({ evidence: "skill" }),
    /** What the program is told at the start, as `key=value` separated by commas. */
    aiAgentStreamExtraHeaders: list({ like: "caller=vip,lang=en", evidence: "skill" })
  }
});

// ../src/elements/stream.ts
var Stream = defineElement({
  name: "Stream",
  content: urlText("websocket", { textType: "wss-url", takes: "the wss:// URL of a WebSocket" }),
  attributes: {
    /** `true`: what the WebSocket sends is heard in the call; only with the inbound `audioTrack`. Default: false. */
    bidirectional: boolean({ default: false }),
    /** Which side of the call is sent: what the caller says, what the caller hears, or both. Default: inbound. */
    audioTrack: oneOf(["inbound", "outbound", "both"], { default: "inbound" }),
    /** The longest that the stream may last, in seconds. Default: 86400 s. */
    streamTimeout: integer({ min: 1, unit: "s", default: 86400 }),
    /** The encoding and rate of the audio. Always write it, since Plivo's pages disagree. Default: audio/x-l16;rate=8000. */
    contentType: oneOf(
      [
        "audio/x-l16;rate=8000",
        "audio/x-l16;rate=16000",
        "audio/x-l16;rate=24000",
        "audio/x-mulaw;rate=8000"
      ],
      { default: "audio/x-l16;rate=8000" }
    ),
    /** `true`: the next element runs when the stream ends; `false`: at once, so that a last `<Stream>` hangs up. Default: false. */
    keepCallAlive: boolean({ default: false }),
    /** What the WebSocket is told at the start, as `key=value` of letters and digits, separated by commas. */
    extraHeaders: list({ like: "caller=vip,lang=en", max: 512 }),
    /** Told when the stream starts, stops, drops or degrades; its answer is ignored. */
    statusCallbackUrl: url("notify", {}),
    /** The HTTP method of the request to `statusCallbackUrl`. Default: POST. */
    statusCallbackMethod: method({ default: "POST" }),
    /** `true`: noise is removed from the audio. Default: false. */
    noiseCancellation: boolean({ default: false }),
    /** How much noise is removed; more may cost speech. Default: 85. */
    noiseCancellationLevel: integer({ min: 60, max: 100, default: 85 })
  },
  rules: [
    {
      says: "<Stream bidirectional> sends another track than the inbound one.",
      fix: 'remove audioTrack or make it "inbound", or remove bidirectional.',
      broken: ({ attributes: { bidirectional, audioTrack = "inbound" } }) => bidirectional === "true" && audioTrack !== "inbound"
    },
    {
      says: "<Stream> has a URL of more than 2,048 characters.",
      fix: "shorten the URL; what the WebSocket must know can travel in extraHeaders.",
      broken: ({ text: text4 }) => text4.length > 2048
    }
  ]
});

// ../src/elements/ssml/break.ts
var Break = defineElement({
  name: "break",
  content: nothing,
  attributes: {
    /** How strong the pause is, from none at all to longer than between paragraphs. Default: medium. */
    strength: oneOf(["none", "x-weak", "weak", "medium", "strong", "x-strong"], { default: "medium" }),
    /** How long the pause is, such as `500ms` or `1.5s`, up to 10 s. */
    time: duration({ max: 1e4 })
  }
});

// ../src/elements/ssml/emphasis.ts
var Emphasis = defineElement({
  name: "emphasis",
  content: textAndElements(["break", "emphasis", "lang", "phoneme", "prosody", "say-as", "sub", "w"]),
  attributes: {
    /** How strong the stress is; `reduced` says it with less than usual. */
    level: oneOf(["strong", "moderate", "reduced"], {})
  }
});

// ../src/elements/ssml/lang.ts
var Lang = defineElement({
  name: "lang",
  content: textAndElements([
    "break",
    "emphasis",
    "lang",
    "p",
    "phoneme",
    "prosody",
    "s",
    "say-as",
    "sub",
    "w"
  ]),
  attributes: {
    /** The language of what is inside. */
    "xml:lang": oneOf(
      [
        "arb",
        "cmn-CN",
        "da-DK",
        "nl-NL",
        "en-AU",
        "en-GB",
        "en-IN",
        "en-US",
        "en-GB-WLS",
        "fr-FR",
        "fr-CA",
        "de-DE",
        "hi-IN",
        "is-IS",
        "it-IT",
        "ja-JP",
        "ko-KR",
        "nb-NO",
        "pl-PL",
        "pt-BR",
        "pt-PT",
        "ro-RO",
        "ru-RU",
        "es-ES",
        "es-MX",
        "es-US",
        "sv-SE",
        "tr-TR",
        "cy-GB"
      ],
      { required: true }
    )
  }
});

// ../src/elements/ssml/p.ts
var P = defineElement({
  name: "p",
  content: textAndElements(["break", "emphasis", "lang", "phoneme", "prosody", "s", "say-as", "sub", "w"]),
  attributes: {}
});

// ../src/elements/ssml/phoneme.ts
var Phoneme = defineElement({
  name: "phoneme",
  content: text({ takes: "what is said, as it is written" }),
  attributes: {
    /** The alphabet of `ph`. */
    alphabet: oneOf(["ipa", "x-sampa", "x-amazon-pinyin"], {}),
    /** The phonetic spelling. */
    ph: string({ required: true })
  }
});

// ../src/elements/ssml/prosody.ts
var Prosody = defineElement({
  name: "prosody",
  content: textAndElements([
    "break",
    "emphasis",
    "lang",
    "p",
    "phoneme",
    "prosody",
    "s",
    "say-as",
    "sub",
    "w"
  ]),
  attributes: {
    /** How loud: a word, or decibels more or less such as `+6dB`. */
    volume: oneOfOrPattern(
      ["default", "silent", "x-soft", "soft", "medium", "loud", "x-loud"],
      /^[+-]\d+(\.\d+)?dB$/,
      "+6dB",
      {}
    ),
    /** How fast: a word, or percent of the usual rate such as `90%`. */
    rate: oneOfOrPattern(["x-slow", "slow", "medium", "fast", "x-fast"], /^\d+%$/, "90%", {}),
    /** How high: a word, or percent more or less such as `-10%`. */
    pitch: oneOfOrPattern(
      ["default", "x-low", "low", "medium", "high", "x-high"],
      /^[+-]?\d+(\.\d+)?%$/,
      "-10%",
      {}
    )
  },
  rules: [
    {
      says: "<prosody> changes nothing.",
      fix: "give it a volume, rate or pitch.",
      broken: ({ attributes: { volume, rate, pitch } }) => volume === void 0 && rate === void 0 && pitch === void 0
    }
  ]
});

// ../src/elements/ssml/s.ts
var S = defineElement({
  name: "s",
  content: textAndElements(["break", "emphasis", "lang", "phoneme", "prosody", "say-as", "sub", "w"]),
  attributes: {}
});

// ../src/elements/ssml/say-as.ts
var SayAs = defineElement({
  name: "say-as",
  content: text({ takes: "what is to be said" }),
  attributes: {
    /** What kind of thing it is. */
    "interpret-as": oneOf(
      [
        "characters",
        "spell-out",
        "cardinal",
        "number",
        "ordinal",
        "digits",
        "fraction",
        "unit",
        "date",
        "time",
        "address",
        "expletive",
        "telephone"
      ],
      { required: true }
    ),
    /** The order of day, month and year; only with `interpret-as="date"`. */
    format: oneOf(["mdy", "dmy", "ymd", "md", "dm", "ym", "my", "d", "m", "y", "yyyymmdd"], {})
  },
  rules: [
    {
      says: "<say-as format> does nothing unless it is a date.",
      fix: 'add interpret-as="date", or remove format.',
      severity: "warning",
      broken: ({ attributes }) => attributes["format"] !== void 0 && attributes["interpret-as"] !== "date"
    }
  ]
});

// ../src/elements/ssml/sub.ts
var Sub = defineElement({
  name: "sub",
  content: text({ takes: "what is not said" }),
  attributes: {
    /** What is said. */
    alias: string({ required: true })
  }
});

// ../src/elements/ssml/w.ts
var W = defineElement({
  name: "w",
  content: textAndElements(["break", "emphasis", "phoneme", "prosody", "say-as", "sub"]),
  attributes: {
    /** What the word is: a verb, a past participle, or not its usual meaning. */
    role: oneOf(["amazon:VB", "amazon:VBD", "amazon:SENSE_1"], { required: true })
  }
});

// ../src/render/outline.ts
var Outline = class {
  name;
  source;
  outer;
  definition;
  /** Where its content is kept; a component keeps none of its own and writes into its element's. */
  content;
  attributes = {};
  text = "";
  children = [];
  parent;
  index = 0;
  constructor(name, source, outer, definition, content) {
    this.name = name;
    this.source = source;
    this.outer = outer;
    this.definition = definition;
    this.content = content;
  }
};
function settle(content, parent) {
  for (const item of content) {
    if (typeof item === "string") {
      if (parent !== void 0) parent.text += item;
    } else if (Array.isArray(item)) {
      settle(item, parent);
    } else if (item instanceof Outline) {
      item.parent = parent;
      if (parent !== void 0) item.index = parent.children.push(item) - 1;
      settle(item.content, item);
      item.text = item.text.trim();
    }
  }
}

// ../src/render/check.ts
function problemsOf(document) {
  settle(document, void 0);
  const problems = [];
  collect(document, problems);
  return problems;
}
function collect(content, problems) {
  for (const item of content) {
    if (typeof item === "string") continue;
    if (Array.isArray(item)) collect(item, problems);
    else if (item instanceof Outline) {
      problems.push(...brokenRules(item));
      collect(item.content, problems);
    } else problems.push(item);
  }
}
function brokenRules(element) {
  const rules = element.definition?.rules ?? [];
  return rules.filter((rule) => rule.broken(element)).map(({ says, fix, severity }) => {
    const facts = { says, fix, element: element.name };
    return { code: "E_RULE", facts, severity: severity ?? "error", frame: element };
  });
}

// ../jsx-runtime/jsx-runtime.ts
function jsx(type, props) {
  return new JsxElement(type, props, void 0);
}
var jsxs = jsx;
function Fragment(props) {
  return props.children;
}

// ../src/render/escape.ts
var unsafeInText = /[&<>\r\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;
var unsafeInAttribute = /[&<>"\t\n\r\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;
function escapeText(text4) {
  return unsafeInText.test(text4) ? escapeAll(text4, false) : text4;
}
function escapeAttribute(text4) {
  return unsafeInAttribute.test(text4) ? escapeAll(text4, true) : text4;
}
function escapeAll(text4, inAttribute) {
  let out = "";
  let from = 0;
  for (let at = 0; at < text4.length; at++) {
    const unit = text4.charCodeAt(at);
    if (unit > 62 && unit < 55296) continue;
    if (unit >= 55296 && unit <= 56319 && isLowSurrogate(text4.charCodeAt(at + 1))) {
      at++;
      continue;
    }
    const replacement = replacementOf(unit, inAttribute);
    if (replacement === void 0) continue;
    if (from < at) out += text4.slice(from, at);
    out += replacement;
    from = at + 1;
  }
  return from < text4.length ? out + text4.slice(from) : out;
}
var isLowSurrogate = (unit) => unit >= 56320 && unit <= 57343;
function replacementOf(unit, inAttribute) {
  switch (unit) {
    case 38:
      return "&amp;";
    case 60:
      return "&lt;";
    case 62:
      return "&gt;";
    case 34:
      return inAttribute ? "&quot;" : void 0;
    case 9:
      return inAttribute ? "&#9;" : void 0;
    case 10:
      return inAttribute ? "&#10;" : void 0;
    case 13:
      return "&#13;";
  }
  const illegal = unit < 32 || unit >= 55296 && unit <= 57343 || unit >= 65534;
  return illegal ? " " : void 0;
}

// ../src/elements/not-plivo.ts
var notPlivo = /* @__PURE__ */ new Map([
  // Twilio's names.
  ["Say", "write <Speak>"],
  ["Gather", "write <GetDigits>, or <GetInput> for speech"],
  ["Reject", 'write <Hangup reason="rejected" /> or <Hangup reason="busy" />'],
  ["Pause", "write <Wait>"],
  ["Client", "write <User>"],
  ["Parameter", "send it as sipHeaders of the <User>, or in the query of the URL"],
  // Names from Plivo's own pages, SDKs and first engine.
  ["Sip", "write <User>"],
  ["AgentHoldMusic", "write the attribute agentHoldMusicUrl of <MultiPartyCall>"],
  ["CustomerHoldMusic", "write the attribute customerHoldMusicUrl of <MultiPartyCall>"],
  ["GetSpeech", 'write <GetInput inputType="speech">'],
  ["SIPTransfer", "write <Dial> with a <User> inside"],
  ["Notify", "use the element's callbackUrl"],
  ["cont", "write the text itself; it needs no tag"],
  // Tags of Amazon Polly that Plivo leaves out.
  ["amazon:auto-breaths", "remove it; Plivo does not support it"],
  ["amazon:effect", "remove it; Plivo does not support it. <prosody> changes volume, rate and pitch"]
]);

// ../src/guess.ts
function guessName(written2, names) {
  let best;
  let least = Math.max(2, Math.floor(written2.length / 3)) + 1;
  for (const name of names) {
    const distance = editDistance(written2.toLowerCase(), name.toLowerCase());
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}
function editDistance(a, b) {
  let beforePrevious = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && i > 1 && j > 1;
      const swap = swapped ? beforePrevious[j - 2] + 1 : Infinity;
      row.push(Math.min(previous[j] + 1, row[j - 1] + 1, substitution, swap));
    }
    [beforePrevious, previous] = [previous, row];
  }
  return previous[b.length];
}

// ../src/render/explain.ts
var oneOrTheOther = (names) => names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
var tagNames = (names) => oneOrTheOther([...names].map((name) => `<${name}>`));
function takes({ content, holds }) {
  if (content.kind === "none") return "nothing inside";
  const documented = [...holds].filter(([, evidence]) => evidence === "docs").map(([name]) => name);
  if (content.kind === "elements") return tagNames(documented);
  return content.kind === "text" ? content.takes : `text, ${tagNames(documented)}`;
}
function unknownElement(name) {
  const instead = notPlivo.get(name);
  const guess2 = instead === void 0 ? guessName(name, definitions.keys()) : void 0;
  return {
    element: name,
    guess: guess2 && `<${guess2}>`,
    instead: instead ?? (guess2 ? `write <${guess2}>` : "use an element of Plivo, or declare it with defineElement")
  };
}
function unknownAttribute(definition, attribute2) {
  const names = [...definition.attributes.keys()];
  return {
    element: definition.name,
    attribute: attribute2,
    guess: guessName(attribute2, names),
    takes: names.length === 0 ? "no attributes" : oneOrTheOther(names)
  };
}
function wrongValue(definition, name, value, baseUrl) {
  const attribute2 = definition.attributes.get(name);
  const guess2 = typeof value === "string" ? guessName(value, attribute2.values ?? []) : void 0;
  const leaveOut = attribute2.required ? "" : `, or leave ${name} out${plivoTakes(attribute2)}`;
  return {
    element: definition.name,
    attribute: name,
    got: attribute2.closed || !mayBePrivate(value) ? shown(value) : `a ${nounOf(value)} of another shape`,
    takes: attribute2.takes,
    guess: guess2 && `"${guess2}"`,
    instead: needsBaseUrl(value, baseUrl) ?? (guess2 ? `write ${name}="${guess2}"` : `give it what it takes${leaveOut}`)
  };
}
var mayBePrivate = (value) => typeof value === "string" || Number.isFinite(value);
var nounOf = (value) => typeof value === "string" ? "text" : "number";
var plivoTakes = (attribute2) => attribute2.default === void 0 || attribute2.default === "" ? "" : ` (Plivo then takes ${attribute2.default})`;
function needsBaseUrl(value, baseUrl) {
  const isPath = (value instanceof Link || typeof value === "string") && /^\s*\/(?!\/)/.test(String(value));
  return isPath && baseUrl === void 0 ? "give render the option baseUrl, against which paths are resolved, or write the whole URL" : void 0;
}
function wrongContent({ name, content }, text4, baseUrl) {
  return {
    element: name,
    takes: content.takes,
    instead: needsBaseUrl(text4, baseUrl) ?? `write ${content.takes} between the tags`
  };
}
function textInside(definition) {
  const instead = definition.holds.has("Speak") ? "put what is to be said into a <Speak>" : `<${definition.name}> takes ${takes(definition)}`;
  return { element: definition.name, instead };
}
function shown(value) {
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}\u2026` : value);
  if (typeof value === "bigint") return "a bigint";
  if (typeof value === "function") return `a function (${value.name || "without a name"})`;
  if (typeof value !== "object" || value === null) return String(value);
  if (typeof value.then === "function") return "a promise";
  return Array.isArray(value) ? "a list" : `an object with the keys {${Object.keys(value).slice(0, 8).join(", ")}}`;
}
function wrongChild(element, child) {
  const got = shown(child);
  const keys3 = typeof child === "object" && child !== null ? Object.keys(child) : [];
  if (typeof child === "object" && child?.constructor?.name === JsxElement.name) {
    return {
      element,
      got: "an element of another copy of plivo-jsx",
      instead: "install plivo-jsx once only"
    };
  }
  const instead = got === "a promise" ? "await it first; components may be async" : typeof child === "function" ? "call it, or write it as a tag" : keys3.length > 0 ? `pass one of its fields, for example {value.${keys3[0]}}` : "pass a text, a number or an element";
  return { element, got, instead };
}

// ../src/render/problem.ts
import path from "node:path";
var mostTold = 10;
function problemText(problem) {
  const { code, facts, frame } = problem;
  return [sentenceOf(code, facts), ...framesText(frame), fixOf(code, facts)].join("\n");
}
function framesText(innermost) {
  const lines = [];
  let placed = false;
  for (let frame = innermost; frame !== void 0 && frame.name !== ""; frame = frame.outer) {
    placed ||= frame.source !== void 0;
    lines.push(`  ${frame === innermost ? "at" : "in"} <${frame.name}>${placeText(frame.source)}`);
  }
  if (lines.length > 0 && !placed) lines.push('Build with "jsx": "react-jsxdev" to see files and lines.');
  return lines;
}
function placeText(source) {
  if (source === void 0) return "";
  return ` (${path.relative("", source.fileName)}:${source.lineNumber}:${source.columnNumber})`;
}
var RenderError = class extends PlivoJsxError {
  problems;
  constructor(problems) {
    const [first] = problems;
    super(first.code, first.facts, first.cause === void 0 ? {} : { cause: first.cause });
    this.name = "RenderError";
    this.problems = problems;
    const told = problems.slice(0, mostTold).map(problemText);
    if (problems.length > mostTold) told.push(`\u2026 and ${problems.length - mostTold} more.`);
    this.message = told.join("\n\n");
  }
};

// ../src/render/tag.ts
var Tag = class {
  definition;
  attributes;
  /** How many attributes it cannot do without. */
  required;
  content;
  mostCharacters;
  close;
  /** `<Speak`, where a start tag begins. */
  start;
  /** Nothing, where a start tag goes on after a value that is not remembered. */
  further;
  /** One bit for each of the first 31 elements, and those that Plivo's documentation puts inside: a quick look at nesting. */
  bit;
  mask;
  /** How many start tags may still be remembered: no caller can make the memory grow. */
  room = 256;
  constructor(definition) {
    const { name, attributes, required, content } = definition;
    this.definition = definition;
    this.attributes = attributes;
    this.required = required.length;
    this.content = content.kind;
    this.mostCharacters = content.maxCharacters;
    this.close = `</${name}>`;
    this.bit = bitOf(name);
    this.mask = content.children.reduce((mask, child) => mask | bitOf(child), 0);
    this.start = new StartTag(this, `<${name}`, 0);
    this.further = new StartTag(this, "", 0);
  }
};
var StartTag = class _StartTag {
  /** As far as it is written. */
  text;
  /** Closed, before content. */
  open;
  /** Closed, with nothing inside. */
  empty;
  /** How many of the attributes that the element cannot do without are in it. */
  required;
  #tag;
  #next = /* @__PURE__ */ new Map();
  #lastName;
  #lastValue;
  #last;
  constructor(tag, text4, required) {
    this.#tag = tag;
    this.text = text4;
    this.open = flat(`${text4}>`);
    this.empty = flat(`${text4}/>`);
    this.required = required;
  }
  /** The start tag with one attribute more; undefined when that is not remembered, or the value does not fit. */
  with(name, value) {
    if (name === this.#lastName && value === this.#lastValue) return this.#last;
    const next = this.#next.get(name)?.get(value) ?? this.#make(name, value);
    if (next === void 0) return void 0;
    this.#lastName = name;
    this.#lastValue = value;
    this.#last = next;
    return next;
  }
  #make(name, value) {
    const attribute2 = this.#tag.attributes.get(name);
    if (attribute2?.closed !== true || this.#tag.room === 0) return void 0;
    const printed = printAttribute(name, attribute2, value, void 0);
    if (printed === void 0) return void 0;
    this.#tag.room--;
    const next = new _StartTag(
      this.#tag,
      flat(this.text + printed),
      this.required + Number(attribute2.required)
    );
    const values = this.#next.get(name) ?? /* @__PURE__ */ new Map();
    this.#next.set(name, values.set(value, next));
    return next;
  }
};
function printAttribute(name, attribute2, value, baseUrl) {
  const text4 = attribute2.print(value, baseUrl);
  return text4 === void 0 ? void 0 : ` ${name}="${escapeAttribute(text4)}"`;
}
function bitOf(name) {
  const index = [...definitions.keys()].indexOf(name);
  return index >= 0 && index < 31 ? 1 << index : 0;
}
var flat = (text4) => Buffer.from(text4).toString();
function tagOf(definition) {
  definition.tag ??= new Tag(definition);
  return definition.tag;
}

// ../src/render/print.ts
var unlimited = 1073741823;
var full = -1;
var slot = "\0";
var Printer = class _Printer {
  #job;
  #pending;
  #depth;
  /** Characters that the element being filled may still say. */
  #charactersLeft;
  /** Set while the text of an element is gathered that takes nothing but text of one shape. */
  #gathering = false;
  constructor(job, depth = 0, charactersLeft = unlimited) {
    this.#job = job;
    this.#depth = depth;
    this.#charactersLeft = charactersLeft;
  }
  /** The document of a node; a promise when a component was async. */
  print(node, holder, outline) {
    const text4 = this.#node(node, holder, outline);
    return this.#pending === void 0 ? text4 : this.#join(text4, this.#pending);
  }
  async #join(text4, pending) {
    const later = await Promise.all(pending.map((each) => this.#resume(each)));
    const parts = text4.split(slot);
    return parts.reduce((joined, part, index) => joined + later[index - 1] + part);
  }
  async #resume({ result, component, holder, outline, depth, charactersLeft }) {
    let node;
    try {
      node = await result;
    } catch (cause) {
      return this.#problem("E_COMPONENT", { component, problem: "failed" }, outline, cause);
    }
    return new _Printer(this.#job, depth, charactersLeft).print(node, holder, outline);
  }
  #node(node, holder, outline) {
    if (typeof node === "string") return this.#text(node, holder, outline);
    if (node instanceof JsxElement) return this.#element(node, holder, outline);
    if (node === null || node === void 0 || typeof node === "boolean") return "";
    if (Array.isArray(node)) {
      let text4 = "";
      for (let i = 0; i < node.length; i++) text4 += this.#node(node[i], holder, outline);
      return text4;
    }
    if (typeof node === "number" && Number.isFinite(node)) return this.#text(String(node), holder, outline);
    if (node instanceof Link && this.#gathering) return node.href;
    return this.#problem("E_CHILD", wrongChild(holder?.definition.name ?? "Response", node), outline);
  }
  #element({ type, props, source }, holder, outline) {
    const definition = typeof type === "string" ? definitions.get(type) : type?.definition;
    if (definition !== void 0) return this.#tag(tagOf(definition), props, source, holder, outline);
    if (typeof type === "function") return this.#component(type, props, source, holder, outline);
    return this.#unknown(type, source, outline);
  }
  #component(component, props, source, holder, outer) {
    const outline = outer === void 0 || component === Fragment ? outer : new Outline(nameOf(component), source, outer, void 0, outer.content);
    let result;
    try {
      result = component(props, this.#job.context);
    } catch (cause) {
      return this.#problem(
        "E_COMPONENT",
        { component: nameOf(component), problem: "failed" },
        outline,
        cause
      );
    }
    return isPromise(result) ? this.#defer(result, nameOf(component), holder, outline) : this.#node(result, holder, outline);
  }
  #defer(result, component, holder, outer) {
    Promise.resolve(result).catch(() => {
    });
    if (this.#gathering) {
      const element = holder?.definition.name;
      const problem = `is async, and the text of <${element}> must be known at once`;
      const instead = `await the text first, in an async component around the <${element}>`;
      return this.#problem("E_COMPONENT", { component, problem, instead }, outer);
    }
    const later = [];
    outer?.content.push(later);
    const outline = outer && new Outline(outer.name, outer.source, outer.outer, outer.definition, later);
    const [depth, charactersLeft] = [this.#depth, this.#charactersLeft];
    this.#pending ??= [];
    this.#pending.push({ result, component, holder, outline, depth, charactersLeft });
    return slot;
  }
  #unknown(type, source, outer) {
    const name = String(type);
    const outline = outer && new Outline(name, source, outer, void 0, []);
    if (outline !== void 0) outer?.content.push(outline);
    return this.#problem("E_ELEMENT", unknownElement(name), outline);
  }
  #tag(tag, props, source, holder, outer) {
    let outline;
    if (outer !== void 0) {
      outline = new Outline(tag.definition.name, source, outer, tag.definition, []);
      outer.content.push(outline);
    }
    if (holder === void 0 || (holder.mask & tag.bit) === 0) this.#place(tag, holder, outline);
    let start = tag.start;
    let before = "";
    let required = 0;
    let children;
    for (const name in props) {
      const value = props[name];
      if (name === "children") {
        children = value;
        continue;
      }
      if (value === void 0 || value === null) continue;
      if (outline !== void 0) this.#note(tag, name, value, outline);
      const next = start.with(name, value);
      if (next !== void 0) start = next;
      else {
        const attribute2 = tag.attributes.get(name);
        before += start.text + this.#attribute(tag, name, attribute2, value, outline);
        required += start.required + (attribute2?.required === true ? 1 : 0);
        start = tag.further;
      }
    }
    if (required + start.required < tag.required) this.#missing(tag, props, outline);
    if (this.#job.pretty && holder?.content === "elements") before = this.#newLine() + before;
    if (tag.content === "none") {
      const misplaced = children === void 0 ? "" : this.#node(children, tag, outline);
      return before + start.empty + misplaced;
    }
    return before + start.open + this.#content(tag, children, outline) + tag.close;
  }
  /** Looks twice at the root, at elements of the author's own, and at what is in the wrong place. */
  #place({ definition }, holder, outline) {
    const { name } = definition;
    if (holder !== void 0) {
      const evidence = holder.definition.holds.get(name);
      if (evidence === "docs") return;
      const facts = { element: name, parent: holder.definition.name, takes: takes(holder.definition) };
      if (evidence === "sdk") this.#problem("E_SDK_NESTING", facts, outline, void 0, "warning");
      else this.#problem("E_NESTING", facts, outline);
    } else if (name !== "Response") this.#problem("E_ROOT", { got: `<${name}>` }, outline);
    else if (++this.#job.roots > 1) this.#problem("E_ROOT", { got: "more than one" }, outline);
  }
  /** An attribute that is not remembered: an address, a free text, or one that does not fit. */
  #attribute(tag, name, attribute2, value, outline) {
    if (attribute2 === void 0) {
      return this.#problem("E_ATTRIBUTE", unknownAttribute(tag.definition, name), outline);
    }
    const { baseUrl } = this.#job.context;
    const printed = printAttribute(name, attribute2, value, baseUrl);
    return printed ?? this.#problem("E_VALUE", wrongValue(tag.definition, name, value, baseUrl), outline);
  }
  #note(tag, name, value, outline) {
    const attribute2 = tag.attributes.get(name);
    if (attribute2 === void 0) return;
    const written2 = typeof value === "object" ? "" : String(value);
    outline.attributes[name] = attribute2.print(value, this.#job.context.baseUrl) ?? written2;
  }
  #missing({ definition }, props, outline) {
    for (const name of definition.required) {
      if (props[name] !== void 0 && props[name] !== null) continue;
      const facts = {
        element: definition.name,
        attribute: name,
        takes: definition.attributes.get(name).takes
      };
      this.#problem("E_REQUIRED", facts, outline);
    }
  }
  #content(tag, children, outline) {
    if (tag.content === "text") return escapeText(this.#gather(tag, children, outline));
    if (tag.mostCharacters === void 0) return this.#fill(tag, children, outline);
    this.#charactersLeft = tag.mostCharacters;
    const text4 = this.#fill(tag, children, outline);
    this.#charactersLeft = unlimited;
    return text4;
  }
  #fill(tag, children, outline) {
    this.#depth++;
    const text4 = this.#node(children, tag, outline);
    this.#depth--;
    return this.#job.pretty && text4 !== "" && tag.content === "elements" ? text4 + this.#newLine() : text4;
  }
  #newLine() {
    return "\n" + "  ".repeat(this.#depth);
  }
  /** The whole text of an element that takes nothing but text of one shape. */
  #gather(tag, children, outline) {
    const { content, name } = tag.definition;
    const known = outline?.content.length;
    this.#gathering = true;
    const text4 = this.#node(children, tag, outline);
    this.#gathering = false;
    if (outline?.content.length !== known) return text4;
    outline?.content.push(text4);
    if (text4.trim() === "") {
      if (content.required) this.#problem("E_EMPTY", { element: name, takes: content.takes }, outline);
      return text4;
    }
    if (content.print === void 0) return text4;
    const { baseUrl } = this.#job.context;
    const printed = content.print(text4.trim(), baseUrl);
    if (printed === void 0)
      this.#problem("E_CONTENT", wrongContent(tag.definition, text4, baseUrl), outline);
    return printed ?? text4;
  }
  #text(text4, holder, outline) {
    if (this.#gathering) return text4;
    if (holder?.content !== "text+elements") {
      if (text4.trim() === "") return "";
      if (holder === void 0) return this.#problem("E_ROOT", { got: "text" }, outline);
      return this.#problem("E_TEXT", textInside(holder.definition), outline);
    }
    const fits = text4.length <= this.#charactersLeft;
    const said = fits ? text4 : this.#cut(text4, holder, outline);
    if (fits) this.#charactersLeft -= text4.length;
    outline?.content.push(said);
    return escapeText(said);
  }
  #cut(text4, { definition }, outline) {
    const room = this.#charactersLeft;
    if (room === full) return "";
    this.#charactersLeft = full;
    this.#problem("E_LONG", { element: definition.name }, outline, void 0, "warning");
    return text4.slice(0, room).replace(/[\ud800-\udbff]$/, "");
  }
  /** Development keeps a problem and goes on, to tell all of them together; production stops at the first. */
  #problem(code, facts, outline, cause, severity = "error") {
    const problem = { code, facts, severity, frame: outline, cause };
    if (outline !== void 0) outline.content.push(problem);
    else if (severity === "warning") this.#job.warn(problem);
    else throw new RenderError([problem]);
    return "";
  }
};
var nameOf = (component) => component.name || "Component";
var isPromise = (value) => typeof value === "object" && value !== null && typeof value.then === "function";

// ../src/render/render.ts
var declaration = '<?xml version="1.0" encoding="UTF-8"?>';
var mostBytes = 102400;
function render(node, options = {}) {
  const { pretty = false, development = false, baseUrl } = options;
  const warn = options.onWarning ?? (development ? emitWarning : ignore);
  const context = options.context === void 0 ? { baseUrl } : { ...options.context, baseUrl };
  const job = { context, pretty, warn, roots: 0 };
  const outline = development ? new Outline("", void 0, void 0, void 0, []) : void 0;
  const root = isPromise(node) ? new JsxElement(() => node, {}, void 0) : node;
  const text4 = new Printer(job).print(root, void 0, outline);
  return typeof text4 === "string" ? check(text4, job, outline) : text4.then((late) => check(late, job, outline));
}
var ignore = () => {
};
var emitWarning = (problem) => process.emitWarning(problemText(problem), "PlivoJsxWarning");
function check(text4, { roots, warn, pretty }, outline) {
  const document = declaration + (pretty ? "\n" : "") + text4;
  const bytes = document.length * 3 > mostBytes ? Buffer.byteLength(document) : 0;
  if (outline === void 0 && roots === 1 && bytes <= mostBytes) return document;
  const problems = outline === void 0 ? [] : problemsOf(outline.content);
  const errors2 = problems.filter(({ severity }) => severity === "error");
  if (roots === 0 && errors2.length === 0) errors2.push(whole("E_ROOT", { got: "nothing" }));
  if (bytes > mostBytes) errors2.push(whole("E_SIZE", { kilobytes: Math.ceil(bytes / 1024) }));
  const [first, ...others2] = errors2;
  if (first !== void 0) throw new RenderError([first, ...others2]);
  for (const problem of problems) warn(problem);
  return document;
}
var whole = (code, facts) => ({
  code,
  facts,
  severity: "error",
  frame: void 0
});

// ../src/flow/phrases.ts
var say = (children) => jsx(Speak, { children });
var defaultPhrases = {
  apology: say("We are sorry, something went wrong on our side. Please call again later. Goodbye."),
  oneMoment: say("One moment, please."),
  startOver: say("Let us start over.")
};

// ../src/call/field.ts
var maxShort = 256;
var maxText = 4096;
var decimal = /^-?\d{1,15}(?:\.\d{1,15})?$/;
var short = (name) => {
  return (raw) => cut(single(raw, name), maxShort);
};
var text2 = (name) => {
  return (raw) => cut(single(raw, name), maxText);
};
var id = (...names) => {
  return (raw) => {
    for (const name of names) {
      const value = single(raw, name);
      if (value !== void 0 && value.length <= maxShort) return value;
    }
    return void 0;
  };
};
var number = (name, min = -Infinity, max = Infinity) => {
  return (raw) => {
    const value = single(raw, name);
    if (value === void 0 || value.length > 32 || !decimal.test(value)) return void 0;
    const read = Number(value);
    return read >= min && read <= max ? read : void 0;
  };
};
var flag = (name) => {
  return (raw) => {
    const value = single(raw, name);
    if (value === void 0 || value.length > 5) return void 0;
    const word = value.toLowerCase();
    return word === "true" ? true : word === "false" ? false : void 0;
  };
};
var oneOf2 = (name, words) => {
  return (raw) => {
    const value = single(raw, name);
    return words.find((word) => word === value);
  };
};
function single(raw, name) {
  const value = raw[name];
  return typeof value === "string" && value !== "" ? value : void 0;
}
function cut(value, max) {
  if (value === void 0 || value.length <= max) return value;
  const last = value.charCodeAt(max - 1);
  const splitsCharacter = last >= 55296 && last <= 56319;
  return value.slice(0, splitsCharacter ? max - 1 : max);
}

// ../src/call/input.ts
var maxDigits = 99;
var keys = /^[0-9*#A-D]+$/;
function inputOf(digits2) {
  if (digits2 === void 0 || digits2 === "") return "none";
  if (typeof digits2 !== "string") return "repeated";
  if (digits2.length > maxDigits) return "too_long";
  return keys.test(digits2) ? "given" : "shape";
}
function digitsOf(digits2) {
  return typeof digits2 === "string" && inputOf(digits2) === "given" ? digits2 : void 0;
}

// ../src/call/words.ts
var callStatuses = [
  "ringing",
  "in-progress",
  "completed",
  "busy",
  "failed",
  "timeout",
  "no-answer",
  "cancel"
];
var directions = ["inbound", "outbound"];
var callEvents = [
  "StartApp",
  "Redirect",
  "Ring",
  "Hangup",
  "MachineDetection",
  "DialAnswer",
  "DialHangup",
  "StartStream",
  "StopStream",
  "DroppedStream",
  "DegradedStream"
];
var dialStatuses = ["completed", "busy", "failed", "timeout", "no-answer", "cancel"];
var dialActions = ["answer", "connected", "hangup", "digits"];
var dialLegs = ["ALeg", "BLeg"];
var inputTypes = ["dtmf", "speech"];
var conferenceActions = ["enter", "exit", "digits", "floor", "record"];
var ifMachines = ["continue", "hangup"];
var hangupSources = [
  "Caller",
  "Callee",
  "Plivo",
  "Carrier",
  "API Request",
  "Answer XML",
  "Error",
  "Unknown"
];
var mpcEventNames = [
  "MPCInitialized",
  "MPCStart",
  "MPCEnd",
  "ParticipantJoin",
  "ParticipantExit",
  "ParticipantMute",
  "ParticipantUnmute",
  "ParticipantHold",
  "ParticipantUnhold",
  "ParticipantCoachModeStart",
  "ParticipantCoachModeStop",
  "ParticipantSpeakStart",
  "ParticipantSpeakStop",
  "ParticipantDigitInput",
  "AddParticipantByAPIActionInitiated",
  "AddParticipantByAPIActionCompleted"
];
var mpcRecordingEventNames = [
  "MPCRecordingInitiated",
  "MPCRecordingPaused",
  "MPCRecordingResumed",
  "MPCRecordingCompleted",
  "MPCRecordingFailed"
];

// ../src/call/fields-of-kind.ts
var keys2 = (name) => {
  return (raw) => digitsOf(raw[name]);
};
var pressed = {
  input: (raw) => inputOf(raw.Digits),
  digits: keys2("Digits")
};
var recording = {
  recordUrl: text2("RecordUrl"),
  recordingId: id("RecordingID"),
  recordingDuration: number("RecordingDuration"),
  recordingDurationMs: number("RecordingDurationMs"),
  recordingStartMs: number("RecordingStartMs"),
  recordingEndMs: number("RecordingEndMs")
};
var conference = {
  conferenceName: short("ConferenceName"),
  conferenceUuid: id("ConferenceUUID"),
  conferenceMemberId: id("ConferenceMemberID"),
  recordUrl: recording.recordUrl,
  recordingId: recording.recordingId
};
var dialLegFields = {
  dialALegUuid: id("DialALegUUID"),
  dialBLegUuid: id("DialBLegUUID"),
  dialBLegHangupCauseName: short("DialBLegHangupCauseName"),
  dialBLegHangupCauseCode: number("DialBLegHangupCauseCode"),
  dialBLegHangupSource: oneOf2("DialBLegHangupSource", hangupSources)
};
var fieldsOfKind = {
  answer: { machine: flag("Machine") },
  ring: {},
  hangup: {
    hangupCause: short("HangupCause"),
    hangupCauseName: short("HangupCauseName"),
    hangupCauseCode: number("HangupCauseCode"),
    hangupSource: oneOf2("HangupSource", hangupSources),
    duration: number("Duration", 0),
    billDuration: number("BillDuration", 0),
    totalCost: number("TotalCost"),
    startTime: short("StartTime"),
    answerTime: short("AnswerTime"),
    endTime: short("EndTime"),
    machine: flag("machine")
  },
  "getdigits-action": pressed,
  "getinput-action": {
    ...pressed,
    inputType: oneOf2("InputType", inputTypes),
    speech: text2("Speech"),
    speechConfidence: number("SpeechConfidenceScore", 0, 1),
    billedAmount: number("BilledAmount")
  },
  "getinput-interim": {
    stableSpeech: text2("StableSpeech"),
    unstableSpeech: text2("UnstableSpeech"),
    stability: number("Stability", 0, 1),
    sequenceNumber: number("SequenceNumber")
  },
  "dial-action": {
    dialStatus: oneOf2("DialStatus", dialStatuses),
    dialRingStatus: flag("DialRingStatus"),
    dialHangupCause: short("DialHangupCause"),
    ...dialLegFields
  },
  "dial-callback": {
    dialAction: oneOf2("DialAction", dialActions),
    dialBLegStatus: short("DialBLegStatus"),
    dialBLegFrom: short("DialBLegFrom"),
    dialBLegTo: short("DialBLegTo"),
    dialBLegDuration: number("DialBLegDuration", 0),
    dialBLegBillDuration: number("DialBLegBillDuration", 0),
    dialDigitsMatch: keys2("DialDigitsMatch"),
    dialDigitsPressedBy: oneOf2("DialDigitsPressedBy", dialLegs),
    ...dialLegFields
  },
  "record-action": { ...pressed, ...recording },
  transcription: {
    transcription: text2("transcription"),
    transcriptionCharge: number("transcription_charge"),
    transcriptionRate: number("transcription_rate"),
    duration: number("duration", 0),
    recordingId: id("recording_id"),
    error: text2("error")
  },
  "conference-action": conference,
  "conference-callback": {
    ...conference,
    ...recording,
    conferenceAction: oneOf2("ConferenceAction", conferenceActions),
    conferenceDigitsMatch: keys2("ConferenceDigitsMatch")
  },
  redirect: {},
  "mpc-status": {
    eventName: oneOf2("EventName", mpcEventNames),
    eventTimestamp: short("EventTimestamp"),
    mpcUuid: id("MPCUUID"),
    mpcName: short("MPCName"),
    memberId: id("MemberID"),
    participantRole: short("ParticipantRole"),
    participantCallUuid: id("ParticipantCallUUID"),
    participantCallFrom: short("ParticipantCallFrom"),
    participantCoachMode: flag("ParticipantCoachMode"),
    mpcDuration: number("MPCDuration", 0),
    mpcBilledDuration: number("MPCBilledDuration", 0),
    mpcBilledAmount: number("MPCBilledAmount")
  },
  "mpc-recording": {
    eventName: oneOf2("EventName", mpcRecordingEventNames),
    eventTimestamp: short("EventTimestamp"),
    mpcName: short("MPCName"),
    mpcUuid: id("MPCUUID"),
    recordingDuration: number("RecordingDuration"),
    recordingFormat: short("RecordingFormat"),
    recordingUrl: text2("RecordingURL"),
    recordingUuid: id("RecordingUUID"),
    recordingStartTime: short("RecordingStartTime"),
    recordingEndTime: short("RecordingEndTime"),
    sequenceNumber: number("SequenceNumber")
  },
  "mpc-exit": {
    mpcUuid: id("MPCUUID"),
    mpcFriendlyName: short("MPCFriendlyName"),
    memberId: id("MemberID"),
    participantCallUuid: id("ParticipantCallUUID"),
    participantJoinTime: short("ParticipantJoinTime"),
    participantEndTime: short("ParticipantEndTime"),
    participantRole: short("ParticipantRole")
  },
  "stream-status": {
    streamId: id("StreamID"),
    timestamp: short("Timestamp"),
    bidirectional: flag("bidirectional"),
    audioTrack: short("audioTrack"),
    streamTimeout: number("streamTimeout", 0),
    contentType: short("contentType"),
    extraHeaders: text2("extraHeaders"),
    keepCallAlive: flag("keepCallAlive")
  },
  "machine-detection": { machine: flag("Machine"), ifMachine: oneOf2("IfMachine", ifMachines) },
  "message-status": { messageUuid: id("MessageUUID"), status: short("Status") },
  unknown: {}
};

// ../src/call/read-call.ts
var common = {
  callUuid: id("CallUUID", "call_uuid"),
  from: short("From"),
  to: short("To"),
  direction: oneOf2("Direction", directions),
  callStatus: oneOf2("CallStatus", callStatuses),
  event: oneOf2("Event", callEvents),
  callerName: text2("CallerName"),
  forwardedFrom: short("ForwardedFrom"),
  aLegUuid: id("ALegUUID"),
  aLegRequestUuid: id("ALegRequestUUID"),
  requestUuid: id("RequestUUID"),
  parentAuthId: id("ParentAuthID"),
  billRate: number("BillRate"),
  sessionStart: short("SessionStart"),
  stirAttestation: short("STIRAttestation"),
  stirVerification: id("STIRVerification", "stir_verification")
};
var commonReaders = Object.entries(common);
var readersOfKind = Object.fromEntries(
  Object.entries(fieldsOfKind).map(([kind, readers]) => [kind, Object.entries(readers)])
);
var noHeaders = Object.freeze({ __proto__: null });

// ../src/rest/call-fields.ts
var text3 = (takes2, most = Infinity) => ({
  as: "value",
  takes: takes2,
  accepts: (value) => typeof value === "string" && value !== "" && value.length <= most
});
var oneOf3 = (...words) => ({
  as: "value",
  takes: words.map((word) => `"${word}"`).join(" or "),
  accepts: (value) => words.some((word) => word === value)
});
var whole2 = (unit, least, most = Infinity) => ({
  as: "value",
  takes: `a whole number of ${unit}, ${most === Infinity ? `${least} or more` : `${least} to ${most}`}`,
  accepts: (value) => Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most
});
var number2 = { ...text3("a number in E.164 form"), as: "number" };
var url2 = { ...text3("an address"), as: "url" };
var method2 = oneOf3("POST", "GET");
var yesOrNo = {
  as: "value",
  takes: "true or false",
  accepts: (value) => typeof value === "boolean"
};
var callFields = {
  to: number2,
  from: number2,
  answerUrl: url2,
  answerMethod: method2,
  ringUrl: url2,
  ringMethod: method2,
  hangupUrl: url2,
  hangupMethod: method2,
  fallbackUrl: url2,
  fallbackMethod: method2,
  callerName: text3("1 to 50 characters", 50),
  sendDigits: text3("keys such as ww1#"),
  sendOnPreanswer: yesOrNo,
  timeLimit: whole2("seconds", 1),
  ringTimeout: whole2("seconds", 1),
  hangupOnRing: whole2("seconds", 0),
  machineDetection: oneOf3("true", "hangup"),
  machineDetectionTime: whole2("milliseconds", 2e3, 1e4),
  machineDetectionUrl: url2,
  machineDetectionMethod: method2,
  machineDetectionMaximumSpeechLength: whole2("milliseconds", 1e3, 6e3),
  machineDetectionInitialSilence: whole2("milliseconds", 2e3, 1e4),
  machineDetectionMaximumWords: whole2("words", 2, 10),
  machineDetectionInitialGreeting: whole2("milliseconds", 1e3, 5e3),
  sipHeaders: text3("pairs such as Tier=gold,Lang=en"),
  parentCallUuid: text3("the UUID of a call"),
  errorIfParentNotFound: yesOrNo
};

// ../src/rest/public-url.ts
import { BlockList, isIP } from "node:net";
var v4 = new BlockList();
v4.addSubnet("0.0.0.0", 8);
v4.addSubnet("10.0.0.0", 8);
v4.addSubnet("100.64.0.0", 10);
v4.addSubnet("127.0.0.0", 8);
v4.addSubnet("169.254.0.0", 16);
v4.addSubnet("172.16.0.0", 12);
v4.addSubnet("192.0.0.0", 24);
v4.addSubnet("192.168.0.0", 16);
v4.addSubnet("198.18.0.0", 15);
v4.addSubnet("224.0.0.0", 3);
var v6 = new BlockList();
v6.addSubnet("::", 96, "ipv6");
v6.addSubnet("::ffff:0:0", 96, "ipv6");
v6.addSubnet("fc00::", 7, "ipv6");
v6.addSubnet("fe80::", 10, "ipv6");
v6.addSubnet("fec0::", 10, "ipv6");
v6.addSubnet("ff00::", 8, "ipv6");

// render/documents.jsx
var menu = ({ url: url3, first, second, bye }) => /* @__PURE__ */ jsxs(Response, { children: [
  /* @__PURE__ */ jsxs(GetDigits, { action: url3, numDigits: 1, timeout: 15, finishOnKey: "#", children: [
    /* @__PURE__ */ jsx(Speak, { voice: "WOMAN", language: "en-US", children: first }),
    /* @__PURE__ */ jsx(Speak, { voice: "WOMAN", language: "es-US", children: second })
  ] }),
  /* @__PURE__ */ jsx(Speak, { voice: "WOMAN", language: "en-US", children: bye }),
  /* @__PURE__ */ jsx(Hangup, {})
] });
var long = (lines) => /* @__PURE__ */ jsx(Response, { children: lines.map(({ text: text4, slow, digits: digits2 }) => /* @__PURE__ */ jsxs(Speak, { voice: "Polly.Joanna", children: [
  text4,
  /* @__PURE__ */ jsx("prosody", { rate: "slow", children: slow }),
  /* @__PURE__ */ jsx("break", { time: "300ms" }),
  /* @__PURE__ */ jsx("say-as", { "interpret-as": "digits", children: digits2 })
] })) });
var shapes = [
  { voice: "WOMAN" },
  { voice: "MAN", language: "en-GB" },
  { language: "fr-FR" },
  { loop: 2 },
  { loop: 3, voice: "WOMAN" }
];
var others = Array.from({ length: 20 }, (_, index) => () => /* @__PURE__ */ jsxs(Response, { children: [
  /* @__PURE__ */ jsx(GetDigits, { ...index % 2 ? { timeout: index + 1, retries: 2 } : { digitTimeout: 3 }, children: /* @__PURE__ */ jsx(Speak, { ...shapes[index % shapes.length], children: `Document ${index}` }) }),
  index % 3 === 0 && /* @__PURE__ */ jsx(Speak, { children: "Goodbye" }),
  /* @__PURE__ */ jsx(Hangup, {})
] }));
export {
  long,
  menu,
  others,
  render
};
