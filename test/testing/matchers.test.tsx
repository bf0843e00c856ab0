import { Dial, flow, GetDigits, level, Number as Phone, Response, Speak } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { call, matchers } from 'plivo-jsx/testing';
import 'plivo-jsx/testing/vitest';
import { describe, expect, test } from 'vitest';

const menu = level('/bakery', () => (
  <Response>
    <GetDigits action={baker()} numDigits={1} timeout={5}>
      <Speak>Press 1 for bread.</Speak>
    </GetDigits>
  </Response>
));
const baker = level('/bakery/baker', () => (
  <Response>
    <Dial>
      <Phone>+15550123456</Phone>
    </Dial>
  </Response>
));
const app = await createApp({ flows: [flow('bakery', { levels: [menu, baker] })] });

const asked = () => call(app, '/bakery');
const dialing = async () => (await asked()).press('1');
const ended = async () => (await asked()).hangUp();

/** What a failing expectation says. */
function messageOf(expectation: () => void): string {
  try {
    expectation();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('The expectation holds.');
}

const happened = [
  '   0.0  POST /bakery → 200',
  '   0.0  “Press 1 for bread.” (en-US, WOMAN)',
  '   1.9  waits 5 s for a key',
].join('\n');

describe('toHaveHeard', () => {
  test('finds a part of what was said, by text and by expression', async () => {
    const phone = await asked();
    expect(phone).toHaveHeard('for bread');
    expect(phone).toHaveHeard(/press \d/i);
    expect(phone).toHaveHeard(/bread/g);
    expect(phone).toHaveHeard(/bread/g);
    expect(phone).not.toHaveHeard('cake');
  });

  test('finds a text however it is broken into lines', async () => {
    expect(await asked()).toHaveHeard('Press 1\n   for bread.');
  });

  test('tells what happened instead', async () => {
    const phone = await asked();
    expect(messageOf(() => expect(phone).toHaveHeard('cake'))).toBe(
      `Expected the caller to hear "cake". What happened:\n\n${happened}\n`,
    );
    expect(messageOf(() => expect(phone).not.toHaveHeard(/bread/))).toBe(
      `Expected the caller not to hear /bread/. What happened:\n\n${happened}\n`,
    );
  });
});

describe('toHaveEnded', () => {
  test('takes no word, Plivo’s code, or Plivo’s name', async () => {
    const phone = await ended();
    expect(phone).toHaveEnded();
    expect(phone).toHaveEnded(4000);
    expect(phone).toHaveEnded('Normal Hangup');
    expect(phone).not.toHaveEnded(4010);
    expect(await asked()).not.toHaveEnded();
  });

  test('tells what happened instead', async () => {
    const phone = await asked();
    expect(messageOf(() => expect(phone).toHaveEnded(4010))).toBe(
      `Expected the call to have ended with 4010. What happened:\n\n${happened}\n`,
    );
  });
});

describe('toBeAsking', () => {
  test('compares what is told of the question', async () => {
    const phone = await asked();
    expect(phone).toBeAsking();
    expect(phone).toBeAsking({ numDigits: 1, inputTypes: ['dtmf'] });
    expect(phone).not.toBeAsking({ numDigits: 2 });
    expect(await ended()).not.toBeAsking();
  });

  test('tells what happened instead', async () => {
    const phone = await asked();
    expect(messageOf(() => expect(phone).toBeAsking({ numDigits: 4, element: 'GetInput' }))).toBe(
      `Expected the app to ask for input numDigits 4, element "GetInput", and it asks with numDigits 1, element "GetDigits". What happened:\n\n${happened}\n`,
    );
  });
});

describe('toHaveDialed', () => {
  test('takes nobody in particular, a number, or an expression', async () => {
    const phone = await dialing();
    expect(phone).toHaveDialed();
    expect(phone).toHaveDialed('+15550123456');
    expect(phone).toHaveDialed(/555/);
    expect(phone).not.toHaveDialed('+15550199999');
    expect(await asked()).not.toHaveDialed();
  });

  test('tells what happened instead', async () => {
    const phone = await asked();
    expect(messageOf(() => expect(phone).toHaveDialed())).toBe(
      `Expected the app to call anybody. What happened:\n\n${happened}\n`,
    );
    expect(messageOf(() => expect(phone).toHaveDialed('+15550199999'))).toBe(
      `Expected the app to call "…99". What happened:\n\n${happened}\n`,
    );
  });
});

test('of a long call the last lines are shown, and how many there are before', async () => {
  const round = level('/round', () => (
    <Response>
      <GetDigits action={round()} numDigits={1}>
        <Speak>Press a key.</Speak>
      </GetDigits>
    </Response>
  ));
  const phone = await call(await createApp({ flows: [flow('round', { levels: [round] })] }), '/round');
  for (let count = 0; count < 50; count++) await phone.press('1');
  await phone.hangUp();
  const lines = messageOf(() => expect(phone).toHaveHeard('cake'))
    .trimEnd()
    .split('\n');
  expect(lines).toHaveLength(23);
  expect(lines.slice(0, 3)).toEqual([
    'Expected the caller to hear "cake". What happened:',
    '',
    '        … 185 lines before, see phone.transcript()',
  ]);
  expect(lines.slice(-2)).toEqual(['  61.2  caller hangs up', '  61.2  ended: 4000 Normal Hangup']);
});

test('a matcher says what to give it when it gets something else than a call', () => {
  expect(() => matchers.toHaveHeard(call(app, '/bakery'), 'bread')).toThrow(
    'Expected a call: write expect(phone), with what `await call(…)` gave.',
  );
});
