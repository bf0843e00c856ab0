import { flow, GetDigits, Hangup, level, Response, Speak } from 'plivo-jsx';

const menu = level('/shop', () => (
  <Response>
    <GetDigits action={order()} numDigits={1} validDigits="12">
      <Speak>For large, press 1. For small, press 2.</Speak>
    </GetDigits>
    <Speak>We did not hear you. Goodbye.</Speak>
    <Hangup />
  </Response>
));

const order = level('/shop/order', ({ call }) => (
  <Response>
    <Speak>You ordered a {call.digits === '1' ? 'large' : 'small'} one.</Speak>
    <Hangup />
  </Response>
));

export default flow('shop', { levels: [menu, order] });
