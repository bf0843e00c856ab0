import { flow, level, Play, Response, Speak, type Phrases } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { expect, test } from 'vitest';
import { defaultPhrases } from '../../src/flow/phrases.ts';

let made = 0;

/** A flow whose only level fails, so that the caller hears what the flow says by itself. */
function failing(phrases: Partial<Phrases>) {
  made += 1;
  const fails = level(`/fails-${made}`, () => {
    throw new Error('out of order');
  });
  const spoken = flow(`failing-${made}`, {
    levels: [fails],
    phrases: () => ({ ...defaultPhrases, ...phrases }),
  });
  return { spoken, url: fails.path };
}

const post = (url: string, headers = {}) => ({
  method: 'POST' as const,
  url,
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  payload: 'CallUUID=a-call',
});

test('an apology may be a recording of the app itself', async () => {
  const { spoken, url } = failing({ apology: <Play>/sorry.mp3</Play> });
  const app = await createApp({ flows: [spoken], publicUrl: 'https://ivr.example.com' });
  expect((await app.inject(post(url))).body).toContain('<Play>https://ivr.example.com/sorry.mp3</Play>');
});

test('for local use such a recording is at the address that was asked', async () => {
  const { spoken, url } = failing({ apology: <Play>/sorry.mp3</Play> });
  const app = await createApp({ flows: [spoken] });
  const { body } = await app.inject(post(url, { host: 'localhost:5000' }));
  expect(body).toContain('<Play>http://localhost:5000/sorry.mp3</Play>');
});

test.each(['apology', 'oneMoment', 'startOver'] as const)(
  'a sentence that Plivo would not take is told at start: %s',
  async (name) => {
    const { spoken } = failing({ [name]: <Response /> });
    await expect(createApp({ flows: [spoken] })).rejects.toThrow('<Response> cannot be inside <Response>.');
  },
);

test('a sentence that has to wait is told at start', async () => {
  const Later = async () => <Speak>Sorry.</Speak>;
  const { spoken } = failing({ apology: <Later /> });
  await expect(createApp({ flows: [spoken] })).rejects.toThrow(
    'The option phrases has an async component, and an apology cannot wait for one.\n' +
      'Fix: write its sentences with <Speak> and <Play> alone. [E_OPTION]',
  );
});
