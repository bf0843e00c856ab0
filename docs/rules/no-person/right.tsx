import { Choice, flow, Hangup, level, Menu, Response, Speak, Transfer } from 'plivo-jsx';

const menu = level('/shop', () => (
  <Response>
    <Menu onGiveUp={goodbye()} noInput="I did not hear you." noMatch="Let us try that again.">
      <Choice digit="1" next={hours()}>
        For our hours, press 1.
      </Choice>
      <Choice digit="2" next={goodbye()}>
        For the sale, press 2.
      </Choice>
      <Choice digit="0" next={desk()}>
        To talk to a person, press 0.
      </Choice>
    </Menu>
  </Response>
));

const hours = level('/shop/hours', () => (
  <Response>
    <Speak>We are open from 9 to 5. Goodbye.</Speak>
    <Hangup />
  </Response>
));

const goodbye = level('/shop/goodbye', () => (
  <Response>
    <Speak>Thank you. Goodbye.</Speak>
    <Hangup />
  </Response>
));

const desk = level('/shop/desk', () => (
  <Response>
    <Transfer to="+14155550100" onCompleted={goodbye()} onUnanswered={sorry()}>
      One moment, please.
    </Transfer>
  </Response>
));

const sorry = level('/shop/sorry', () => (
  <Response>
    <Speak>Nobody is here right now. Please call again later. Goodbye.</Speak>
    <Hangup />
  </Response>
));

export default flow('shop', { levels: [menu, hours, goodbye, desk, sorry] });
