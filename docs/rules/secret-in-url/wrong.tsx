import { flow, GetDigits, Hangup, level, Redirect, Response, Speak } from 'plivo-jsx';
import * as z from 'zod';

const ask = level('/shop', () => (
  <Response>
    <GetDigits action={check()} numDigits={4} log={false}>
      <Speak>Please enter your secret number.</Speak>
    </GetDigits>
    <Speak>Goodbye.</Speak>
    <Hangup />
  </Response>
));

const check = level('/shop/check', ({ call }) => (
  <Response>
    <Redirect>{balance({ pin: call.digits ?? '' })}</Redirect>
  </Response>
));

const balance = level('/shop/balance', { params: z.object({ pin: z.string() }) }, ({ params }) => (
  <Response>
    <Speak>{params.pin === '1234' ? 'You have 20 points.' : 'That number is not right.'} Goodbye.</Speak>
    <Hangup />
  </Response>
));

export default flow('shop', { levels: [ask, check, balance] });
