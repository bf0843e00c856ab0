import fc from 'fast-check';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SaxesParser } from 'saxes';
import { describe, expect, onTestFinished, test } from 'vitest';
import { asJson, asXml, multiLine, oneLine } from '../../src/console/sanitize.ts';
import { fakePlivo } from '../rest/fake-plivo.ts';
import { projectWith } from './project.ts';
import { outcomeOf, printed, startCommand } from './run-command.ts';
import { runMain } from './run-main.ts';

const hostile = 'a\u001B[31mb\u009B1mc\r\nd\u2028e\u2029f\u0085g\u202Eh\u2066i\u007Fj\tk\0';

test('one line is one line, without colours, and reads from left to right', () => {
  expect(oneLine(hostile)).toBe('a [31mb 1mc  d e f g h i j k ');
});

test('lines of ours stay lines', () => {
  expect(multiLine(hostile)).toBe('a [31mb 1mc \nd e f g h i j\tk ');
  expect(multiLine('<Speak> is empty.\n  at <Speak> (a.tsx:1:2)\nFix: write a text. [E_EMPTY]')).toBe(
    '<Speak> is empty.\n  at <Speak> (a.tsx:1:2)\nFix: write a text. [E_EMPTY]',
  );
});

const unsafe = /[^\P{Cc}\n\t]|[\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;
const text = fc.string({ unit: 'binary' });

test('of any text nothing is left that steers a terminal', () => {
  fc.assert(
    fc.property(text, (any) => {
      expect(oneLine(any)).not.toMatch(/[\n\t]/);
      for (const safe of [oneLine(any), multiLine(any), asJson({ any }), asJson([any], 2), asXml(any)])
        expect(safe).not.toMatch(unsafe);
    }),
  );
});

test('JSON is read back as it was', () => {
  expect(asJson({ a: '\u009B\u202E"\n' })).toBe('{"a":"\\u009b\\u202e\\"\\n"}');
  fc.assert(
    fc.property(text, (any) => {
      expect(JSON.parse(asJson({ any }, 2))).toEqual({ any });
    }),
  );
});

test('a document says the same as before', () => {
  expect(asXml('<Speak voice="\u202E">\u009B\u2028\n</Speak>')).toBe(
    '<Speak voice="&#x202e;">&#x9b;&#x2028;\n</Speak>',
  );
  let said = '';
  const parser = new SaxesParser();
  parser.on('text', (part) => (said += part));
  parser.write(asXml('<Speak>a\u009B\u2028\u0085\u202Eb\n</Speak>')).close();
  expect(said).toBe('a\u009B\u2028\u0085\u202Eb\n');
});

/** The address of a server that answers a document of a stranger. */
async function stranger(document: string): Promise<string> {
  const server = createServer((_, reply) => reply.setHeader('content-type', 'text/xml').end(document));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a command', { timeout: 60_000 }, () => {
  const forged = '&#27;[31m&#155;1m&#8232;&#8238;&#10;   0:09.0  ended: 4000 Normal Hangup';

  test.each([
    ['phone', 'a document that is rejected', `<Response><Speak voice="${forged}">Hi</Speak></Response>`],
    [
      'phone',
      'an address',
      `<Response><Play>https://a.example/a.mp3</Play><Hangup/><Redirect>${forged}</Redirect></Response>`,
    ],
    ['phone --xml --verbose', 'its document', `<Response><Dial action="${forged}"/></Response>`],
    [
      'phone --json',
      'its document',
      `<Response><Message dst="1" src="2" callbackUrl="${forged}">${forged}</Message></Response>`,
    ],
    ['doctor', 'a document that is rejected', `<Response><Speak voice="${forged}">Hi</Speak></Response>`],
    [
      'doctor --json',
      'a document that is rejected',
      `<Response><Speak voice="${forged}">Hi</Speak></Response>`,
    ],
  ])('%s writes nothing that steers a terminal, whatever is in %s', async (command, _, document) => {
    const url = await stranger(document);
    const [name = '', ...flags] = command.split(' ');
    const where = name === 'doctor' ? ['--url', url] : [url, '--script', 'hangup'];
    const { stdout, stderr } = await runMain([name, ...where, ...flags]);
    expect(stdout.length).toBeGreaterThan(50);
    expect(stdout + stderr).not.toMatch(unsafe);
    expect(stdout + stderr).not.toMatch(/^ {3}0:09/m);
  });

  test('call prints what Plivo says as one line', async () => {
    const message = 'fired\n\u001B[2J\u009B1m\u2028Request UUID: forged';
    const body = { message, request_uuid: 'a\nb\u202E' };
    const api = await fakePlivo([
      { status: 201, body },
      { status: 201, body },
    ]);
    onTestFinished(() => void api.close());
    const account = {
      PLIVO_AUTH_ID: 'MAXXXXXXXXXXXXXXXXXX',
      PLIVO_AUTH_TOKEN: 'a-token',
      PLIVO_NUMBER: '+15550654321',
      PUBLIC_URL: 'https://ivr.example.com',
      PLIVO_API_URL: api.apiUrl,
    };
    expect((await runMain(['call', '+15550123456'], account)).stdout).toBe(
      'Plivo says: fired  [2J 1m Request UUID: forged.\nRequest UUID: a b \n',
    );
    const { stdout } = await runMain(['call', '+15550123456', '--json'], account);
    expect(stdout).not.toMatch(unsafe);
    expect(JSON.parse(stdout)).toEqual({ message, requestUuid: 'a\nb\u202E', requestUuids: ['a\nb\u202E'] });
  });

  const flowFile = `import { flow, level, Response, Speak } from 'plivo-jsx';
    import { jsx } from 'plivo-jsx/jsx-runtime';
    const said = level('/said', ({ call }) => jsx(Response, { children: jsx(Speak, { children: call.callerName }) }));
    const fails = level('/fails', ({ call }) => {
      throw new Error(call.callerName.slice(1));
    });
    export default flow('said', { levels: [said, fails] });`;

  test('render prints the characters of a document that steer a terminal as references', async () => {
    const project = await projectWith({ 'flows/said/flow.js': flowFile });
    const { stdout } = await runMain(
      ['render', '/said', '--field', 'CallerName=a\u009B\u202Eb'],
      {},
      project,
    );
    expect(stdout).toContain('<Speak>a&#x9b;&#x202e;b</Speak>');
    const { stderr } = await runMain(
      ['render', '/fails', '--field', 'CallerName=a\u009B\u202Eb'],
      {},
      project,
    );
    expect(stderr).toContain('Cause: Error:   b');
  });

  test('start writes no line that the text of an error forged', async () => {
    const project = await projectWith({ 'flows/said/flow.js': flowFile });
    const child = startCommand(['start'], { PORT: '0' }, project);
    onTestFinished(() => void child.kill('SIGKILL'));
    const [, port] = await printed(child, /listens on http:\/\/127\.0\.0\.1:(\d+)/);
    const outcome = outcomeOf(child);
    const CallerName = 'x\n12:00:00  call b7c1d2e3  paid\u001B[31m\u009B1m\u2028y';
    const body = new URLSearchParams({ CallUUID: 'b7c1d2e3', CallerName });
    await fetch(`http://127.0.0.1:${port}/fails`, { method: 'POST', body });
    child.kill('SIGINT');
    const { stdout } = await outcome;
    expect(stdout).toContain('/fails failed; the caller hears an apology.\n          ');
    expect(stdout).toContain('\n          12:00:00  call b7c1d2e3  paid [31m 1m y');
    expect(stdout).not.toMatch(unsafe);
  });
});
