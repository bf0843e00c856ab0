import type { FastifyInstance } from 'fastify';
import { Dial, Number, Response } from 'plivo-jsx';

const partners: Record<string, string> = {};

export default (app: FastifyInstance) => {
  app.post('/shop', (_, reply) => {
    const number = partners['shoes'];
    if (number === undefined) return reply.code(404).send();
    return (
      <Response>
        <Dial>
          <Number>{number}</Number>
        </Dial>
      </Response>
    );
  });
};
