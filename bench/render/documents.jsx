// The two documents.
import { GetDigits, Hangup, Response, Speak } from '#elements';

export { others } from './others.jsx';
export { render } from '#render';

export const menu = ({ url, first, second, bye }) => (
  <Response>
    <GetDigits action={url} numDigits={1} timeout={15} finishOnKey="#">
      <Speak voice="WOMAN" language="en-US">
        {first}
      </Speak>
      <Speak voice="WOMAN" language="es-ES">
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
