import { flow, Hangup, level, Response, Speak } from 'plivo-jsx';

const customer = (): string => {
  throw new Error('The customers are not known.');
};

const known = () => {
  try {
    return ` ${customer()}`;
  } catch {
    return '';
  }
};

const welcome = level('/shop', () => (
  <Response>
    <Speak>Hello{known()}.</Speak>
    <Hangup />
  </Response>
));

export default flow('shop', { levels: [welcome] });
