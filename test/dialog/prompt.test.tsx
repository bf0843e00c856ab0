import { catalogue, Language, Play, render, Response, Say, SayNumber, Speak, type Prompt } from 'plivo-jsx';
import { expect, test } from 'vitest';
import { speak } from '../../src/dialog/prompt.ts';

const t = catalogue({
  en: { voice: { voice: 'Polly.Joanna', language: 'en-US' }, hello: 'Hello' },
  es: { voice: { language: 'es-ES' }, hello: 'Hola' },
});

const xmlOf = (prompt: Prompt) =>
  (render(<Response>{speak(prompt)}</Response>, { context: { catalogue: t } }) as string).replace(
    /^.*<Response>(.*)<\/Response>$/,
    '$1',
  );

test('text, sentences and values in a row are one <Say>', () => {
  expect(xmlOf(['You have ', <SayNumber value={3} />, ' messages. ', t.hello])).toBe(
    '<Speak voice="Polly.Joanna" language="en-US">You have 3 messages. Hello</Speak>',
  );
});

test('elements stay as they are, and text between them is spoken', () => {
  expect(
    xmlOf([
      <Speak>One</Speak>,
      ' ',
      'Two',
      <Play>https://ivr.example.com/three.mp3</Play>,
      [' ', null, false],
      <Say>Four</Say>,
    ]),
  ).toBe(
    '<Speak>One</Speak><Speak voice="Polly.Joanna" language="en-US">Two</Speak>' +
      '<Play>https://ivr.example.com/three.mp3</Play><Speak voice="Polly.Joanna" language="en-US">Four</Speak>',
  );
});

test('what is in a fragment, or in another language, is spoken too', () => {
  expect(
    xmlOf(
      <>
        One {t.hello}
        <Language of="es">Dos {t.hello}</Language>
        <prosody rate="slow">Three</prosody>
      </>,
    ),
  ).toBe(
    '<Speak voice="Polly.Joanna" language="en-US">One Hello</Speak><Speak language="es-ES">Dos Hola</Speak>' +
      '<Speak voice="Polly.Joanna" language="en-US"><prosody rate="slow">Three</prosody></Speak>',
  );
});

test('nothing is no element', () => {
  expect(speak([null, undefined, true, ' '])).toEqual([]);
});
