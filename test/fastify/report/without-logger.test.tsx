import Fastify from 'fastify';
import { flow, level, Response, Speak } from 'plivo-jsx';
import plivoJsx from 'plivo-jsx/fastify';
import { afterEach, expect, test, vi } from 'vitest';

const failing = level('/failing', ({ call: { from } }) => {
  throw new Error(`No account of ${from}.`);
});
const flows = [flow('failing', { levels: [failing] })];

const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
afterEach(() => void printed.mockClear());

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
      /^plivo-jsx: \/failing failed; the caller hears an apology\.\n<level \/failing> failed\.\n.*\nCause: Error: No account of \[hidden\]\.\n {4}at .*without-logger\.test\.tsx:7:9/s,
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
      'The root of a document must be one <Response>, not <Speak>.',
    ],
    ['plivo-jsx: /throws failed; the caller hears an apology.', 'No tickets.'],
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
