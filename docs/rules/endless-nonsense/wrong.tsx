import { flow, GetInput, Hangup, level, Redirect, Response, Speak } from 'plivo-jsx';

const menu = level('/shop', () => (
  <Response>
    <GetInput action={chosen()} inputType="speech" hints="hours">
      <Speak>Say hours.</Speak>
    </GetInput>
    <Speak>We did not hear you. Goodbye.</Speak>
    <Hangup />
  </Response>
));

const chosen = level('/shop/chosen', ({ call }) =>
  call.speech === 'hours' ? (
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
