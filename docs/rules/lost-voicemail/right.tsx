import { callback, flow, Hangup, level, Record, Response, Speak } from 'plivo-jsx';

const mailbox = level('/shop', () => (
  <Response>
    <Speak>Please leave a message after the tone.</Speak>
    <Record action={goodbye()} callbackUrl={keep()} />
    <Speak>Goodbye.</Speak>
    <Hangup />
  </Response>
));

const keep = callback('/shop/keep', () => {});
const goodbye = level('/shop/goodbye', () => (
  <Response>
    <Speak>Thank you. Goodbye.</Speak>
    <Hangup />
  </Response>
));

export default flow('shop', { levels: [mailbox, keep, goodbye] });
