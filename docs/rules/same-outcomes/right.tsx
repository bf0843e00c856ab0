import { Dial, flow, Hangup, level, Number, Response, Speak } from 'plivo-jsx';

const start = level('/shop', () => (
  <Response>
    <Speak>One moment, please.</Speak>
    <Dial action={done()} timeout={20}>
      <Number>+14155550123</Number>
    </Dial>
  </Response>
));

const done = level('/shop/done', ({ call }) => (
  <Response>
    <Speak>
      {call.dialStatus === 'completed' ? 'Thank you.' : 'Nobody is free, please call again.'} Goodbye.
    </Speak>
    <Hangup />
  </Response>
));

export default flow('shop', { levels: [start, done] });
