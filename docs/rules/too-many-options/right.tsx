import { flow, GetDigits, Hangup, level, Response, Speak } from 'plivo-jsx';

const menu = level('/shop', () => (
  <Response>
    <GetDigits action={item()} numDigits={1} validDigits="123">
      <Speak>For shoes, press 1. For hats, press 2. For clothes, press 3.</Speak>
    </GetDigits>
    <Speak>We did not hear you. Goodbye.</Speak>
    <Hangup />
  </Response>
));

const item = level('/shop/item', () => (
  <Response>
    <Speak>It is in stock. Goodbye.</Speak>
    <Hangup />
  </Response>
));

export default flow('shop', { levels: [menu, item] });
