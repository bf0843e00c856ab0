import { flow, level, Response, Speak } from 'plivo-jsx';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { heard, serve, type Served } from '../served.ts';

const waiting: (() => void)[] = [];
const opened = () => new Promise<void>((open) => waiting.push(open));
const steps: string[] = [];

const step = level('/step', { params: z.object({ step: z.string() }) }, async ({ params }) => {
  steps.push(params.step);
  if (params.step === 'one') await opened();
  return (
    <Response>
      <Speak>{`Step ${params.step}.`}</Speak>
    </Response>
  );
});
const bare = level('/bare', async () => {
  await opened();
  return (
    <Response>
      <Speak>Bare.</Speak>
    </Response>
  );
});
const phrases = (lang = 'none') => ({
  apology: <Speak>{`Sorry in ${lang}.`}</Speak>,
  oneMoment: <Speak>{`One moment in ${lang}.`}</Speak>,
  startOver: <Speak>{`Once more in ${lang}.`}</Speak>,
  hold: <Speak>{`Please hold in ${lang}.`}</Speak>,
});

let app: Served;

beforeAll(async () => {
  const flows = [
    flow('step', { levels: [step] }),
    flow('bare', { levels: [bare], languages: ['en', 'es'], phrases }),
  ];
  app = await serve({ flows, deadline: 100 });
});
afterAll(() => app.close());
beforeEach(() => {
  for (const open of waiting.splice(0)) open();
  steps.length = 0;
});

test('a document that missed its deadline is heard at the retry', async () => {
  const late = await heard(await app.post('/step?step=one', 'CallUUID=first'));
  expect(late.next).toEqual(['Redirect https://ivr.example.com/step?__again=1&step=one']);
  waiting.shift()!();
  const retry = await heard(await app.post('/step?__again=1&step=one', 'CallUUID=first'));
  expect([retry.said, steps]).toEqual([['Step one.'], ['one']]);
});

test('a document that missed its deadline is not heard at the same level with other parameters', async () => {
  await app.post('/step?step=one', 'CallUUID=second');
  waiting.shift()!();
  const other = await heard(await app.post('/step?__again=1&step=two', 'CallUUID=second'));
  expect(other.said).toEqual(['Step two.']);
});

test.each([
  ['that a link encodes', 'name=Ada%20L.', '/odd?__again=1&name=~b64.QWRhIEwu', 'Hello Ada L..'],
  ['that no link can carry', 'name=Ada&name=Bob', '/odd?__again=1', 'Hello Ada,Bob.'],
])('a document with parameters %s is heard at the retry, too', async (_, query, again, sentence) => {
  const params = z.object({ name: z.union([z.string(), z.array(z.string())]) });
  const odd = level('/odd', { params }, async ({ params: { name } }) => {
    await opened();
    return (
      <Response>
        <Speak>{`Hello ${String(name)}.`}</Speak>
      </Response>
    );
  });
  const served = await serve({ flows: [flow('odd', { levels: [odd] })], deadline: 100 });
  const late = await heard(await served.post(`/odd?${query}`, 'CallUUID=third'));
  expect(late.next).toEqual([`Redirect https://ivr.example.com${again}`]);
  waiting.shift()!();
  const retry = await heard(await served.post(again, 'CallUUID=third'));
  expect(retry.said).toEqual([sentence]);
  await served.close();
});

test('a level without parameters keeps the language of its caller', async () => {
  const late = await heard(await app.post('/bare?lang=es', 'CallUUID=fourth'));
  expect(late.said).toEqual(['One moment in es.']);
  expect(late.next).toEqual(['Redirect https://ivr.example.com/bare?__again=1&lang=es']);
  const retry = await heard(await app.post('/bare?__again=1&lang=es', 'CallUUID=fourth'));
  expect(retry.said).toEqual(['Sorry in es.']);
});
