/**
 * The page `docs/reference/phone.md`: its tables come from the flags, tokens, events and assumptions themselves.
 * @module
 */
import { flags, type Flag } from '../../src/cli/commands/phone/flags.ts';
import { assumptions, scriptTokens } from '../../src/phone/index.ts';
import { fieldsOf, membersOf } from './commented.ts';

const code = (text: string) => `\`${text}\``;
const cell = (text: string) => text.replaceAll('|', '\\|');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`);
  return lines.join('\n');
}

const flagRows = Object.entries<Flag>(flags).map(([name, { value, expected, description }]) => [
  code(`--${name}${value === undefined ? '' : ` <${expected?.join('|') ?? value}>`}`),
  description,
]);

const tokenRows = Object.entries(scriptTokens).map(([form, says]) => [code(form), says]);

const eventRows = membersOf('src/phone/engine/events.ts', 'EventFields').map(({ name, sentence, type }) => [
  code(name),
  fieldsOf(type).map(code).join(', '),
  sentence,
]);

const assumptionRows = membersOf('src/phone/engine/assumptions.ts', 'Assumptions').map(
  ({ name, sentence }) => [
    code(name),
    sentence.replace(/ Default: [^.]*\.$/, ''),
    code(String(assumptions[name as keyof typeof assumptions] ?? 'as the URL says')),
  ],
);

/** The whole page. */
export function phonePage(): string {
  return `# The phone

<!-- Written by npm run docs from src/cli/commands/phone and src/phone; edit those. -->

\`plivo-jsx phone <url>\` calls any Plivo answer URL, whatever language the app behind it is written in. It requests documents as
Plivo does, executes the XML as Plivo does, and prints what the caller hears. It sends nothing to Plivo and places no call.
\`plivo-jsx/testing\` is the same phone for tests, and \`plivo-jsx/phone\` for tools: see [Test a flow](../guide/testing.md).

\`\`\`sh
npx plivo-jsx phone http://localhost:5000/ivr
npx plivo-jsx phone http://localhost:5000/ivr --script "1 2" --verbose
npx plivo-jsx phone http://localhost:5000/ivr --script "2 1" --json
\`\`\`

## At the keyboard

The keys \`0\` to \`9\`, \`*\` and \`#\` are those of the telephone. \`s\` says a line, \`h\` hangs up, and Enter skips the wait.
Ctrl-C hangs up too, even before the app has replied; a second Ctrl-C quits.
While a \`<Dial>\` rings, a letter says how it ends. While a \`<Record>\` runs, \`r\` and a number speaks for that many seconds.
Waiting is silence: real seconds pass as call time. Prompts are printed at once and take no real time. With \`--real-time\` they take
their time, and a key interrupts them.

When standard input is a pipe, its characters are the keys, and silence follows its end.

## Flags

${table(['flag', 'what it does'], flagRows)}

## Scripts

A script is a list of tokens with spaces between. After the last token, silence follows until the call ends. A token that the
call does not wait for (\`dial:\` when nobody is dialled) ends the run with exit code 1, and the error says what the call waits for.
Tokens that are left when the call has ended are listed on standard error, and the exit code is 1.

${table(['token', 'what it does'], tokenRows)}

## Exit codes

| code | when |
| --- | --- |
| 0 | the call ended normally: somebody hung up, the document ended, or nobody answered |
| 1 | Plivo would report an error: codes 7000 to 8999, or 2060; also when no server listens at the address |
| 1 | the app says that it failed, so that the caller hears an apology or the flow starts over |
| 1 | a token of the script did not fit the call, or the call was over before the last one |
| 2 | the call could not start: the address, a flag or the script is wrong |

## Failures of the app

An app that fails replies with an apology, and Plivo takes that for a good document. While it is in development
(\`NODE_ENV\` is not \`production\`), an app of plivo-jsx adds the header \`x-plivo-jsx-failure\` to such a reply: \`apology\`,
\`start-over\` or, for a notice, \`nothing\`. For local use, without auth token and public URL, what failed and where follows after
a semicolon. Any server may send this header. In production nothing in a reply tells a failure, so the phone cannot know it.

## Events

With \`--json\` each line is one object with \`at\`, the call time in seconds, \`event\`, and the fields below; those with a
question mark may be missing. Nothing else is on standard output. The last event is always \`ended\`.

\`\`\`json
{"at":0,"event":"speak","text":"Press 1 for English.","language":"en-US","voice":"WOMAN"}
{"at":23.6,"event":"ended","code":4000,"name":"Normal Hangup"}
\`\`\`

${table(['event', 'fields', 'when'], eventRows)}

## What Plivo does not say

Where Plivo's documentation does not say what happens, the phone assumes something. \`--assume name=value\` changes an
assumption, and so does the option \`assume\` in tests.

${table(['assumption', 'meaning', 'default'], assumptionRows)}
`;
}
