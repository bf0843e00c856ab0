import { flow, Hangup, level, Response, Speak } from 'plivo-jsx';

const start = level('/shop', () => (
  <Response>
    <Speak voice="Polly.Mia" language="es-MX">
      Gracias por llamar a la tienda. Adiós.
    </Speak>
    <Hangup />
  </Response>
));

export default flow('shop', { levels: [start] });
