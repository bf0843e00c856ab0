import { flow, GetDigits, Hangup, level, Response, Speak } from 'plivo-jsx';

const menu = level('/shop', () => (
  <Response>
    <GetDigits action={orders()} numDigits={1} validDigits="1">
      <Speak>For your orders, press 1.</Speak>
    </GetDigits>
    <Speak>Goodbye.</Speak>
    <Hangup />
  </Response>
));

const orders = level('/shop/orders', () => (
  <Response>
    <Speak>Your order is on its way. Goodbye.</Speak>
    <Hangup />
  </Response>
));

export default flow('shop', { levels: [menu, orders] });
