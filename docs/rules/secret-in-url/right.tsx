import { flow, GetDigits, Hangup, level, Response, Speak } from 'plivo-jsx';

const ask = level('/shop', () => (
  <Response>
    <GetDigits action={balance()} numDigits={4} log={false}>
      <Speak>Please enter your secret number.</Speak>
    </GetDigits>
    <Speak>Goodbye.</Speak>
    <Hangup />
  </Response>
));

const balance = level('/shop/balance', ({ call }) => (
  <Response>
    <Speak>{call.digits === '1234' ? 'You have 20 points.' : 'That number is not right.'} Goodbye.</Speak>
    <Hangup />
  </Response>
));

export default flow('shop', { levels: [ask, balance] });
