/* A document that Plivo only plays, such as a whisper, has nothing else in it. */
import { describe, expect, test } from 'vitest';
import {
  Conference,
  Dial,
  flow,
  GetDigits,
  Hangup,
  level,
  MultiPartyCall,
  Number,
  preview,
  Response,
  Speak,
} from 'plivo-jsx';
import type { JsxElement, Link } from 'plivo-jsx';

const baseUrl = 'https://ivr.example.com';
const asking = () => (
  <Response>
    <Speak>A call for you.</Speak>
    <GetDigits numDigits={1} />
    <Hangup />
  </Response>
);

/** The problems of the document of a level, once another level has linked to it in an attribute. */
async function playedBy(using: (sound: Link) => JsxElement, document: () => JsxElement): Promise<string> {
  const sound = level('/sound', document);
  const start = level('/start', () => <Response>{using(sound())}</Response>);
  const flows = [flow('sounds', { levels: [start, sound] })];
  await preview(flows, '/start', { baseUrl });
  return preview(flows, '/sound', { baseUrl }).then(
    () => 'accepted',
    (error: unknown) => (error as Error).message.replaceAll(/\n  (?:at|in) .*/g, ''),
  );
}

const dial = (attribute: 'confirmSound' | 'dialMusic') => (sound: Link) => (
  <Dial {...{ [attribute]: sound }}>
    <Number>+14155550100</Number>
  </Dial>
);

test('a whisper that asks for digits and hangs up has two problems', async () => {
  expect(await playedBy(dial('confirmSound'), asking)).toBe(
    `<GetDigits> is in the document of confirmSound of <Dial>, of which Plivo plays only <Speak>, <Play> and <Wait>.
Fix: remove the <GetDigits>, or write another level for confirmSound. [E_SOUND]

<Hangup> is in the document of confirmSound of <Dial>, of which Plivo plays only <Speak>, <Play> and <Wait>.
Fix: remove the <Hangup>, or write another level for confirmSound. [E_SOUND]`,
  );
});

describe('the same holds for', () => {
  test.each<[string, (sound: Link) => JsxElement, string]>([
    ['the music while it rings', dial('dialMusic'), 'dialMusic of <Dial>'],
    [
      'a waiting room',
      (sound) => <Conference waitSound={sound}>room</Conference>,
      'waitSound of <Conference>',
    ],
    [
      'the music of a multiparty call',
      (sound) => (
        <MultiPartyCall role="Customer" waitMusicUrl={sound} waitMusicMethod="POST">
          call
        </MultiPartyCall>
      ),
      'waitMusicUrl of <MultiPartyCall>',
    ],
  ])('%s', async (_, using, place) => {
    expect(await playedBy(using, asking)).toContain(`<Hangup> is in the document of ${place}`);
  });
});

test('what Plivo plays is accepted', async () => {
  const whisper = () => (
    <Response>
      <Speak>Press 1 to take the call.</Speak>
    </Response>
  );
  expect(await playedBy(dial('confirmSound'), whisper)).toBe('accepted');
});

test('a level that nobody plays may ask', async () => {
  const start = level('/start', asking);
  expect(await preview([flow('asks', { levels: [start] })], '/start', { baseUrl })).toContain('<GetDigits');
});
