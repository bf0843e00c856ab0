import { GetDigits, Response, Speak, flow, level } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { parseScript, runScript } from 'plivo-jsx/phone';
import { call } from 'plivo-jsx/testing';
import { expect, test } from 'vitest';

test('with the pace `step` a caller hangs up in the middle of the first prompt', async () => {
  const menu = level('/menu', () => (
    <Response>
      <GetDigits numDigits={1}>
        <Speak>For our opening hours, press 1.</Speak>
      </GetDigits>
    </Response>
  ));
  const app = await createApp({ flows: [flow('shop', { levels: [menu] })] });
  const phone = await call(app, '/menu', { pace: 'step' });
  await phone.wait(1.5);
  await phone.hangUp();
  expect(phone.transcript().split('\n')).toEqual([
    '   0.0  POST /menu → 200',
    '   0.0  “For our opening hours, press 1.” (en-US, WOMAN)',
    '   1.5  caller hangs up during the <Speak>',
    '   1.5  ended: 4000 Normal Hangup',
  ]);
});

test('the pace of a call can be changed, so that a script runs on it', async () => {
  const rest = level('/rest', () => (
    <Response>
      <Speak>Now you hear this to its end.</Speak>
    </Response>
  ));
  const question = level('/question', () => (
    <Response>
      <GetDigits action={rest()} numDigits={1}>
        <Speak>Press a key.</Speak>
      </GetDigits>
    </Response>
  ));
  const app = await createApp({ flows: [flow('question', { levels: [question, rest] })] });
  const phone = await call(app, '/question');
  await runScript(phone, parseScript('1 wait:0.5 hangup'));
  expect(phone.transcript().split('\n').slice(-3)).toEqual([
    '   1.2  “Now you hear this to its end.” (en-US, WOMAN)',
    '   1.7  caller hangs up during the <Speak>',
    '   1.7  ended: 4000 Normal Hangup',
  ]);
});
