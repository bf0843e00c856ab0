import { readFileSync } from 'node:fs';

interface Reference {
  readonly elements: readonly {
    readonly element: string;
    readonly attributes: { readonly [name: string]: { readonly evidence: string } };
  }[];
}

const reference = JSON.parse(
  readFileSync(new URL('../data/plivo/reference.json', import.meta.url), 'utf8'),
) as Reference;

/** True for an attribute that one of Plivo's SDKs sends and no documentation has. */
export const isSdkOnly = (element: string, attribute: string): boolean =>
  reference.elements.find((entry) => entry.element === element)?.attributes[attribute]?.evidence ===
  'sdk-only';

type Line = (...parts: string[]) => string | undefined;

/** The wording of the index, and the problem that we tell for it. */
const wordings: readonly (readonly [RegExp, Line])[] = [
  // Older pages allow more, so it is a warning.
  [
    /^Conference@maxMembers=\d+: outside .+$/,
    () => 'warning E_RULE <Conference maxMembers> is above 20, the greatest value that Plivo documents.',
  ],
  [
    /^([\w-]+)@([\w:]+)(?:='.*'|=-?\d+)?: (?:not a valid value|outside .+|relative URL)$/,
    (element, attribute) =>
      `error ${isSdkOnly(element!, attribute!) ? 'E_ATTRIBUTE' : 'E_VALUE'} <${element} ${attribute}>`,
  ],
  [/^([\w-]+)@(\w+): required, missing$/, (element, name) => `error E_REQUIRED <${element} ${name}>`],
  [/^([\w-]+)@(\w+): unknown attribute$/, (element, name) => `error E_ATTRIBUTE <${element} ${name}>`],
  [/^unknown element (\w+)$/, (element) => `error E_ELEMENT <${element}>`],
  // Its children are unknown elements, each of which the index names as well.
  [/^MultiPartyCall: children not allowed$/, () => undefined],
  [/^(\w+): text not allowed$/, (element) => `error E_TEXT <${element}>`],
  [/^(\w+): empty$/, (element) => `error E_EMPTY <${element}>`],
  [/^(\w+): (?:text is no absolute URL|text is no wss URL)$/, (element) => `error E_CONTENT <${element}>`],
  [/^(\w+): (?:not a phone number|not a SIP URI)$/, (element) => `error E_CONTENT <${element}>`],
  [/^(\w+): text '.*' does not fit$/, (element) => `error E_CONTENT <${element}>`],
  [/^(\w+) inside \w+: SDKs only$/, (element) => `warning E_SDK_NESTING <${element}>`],
  [/^Speak: SSML without a Polly voice$/, () => 'error E_RULE <Speak> has SSML inside and no Polly voice.'],
  [/^Dial: no Number or User$/, () => 'error E_EMPTY <Dial>'],
  [
    /^Hangup schedule is the last element: hangs up at once$/,
    () => 'error E_RULE <Hangup schedule> is the last element, so the call ends at once.',
  ],
];

/** What we say for an issue that the index marks. */
export function expectedOf(issue: string): string[] {
  for (const [wording, line] of wordings) {
    const match = wording.exec(issue);
    if (match === null) continue;
    const said = line(...match.slice(1));
    return said === undefined ? [] : [said];
  }
  throw new Error(`The index has a wording that is not known: ${issue}`);
}
