/**
 * The page `docs/phone.md`: its tables come from the flags, tokens, events and assumptions themselves.
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

<!-- Written by npm run docs from src/cli/phone and src/phone; edit those. -->

\`plivo-jsx phone <url>\` is a telephone for any Plivo answer URL, in whatever language the app behind it is written. It asks for
documents as Plivo does, executes the XML as Plivo does, and says what the caller hears. Nothing is sent to Plivo, and no
call is placed. \`plivo-jsx/testing\` is the same phone for tests, and \`plivo-jsx/phone\` for tools: see
[README.md](../README.md#test-it-as-a-caller).

\`\`\`sh
npx plivo-jsx phone http://localhost:5000/ivr
npx plivo-jsx phone http://localhost:5000/ivr --script "1 2" --verbose
npx plivo-jsx phone http://localhost:5000/ivr --script "2 1" --json
\`\`\`

## By hand

Keys are pressed as on a telephone: \`0\` to \`9\`, \`*\` and \`#\`. \`s\` says a line, \`h\` hangs up, Enter lets the time pass at once.
Ctrl-C hangs up too, even while the app has not replied yet; a second one quits.
While a \`<Dial>\` rings, a letter says how it ends; while a \`<Record>\` runs, \`r\` and a number speaks for so many seconds.
Waiting is silence: real seconds pass as call time. Prompts are shown at once and take no real time, unless \`--real-time\`
says so; then a key interrupts them.

When standard input is a pipe, its characters are the keys, and silence follows its end.

## Flags

${table(['flag', 'what it does'], flagRows)}

## Scripts

A script is a text of tokens with spaces between. When it is over, silence follows until the call ends. A token that the
call does not wait for (\`dial:\` when nobody is dialled) ends the run with exit code 2 and says what the call waits for.
Tokens that are left when the call has ended are named on standard error.

${table(['token', 'what it does'], tokenRows)}

## Exit codes

| code | when |
| --- | --- |
| 0 | the call ended as calls end: somebody hung up, the document was over, nobody answered |
| 1 | Plivo would have reported an error: codes 7000 to 8999, or 2060; also when nothing listens at the address |
| 2 | the call could not start (address, flag or script), or the script did not fit |

## Events

With \`--json\` each line is one object with \`at\`, the call time in seconds, \`event\`, and the fields below; those with a
question mark may be missing. Nothing else is on standard output. The last event is always \`ended\`.

\`\`\`json
{"at":0,"event":"speak","text":"Press 1 for English.","language":"en-US","voice":"WOMAN"}
{"at":23.6,"event":"ended","code":4000,"name":"Normal Hangup"}
\`\`\`

${table(['event', 'fields', 'when'], eventRows)}

## What Plivo does not say

Where Plivo's documentation does not say what happens, the phone assumes something. \`--assume name=value\` changes it,
as does the option \`assume\` in tests.

${table(['assumption', 'meaning', 'default'], assumptionRows)}
`;
}
