import { flow, level, Play, Response, Speak, type Phrases } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { describe, expect, test } from 'vitest';
import { defaultPhrases } from '../../../src/flow/phrases.ts';
import { unhandledWhile } from '../../render/unhandled.ts';
import { keptLog } from '../served.ts';

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

describe.each([
  ['at a public address', 'https://ivr.example.com'],
  ['for local use', undefined],
])('%s', (_, publicUrl) => {
  test.each([
    ['an error', () => new Error('no sentences')],
    ['a promise that rejects', () => Promise.reject(new Error('no sentences'))],
  ])('a sentence that begins to throw %s later is said in other words, and told', async (_what, thrown) => {
    let isOver = false;
    const Says = () => {
      if (isOver) throw thrown();
      return <Speak>Ours.</Speak>;
    };
    made += 1;
    const waits = level(`/waits-${made}`, () => new Promise<never>(() => {}));
    const spoken = flow(`failing-${made}`, {
      levels: [waits],
      phrases: () => ({ apology: <Says />, oneMoment: <Says />, startOver: <Says /> }),
    });
    const kept = keptLog();
    const app = await createApp({ flows: [spoken], publicUrl, deadline: 20, logger: kept.logger });
    isOver = true;
    const unhandled = await unhandledWhile(async () => {
      expect((await app.inject(post(waits.path))).body).toContain('<Speak>One moment, please.</Speak>');
      expect((await app.inject(post(`${waits.path}/gone`))).body).toContain(
        '<Speak>Let us start over.</Speak>',
      );
      expect((await app.inject(post(`${waits.path}?__again=1`))).body).toContain(
        publicUrl === undefined ? 'We are sorry' : 'Ours.',
      );
    });
    expect(unhandled).toEqual([]);
    expect(kept.text).toContain(`The phrases of ${spoken.name} failed; the caller hears those of plivo-jsx.`);
    expect(await app.plivoMetrics()).toContain('ivr_render_total{reason="phrases"}');
    await app.close();
  });
});

test('a plain route that throws a promise which rejects is an apology, and the process goes on', async () => {
  const app = await createApp();
  app.post('/plain', () => {
    throw Promise.reject(new Error('nobody waits for this'));
  });
  app.post('/plain/late', async () => {
    await new Promise(setImmediate);
    throw Promise.reject(new Error('nobody waits for this'));
  });
  const unhandled = await unhandledWhile(async () => {
    for (const url of ['/plain', '/plain/late'])
      expect((await app.inject(post(url))).body).toContain('We are sorry, something went wrong');
  });
  expect(unhandled).toEqual([]);
  await app.close();
});
