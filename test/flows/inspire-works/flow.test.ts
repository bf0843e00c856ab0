import { createApp } from 'plivo-jsx/fastify';
import { beforeAll, expect, test } from 'vitest';
import inspireWorks from '../../../flows/inspire-works/flow.ts';
import { prompts } from '../../../flows/inspire-works/prompts.ts';
import { settingsFrom } from '../../../flows/inspire-works/settings.ts';

let app: Awaited<ReturnType<typeof createApp>>;

beforeAll(async () => {
  app = await createApp({ flows: [inspireWorks], publicUrl: 'https://ivr.example.com' });
});

test('a call may be answered by GET as well, with the same document', async () => {
  const get = await app.inject('/ivr?CallUUID=a-call&CallStatus=ringing');
  const post = await app.inject({
    method: 'POST',
    url: '/ivr',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'CallUUID=a-call&CallStatus=ringing',
  });
  expect(get.statusCode).toBe(200);
  expect(get.body).toBe(post.body);
});

test('the first menu offers each language in its own voice and on its own key', async () => {
  const { body } = await app.inject('/ivr?CallUUID=a-call');
  expect(body).toContain(
    '<GetDigits action="https://ivr.example.com/ivr/level2" numDigits="1" timeout="15" finishOnKey="#">' +
      '<Speak voice="WOMAN" language="en-US">Welcome to Inspire Works. Press 1 for English.</Speak>' +
      '<Speak voice="WOMAN" language="es-ES">Bienvenido a Inspire Works. Oprima 2 para español.</Speak>' +
      '</GetDigits>',
  );
});

test('every Spanish sentence is written with accents and inverted marks where they belong', () => {
  const said = Object.values(prompts.es).filter((sentence) => typeof sentence === 'string');
  for (const sentence of said) {
    expect(sentence).not.toMatch(/\b(opcion|mas|adios|algun|ningun|espanol|dia)\b/i);
    expect(sentence.split('!').length).toBe(sentence.split('¡').length);
    expect(sentence.split('?').length).toBe(sentence.split('¿').length);
  }
});

test('an unknown language is answered in the first one', async () => {
  const { body } = await app.inject({
    method: 'POST',
    url: '/ivr/action?lang=tlh',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'CallUUID=a-call&Digits=1',
  });
  expect(body).toContain('language="en-US">Inspire Works helps people find work that they love.');
});

/** The content of the document that a request without any key or outcome gets. */
async function answered(url: string): Promise<string | undefined> {
  const { statusCode, headers, body } = await app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'CallUUID=a-call',
  });
  expect([statusCode, headers['content-type']]).toEqual([200, 'application/xml; charset=utf-8']);
  return /<Response>(.*)<\/Response>/s.exec(body)?.[1];
}

test('an answer without a key counts as a try, and after the third one comes goodbye', async () => {
  expect(await answered('/ivr/level2')).toBe(
    '<Speak voice="WOMAN" language="en-US">We did not get a choice.</Speak>' +
      '<Speak voice="WOMAN" language="es-ES">No recibimos ninguna opción.</Speak>' +
      '<Redirect>https://ivr.example.com/ivr?try=2</Redirect>',
  );
  expect(await answered('/ivr/action?lang=es&try=3')).toBe(
    '<Speak voice="WOMAN" language="es-ES">No recibimos ninguna opción.</Speak>' +
      '<Speak voice="WOMAN" language="es-ES">Gracias por llamar a Inspire Works. ¡Hasta luego!</Speak>' +
      '<Hangup/>',
  );
});

test('a transfer that ended in a way that Plivo has no word for counts as failed', async () => {
  expect(await answered('/ivr/transferred?lang=es')).toBe(
    '<Speak voice="WOMAN" language="es-ES">No pudimos comunicarle. Por favor, llame más tarde.</Speak>' +
      '<Speak voice="WOMAN" language="es-ES">Gracias por llamar a Inspire Works. ¡Hasta luego!</Speak>' +
      '<Hangup/>',
  );
});

test('an associate without country code is rejected at start with one sentence', () => {
  expect(() => settingsFrom({ ASSOCIATE_NUMBER: '555-1234' })).toThrow(
    'ASSOCIATE_NUMBER is not a phone number with its country code.\n' +
      'Fix: write it as +15551234567, or leave it out: callers then hear that nobody is available. [E_VARIABLE]',
  );
});

test('an associate may be written without the plus', () => {
  expect(settingsFrom({ ASSOCIATE_NUMBER: '15551234567' }).associate).toBe('15551234567');
});

test('a message that is no address is rejected at start with one sentence', () => {
  expect(() => settingsFrom({ AUDIO_MESSAGE_URL: 'message.mp3' })).toThrow(
    'AUDIO_MESSAGE_URL is not the address of a recording.\n' +
      'Fix: write it as https://example.com/message.mp3, or leave it out: the message is then spoken. [E_VARIABLE]',
  );
});

test('a variable that is set to nothing counts as not set', () => {
  expect(settingsFrom({ ASSOCIATE_NUMBER: '', AUDIO_MESSAGE_URL: '' })).toEqual({
    associate: undefined,
    audioMessage: undefined,
  });
});
