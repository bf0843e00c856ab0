import {
  callback,
  catalogue,
  flow,
  Forward,
  GetDigits,
  Hangup,
  Language,
  level,
  preview,
  Record,
  Redirect,
  render,
  Response,
  Say,
  type Context,
} from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';

const t = catalogue({
  en: { voice: { voice: 'Polly.Joanna', language: 'en-US' }, menu: 'Press a key.', bye: 'Goodbye.' },
  es: { voice: { voice: 'Polly.Lucia', language: 'es-ES' }, menu: 'Oprima una tecla.', bye: 'Adiós.' },
});

/** What each level was asked with. */
const asked: { readonly path: string; readonly params: object; readonly language: string | undefined }[] = [];
const note = (params: object, { level: path, language }: Context) =>
  void asked.push({ path: path!, params, language });

const begin = level('/begin', () => (
  <Response>
    <GetDigits action={choice()} numDigits={1}>
      <Say>{t.menu}</Say>
      <Language of="es">
        <Say>{t.menu}</Say>
      </Language>
    </GetDigits>
    <Say>{t.bye}</Say>
  </Response>
));

const choice = level('/choice', ({ call: { digits } }) => {
  if (digits === '1') return <Response>{<Redirect>{menu()}</Redirect>}</Response>;
  if (digits === '3') return <Response>{<Redirect>{explicit({ lang: 'es' })}</Redirect>}</Response>;
  return (
    <Response>
      <Language of="es">
        <Redirect>{menu()}</Redirect>
      </Language>
    </Response>
  );
});

const menu = level('/menu', ({ params }, context) => {
  note(params, context);
  return (
    <Response>
      <GetDigits action={strict({ try: '1' })} numDigits={1}>
        <Say>{t.menu}</Say>
      </GetDigits>
      <Say>{t.bye}</Say>
    </Response>
  );
});

const strict = level('/strict', { params: z.strictObject({ try: z.enum(['1']) }) }, ({ params }, context) => {
  note(params, context);
  return (
    <Response>
      <Record action={recorded()} callbackUrl={notified({ id: 'a' })} maxLength={10} />
      <Hangup />
    </Response>
  );
});

const asyncStrict = level(
  '/async',
  { params: z.strictObject({ try: z.enum(['1']) }).refine(async () => true) },
  ({ params }, context) => {
    note(params, context);
    return <Response>{<Say>{t.bye}</Say>}</Response>;
  },
);

const recorded = level('/recorded', ({ params }, context) => {
  note(params, context);
  return (
    <Response>
      <Forward to={end()} />
    </Response>
  );
});

const end = level('/end', ({ params }, context) => {
  note(params, context);
  return (
    <Response>
      <Say>{t.bye}</Say>
      <Hangup />
    </Response>
  );
});

const explicit = level(
  '/explicit',
  { params: z.object({ lang: z.enum(['en', 'es']) }) },
  ({ params }, context) => {
    note(params, context);
    return (
      <Response>
        <Language of="es">
          <Redirect>{second({ lang: 'en' })}</Redirect>
        </Language>
      </Response>
    );
  },
);

const second = level(
  '/second',
  { params: z.object({ lang: z.enum(['en', 'es']).default('es') }) },
  (props, context) => {
    note(props.params, context);
    return (
      <Response>
        <Say>{t.bye}</Say>
        <Hangup />
      </Response>
    );
  },
);

const notified = callback(
  '/notified',
  { params: z.strictObject({ id: z.string() }) },
  ({ params }, context) => note(params, context),
);

const wrong = level('/wrong', () => (
  <Response>
    <Language of="ess">
      <Say>{t.bye}</Say>
    </Language>
  </Response>
));

const spoken = flow('languages', {
  levels: [begin, choice, menu, strict, asyncStrict, recorded, end, explicit, second, notified, wrong],
  catalogue: t,
});

let app: Awaited<ReturnType<typeof createApp>>;

beforeAll(async () => {
  app = await createApp({ flows: [spoken], logger: false, development: true });
});
afterAll(() => app.close());

const headers = { 'content-type': 'application/x-www-form-urlencoded' };
const payload = 'CallUUID=b7c1d2e3';
const baseUrl = 'https://ivr.example.com';

describe('the language of a call', () => {
  test('travels in links by itself, also to strict levels, to callbacks and through a <Forward>', async () => {
    asked.length = 0;
    const phone = await call(app, '/begin');
    await phone.press('2');
    expect(phone.transcript()).toContain('Oprima una tecla.');
    await phone.press('7');
    await phone.record(2);
    expect(phone.transcript()).toContain('Adiós.');
    expect(asked).toContainEqual({ path: '/notified', params: { id: 'a' }, language: 'es' });
    expect(asked.filter(({ path }) => path !== '/notified')).toEqual([
      { path: '/menu', params: {}, language: 'es' },
      { path: '/strict', params: { try: '1' }, language: 'es' },
      { path: '/recorded', params: {}, language: 'es' },
      { path: '/end', params: {}, language: 'es' },
    ]);
  });

  test('is not in links until it is known', async () => {
    asked.length = 0;
    const phone = await call(app, '/begin');
    await phone.press('1');
    expect(asked).toEqual([{ path: '/menu', params: {}, language: undefined }]);
  });

  test('is what a parameter lang of the level says, also inside of <Language>', async () => {
    asked.length = 0;
    const phone = await call(app, '/begin');
    await phone.press('3');
    expect(phone.transcript()).toContain('Goodbye.');
    expect(asked).toEqual([
      { path: '/explicit', params: { lang: 'es' }, language: 'es' },
      { path: '/second', params: { lang: 'en' }, language: 'en' },
    ]);
  });

  test('is written sorted among the other parameters, once', async () => {
    expect(await preview([spoken], '/menu?lang=es', { baseUrl })).toContain(
      'action="https://ivr.example.com/strict?lang=es&amp;try=1"',
    );
    expect(await preview([spoken], '/menu', { baseUrl })).toContain(
      'action="https://ivr.example.com/strict?try=1"',
    );
  });
});

describe('a level with a strict schema', () => {
  const ask = async (target: string) => {
    const { body } = await app.inject({ method: 'POST', url: target, headers, payload });
    return body;
  };

  test('is read without the language that the flow added', async () => {
    expect(await ask('/strict?lang=es&try=1')).toContain('<Record ');
    expect(await preview([spoken], '/strict?lang=es&try=1', { baseUrl })).toContain('<Record ');
  });

  test('may be async', async () => {
    expect(await ask('/async?lang=es&try=1')).toContain('Adiós.');
    expect(await preview([spoken], '/async?lang=es&try=1', { baseUrl })).toContain('Adiós.');
  });

  test('still refuses a language that the flow does not have, and what it refused before', async () => {
    for (const query of ['lang=xx&try=1', 'lang=es&try=2', 'lang=es&try=1&more=1'])
      expect(await ask(`/strict?${query}`)).toContain('Let us start over.');
    await expect(preview([spoken], '/strict?lang=es&try=2', { baseUrl })).rejects.toThrow(/try: .*expected/i);
  });

  test('starts the flow over in the language of the call', async () => {
    expect(await ask('/strict?lang=es&try=2')).toMatch(/<Redirect>[^<]*\/begin\?__again=1&amp;lang=es</);
  });
});

describe('<Language>', () => {
  test('refuses a language that the flow does not have, with its place and a guess', async () => {
    await expect(preview([spoken], '/wrong', { baseUrl })).rejects.toThrow(
      /^The flow does not speak the language ess\. Did you mean es\?\n {2}at <Language> \(test\/dialog\/language\.test\.tsx:\d+:\d+\)\n[^]*Fix: write one of its languages: en, es; or add a language to the catalogue\. \[E_LANGUAGE\]$/,
    );
  });

  test('without a flow, the sentences inside know their languages', () => {
    const document = (of: string) => (
      <Response>
        <Language of={of}>
          <Say>{t.bye}</Say>
        </Language>
      </Response>
    );
    expect(render(document('es'))).toContain('>Adiós.<');
    expect(() => render(document('ess'), { development: true })).toThrow('Did you mean es?');
  });

  test('knows the languages of a flow without a catalogue', async () => {
    const plain = level('/plain', () => (
      <Response>
        <Language of="fr">
          <Hangup />
        </Language>
      </Response>
    ));
    const languages = flow('plain', { levels: [plain], languages: ['en', 'es'] });
    await expect(preview([languages], '/plain', { baseUrl })).rejects.toThrow('[E_LANGUAGE]');
  });
});

test('a callback gets the language of the call', async () => {
  asked.length = 0;
  const { statusCode } = await app.inject({
    method: 'POST',
    url: '/notified?id=a&lang=es',
    headers,
    payload,
  });
  expect(statusCode).toBe(200);
  expect(asked).toEqual([{ path: '/notified', params: { id: 'a' }, language: 'es' }]);
});
