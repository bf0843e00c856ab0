// Escapes on demand only: text by its attribute safe; addresses, and text beside elements, by hand.
import { escapeHtml } from '@kitajs/html';
import { GetDigits, Hangup, Response, Speak } from '#elements';

export { others } from './others.jsx';

export const menu = ({ url, first, second, bye }) => (
  <Response>
    <GetDigits action={escapeHtml(url)} numDigits={1} timeout={15} finishOnKey="#">
      <Speak safe voice="WOMAN" language="en-US">
        {first}
      </Speak>
      <Speak safe voice="WOMAN" language="es-ES">
        {second}
      </Speak>
    </GetDigits>
    <Speak safe voice="WOMAN" language="en-US">
      {bye}
    </Speak>
    <Hangup />
  </Response>
);

export const long = (lines) => (
  <Response>
    {lines.map(({ text, slow, digits }) => (
      <Speak voice="Polly.Joanna">
        {escapeHtml(text)}
        <prosody safe rate="slow">
          {slow}
        </prosody>
        <break time="300ms" />
        <say-as safe interpret-as="digits">
          {digits}
        </say-as>
      </Speak>
    ))}
  </Response>
);
