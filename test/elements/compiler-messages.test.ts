/* What the compiler says about a wrong tag, in its own words. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

// The compiler takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

// Beside src, so that `plivo-jsx` is found by its name. A name with a dot in front would hide the files from tsc.
const folder = 'messages-under-test';

const imported = `import { Dial, GetDigits, GetInput, Message, Number, Response, Speak } from 'plivo-jsx';`;

/** A mistake, and the message about it. */
const mistakes: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'text in <Response>',
    `${imported} void (<Response>Hello</Response>);`,
    [
      `'Response' components don't accept text as child elements. Text in JSX has the type 'string', but the expected type of 'children' is 'Elements'.`,
    ],
  ],
  [
    'a missing attribute',
    `${imported} void (<GetInput inputType="speech" />);`,
    [
      `Type '{ inputType: "speech"; }' is not assignable to type 'IntrinsicAttributes & GetInputProps'.`,
      `Property 'action' is missing in type '{ inputType: "speech"; }' but required in type 'GetInputProps'.`,
    ],
  ],
  [
    'missing content',
    `${imported} void (<Dial />);`,
    [
      `Type '{}' is not assignable to type 'IntrinsicAttributes & DialProps'.`,
      `Property 'children' is missing in type '{}' but required in type 'DialProps'.`,
    ],
  ],
  [
    'a wrong value',
    `${imported} void (<GetDigits method="PUT" />);`,
    [`Type '"PUT"' is not assignable to type '"GET" | "POST" | undefined'.`],
  ],
  [
    'a misspelt attribute',
    `${imported} void (<GetDigits numdigits={1} />);`,
    [
      `Type '{ numdigits: number; }' is not assignable to type 'IntrinsicAttributes & GetDigitsProps'.`,
      `Property 'numdigits' does not exist on type 'IntrinsicAttributes & GetDigitsProps'. Did you mean 'numDigits'?`,
    ],
  ],
  [
    'a misspelt voice',
    `${imported} void (<Speak voice="WOMEN" />);`,
    [`Type '"WOMEN"' is not assignable to type 'AnyVoice | undefined'. Did you mean '"WOMAN"'?`],
  ],
  [
    'the beginning of the name of a voice',
    `${imported} void (<Speak voice="Polly.Lupe" />);`,
    [`Type '"Polly.Lupe"' is not assignable to type '"Did you mean Polly.Lupe-Standard?"'.`],
  ],
  [
    'a language that the voice does not speak',
    `${imported} void (<Speak voice="Polly.Joanna" language="es-ES" />);`,
    [`Type '"es-ES"' is not assignable to type '"en-US"'.`],
  ],
  [
    'a misspelt language',
    `${imported} void (<Speak voice="Polly.Aditi" language="en_IN" />);`,
    [`Type '"en_IN"' is not assignable to type '"en-IN" | "hi-IN" | undefined'. Did you mean '"en-IN"'?`],
  ],
  [
    'Number without an import',
    `import { Dial } from 'plivo-jsx'; void (<Dial><Number>+14155550100</Number></Dial>);`,
    [
      `'Number' cannot be used as a JSX component.`,
      `Its type 'NumberConstructor' is not a valid JSX element type.`,
      `Type 'NumberConstructor' is not assignable to type 'Component'.`,
      `Types of property 'MAX_VALUE' are incompatible.`,
      `Type 'number' is not assignable to type '"This is JavaScript's Number: import { Number } from 'plivo-jsx'"'.`,
    ],
  ],
  [
    'a class as a component',
    `class Greeting { render() { return 'Hello'; } } void (<Greeting />); export {};`,
    [
      `'Greeting' cannot be used as a JSX component.`,
      `Its type 'typeof Greeting' is not a valid JSX element type.`,
      `Type 'typeof Greeting' is not assignable to type 'NoClass'.`,
      `Type 'Greeting' is not assignable to type '"A component is a function, not a class"'.`,
    ],
  ],
  [
    'the tag <Number> in the place of the function of JavaScript',
    `${imported} declare const digits: string; void Number(digits);`,
    [`Argument of type 'string' is not assignable to parameter of type 'NumberProps'.`],
  ],
];

const ownResponse = 'own-response.tsx';
const fileOf = (index: number) => `mistake-${index}.tsx`;
let output = '';

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'tsconfig.json'), '{ "extends": "../tsconfig.json", "include": ["."] }');
  mistakes.forEach(([, code], index) => writeFileSync(path.join(folder, fileOf(index)), `${code}\n`));
  writeFileSync(
    path.join(folder, ownResponse),
    `import { Speak } from 'plivo-jsx'; void (<Response><Speak>Hello</Speak></Response>);\n`,
  );
  const tsc = path.resolve('node_modules/typescript/bin/tsc');
  try {
    execFileSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], { encoding: 'utf8' });
  } catch (error) {
    output = (error as { stdout: string }).stdout;
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The lines about one file, without their places and numbers. */
function messagesOf(file: string): string[] {
  let isOwn = false;
  return output.split('\n').flatMap((line) => {
    const [, of, message] = /([^/]+\.tsx)\(\d+,\d+\): error TS\d+: (.*)/.exec(line) ?? [];
    if (of !== undefined) isOwn = of === file;
    const text = (message ?? line).trim();
    return isOwn && text !== '' ? [text] : [];
  });
}

test.each(mistakes.map(([mistake, , messages], index) => [mistake, index, messages] as const))(
  '%s',
  (_mistake, index, messages) => {
    expect(messagesOf(fileOf(index))).toEqual(messages);
  },
);

test('Response without an import', () => {
  const messages = messagesOf(ownResponse);
  expect(messages).toContain(`'Response' cannot be used as a JSX component.`);
  // What stands before depends on the version of Node's types.
  expect(messages.at(-1)).toMatch(
    /is not assignable to type '"This is the Response of fetch: import \{ Response \} from 'plivo-jsx'"'\.$/,
  );
});
