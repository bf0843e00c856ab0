import { describe, expect, test } from 'vitest';
import {
  callback,
  Dial,
  flow,
  Hangup,
  level,
  Number,
  preview,
  Redirect,
  Response,
  Speak,
  Wait,
} from 'plivo-jsx';
import * as z from 'zod';
import { previewDocument } from '../../src/flow/preview.ts';

const baseUrl = 'https://ivr.example.com';

const hello = level('/hello', { params: z.object({ lang: z.enum(['en', 'es']) }) }, ({ call, params }) => (
  <Response>
    <Speak>{`${params.lang} ${call.digits ?? call.input}`}</Speak>
    <Redirect>{bye()}</Redirect>
  </Response>
));
const bye = level('/bye', () => (
  <Response>
    <Dial>
      <Number>+15551234567</Number>
    </Dial>
    <Hangup />
  </Response>
));
const notice = callback('/notice', () => {});
const polite = flow('polite', { levels: [hello, bye, notice] });

describe('preview', () => {
  test('prints what a level answers a request with', async () => {
    expect(await preview([polite], '/hello?lang=es', { fields: { Digits: '7' }, baseUrl })).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<Response>',
        '  <Speak>es 7</Speak>',
        '  <Redirect>https://ivr.example.com/bye</Redirect>',
        '</Response>',
      ].join('\n'),
    );
  });

  test('sends no fields unless there are some', async () => {
    expect(await preview([polite], '/hello?lang=es', { baseUrl })).toContain('<Speak>es none</Speak>');
  });

  test('reads a list as a field that was sent more than once', async () => {
    expect(await preview([polite], '/hello?lang=en', { fields: { Digits: ['1', '2'] }, baseUrl })).toContain(
      '<Speak>en repeated</Speak>',
    );
  });

  test('ignores the fragment of the address', async () => {
    expect(await preview([polite], '/hello?lang=en#rc=2', { baseUrl })).toContain('<Speak>en none</Speak>');
  });

  test('reads a value with a question mark to its end', async () => {
    const says = level('/says', { params: z.object({ text: z.string() }) }, ({ params: { text } }) => (
      <Response>
        <Speak>{text}</Speak>
      </Response>
    ));
    const speaking = flow('speaking', { levels: [says] });
    expect(await preview([speaking], '/says?text=who?me', { baseUrl })).toContain('<Speak>who?me</Speak>');
  });

  test('names the levels when none has the path', async () => {
    await expect(preview([polite], '/helo', { baseUrl })).rejects.toThrow(
      'No flow has a level at /helo. Did you mean /hello?\nFix: use one of /hello, /bye. [E_NO_LEVEL]',
    );
  });

  test('has no document of a callback', async () => {
    await expect(preview([polite], '/notice', { baseUrl })).rejects.toThrow('[E_NO_LEVEL]');
  });

  test('rejects parameters that the level does not accept', async () => {
    await expect(preview([polite], '/hello?lang=fr', { baseUrl })).rejects.toThrow('[E_PARAMS]');
  });

  test('rejects parameters that the level does not declare', async () => {
    await expect(preview([polite], '/hello?lang=es&try=2', { baseUrl })).rejects.toThrow('[E_PARAMS]');
    await expect(preview([polite], '/bye?lang=es', { baseUrl })).rejects.toThrow('[E_PARAMS]');
  });

  test('accepts lang at every level of a flow with languages', async () => {
    const pause = level('/pause', () => (
      <Response>
        <Wait length={2} />
      </Response>
    ));
    const bilingual = flow('bilingual', { levels: [pause], languages: ['en', 'es'] });
    expect(await preview([bilingual], '/pause?lang=es', { baseUrl })).toContain('<Wait length="2"/>');
  });
});

describe('previewDocument', () => {
  test('replaces phone numbers if the page is for anyone', async () => {
    const { xml } = await previewDocument([polite], '/bye', { baseUrl, isRedacted: true });
    expect(xml).not.toContain('5551234567');
    expect(xml).toContain('<Number>');
  });

  test('shows phone numbers otherwise', async () => {
    const { xml } = await previewDocument([polite], '/bye', { baseUrl });
    expect(xml).toContain('<Number>+15551234567</Number>');
  });
});
