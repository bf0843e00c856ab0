import { flow, Hangup, level, Redirect, Response, Speak } from 'plivo-jsx';

const start = level('/shop', () => (
  <Response>
    <Speak>Thank you for calling the shop.</Speak>
    <Hangup />
    <Redirect>{address()}</Redirect>
  </Response>
));

const address = level('/shop/address', () => (
  <Response>
    <Speak>We are at 12 Hill Street. Goodbye.</Speak>
    <Hangup />
  </Response>
));

export default flow('shop', { levels: [start, address] });
