import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  callback,
  flow,
  Forward,
  GetDigits,
  Hangup,
  level,
  Link,
  type Level,
  Response as Document,
  signRequest,
  Speak,
  type Context,
} from 'plivo-jsx';
import { heard, serve, type Served } from './served.ts';

/** A level that only leads on. */
const leads = <Path extends `/${string}`>(path: Path, to: () => Link) =>
  level(path, () => (
    <Document>
      <Forward to={to()} />
    </Document>
  ));
const one = leads('/one', () => two());
const two = level('/two', async () => {
  await Promise.resolve();
  return (
    <Document>
      <Forward to={three()} />
    </Document>
  );
});
const three = level('/three', ({ call: { digits, speech, kind } }) => (
  <Document>
    <Speak>{`Three: ${digits} ${speech} ${kind}.`}</Speak>
    <Hangup />
  </Document>
));
const round: Level<'/round'> = leads('/round', () => back());
const back: Level<'/back'> = leads('/back', () => round());
const nowhere = leads('/nowhere', () => new Link('/gone', '/gone'));
const toNotice = leads('/to-notice', () => told());
const told = callback('/told', () => {});
const away = leads('/away', () => hola({ lang: 'es' }));
const refused = leads('/refused', () => new Link('/picky?size=huge', '/picky'));
const picky = level('/picky', { params: z.object({ size: z.enum(['s', 'm']) }) }, () => <Document />);
const broken = leads('/broken', () => fails({ lang: 'es' }));
const late = leads('/late', () => slow());
let release = () => {};
const slow = level('/slow', async () => {
  await new Promise<void>((resolve) => {
    release = resolve;
  });
  return (
    <Document>
      <Speak>At last.</Speak>
    </Document>
  );
});
let reject = () => {};
const quotes = level('/quotes', async ({ call: { digits } }) => {
  await new Promise((_, fail) => {
    reject = () => fail(new Error(`cannot look up ${digits}`));
  });
  return <Document />;
});
const later = leads('/later', () => never({ lang: 'es' }));
const signals: (AbortSignal | undefined)[] = [];
const watched = leads('/watched', () => watching());
const watching = level('/watching', async (_props, { signal }: Context) => {
  signals.push(signal);
  await new Promise((resolve) => void signal?.addEventListener('abort', resolve));
  return <Document />;
});
const leading = [two, three, round, back, nowhere, toNotice, told, away, refused, picky];
const failing = [broken, late, slow, quotes, later, watched, watching];
const first = flow('first', {
  levels: [one, ...leading, ...failing],
});

const lang = z.object({ lang: z.enum(['en', 'es']).optional() });
const hola: Level<'/hola', typeof lang> = level('/hola', { params: lang }, (_props, { language }) => (
  <Document>
    <GetDigits action={hola()} numDigits={1}>
      <Speak>{language === 'es' ? 'Hola.' : 'Hello.'}</Speak>
    </GetDigits>
  </Document>
));
const fails = level('/fails', { params: lang }, () => {
  throw new Error('no database');
});
const never = level('/never', { params: lang }, () => new Promise<never>(() => {}));
const say = (text: string) => [<Speak>{text}</Speak>];
const second = flow('second', {
  levels: [hola, fails, never] as never,
  languages: ['en', 'es'],
  phrases: (language) => {
    const of = language === 'es' ? 'es' : 'en';
    return { apology: say(`apology ${of}`), oneMoment: say(`moment ${of}`), startOver: say(`over ${of}`) };
  },
});

const [publicUrl, token] = ['https://ivr.example.com', 'made_up_token'];
let app: Served;
/** Its levels are late unless they answer at once. */
let hasty: Served;
beforeAll(async () => {
  app = await serve({ flows: [first, second], deadline: 10_000 });
  hasty = await serve({ flows: [first, second], deadline: 30 });
});
beforeEach(() => void app.taken());
afterAll(() => Promise.all([app.close(), hasty.close()]));

let calls = 0;
/** Posts as a call of its own, unless it is given. */
const post = async (path: string, fields: Record<string, string> = {}, server = app) =>
  heard(await server.post(path, { CallUUID: `call-${++calls}`, ...fields }));
const logged = (server = app) =>
  server.taken().map(({ level: severity, msg }) => `${severity} ${msg.split('\n')[0]}`);

describe('a forward', () => {
  test('leads through several levels, of which the last one sees neither keys nor speech', async () => {
    const { said, next } = await post('/one', {
      CallUUID: 'c-1',
      Digits: '4711',
      Speech: 'hello',
      From: '14155550100',
    });
    expect([said, next]).toEqual([['Three: undefined undefined redirect.'], ['Hangup']]);
    expect(logged()).toEqual(['info call c-1  getinput-action  POST /one  →  /three: Hangup  (… ms)']);
  });
  test('leads to a level of another flow of the app, with its language', async () => {
    expect(await post('/away')).toMatchObject({
      said: ['Hola.'],
      next: ['GetDigits https://ivr.example.com/hola'],
    });
    expect(logged()).toEqual([
      `info call call-${calls}  answer  POST /away  →  /hola: GetDigits /hola  (… ms)`,
    ]);
  });
  test.each([
    ['/round', '<Forward> to /back is one of more than 8 in a row.'],
    ['/nowhere', '<Forward> to /gone leads to no level of this app.'],
    ['/to-notice', '<Forward> to /told leads to no level of this app.'],
  ])('from %s costs an apology, and is reported', async (path, message) => {
    const { said, next } = await post(path);
    expect([said, next]).toEqual([
      ['We are sorry, something went wrong on our side. Please call again later. Goodbye.'],
      ['Hangup'],
    ]);
    const [line] = app.taken();
    expect(line).toMatchObject({ level: 'error', event: 'render', reason: 'error' });
    expect(line!.msg).toContain(message);
  });
  test('with parameters that its level refuses starts the flow of that level over, as a <Redirect> does', async () => {
    expect(await post('/refused')).toMatchObject({
      said: ['Let us start over.'],
      next: ['Redirect https://ivr.example.com/one?__again=1'],
    });
    expect(logged()).toEqual([
      'warn /picky (forwarded from /refused) was requested with parameters that it does not accept; the flow starts over.',
    ]);
  });
  test('to a level that fails costs the apology of its flow, in its language', async () => {
    expect(await post('/broken')).toMatchObject({ said: ['apology es'], next: ['Hangup'] });
    expect(logged()).toEqual(['error /fails (forwarded from /broken) failed; the caller hears an apology.']);
  });
  test('to a level that never answers says so in its language, and is requested again', async () => {
    const sent = { CallUUID: 'late' };
    hasty.taken();
    expect(await post('/later', sent, hasty)).toMatchObject({
      said: ['moment es'],
      next: ['Redirect https://ivr.example.com/never?__again=1&lang=es'],
    });
    expect(logged(hasty)).toEqual(['error /never (forwarded from /later) took longer than 30 ms.']);
    expect(await post('/never?__again=1&lang=es', sent, hasty)).toMatchObject({ said: ['apology es'] });
  });
  test('to a slow level is awaited by the retry, which gets its document', async () => {
    const sent = { CallUUID: 'slow' };
    expect(await post('/late', sent, hasty)).toMatchObject({ said: ['One moment, please.'] });
    hasty.taken();
    release();
    await hasty.line('late');
    hasty.taken();
    expect(await post('/slow?__again=1', sent, hasty)).toMatchObject({ said: ['At last.'] });
    expect(logged(hasty)).toEqual(['info call slow  answer  POST /slow  →  end of document  (… ms)']);
  });
  test('whose level fails after the deadline tells no keys, although the retry does not have them', async () => {
    const sent = { CallUUID: 'fails-late' };
    await post('/quotes', { ...sent, Digits: '471108' }, hasty);
    const retry = post('/quotes?__again=1', sent, hasty);
    reject();
    expect(await retry).toMatchObject({ next: ['Hangup'] });
    await hasty.line('error');
    expect(hasty.written()).toContain('cannot look up [hidden]');
    expect(hasty.written()).not.toContain('471108');
  });
  test('tells the level when the client has gone', async () => {
    const gone = new AbortController();
    const reply = app.post('/watched', { CallUUID: 'gone' }, {}, gone.signal).catch(() => 'gone');
    await expect.poll(() => signals.length).toBe(1);
    expect(signals[0]!.aborted).toBe(false);
    gone.abort();
    expect(await reply).toBe('gone');
    await expect.poll(() => signals[0]!.aborted).toBe(true);
  });
  test('is one answer: the same signed request gets the same bytes', async () => {
    const live = await serve({ flows: [first, second], publicUrl, authTokens: [token] });
    const fields = { CallUUID: 'c-1' };
    const headers = { ...signRequest({ method: 'POST', url: `${publicUrl}/one`, params: fields }, token) };
    const [once, again] = [
      await live.post('/one', fields, headers),
      await live.post('/one', fields, headers),
    ];
    expect(await again.text()).toBe(await once.text());
    expect(await live.counted()).toEqual(['ivr_duplicate_total{reason="signature"} 1']);
    await live.close();
  });
});
