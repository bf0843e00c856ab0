import { flow, Hangup, level, Response, Speak } from 'plivo-jsx';

const start = level('/shop', () => (
  <Response>
    <Speak>Thank you for calling. Goodbye.</Speak>
    <Hangup />
  </Response>
));

export default flow('shop', { levels: [start] });
