import {
  catalogue,
  Choice,
  flow,
  Hangup,
  Language,
  level,
  Menu,
  preview,
  Response,
  Say,
  Transfer,
} from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';
import { expect, test } from 'vitest';

const t = catalogue({
  en: {
    voice: { voice: 'Polly.Joanna', language: 'en-US' },
    choose: 'For English, press 1.',
    calling: 'A customer is calling.',
    bye: 'Goodbye.',
  },
  de: {
    voice: { voice: 'Polly.Vicki', language: 'de-DE' },
    choose: 'Für Deutsch drücken Sie die 2.',
    calling: 'Ein Kunde ruft an.',
    bye: 'Auf Wiederhören.',
  },
});

const bye = level('/bye', () => (
  <Response>
    <Say>{t.bye}</Say>
    <Hangup />
  </Response>
));

/** A menu whose first choice is in a `<Language>`, as the guide advises. */
const languages = level('/languages', () => (
  <Response>
    <Menu onGiveUp={bye()}>
      <Language of="en">
        <Choice digit="1" next={bye()}>
          {t.choose}
        </Choice>
      </Language>
      <Language of="de">
        <Choice digit="2" next={bye()}>
          {t.choose}
        </Choice>
      </Language>
    </Menu>
  </Response>
));

/** A menu whose first choice is in none. */
const outside = level('/outside', () => (
  <Response>
    <Menu onGiveUp={bye()}>
      <Choice digit="1" next={bye()}>
        {t.calling}
      </Choice>
    </Menu>
  </Response>
));

const office = level('/office', () => (
  <Response>
    <Transfer
      to="+15550123456"
      whisper={<Language of="de">{t.calling}</Language>}
      acceptKey="1"
      onCompleted={bye()}
      onUnanswered={bye()}
    />
  </Response>
));

const flows = [flow('languages', { levels: [languages, outside, office, bye], catalogue: t })];
const app = await createApp({ flows });

test.each([
  ['/languages?lang=de', 'For English, press 1.', 'Goodbye.'],
  ['/outside?lang=de', 'Ein Kunde ruft an.', 'Auf Wiederhören.'],
])('the first choice of %s is “%s”, and leads to “%s”', async (path, prompt, next) => {
  const phone = await call(app, path);
  await phone.press('1');
  const heard = phone.heard.map(({ text }) => text);
  expect([heard[0], heard.at(-1)]).toEqual([prompt, next]);
});

test('a whisper is in the language of the caller, unless it is in a <Language>', async () => {
  const address = '/office?__dialog=transfer&__phase=whisper&lang=en';
  expect(await preview(flows, address, { baseUrl: 'https://ivr.example.com' })).toContain(
    '<Speak voice="Polly.Vicki" language="de-DE">Ein Kunde ruft an.</Speak>',
  );
});
