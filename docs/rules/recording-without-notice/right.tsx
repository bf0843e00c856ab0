import { Dial, flow, Hangup, level, Number, Record, Response, Speak } from 'plivo-jsx';

const start = level('/shop', () => (
  <Response>
    <Speak>One moment, please. This call is recorded.</Speak>
    <Record recordSession />
    <Dial timeout={20}>
      <Number>+14155550123</Number>
    </Dial>
    <Speak>Thank you. Goodbye.</Speak>
    <Hangup />
  </Response>
));

export default flow('shop', { levels: [start] });
