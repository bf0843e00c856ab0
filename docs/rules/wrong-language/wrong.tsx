import { flow, Hangup, level, Response, Speak } from 'plivo-jsx';

const start = level('/shop', () => (
  <Response>
    <Speak>Gracias por llamar a la tienda. Adiós.</Speak>
    <Hangup />
  </Response>
));

export default flow('shop', { levels: [start] });
