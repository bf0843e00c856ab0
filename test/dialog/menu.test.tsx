import { describe, expect, test } from 'vitest';
import { Choice, flow, Hangup, level, Menu, Repeat, Response, Speak } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';

const end = (path: `/${string}`, text: string) =>
  level(path, ({ call: { digits } }) => (
    <Response>
      <Speak>{`${text}${digits ?? ''}`}</Speak>
      <Hangup />
    </Response>
  ));
const sales = end('/sales', 'Sales.');
const results = end('/results', 'Results.');
const operator = end('/operator', 'Operator.');

const menu = level('/menu', () => (
  <Response>
    <Speak>Welcome.</Speak>
    <Menu
      onGiveUp={operator()}
      noInput={['I did not hear you.', 'Please press a key.']}
      noMatch={<Speak>That is not an option.</Speak>}
    >
      <Choice digit="1" next={sales()}>
        For sales, press 1.
      </Choice>
      <Choice digit="2" next={results()}>
        For results, press 2.
      </Choice>
      <Repeat digit="*">To hear this again, press star.</Repeat>
    </Menu>
  </Response>
));
const app = await createApp({ flows: [flow('menu', { levels: [menu, sales, results, operator] })] });

describe('a menu', () => {
  test('answers a key with the document of the chosen level, which sees the call as after a redirect', async () => {
    const phone = await call(app, '/menu');
    await phone.press('2');
    expect(phone.transcript()).toMatchInlineSnapshot(`
      "   0.0  POST /menu → 200
         0.0  “Welcome.” (en-US, WOMAN)
         0.9  “For sales, press 1.” (en-US, WOMAN)
         3.0  “For results, press 2.” (en-US, WOMAN)
         5.3  “To hear this again, press star.” (en-US, WOMAN)
         8.0  waits 7 s for a key
         8.0  caller presses 2
         8.0  POST /menu?__dialog=menu&__phase=answer → 200
         8.0  “Results.” (en-US, WOMAN)
         8.9  ended: 4000 Normal Hangup"
    `);
  });
  test('asks a silent caller three times, without a request, and gives up', async () => {
    const phone = await call(app, '/menu');
    await phone.wait();
    await phone.wait();
    await phone.wait();
    expect(phone.transcript()).toMatchInlineSnapshot(`
      "   0.0  POST /menu → 200
         0.0  “Welcome.” (en-US, WOMAN)
         0.9  “For sales, press 1.” (en-US, WOMAN)
         3.0  “For results, press 2.” (en-US, WOMAN)
         5.3  “To hear this again, press star.” (en-US, WOMAN)
         8.0  waits 7 s for a key
        15.0  nothing was pressed or said
        15.0  “I did not hear you.” (en-US, WOMAN)
        16.7  “For sales, press 1.” (en-US, WOMAN)
        18.8  “For results, press 2.” (en-US, WOMAN)
        21.1  “To hear this again, press star.” (en-US, WOMAN)
        23.8  waits 7 s for a key
        30.8  nothing was pressed or said
        30.8  “Please press a key.” (en-US, WOMAN)
        32.5  “For sales, press 1.” (en-US, WOMAN)
        34.6  “For results, press 2.” (en-US, WOMAN)
        36.9  “To hear this again, press star.” (en-US, WOMAN)
        39.6  waits 7 s for a key
        46.6  nothing was pressed or said
        46.6  POST /operator → 200
        46.6  “Operator.” (en-US, WOMAN)
        47.6  ended: 4000 Normal Hangup"
    `);
  });
  test('says welcome once', async () => {
    const phone = await call(app, '/menu');
    await phone.press('9');
    await phone.press('*');
    await phone.press('#');
    await phone.press('7');
    expect(phone.transcript()).toMatchInlineSnapshot(`
      "   0.0  POST /menu → 200
         0.0  “Welcome.” (en-US, WOMAN)
         0.9  “For sales, press 1.” (en-US, WOMAN)
         3.0  “For results, press 2.” (en-US, WOMAN)
         5.3  “To hear this again, press star.” (en-US, WOMAN)
         8.0  waits 7 s for a key
         8.0  caller presses 9
         8.0  POST /menu?__dialog=menu&__phase=answer → 200
         8.0  “That is not an option.” (en-US, WOMAN)
         9.9  “For sales, press 1.” (en-US, WOMAN)
        12.0  “For results, press 2.” (en-US, WOMAN)
        14.3  “To hear this again, press star.” (en-US, WOMAN)
        17.0  waits 7 s for a key
        17.0  caller presses *
        17.0  POST /menu?__dialog=menu&__nomatch=1&__phase=answer → 200
        17.0  “For sales, press 1.” (en-US, WOMAN)
        19.1  “For results, press 2.” (en-US, WOMAN)
        21.4  “To hear this again, press star.” (en-US, WOMAN)
        24.1  waits 7 s for a key
        24.1  caller presses #
        24.1  POST /menu?__dialog=menu&__nomatch=1&__phase=answer&__repeats=1 → 200
        24.1  “That is not an option.” (en-US, WOMAN)
        26.0  “For sales, press 1.” (en-US, WOMAN)
        28.1  “For results, press 2.” (en-US, WOMAN)
        30.4  “To hear this again, press star.” (en-US, WOMAN)
        33.1  waits 7 s for a key
        33.1  caller presses 7
        33.1  POST /menu?__dialog=menu&__nomatch=2&__phase=answer&__repeats=1 → 200
        33.1  “Operator.” (en-US, WOMAN)
        34.1  ended: 4000 Normal Hangup"
    `);
  });
});
