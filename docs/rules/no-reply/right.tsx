import type { FastifyInstance } from 'fastify';
import { Dial, Hangup, Number, Response, Speak } from 'plivo-jsx';

const partners: Record<string, string> = {};

export default (app: FastifyInstance) => {
  app.post('/shop', () => {
    const number = partners['shoes'];
    return (
      <Response>
        {number !== undefined && (
          <Dial>
            <Number>{number}</Number>
          </Dial>
        )}
        <Speak>Nobody is here right now. Goodbye.</Speak>
        <Hangup />
      </Response>
    );
  });
};
