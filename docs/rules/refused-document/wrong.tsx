import type { FastifyInstance } from 'fastify';

export default (app: FastifyInstance) => {
  app.post('/shop', (_, reply) =>
    reply.type('application/xml').send('<Response><Speak>Shoes & hats.</Speak></Response>'),
  );
};
