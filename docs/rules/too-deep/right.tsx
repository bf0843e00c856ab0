import { flow, GetDigits, Hangup, level, Response, Speak } from 'plivo-jsx';

const clothes = level('/shop', () => (
  <Response>
    <GetDigits action={shoes()} numDigits={1} validDigits="1">
      <Speak>For shoes, press 1.</Speak>
    </GetDigits>
    <Speak>We did not hear you. Goodbye.</Speak>
    <Hangup />
  </Response>
));

const shoes = level('/shop/shoes', () => (
  <Response>
    <GetDigits action={boots()} numDigits={1} validDigits="1">
      <Speak>For boots, press 1.</Speak>
    </GetDigits>
    <Speak>We did not hear you. Goodbye.</Speak>
    <Hangup />
  </Response>
));

const boots = level('/shop/boots', () => (
  <Response>
    <GetDigits action={order()} numDigits={1} validDigits="1">
      <Speak>For an order, press 1.</Speak>
    </GetDigits>
    <Speak>We did not hear you. Goodbye.</Speak>
    <Hangup />
  </Response>
));

const order = level('/shop/order', () => (
  <Response>
    <Speak>We have ordered it. Goodbye.</Speak>
    <Hangup />
  </Response>
));

export default flow('shop', { levels: [clothes, shoes, boots, order] });
