import type { FastifyInstance } from 'fastify';

export default (app: FastifyInstance) => {
  app.post('/shop', (_, reply) =>
    reply.type('application/xml').send('<Response><Redirect>/shop/hours</Redirect></Response>'),
  );
};
