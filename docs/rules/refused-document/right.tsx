import { flow, Hangup, level, Response, Speak } from 'plivo-jsx';

const welcome = level('/shop', () => (
  <Response>
    <Speak>Shoes & hats.</Speak>
    <Hangup />
  </Response>
));

export default flow('shop', { levels: [welcome] });
