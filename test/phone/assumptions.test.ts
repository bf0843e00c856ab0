/* Reference §11: what no source states is an option of the phone, with a default. */
import { describe, expect, test } from 'vitest';
import type { Assumptions } from '../../src/phone/index.ts';
import { callTo, host, response, type Reply } from './documents.ts';

const assuming = (assume: Partial<Assumptions>, elements: string, others: { [path: string]: Reply } = {}) =>
  callTo(response(elements), others, { assume });

describe('what the phone assumes', () => {
  test('comments, CDATA and processing instructions are accepted', async () => {
    const odd = '<!-- a --><Speak><![CDATA[one & two]]></Speak><?x y?>';
    expect((await assuming({}, odd)).heard()).toEqual(['one & two']);
    expect((await assuming({ comments: false }, odd)).call.ended).toMatchObject({
      code: 8011,
      message: 'The answer URL (/): The reply has a comment.',
    });
  });

  test('GetInput without inputType takes keys and speech', async () => {
    const elements = '<GetInput action="{host}/act"/>';
    expect((await assuming({}, elements)).call.state).toMatchObject({ inputTypes: ['dtmf', 'speech'] });
    expect((await assuming({ inputType: 'dtmf' }, elements)).call.state).toMatchObject({
      inputTypes: ['dtmf'],
    });
  });

  test('startInputTimeout limits the wait for the first input', async () => {
    const elements = '<GetInput action="{host}/act" startInputTimeout="6" executionTimeout="30"/>';
    expect((await assuming({}, elements)).call.state).toMatchObject({ until: 6 });
    expect((await assuming({ startInputTimeout: false }, elements)).call.state).toMatchObject({
      until: 30,
    });
  });

  test('digitEndTimeout and speechEndTimeout auto are 2 s', async () => {
    const elements = '<GetInput action="{host}/act" inputType="dtmf speech"/>';
    for (const [assume, ends] of [
      [{}, 2],
      [{ digitEndTimeoutAuto: 5, speechEndTimeoutAuto: 5 }, 5],
    ] as const) {
      const keys = await assuming(assume, elements);
      await keys.call.press('1', { more: true });
      expect(keys.call.state).toMatchObject({ until: ends });
      const speech = await assuming(assume, elements);
      await speech.call.say('yes', { seconds: 1 });
      expect(speech.all('input')).toMatchObject([{ at: ends + 1 }]);
    }
  });

  test('the silence that ended a recording counts', async () => {
    const seconds = async (assume: Partial<Assumptions>) => {
      const t = await assuming(assume, '<Record timeout="5"/>');
      await t.call.record(3);
      return t.all('recorded')[0]?.seconds;
    };
    expect(await seconds({})).toBe(8);
    expect(await seconds({ recordingKeepsSilence: false })).toBe(3);
  });

  test('actions after the caller hung up: never, with redirect=false, always', async () => {
    const paths = async (actionAfterHangup: Assumptions['actionAfterHangup'], redirect: boolean) => {
      const t = await assuming({ actionAfterHangup }, `<Record action="{host}/act" redirect="${redirect}"/>`);
      await t.call.hangUp();
      return t.paths().slice(1);
    };
    expect(await paths('never', false)).toEqual([]);
    expect(await paths('redirect-false', true)).toEqual([]);
    expect(await paths('redirect-false', false)).toEqual(['POST /act']);
    expect(await paths('always', true)).toEqual(['POST /act']);
  });

  test('an audio file lasts 5 s, and is not fetched', async () => {
    const elements = '<Play>{host}/a.mp3</Play>';
    const usual = await assuming({}, elements);
    expect([usual.call.ended?.at, usual.paths()]).toEqual([5, ['POST /']]);
    expect((await assuming({ audioSeconds: (url) => url.length }, elements)).call.ended?.at).toBe(
      `${host}/a.mp3`.length,
    );
  });

  test('a file that cannot be fetched is skipped, if files are fetched', async () => {
    const t = await assuming({ fetchAudio: true }, '<Play>{host}/a.mp3</Play><Play>{host}/b.mp3</Play>', {
      '/a.mp3': { status: 404 },
      '/b.mp3': { body: 'ID3' },
    });
    expect(t.heard()).toEqual([`[${host}/b.mp3]`]);
    expect(t.all('warning')).toMatchObject([
      { message: 'The file of a <Play> cannot be fetched, so nothing is heard of it.' },
    ]);
  });

  test('how often the answer URL is tried before the fallback URL', async () => {
    const t = await callTo(
      { status: 500 },
      { '/fallback': response('<Speak>sorry</Speak>') },
      { assume: { answerTries: 3 }, fallbackUrl: `${host}/fallback` },
    );
    expect(t.paths()).toEqual(['POST /', 'POST /', 'POST /', 'POST /fallback']);
  });

  test('a dialled leg rings 5 s, and two people talk for a minute', async () => {
    const t = await assuming({}, '<Dial><Number>1555</Number></Dial>');
    await t.call.dialOutcome('completed');
    expect(t.call.ended?.at).toBe(65);
  });
});
