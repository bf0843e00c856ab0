// The two documents, and some others that keep the engine from seeing one shape only.
import { GetDigits, Hangup, Response, Speak } from '#elements';

export { render } from '#render';

export const menu = ({ url, first, second, bye }) => (
  <Response>
    <GetDigits action={url} numDigits={1} timeout={15} finishOnKey="#">
      <Speak voice="WOMAN" language="en-US">
        {first}
      </Speak>
      <Speak voice="WOMAN" language="es-US">
        {second}
      </Speak>
    </GetDigits>
    <Speak voice="WOMAN" language="en-US">
      {bye}
    </Speak>
    <Hangup />
  </Response>
);

export const long = (lines) => (
  <Response>
    {lines.map(({ text, slow, digits }) => (
      <Speak voice="Polly.Joanna">
        {text}
        <prosody rate="slow">{slow}</prosody>
        <break time="300ms" />
        <say-as interpret-as="digits">{digits}</say-as>
      </Speak>
    ))}
  </Response>
);

const shapes = [
  { voice: 'WOMAN' },
  { voice: 'MAN', language: 'en-GB' },
  { language: 'fr-FR' },
  { loop: 2 },
  { loop: 3, voice: 'WOMAN' },
];

/** Twenty other documents. */
export const others = Array.from({ length: 20 }, (_, index) => () => (
  <Response>
    <GetDigits {...(index % 2 ? { timeout: index + 1, retries: 2 } : { digitTimeout: 3 })}>
      <Speak {...shapes[index % shapes.length]}>{`Document ${index}`}</Speak>
    </GetDigits>
    {index % 3 === 0 && <Speak>Goodbye</Speak>}
    <Hangup />
  </Response>
));
