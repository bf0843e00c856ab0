import { createApp } from 'plivo-jsx/fastify';
import {
  call,
  explore,
  recordCalls,
  type Phone,
  type RecordedCalls,
  type TestCallOptions,
} from 'plivo-jsx/testing';
import 'plivo-jsx/testing/vitest';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import inspireWorks from '../../../flows/inspire-works/flow.ts';
import { settings } from '../../../flows/inspire-works/settings.ts';

let app: Awaited<ReturnType<typeof createApp>>;
let calls: RecordedCalls;

beforeAll(async () => {
  app = await createApp({ flows: [inspireWorks] });
  calls = recordCalls(app);
});

const asTheyWere = { ...settings };

afterEach(() => {
  Object.assign(settings, asTheyWere);
});

const ring = (options?: TestCallOptions) => call(app, '/ivr', options);
const lastWords = (phone: Phone) => phone.heard.at(-1);

const languages = [
  {
    name: 'English',
    key: '1',
    language: 'en-US',
    menu: 'Press 1 to hear our message. Press 2 to speak with an associate.',
    message: 'Inspire Works helps people find work that they love. Thank you for listening.',
    connecting: 'Connecting you to an associate. Please hold.',
    busy: 'All associates are on other calls. Please call again later.',
    goodbye: 'Thank you for calling Inspire Works. Goodbye.',
  },
  {
    name: 'Spanish',
    key: '2',
    language: 'es-ES',
    menu: 'Oprima 1 para escuchar nuestro mensaje. Oprima 2 para hablar con un asociado.',
    message:
      'Inspire Works ayuda a las personas a encontrar un trabajo que les apasione. Gracias por escuchar.',
    connecting: 'Le comunicamos con un asociado. Por favor, espere.',
    busy: 'Todos los asociados están en otras llamadas. Por favor, llame más tarde.',
    goodbye: 'Gracias por llamar a Inspire Works. ¡Hasta luego!',
  },
];

test('a caller hears both languages, each in its own voice, and is asked for one key', async () => {
  const phone = await ring();
  expect(phone.heard).toMatchObject([
    { text: 'Welcome to Inspire Works. Press 1 for English.', language: 'en-US', voice: 'WOMAN' },
    { text: 'Bienvenido a Inspire Works. Oprima 2 para español.', language: 'es-ES', voice: 'WOMAN' },
  ]);
  expect(phone).toBeAsking({ numDigits: 1, finishOnKey: '#' });
});

test('a caller whose number answers by GET hears the same', async () => {
  const phone = await ring({ answerMethod: 'GET' });
  expect(phone).toHaveHeard('Press 1 for English.');
  expect(phone.requests).toMatchObject([{ method: 'GET', path: '/ivr', status: 200 }]);
});

test('a caller who is in a hurry may press while the menu still speaks', async () => {
  const phone = await ring({ pressEarly: '1' });
  expect(phone.heard.map(({ text }) => text)).toEqual([
    'Welcome to Inspire Works. Press 1 for English.',
    'Press 1 to hear our message. Press 2 to speak with an associate.',
  ]);
});

test('a caller who says nothing is told so in both languages, and the call ends', async () => {
  const phone = await ring();
  await phone.wait();
  expect(phone).toHaveHeard('We did not hear from you. Please call again. Goodbye.');
  expect(phone).toHaveHeard('No recibimos su respuesta. Por favor, llame de nuevo. Adiós.');
  expect(phone).toHaveEnded('Normal Hangup');
});

test('a caller who presses a key that is no language hears so, and is asked again; three times, and then goodbye', async () => {
  const phone = await ring();
  await phone.press('9');
  expect(phone).toHaveHeard('Invalid input.');
  expect(phone).toHaveHeard('Opción no válida.');
  expect(phone).toBeAsking({ numDigits: 1 });
  await phone.press('9');
  expect(phone).toBeAsking();
  await phone.press('9');
  expect(phone.heard.slice(-2).map(({ text }) => text)).toEqual([
    'Thank you for calling Inspire Works. Goodbye.',
    'Gracias por llamar a Inspire Works. ¡Hasta luego!',
  ]);
  expect(phone).toHaveEnded(4000);
  expect(phone.requests.filter(({ path }) => path.startsWith('/ivr?') || path === '/ivr')).toHaveLength(3);
});

test('wrong keys in both menus count together, so that nobody is kept for ever', async () => {
  const phone = await ring();
  await phone.press('9');
  await phone.press('1');
  await phone.press('7');
  expect(phone).toBeAsking();
  await phone.press('5');
  expect(phone).toHaveEnded('Normal Hangup');
});

test('a caller who hangs up in the middle is gone', async () => {
  const phone = await ring();
  await phone.press('1');
  await phone.hangUp();
  expect(phone.ended).toMatchObject({ code: 4000, source: 'Caller' });
});

describe.each(languages)('in $name', ({ key, language, ...words }) => {
  test('the caller is asked what they would like, in that language alone', async () => {
    const phone = await ring();
    await phone.press(key);
    expect(lastWords(phone)).toMatchObject({ text: words.menu, language });
    expect(phone).toBeAsking({ numDigits: 1 });
  });

  test('1 is the message, spoken, and goodbye', async () => {
    const phone = await ring();
    await phone.press(key);
    await phone.press('1');
    expect(phone.heard.slice(-2)).toMatchObject([
      { text: words.message, language },
      { text: words.goodbye, language },
    ]);
    expect(phone).toHaveEnded('Normal Hangup');
  });

  test('2 connects to the associate, and after the talk says goodbye', async () => {
    settings.associate = '+15550123456';
    const phone = await ring();
    await phone.press(key);
    await phone.press('2');
    expect(lastWords(phone)).toMatchObject({ text: words.connecting, language });
    expect(phone).toHaveDialed('+15550123456');
    await phone.dialOutcome('completed', { seconds: 90 });
    expect(lastWords(phone)).toMatchObject({ text: words.goodbye, language });
    expect(phone).toHaveEnded('Normal Hangup');
  });

  test('an associate who is on another call is told, and goodbye', async () => {
    settings.associate = '+15550123456';
    const phone = await ring();
    await phone.press(key);
    await phone.press('2');
    await phone.dialOutcome('busy');
    expect(phone.heard.slice(-2).map(({ text }) => text)).toEqual([words.busy, words.goodbye]);
    expect(phone).toHaveEnded('Normal Hangup');
  });
});

test.each([
  ['no-answer', 'No associate answered. Please call again later.'],
  ['timeout', 'No associate answered. Please call again later.'],
  ['failed', 'We could not connect you. Please call again later.'],
] as const)('an associate who is not reached (%s) is told', async (outcome, text) => {
  settings.associate = '+15550123456';
  const phone = await ring();
  await phone.press('1');
  await phone.press('2');
  await phone.dialOutcome(outcome);
  expect(phone).toHaveHeard(text);
  expect(phone).toHaveEnded('Normal Hangup');
});

test('a caller who hangs up while it rings is gone, and the flow is told', async () => {
  settings.associate = '+15550123456';
  const phone = await ring();
  await phone.press('1');
  await phone.press('2');
  await phone.dialOutcome('cancel');
  expect(phone.ended).toMatchObject({ code: 4000, source: 'Caller' });
  expect(phone.requests.at(-1)).toMatchObject({ params: { DialStatus: 'cancel' }, status: 200 });
});

test('the message is played where there is a recording', async () => {
  settings.audioMessage = 'https://media.example.com/message.mp3';
  const phone = await ring();
  await phone.press('1');
  await phone.press('1');
  expect(phone.heard.at(-2)?.text).toBe('https://media.example.com/message.mp3');
});

test('without an associate nobody is available, and nobody is dialled', async () => {
  const phone = await ring();
  await phone.press('1');
  await phone.press('2');
  expect(phone).toHaveHeard('No associate is available right now. Please call again later.');
  expect(phone).not.toHaveDialed();
  expect(phone).toHaveEnded('Normal Hangup');
});

test('silence at the second menu is told in its language, and the call ends', async () => {
  const phone = await ring();
  await phone.press('2');
  await phone.wait();
  expect(lastWords(phone)?.text).toBe('No recibimos su respuesta. Por favor, llame de nuevo. Adiós.');
  expect(phone).toHaveEnded('Normal Hangup');
});

test('a whole call reads like a conversation', async () => {
  settings.associate = '+15550123456';
  const phone = await ring();
  await phone.press('2');
  await phone.press('7');
  await phone.press('1');
  await phone.press('2');
  await phone.dialOutcome('busy');
  expect(phone.transcript()).toMatchInlineSnapshot(`
    "   0.0  POST /ivr → 200
       0.0  “Welcome to Inspire Works. Press 1 for English.” (en-US, WOMAN)
       4.1  “Bienvenido a Inspire Works. Oprima 2 para español.” (es-ES, WOMAN)
       8.3  waits 15 s for a key
       8.3  caller presses 2
       8.3  POST /ivr/level2 → 200
       8.3  “Oprima 1 para escuchar nuestro mensaje. Oprima 2 para hablar con un asociado.” (es-ES, WOMAN)
      14.4  waits 15 s for a key
      14.4  caller presses 7
      14.4  POST /ivr/action?lang=es → 200
      14.4  “Opción no válida.” (es-ES, WOMAN)
      15.9  POST /ivr?try=2 → 200
      15.9  “Welcome to Inspire Works. Press 1 for English.” (en-US, WOMAN)
      20.0  “Bienvenido a Inspire Works. Oprima 2 para español.” (es-ES, WOMAN)
      24.2  waits 15 s for a key
      24.2  caller presses 1
      24.2  POST /ivr/level2?try=2 → 200
      24.2  “Press 1 to hear our message. Press 2 to speak with an associate.” (en-US, WOMAN)
      29.8  waits 15 s for a key
      29.8  caller presses 2
      29.8  POST /ivr/action?lang=en&try=2 → 200
      29.8  “Connecting you to an associate. Please hold.” (en-US, WOMAN)
      33.5  calls …56 for at most 30 s
      38.5  …56: refused
      38.5  dial is over: busy
      38.5  POST /ivr/transferred?lang=en → 200
      38.5  “All associates are on other calls. Please call again later.” (en-US, WOMAN)
      43.2  “Thank you for calling Inspire Works. Goodbye.” (en-US, WOMAN)
      47.0  ended: 4000 Normal Hangup"
  `);
});

test('these calls take most links of the flow; the others differ from them in the language', async () => {
  settings.associate = '+15550123456';
  expect(calls.coverageOf(await explore(app, '/ivr'))).toCover(0.8);
});
