import type { FastifyInstance } from 'fastify';
import { Response, Speak } from 'plivo-jsx';

export default (app: FastifyInstance) => {
  app.post('/shop', (_, reply) =>
    reply.type('application/xml').send('<Response><Speak>Shoes & hats.</Speak></Response>'),
  );
};
