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

## The address

An address may be written without its scheme: \`localhost:5000/ivr\`, \`:5000/ivr\` and every other address of this machine or a
private network are http, and \`ivr.example.com/ivr\` is https. A path alone, \`/ivr\`, is one of the server that \`start\` began, with
the \`PORT\` and \`HOST\` of your \`.env\`.

\`--public-url\` is the address that Plivo knows. Requests to it are signed for it, and are sent to the server that you call. The
\`PUBLIC_URL\` of your \`.env\` is its default for a server of this machine or with \`--sign\`. It may have a path, as behind a reverse proxy:

| the proxy | the app listens at | you call | \`--public-url\` |
| --- | --- | --- | --- |
| strips the path | \`http://localhost:5000/ivr\` | \`localhost:5000/ivr\` | \`https://example.com/voice\` |
| keeps the path | \`http://localhost:5000/voice/ivr\` | \`localhost:5000/voice/ivr\` | \`https://example.com/voice\` |

In both cases the signature is for \`https://example.com/voice/ivr\`. If the proxy strips a path with which the paths of the app
begin, too, add \`--local-url http://localhost:5000\`.

Plivo does not document what \`From\` is when the caller withholds the number. \`--from ""\` sends nothing, and \`--from anonymous\`
sends that word, as some carriers do.

## The time

\`--at\` sets the date and time of the call, to try opening hours:

\`\`\`sh
npx plivo-jsx phone http://localhost:5000/ivr --at 2026-12-24T18:00
npx plivo-jsx phone http://localhost:5000/ivr --at "2026-12-24T18:00[Europe/Madrid]"
\`\`\`

A time without a zone or an offset is of the zone of this machine; the phone prints at the start what it took it for. The time
advances with the call, also during pauses that take no real time. The phone sends it with each request, in the header
\`x-plivo-jsx-at\`. An app of plivo-jsx takes it for \`context.now\` in development, without an auth token and without a public URL,
and repeats the header in its reply. When the reply has no such header, a warning says that the server does not go by the time. In
tests, the option \`at\` of \`call\` does the same.

## At the keyboard

The keys \`0\` to \`9\`, \`*\` and \`#\` are those of the telephone. \`s\` says a line, \`h\` hangs up, and Enter skips the wait.
Ctrl-C hangs up too, even before the app has replied; a second Ctrl-C quits.
While a \`<Dial>\` rings, a letter says how it ends; after \`a\` for an answer, keys are those of the one dialled until the
\`confirmKey\` is pressed, and \`c\` ends the conversation. While a \`<Record>\` runs, \`r\` and a number speaks for that many seconds.
Waiting is silence: real seconds pass as call time. Prompts are printed at once and take no real time. With \`--real-time\` they take
their time, and a key interrupts them.

When standard input is a pipe, its characters are the keys, and silence follows its end.

## Flags

${table(['flag', 'what it does'], flagRows)}

## Scripts

A script is a list of tokens with spaces between. After the last token, silence follows until the call ends. A token that the
call does not wait for (\`dial:\` when nobody is dialled) ends the run with exit code 1, and the error says what the call waits for.
Tokens that are left when the call has ended are listed on standard error, unless an error
ended the call, which is printed before; the exit code is 1.

With a \`confirmKey\`, \`dial:completed\` presses it. \`dial:answer bleg:1\` does so in two steps, \`dial:answer bleg:2\` presses another
key, and \`dial:answer\` alone presses none until \`confirmTimeout\` is over.

${table(['token', 'what it does'], tokenRows)}

A token happens when the call needs the caller, such as after the prompts of a menu. After \`wait:\` it happens at once instead,
so that a caller can act in the middle of a prompt:

| script | what the caller does |
| --- | --- |
| \`wait:2 hangup\` | hangs up two seconds after the call began, during the first prompt |
| \`1 wait:0.5 2\` | presses 1 when asked, and 2 half a second later, during the next prompt |
| \`12 wait:1 34#\` | presses 12, and 34# one second later |

In tests, \`wait(2)\`, \`press('1')\` and \`hangUp()\` do the same; with the pace \`step\` they let no other time pass. The transcript
then has lines such as \`caller hangs up during the <Speak>\`.

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

Where Plivo's documentation does not say what happens, or its pages disagree, the phone assumes something.
\`--assume name=value\` changes an assumption for one call, and so does the option \`assume\` in tests:
\`call(app, '/ivr', { assume: { hangupUrl: 'answer' } })\`. Plivo's engine of 2015 is the open one of the time, which may differ
from today's service.

${table(['assumption', 'meaning', 'default'], assumptionRows)}
`;
}
