import { flow, GetDigits, Hangup, level, Redirect, Response, Speak } from 'plivo-jsx';

let size = 'medium';

const menu = level('/shop', () => (
  <Response>
    <GetDigits action={keep()} numDigits={1} validDigits="12">
      <Speak>For large, press 1. For small, press 2.</Speak>
    </GetDigits>
    <Speak>We did not hear you. Goodbye.</Speak>
    <Hangup />
  </Response>
));

const keep = level('/shop/keep', ({ call }) => {
  size = call.digits === '1' ? 'large' : 'small';
  return (
    <Response>
      <Redirect>{order()}</Redirect>
    </Response>
  );
});

const order = level('/shop/order', () => (
  <Response>
    <Speak>You ordered a {size} one.</Speak>
    <Hangup />
  </Response>
));

export default flow('shop', { levels: [menu, keep, order] });
