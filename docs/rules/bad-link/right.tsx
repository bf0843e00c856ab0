import { flow, Hangup, level, Redirect, Response, Speak } from 'plivo-jsx';

const welcome = level('/shop', () => (
  <Response>
    <Redirect>{hours()}</Redirect>
  </Response>
));

const hours = level('/shop/hours', () => (
  <Response>
    <Speak>We are open from 9 to 5. Goodbye.</Speak>
    <Hangup />
  </Response>
));

export default flow('shop', { levels: [welcome, hours] });
