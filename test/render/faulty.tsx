/* Documents with one fault each. Their lines and columns are in the messages that errors.test.ts expects. */
import { Dial, GetDigits, Hangup, Play, PreAnswer, Response, Speak, type ElementComponent } from 'plivo-jsx';
import type { Node } from 'plivo-jsx';

/** A tag that TypeScript would reject. */
const tag = (name: string) => name as unknown as ElementComponent<{ children?: Node }>;
const [Speek, Gather, Sub] = [tag('Speek'), tag('Gather'), tag('sub')];
const Missing = undefined as unknown as ElementComponent<object>;

const Greeting = () => <Speak>Hello</Speak>;
const Unsayable = ({ value }: { value: unknown }) => <Speak>{value as string}</Speak>;
const Address = async () => 'https://example.com/a.mp3';
const Balance = () => {
  throw new Error('The bank is closed');
};

export const roots = {
  anotherElement: <Speak>Hello</Speak>,
  two: [<Response />, <Response />],
};

export const elements = {
  unknown: <Response>{<Speek>Hello</Speek>}</Response>,
  ofTwilio: <Response>{<Gather />}</Response>,
  notExported: <Response>{<Missing />}</Response>,
  misplaced: <Response>{<Dial>{<Greeting />}</Dial>}</Response>,
  insideNothing: <Response>{<Hangup>{(<Greeting />) as never}</Hangup>}</Response>,
  sdkOnly: <Response>{<PreAnswer>{<GetDigits />}</PreAnswer>}</Response>,
};

export const contents = {
  text: <Response>{'Hello' as never}</Response>,
  textInGetDigits: <Response>{<GetDigits>{'Press 1' as never}</GetDigits>}</Response>,
  textInHangup: <Response>{<Hangup>{'Goodbye' as never}</Hangup>}</Response>,
  body: <Response>{<Unsayable value={{ digits: '1', from: '14155550100' }} />}</Response>,
  function: <Response>{<Unsayable value={Greeting} />}</Response>,
  promise: <Response>{<Unsayable value={Promise.resolve('Hello')} />}</Response>,
  file: <Response>{<Play>welcome.mp3</Play>}</Response>,
  path: <Response>{<Play>/welcome.mp3</Play>}</Response>,
  empty: <Response>{<Play> </Play>}</Response>,
};

export const attributes = {
  unknown: <Response>{<GetDigits {...({ numdigits: 1 } as {})} />}</Response>,
  missing: <Response>{<Speak voice="Polly.Amy">{<Sub>W3C</Sub>}</Speak>}</Response>,
  word: <Response>{<GetDigits method={'post' as 'POST'} />}</Response>,
  number: <Response>{<GetDigits numDigits={100} />}</Response>,
  path: <Response>{<GetDigits action="/menu" />}</Response>,
};

export const others = {
  rule: <Response>{<Hangup schedule={60} />}</Response>,
  cut: <Response>{<Speak>{'a'.repeat(3001)}</Speak>}</Response>,
  long: (
    <Response>
      {Array.from({ length: 40 }, () => (
        <Speak>{'a'.repeat(3000)}</Speak>
      ))}
    </Response>
  ),
  throwing: <Response>{<Balance />}</Response>,
  asyncText: <Response>{<Play>{(<Address />) as never}</Play>}</Response>,
  illegal: <Response>{<Speak>{'Ann\u0007'}</Speak>}</Response>,
};
