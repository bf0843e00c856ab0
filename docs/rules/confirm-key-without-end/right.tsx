import { Dial, flow, Hangup, level, Number, Response, Speak } from 'plivo-jsx';

const desk = level('/shop', () => (
  <Response>
    <Speak>One moment, please.</Speak>
    <Dial confirmSound={sound()} confirmKey="1" confirmTimeout={20}>
      <Number>+14155550100</Number>
    </Dial>
    <Speak>Nobody is here right now. Goodbye.</Speak>
    <Hangup />
  </Response>
));

const sound = level('/shop/sound', () => (
  <Response>
    <Speak>To take the call, press 1.</Speak>
  </Response>
));

export default flow('shop', { levels: [desk, sound] });
