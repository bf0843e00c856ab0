import { flow, GetDigits, Hangup, level, Response, Speak } from 'plivo-jsx';

const menu = level('/shop', () => (
  <Response>
    <GetDigits action={hours()} numDigits={1} validDigits="1">
      <Speak>For our hours, press 1.</Speak>
    </GetDigits>
    <Speak>We did not hear you. Goodbye.</Speak>
    <Hangup />
  </Response>
));

const hours = level('/shop/hours', () => (
  <Response>
    <Speak>We are open from 9 to 5. Goodbye.</Speak>
    <Hangup />
  </Response>
));

export default flow('shop', { levels: [menu, hours] });
