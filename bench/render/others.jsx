// Other documents, which keep the engine from seeing one shape only.
import { GetDigits, Hangup, Response, Speak } from '#elements';

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
