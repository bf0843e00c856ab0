import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import Fastify from 'fastify';
import { flow, level, Response, Speak } from 'plivo-jsx';
import plivoJsx from 'plivo-jsx/fastify';
import { afterAll, afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { printError, printLimits } from '../../../src/fastify/report/print-error.ts';
import { readPipe, unreadPipe } from '../../cli/process/server-output.ts';
import { folderWith } from '../../cli/project.ts';

const failing = level('/failing', ({ call: { from } }) => {
  throw new Error(`No account of ${from}.`);
});
const flows = [flow('failing', { levels: [failing] })];

const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
beforeEach(() => printLimits.rateLimits.clear());
afterEach(() => void printed.mockClear());
afterAll(() => printed.mockRestore());

const form = {
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  payload: 'CallUUID=b7c1d2e3&From=15550104711',
};
const texts = () => printed.mock.calls.map(([text]) => String(text));

test('a failure of a level is printed once, readable, and without the caller’s number', async () => {
  const app = Fastify({ logger: false });
  await app.register(plivoJsx, { flows });
  await app.inject({ method: 'POST', url: '/failing', ...form });
  expect(texts()).toEqual([
    expect.stringMatching(
      /^plivo-jsx: \/failing failed; the caller hears an apology\.\n {2}<level \/failing> failed\.\n.*\n {2}Cause: Error: No account of \[hidden\]\.\n {6}at .*without-logger\.test\.tsx:13:9/s,
    ),
  ]);
  expect(texts().join()).not.toContain('4711');
});

test('so are those of a route without a flow: a wrong document, an error, and one that is not of a call', async () => {
  const app = Fastify();
  await app.register(plivoJsx);
  app.post('/wrong', () => <Speak>Hello</Speak>);
  app.post('/throws', () => {
    throw new Error('No tickets.');
  });
  await app.inject({ method: 'POST', url: '/wrong', ...form });
  await app.inject({ method: 'POST', url: '/throws', ...form });
  expect(texts().map((text) => text.split('\n').slice(0, 2))).toEqual([
    [
      'plivo-jsx: /wrong failed; the caller hears an apology.',
      '  The root of a document must be one <Response>, not <Speak>.',
    ],
    ['plivo-jsx: /throws failed; the caller hears an apology.', '  No tickets.'],
  ]);
});

test('what is no error is not printed', async () => {
  const app = Fastify();
  await app.register(plivoJsx, { flows });
  app.post('/fine', () => (
    <Response>
      <Speak>Hello</Speak>
    </Response>
  ));
  await app.inject({ method: 'POST', url: '/fine', ...form });
  await app.inject({ method: 'POST', url: '/failing', headers: form.headers, payload: '__proto__=1' });
  expect(texts().filter((text) => !text.includes('/failing failed'))).toEqual([]);
});

test('an app with a logger has the log alone, also one that is silent', async () => {
  for (const level of ['error', 'silent']) {
    const lines: string[] = [];
    const app = Fastify({ logger: { level, stream: { write: (line) => void lines.push(line) } } });
    await app.register(plivoJsx, { flows });
    await app.inject({ method: 'POST', url: '/failing', ...form });
    expect(lines).toHaveLength(level === 'silent' ? 0 : 1);
  }
  expect(texts()).toEqual([]);
});

test('an error writes no colours, and no message of its own', async () => {
  const app = Fastify();
  await app.register(plivoJsx);
  app.post('/throws', () => {
    throw new Error('realm \u001B[31m\r\nplivo-jsx: all is well\u202E');
  });
  await app.inject({ method: 'POST', url: '/throws', ...form });
  expect(texts()).toEqual([
    'plivo-jsx: /throws failed; the caller hears an apology.\n  realm  [31m \n  plivo-jsx: all is well ',
  ]);
});

test('of many a second ten are printed, and the next one says how many were not', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(1_000);
  onTestFinished(() => now.mockRestore());
  for (let count = 0; count < 25; count++) printError('render error', 'No tickets.');
  printError('callback callback', 'No disk.');
  expect(texts()).toEqual([...Array(10).fill('plivo-jsx: No tickets.'), 'plivo-jsx: No disk.']);
  now.mockReturnValue(2_000);
  printError('render error', 'No tickets.');
  expect(texts().at(-1)).toBe('plivo-jsx: No tickets.\n  (This error, and 15 others before it.)');
});

test('an app whose standard error nobody reads answers its callers', async () => {
  const at = await folderWith({});
  const output = unreadPipe(at);
  const server = fileURLToPath(new URL('without-logger/server.tsx', import.meta.url));
  const child = fork(server, {
    execArgv: ['-C', 'plivo-jsx-source', '--import', 'tsx'],
    stdio: ['ignore', 'inherit', output, 'ipc'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [port] = (await once(child, 'message')) as [number];
  for (let count = 0; count < 30; count++) {
    const reply = await fetch(`http://127.0.0.1:${port}/failing`, {
      method: 'POST',
      signal: AbortSignal.timeout(10_000),
    });
    // An apology or, on a busy machine, "one moment".
    expect([reply.status, await reply.text()]).toEqual([200, expect.stringContaining('<Response>')]);
  }
  expect(readPipe(output)).toMatch(/^plivo-jsx: \/failing failed; the caller hears an apology\.\n/);
});
