import { flow, GetDigits, Hangup, level, Redirect, Response, Speak } from 'plivo-jsx';

const menu = level('/shop', () => (
  <Response>
    <GetDigits action={chosen()} numDigits={1}>
      <Speak>For our hours, press 1.</Speak>
    </GetDigits>
    <Speak>We did not hear you. Goodbye.</Speak>
    <Hangup />
  </Response>
));

const chosen = level('/shop/chosen', ({ call }) =>
  call.digits === '1' ? (
    <Response>
      <Speak>We are open from 9 to 5. Goodbye.</Speak>
      <Hangup />
    </Response>
  ) : (
    <Response>
      <Redirect>{menu()}</Redirect>
    </Response>
  ),
);

export default flow('shop', { levels: [menu, chosen] });
