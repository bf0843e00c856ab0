import { expect, test } from 'vitest';
import { parseScript, runScript, startingPace } from '../../src/phone/index.ts';
import { callTo, response } from './documents.ts';

/** When the caller hung up, in call time, and what is left of the script. */
async function hangupAfter(elements: string, script: string, others = {}) {
  const steps = parseScript(script);
  const { call, all } = await callTo(response(elements), others, { pace: startingPace(steps) });
  const left = await runScript(call, steps);
  return { at: all('hangup')[0]?.at, left: left.length, legs: all('leg').map(({ status }) => status) };
}

const dial = '<Dial><Number>15550000001</Number></Dial>';
const confirmed = dial.replace('<Dial', '<Dial confirmSound="{host}/sound" confirmKey="1"');
const sound = { '/sound': response('<Speak>Press 1.</Speak>') };

test('wait: after an answer counts from the answer', async () => {
  expect(await hangupAfter(dial, 'dial:answer wait:3 hangup')).toEqual({
    at: 8,
    left: 0,
    legs: ['answered', 'connected', 'hung up'],
  });
});

test('wait: after an answer counts from the answer also while the leg hears confirmSound', async () => {
  expect(await hangupAfter(confirmed, 'dial:answer wait:0.1 hangup', sound)).toEqual({
    at: 5.1,
    left: 0,
    legs: ['answered', 'hung up'],
  });
});

test('wait: after a refusal counts from the refusal', async () => {
  expect(await hangupAfter(`${dial}<Wait length="9"/>`, 'dial:busy wait:3 hangup')).toMatchObject({ at: 8 });
});

test('wait: after record: and say: counts from the end of the speech', async () => {
  expect(await hangupAfter('<Record/>', 'record:5 wait:3 hangup')).toMatchObject({ at: 8 });
  expect(await hangupAfter('<Record/>', 'say:"one two three" wait:3 hangup')).toMatchObject({ at: 3.9 });
});

test('wait: after a key counts from the key', async () => {
  expect(await hangupAfter(`<GetDigits numDigits="2"/><Wait length="9"/>`, '1 wait:1 hangup')).toMatchObject({
    at: 1,
  });
});
