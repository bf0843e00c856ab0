import { flow, GetDigits, Hangup, level, Response, Speak } from 'plivo-jsx';

const menu = level('/shop', () => (
  <Response>
    <GetDigits action={item()} numDigits={1} validDigits="123456">
      <Speak>
        For shoes, press 1. For hats, press 2. For coats, press 3. For shirts, press 4. For socks, press 5.
        For belts, press 6.
      </Speak>
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
