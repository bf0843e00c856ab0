import { describe, expect, test } from 'vitest';
import { parseScript, runScript, type CallOptions } from '../../../src/phone/index.ts';
import { callTo, response } from '../documents.ts';

/** Runs a call to its end, with nothing from the caller after the script. */
async function run(elements: string, script = '', others = {}, options: CallOptions = {}) {
  const t = await callTo(response(elements), others, options);
  await runScript(t.call, parseScript(script));
  const warnings = t.all('warning').map(({ message }) => message);
  return { ...t, warnings, ended: t.call.ended };
}

const tooMany =
  'The prompts of this document are heard more than 2000 times; the phone shows no more of them.';

describe('a call that is not answered ends', () => {
  const number = '<Number>15551234567</Number>';
  test.each([
    ['in a <Wait>', '<Wait length="99999999"/>'],
    ['in early media without end', '<PreAnswer><Play loop="0">https://a.example/a.mp3</Play></PreAnswer>'],
    ['while it rings', `<Dial timeout="999999999">${number}</Dial>`],
    ['while it rings with music', `<Dial timeout="999999999" dialMusic="{host}/music">${number}</Dial>`],
  ])('%s, after callSeconds', async (_where, elements) => {
    const { ended } = await run(elements, '', {
      '/music': response('<Play loop="0">https://a.example/a.mp3</Play>'),
    });
    expect(ended).toMatchObject({ at: 14_400, code: 6000, name: 'Scheduled Hangup' });
  });

  test('in a circle of <Dial> actions, as one of redirects does', async () => {
    const circle = `<Dial action="{host}/dial" timeout="1">${number}</Dial>`;
    const { ended, asked } = await run(circle, '', { '/dial': response(circle) });
    expect(ended).toMatchObject({
      code: 2060,
      message: '100 documents followed one another without anything from the caller.',
    });
    expect(asked).toHaveLength(101);
  });
});

test('callSeconds begins anew with the answer', async () => {
  const elements = '<Wait length="40"/><Speak loop="0">on</Speak>';
  const { ended } = await run(elements, '', {}, { assume: { callSeconds: 60 } });
  expect(ended).toMatchObject({ at: 100, code: 6000 });
});

test('redirectLimit counts from the last thing that the caller did', async () => {
  const ask = '<GetDigits action="{host}/" numDigits="1"/><Redirect>{host}/</Redirect>';
  const { asked } = await run(ask, '1 1 1', {}, { assume: { redirectLimit: 2 } });
  expect(asked).toHaveLength(1 + 3 + 1);
});

describe('the prompts of a document', () => {
  test.each([
    ['of many that take no time', '<Play loop="10000">https://a.example/a.mp3</Play>'.repeat(2000)],
    ['of one that is repeated for long', '<Speak loop="10000">a</Speak>'],
    [
      'of a question that is repeated',
      `<GetDigits retries="14000" timeout="1"><Play>https://a.example/a.mp3</Play></GetDigits>`,
    ],
  ])('become at most 2000 events, with one warning: %s', async (_what, elements) => {
    const { all, warnings } = await run(elements, '', {}, { assume: { audioSeconds: 0 } });
    expect(all('play').length + all('speak').length).toBe(2000);
    expect(warnings).toEqual([tooMany]);
  });

  test('take their time also when they become no events', async () => {
    const { ended } = await run(
      '<Play loop="3000">https://a.example/a.mp3</Play>',
      '',
      {},
      { assume: { audioSeconds: 2 } },
    );
    expect(ended).toMatchObject({ at: 6000, code: 4010 });
  });
});

test('a warning about a place is given once for a document, however often its element is executed', async () => {
  const { warnings } = await run('<GetDigits retries="3" timeout="1"><Speak> </Speak></GetDigits>');
  expect(warnings).toEqual(['A <Speak> says nothing.']);
});

test('the same warning about the same place of two documents is given twice', async () => {
  const { warnings } = await run('<Speak> </Speak><Redirect>{host}/next</Redirect>', '', {
    '/next': response('<Speak> </Speak>'),
  });
  expect(warnings).toEqual(['A <Speak> says nothing.', 'A <Speak> says nothing.']);
});
