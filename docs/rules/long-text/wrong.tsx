import type { FastifyInstance } from 'fastify';

const terms = 'The shop takes back whatever you do not like. '.repeat(70);

export default (app: FastifyInstance) => {
  app.post('/shop', (_, reply) =>
    reply.type('application/xml').send(`<Response><Speak>${terms}</Speak><Hangup/></Response>`),
  );
};
