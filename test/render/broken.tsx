/* One document with many faults. Its lines and columns are in the message that problems.test.tsx expects. */
import { GetDigits, Hangup, Response, Speak, type Node } from 'plivo-jsx';

const Fails = (): Node => {
  throw new Error('closed');
};

export const broken = (
  <Response>
    <Fails />
    <GetDigits action="menu">
      <Speak loop={-1}>{NaN}</Speak>
      {'text' as never}
    </GetDigits>
    <Hangup schedule={5} />
  </Response>
);
