import { flow, GetDigits, level, Redirect, Response, Speak } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { expect, test } from 'vitest';
import { z } from 'zod';

const round = level('/round', { params: z.object({ lang: z.string().optional() }) }, () => (
  <Response>
    <Speak>https://ivr.example.com/round is our address.</Speak>
    <GetDigits action={round({ lang: 'en' })}>
      <Speak>Press a key.</Speak>
    </GetDigits>
    <Redirect>/round/typo</Redirect>
  </Response>
));
const app = createApp({
  flows: [flow('round', { levels: [round] })],
  publicUrl: 'https://ivr.example.com',
});

const post = async (url: string, payload = 'CallUUID=a-call') => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return (await (await app).inject({ method: 'POST', url, headers, payload })).body;
};

test('a caller whom the flow itself sends to nowhere comes round once, and then hears an apology', async () => {
  expect(await post('/round')).toContain('<Redirect>https://ivr.example.com/round/typo</Redirect>');
  expect(await post('/round/typo')).toContain('<Redirect>https://ivr.example.com/round?__again=1</Redirect>');
  expect(await post('/round?__again=1')).toContain(
    '<Redirect>https://ivr.example.com/round/typo?__again=1</Redirect>',
  );
  const last = await post('/round/typo?__again=1');
  expect(last).toContain('We are sorry, something went wrong on our side.');
  expect(last).toContain('<Hangup/>');
});

test('the mark goes into addresses, before their parameters, and into nothing that is said', async () => {
  const xml = await post('/round?__again=1');
  expect(xml).toContain('<GetDigits action="https://ivr.example.com/round?__again=1&amp;lang=en">');
  expect(xml).toContain('<Speak>https://ivr.example.com/round is our address.</Speak>');
});

test('a key ends the second try: from there on the addresses are plain again', async () => {
  const xml = await post('/round?__again=1&lang=en', 'CallUUID=a-call&Digits=1');
  expect(xml).toContain('<GetDigits action="https://ivr.example.com/round?lang=en">');
  expect(xml).toContain('<Redirect>https://ivr.example.com/round/typo</Redirect>');
});
