import { flow, GetDigits, Hangup, level, Response, Speak } from 'plivo-jsx';

const menu = level('/shop', () => (
  <Response>
    <GetDigits action={choice()} numDigits={1}>
      <Speak>For your orders, press 1.</Speak>
    </GetDigits>
    <Speak>I did not hear you. Goodbye.</Speak>
    <Hangup />
  </Response>
));

const choice = level('/shop/choice', ({ call }) => (
  <Response>
    {call.digits === '1' ? (
      <GetDigits action={size()} numDigits={1}>
        <Speak>For a small one, press 1. For a large one, press 2.</Speak>
      </GetDigits>
    ) : (
      <Speak>That is not an option.</Speak>
    )}
    <Speak>Goodbye.</Speak>
    <Hangup />
  </Response>
));

const sizes: { readonly [key: string]: string } = { 1: 'Small, then.', 2: 'Large, then.' };

const size = level('/shop/size', ({ call }) => (
  <Response>
    <Speak>{sizes[call.digits ?? ''] ?? 'That is not an option.'} Goodbye.</Speak>
    <Hangup />
  </Response>
));

export default flow('shop', { levels: [menu, choice, size] });
