import { catalogue, Choice, flow, Hangup, Language, level, Menu, preview, Response, Say } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';
import { expect, test } from 'vitest';

const t = catalogue({
  en: {
    voice: { voice: 'Polly.Joanna', language: 'en-US' },
    choose: 'For English, press 1.',
    sales: 'For sales, press 1.',
    wrong: 'For sales, press 1.',
    sorry: 'That is not an option.',
    end: 'Goodbye.',
  },
  es: {
    voice: { voice: 'Polly.Lucia', language: 'es-ES' },
    choose: 'Para español, pulse 2.',
    sales: 'Para ventas, pulse 1.',
    wrong: 'Para ventas, pulse 2.',
    sorry: 'Esa no es una opción.',
    end: 'Adiós.',
  },
});

const languages = level('/languages', () => (
  <Response>
    <Menu onGiveUp={end()}>
      <Language of="en">
        <Choice digit="1" next={menu()}>
          {t.choose}
        </Choice>
      </Language>
      <Language of="es">
        <Choice digit="2" next={menu()}>
          {t.choose}
        </Choice>
      </Language>
    </Menu>
  </Response>
));
const menu = level('/languages/menu', () => (
  <Response>
    <Menu onGiveUp={end()} noMatch={<Say>{t.sorry}</Say>}>
      <Choice digit="1" next={end()}>
        {t.sales}
      </Choice>
    </Menu>
  </Response>
));
const end = level('/languages/end', () => (
  <Response>
    <Say>{t.end}</Say>
    <Hangup />
  </Response>
));
const wrong = level('/languages/wrong', () => (
  <Response>
    <Menu onGiveUp={end()}>
      <Choice digit="1" next={end()}>
        {t.wrong}
      </Choice>
    </Menu>
  </Response>
));
const spoken = flow('languages', { levels: [languages, menu, end, wrong], catalogue: t });
const app = await createApp({ flows: [spoken], logger: false });

test('a menu of languages says each option in its language, and goes on in the one that was chosen', async () => {
  const phone = await call(app, '/languages');
  await phone.press('2');
  await phone.press('9');
  await phone.press('1');
  expect(
    phone
      .transcript()
      .replace(/^ *[\d.]+ {2}/gm, '')
      .split('\n'),
  ).toEqual([
    'POST /languages → 200',
    '“For English, press 1.” (en-US, Polly.Joanna)',
    '“Para español, pulse 2.” (es-ES, Polly.Lucia)',
    'waits 7 s for a key',
    'caller presses 2',
    'POST /languages?__dialog=menu&__phase=answer → 200',
    '“Para ventas, pulse 1.” (es-ES, Polly.Lucia)',
    'waits 7 s for a key',
    'caller presses 9',
    'POST /languages/menu?__dialog=menu&__phase=answer&lang=es → 200',
    '“Esa no es una opción.” (es-ES, Polly.Lucia)',
    '“Para ventas, pulse 1.” (es-ES, Polly.Lucia)',
    'waits 7 s for a key',
    'caller presses 1',
    'POST /languages/menu?__dialog=menu&__nomatch=1&__phase=answer&lang=es → 200',
    '“Adiós.” (es-ES, Polly.Lucia)',
    'ended: 4000 Normal Hangup',
  ]);
});

test('a key that a sentence tells wrongly in the language of the call is found', async () => {
  await expect(
    preview([spoken], '/languages/wrong?lang=es', { baseUrl: 'https://ivr.example.com' }),
  ).rejects.toThrow(
    /^<Choice> has the key 1, and tells the caller to press 2\.\n {2}at <Choice> \(test\/dialog\/menu-languages/,
  );
});
