import { flow, Hangup, level, Response, Speak } from 'plivo-jsx';

const start = level('/shop', () => (
  <Response>
    <Speak voice="Polly.Joanna">
      Hello. <break time="1s" /> Goodbye.
    </Speak>
    <Hangup />
  </Response>
));

export default flow('shop', { levels: [start] });
