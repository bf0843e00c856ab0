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

test('a document whose parameters no URL can carry is heard at the retry, too', async () => {
  const odd = level('/odd', { params: z.object({ name: z.string() }) }, async ({ params: { name } }) => {
    await opened();
    return (
      <Response>
        <Speak>{`Hello ${name}.`}</Speak>
      </Response>
    );
  });
  const served = await serve({ flows: [flow('odd', { levels: [odd] })], deadline: 100 });
  const late = await heard(await served.post('/odd?name=Ada%20L.', 'CallUUID=third'));
  expect(late.next).toEqual(['Redirect https://ivr.example.com/odd?__again=1']);
  waiting.shift()!();
  const retry = await heard(await served.post('/odd?__again=1', 'CallUUID=third'));
  expect(retry.said).toEqual(['Hello Ada L..']);
  await served.close();
});

test('a level without parameters keeps the language of its caller', async () => {
  const late = await heard(await app.post('/bare?lang=es', 'CallUUID=fourth'));
  expect(late.said).toEqual(['One moment in es.']);
  expect(late.next).toEqual(['Redirect https://ivr.example.com/bare?__again=1&lang=es']);
  const retry = await heard(await app.post('/bare?__again=1&lang=es', 'CallUUID=fourth'));
  expect(retry.said).toEqual(['Sorry in es.']);
});
