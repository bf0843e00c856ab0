import { flow, Hangup, level, Response, Speak } from 'plivo-jsx';

const start = level('/shop', () => (
  <Response>
    <Speak>The shop takes back whatever you do not like. All terms are on our website. Goodbye.</Speak>
    <Hangup />
  </Response>
));

export default flow('shop', { levels: [start] });
