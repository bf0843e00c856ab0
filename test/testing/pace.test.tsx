import { GetDigits, Response, Speak, flow, level } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
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
