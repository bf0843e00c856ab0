import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { Collect, flow, Hangup, level, preview, Response, session, Speak } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';
import { serve } from '../fastify/served.ts';

const end = (path: `/${string}`, text: string) =>
  level(path, () => (
    <Response>
      <Speak>{text}</Speak>
      <Hangup />
    </Response>
  ));
const giveUp = end('/give-up', 'Goodbye.');
const chosen = level('/chosen', { params: z.object({ value: z.string() }) }, ({ params: { value } }) => (
  <Response>
    <Speak>Chosen: {value}.</Speak>
    <Hangup />
  </Response>
));

/** Day and month, such as 0305. */
const dayAndMonth = z
  .string()
  .regex(/^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])$/)
  .transform((keys) => ({ day: Number(keys.slice(0, 2)), month: Number(keys.slice(2)) }));

const date = level('/date', () => (
  <Response>
    <Speak>Welcome.</Speak>
    <Collect
      digits={4}
      read={dayAndMonth}
      onGiveUp={giveUp()}
      noInput={['I did not hear you.', 'Please press four keys.']}
      invalid={['That is no date.', 'Day and month, please.']}
      next={({ day, month }) => chosen({ value: `${day}.${month}` })}
    >
      Enter day and month as four digits.
    </Collect>
  </Response>
));
const amount = level('/amount', () => (
  <Response>
    <Collect
      digits={{ min: 2, max: 5 }}
      read={z.coerce.number().refine(async (value) => value > 10)}
      terminator="*"
      digitTimeout={4}
      timeout={10}
      tries={2}
      onGiveUp={giveUp()}
      invalid={<Speak>Not so.</Speak>}
      next={async (value) => chosen({ value: String(value + 1) })}
    >
      How many?
    </Collect>
  </Response>
));
const readBack = level('/read-back', () => (
  <Response>
    <Collect
      digits={4}
      read={dayAndMonth}
      onGiveUp={giveUp()}
      invalid="That is no date."
      readBack={({ day, month }) => `Day ${day} of month ${month}.`}
      next={({ day, month }) => chosen({ value: `${day}.${month}` })}
    >
      Which date?
    </Collect>
  </Response>
));
const kept = session<string>('pin');
const pin = level('/pin', () => (
  <Response>
    <Collect
      digits={{ min: 4, max: 6 }}
      read={z.string().refine((keys) => keys !== '0000')}
      secret
      into={kept}
      invalid="Not that one."
      next={checked()}
      onGiveUp={giveUp()}
    >
      Your PIN, then pound.
    </Collect>
  </Response>
));
const checked = level('/checked', async ({ call: { digits } }, context) => (
  <Response>
    <Speak>{(await kept.get(context)) === '471108' && digits === undefined ? 'Right.' : 'Wrong.'}</Speak>
    <Hangup />
  </Response>
));
const thrower = (async: boolean) => ({
  '~standard': {
    version: 1 as const,
    vendor: 'test',
    validate: (keys: unknown): never => {
      const error = new Error(`cannot look up ${String(keys)}`);
      if (async) return Promise.reject(error) as never;
      throw error;
    },
  },
});
const throwing = [false, true].map((async) =>
  level(async ? '/rejects' : '/throws', () => (
    <Response>
      <Collect digits={4} read={thrower(async)} onGiveUp={giveUp()} next={() => giveUp()}>
        Which order?
      </Collect>
    </Response>
  )),
);
const wrong = [0, 1.5, 100, { min: 3, max: 2 }, { max: NaN }].map((digits, index) =>
  level(`/wrong/${index}`, () => (
    <Response>
      <Collect digits={digits} read={z.string()} onGiveUp={giveUp()} next={() => giveUp()} />
    </Response>
  )),
);

const collects = flow('collect', {
  levels: [date, amount, readBack, pin, checked, chosen, giveUp, ...throwing, ...wrong],
});
const app = await createApp({ flows: [collects], development: true });
const shown = (href: string, Digits?: string) =>
  preview([collects], href, {
    baseUrl: 'https://ivr.example.com',
    ...(Digits !== undefined && { fields: { Digits } }),
  });
const texts = (phone: { readonly heard: readonly { readonly text: string }[] }) =>
  phone.heard.map(({ text }) => text);
const after = async (path: string, ...inputs: readonly string[]) => {
  const phone = await call(app, path);
  for (const keys of inputs) await (keys === '' ? phone.wait() : phone.press(keys));
  return phone;
};

describe('a collect', () => {
  test('asks once for each try, so that silence needs no request', async () => {
    expect(await shown('/date')).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <Response>
        <Speak>Welcome.</Speak>
        <GetDigits action="https://ivr.example.com/date?__dialog=collect&amp;__phase=answer" numDigits="4" timeout="7" digitTimeout="3" finishOnKey="none">
          <Speak>Enter day and month as four digits.</Speak>
        </GetDigits>
        <GetDigits action="https://ivr.example.com/date?__dialog=collect&amp;__noinput=1&amp;__phase=answer" numDigits="4" timeout="7" digitTimeout="3" finishOnKey="none">
          <Speak>I did not hear you.</Speak>
          <Speak>Enter day and month as four digits.</Speak>
        </GetDigits>
        <GetDigits action="https://ivr.example.com/date?__dialog=collect&amp;__noinput=2&amp;__phase=answer" numDigits="4" timeout="7" digitTimeout="3" finishOnKey="none">
          <Speak>Please press four keys.</Speak>
          <Speak>Enter day and month as four digits.</Speak>
        </GetDigits>
        <Redirect>https://ivr.example.com/give-up</Redirect>
      </Response>"
    `);
  });
  test('repeats the question after keys that are no value, and says so', async () => {
    expect(await shown('/date?__dialog=collect&__noinput=1&__phase=answer', '9999')).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <Response>
        <GetDigits action="https://ivr.example.com/date?__dialog=collect&amp;__noinput=1&amp;__nomatch=1&amp;__phase=answer" numDigits="4" timeout="7" digitTimeout="3" finishOnKey="none">
          <Speak>That is no date.</Speak>
          <Speak>Enter day and month as four digits.</Speak>
        </GetDigits>
        <Redirect>https://ivr.example.com/give-up</Redirect>
      </Response>"
    `);
  });
  test('goes on with the value of the keys', async () => {
    const phone = await after('/date', '0305');
    expect(phone.transcript()).toMatchInlineSnapshot(`
      "   0.0  POST /date → 200
         0.0  “Welcome.” (en-US, WOMAN)
         0.9  “Enter day and month as four digits.” (en-US, WOMAN)
         3.6  waits 7 s for keys
         3.6  caller presses 0305
         3.6  POST /date?__dialog=collect&__phase=answer → 200
         3.6  “Chosen: 3.5.” (en-US, WOMAN)
         5.5  ended: 4000 Normal Hangup"
    `);
  });
  test('takes a range of keys, which a key ends, and awaits its schema', async () => {
    expect(await shown('/amount')).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <Response>
        <GetDigits action="https://ivr.example.com/amount?__dialog=collect&amp;__phase=answer" numDigits="5" timeout="10" digitTimeout="4" finishOnKey="*">
          <Speak>How many?</Speak>
        </GetDigits>
        <GetDigits action="https://ivr.example.com/amount?__dialog=collect&amp;__noinput=1&amp;__phase=answer" numDigits="5" timeout="10" digitTimeout="4" finishOnKey="*">
          <Speak>How many?</Speak>
        </GetDigits>
        <Redirect>https://ivr.example.com/give-up</Redirect>
      </Response>"
    `);
    expect(texts(await after('/amount', '12*'))).toEqual(['How many?', 'Chosen: 13.']);
    expect(texts(await after('/amount', '12345'))).toEqual(['How many?', 'Chosen: 12346.']);
    expect(texts(await after('/amount', '09*', '99*'))).toEqual([
      'How many?',
      'Not so.',
      'How many?',
      'Chosen: 100.',
    ]);
  });
  test.each([
    ['too few keys', '/amount', ['1*', '2*']],
    ['keys that are no value', '/amount', ['10*', '09*']],
    ['silence', '/amount', ['', '']],
    ['silence and a wrong value', '/amount', ['', '10*']],
    ['a stuck key', '/date', ['9999', '9999', '9999']],
  ])('gives up after %s', async (_, path, inputs) => {
    const phone = await after(path, ...inputs);
    expect(texts(phone).at(-1)).toBe('Goodbye.');
    expect(phone.ended?.name).toBe('Normal Hangup');
  });
  test.each(['12', '123456', '', '12a4'])(
    'takes %j, which no <GetDigits> posts, for a wrong value',
    async (keys) => {
      const xml = await shown('/date?__dialog=collect&__nomatch=1&__phase=answer', keys);
      expect(xml).toContain(keys === '' ? 'I did not hear you.' : 'Day and month, please.');
    },
  );
  test('escalates silence and wrong values apart from each other', async () => {
    expect(texts(await after('/date', '', '9999'))).toEqual([
      'Welcome.',
      'Enter day and month as four digits.',
      'I did not hear you.',
      'Enter day and month as four digits.',
      'That is no date.',
      'Enter day and month as four digits.',
    ]);
  });
  test.each(wrong)(
    'is refused, with its place, for a number of digits that no caller can enter (%#)',
    async ({ path }) => {
      await expect(shown(path)).rejects.toThrow(
        /^<Collect> has a number of digits that cannot be used\.\n {2}at <Collect> \(test\/dialog\/collect\.test\.tsx:\d+:7\)/,
      );
    },
  );
});

describe('a collect that reads back', () => {
  test('goes on after yes', async () => {
    expect((await after('/read-back', '0305', '1')).transcript()).toMatchInlineSnapshot(`
      "   0.0  POST /read-back → 200
         0.0  “Which date?” (en-US, WOMAN)
         1.1  waits 7 s for keys
         1.1  caller presses 0305
         1.1  POST /read-back?__dialog=collect&__phase=answer → 200
         1.1  “Day 3 of month 5.” (en-US, WOMAN)
         3.1  “If that is right, press 1. If not, press 2.” (en-US, WOMAN)
         7.7  waits 7 s for a key
         7.7  caller presses 1
         7.7  POST /read-back?__dialog=collect&__phase=confirm → 200
         7.7  “Chosen: 3.5.” (en-US, WOMAN)
         9.6  ended: 4000 Normal Hangup"
    `);
  });
  test('asks again after no, which counts as a try', async () => {
    expect(texts(await after('/read-back', '0305', '2', '0405', '1'))).toEqual([
      'Which date?',
      'Day 3 of month 5.',
      'If that is right, press 1. If not, press 2.',
      'Which date?',
      'Day 4 of month 5.',
      'If that is right, press 1. If not, press 2.',
      'Chosen: 4.5.',
    ]);
  });
  test.each([
    ['nonsense', ['0305', '9', '9', '9']],
    ['silence', ['0305', '', '', '']],
    ['no each time', ['0305', '2', '0305', '2', '0305', '2']],
    ['a wrong value, no and silence', ['9999', '0305', '2', '']],
  ])('gives up after %s', async (_, inputs) => {
    const phone = await after('/read-back', ...inputs);
    expect(texts(phone).at(-1)).toBe('Goodbye.');
  });
  test('reads back again after nonsense, and has no value in any address', async () => {
    const phone = await after('/read-back', '0305', '9');
    expect(texts(phone).slice(-2)).toEqual([
      'Day 3 of month 5.',
      'If that is right, press 1. If not, press 2.',
    ]);
    expect(phone.requests.map(({ path }) => path)).toEqual([
      '/read-back',
      '/read-back?__dialog=collect&__phase=answer',
      '/read-back?__dialog=collect&__phase=confirm',
    ]);
  });
  test('tells no key of the step before in an error', async () => {
    let isDown = false;
    const read = z.string().refine((keys) => {
      if (isDown) throw new Error(`cannot look up ${keys}`);
      return true;
    });
    const order = level('/order', () => (
      <Response>
        <Collect digits={6} read={read} readBack={() => 'That one?'} onGiveUp={bye()} next={() => bye()} />
      </Response>
    ));
    const bye = end('/order/bye', 'Goodbye.');
    const served = await serve({ flows: [flow('order', { levels: [order, bye] })] });
    const fields = { CallUUID: 'c-1', Digits: '471108' };
    await served.post('/order?__dialog=collect&__phase=answer', fields);
    isDown = true;
    await served.post('/order?__dialog=collect&__phase=confirm', { ...fields, Digits: '1' });
    expect(served.written()).toContain('cannot look up [hidden]');
    expect(served.written()).not.toContain('471108');
    await served.close();
  });
  test('asks anew when its session has nothing any more', async () => {
    expect(await shown('/read-back?__dialog=collect&__phase=confirm', '1')).toContain('Which date?');
  });
});

describe('a secret collect', () => {
  test('keeps the keys out of addresses and out of Plivo’s log', async () => {
    expect(await shown('/pin')).toContain('finishOnKey="#" log="false">');
    const phone = await after('/pin', '0000#', '471108');
    expect(phone.transcript()).toMatchInlineSnapshot(`
      "   0.0  POST /pin → 200
         0.0  “Your PIN, then pound.” (en-US, WOMAN)
         2.0  waits 7 s for keys
         2.0  caller presses 0000#
         2.0  POST /pin?__dialog=collect&__phase=answer → 200
         2.0  “Not that one.” (en-US, WOMAN)
         3.3  “Your PIN, then pound.” (en-US, WOMAN)
         5.3  waits 7 s for keys
         5.3  caller presses 471108
         5.3  POST /pin?__dialog=collect&__nomatch=1&__phase=answer → 200
         5.3  “Right.” (en-US, WOMAN)
         6.1  ended: 4000 Normal Hangup"
    `);
  });
});

describe('a schema that fails', () => {
  test.each(['/throws', '/rejects'])(
    'costs an apology, and is reported without the keys: %s',
    async (path) => {
      const phone = await call(app, path, { failures: 'allow' });
      await phone.press('4711');
      expect(texts(phone).at(-1)).toMatch(/^We are sorry/);
      const again = await call(app, path);
      const failure = await again.press('4711').catch((error: unknown) => error);
      const [said = ''] = String(failure).split('What happened:');
      expect(said).toContain('Cause: Error: cannot look up [hidden] (test/dialog/collect.test.tsx:');
      expect(said).not.toContain('4711');
    },
  );
});
