import type { FastifyInstance } from 'fastify';

export default (app: FastifyInstance) => {
  app.post('/shop', (_, reply) =>
    reply
      .type('application/xml')
      .send('<Response><Speak voice="WOMAN">Hello. <break time="1s"/> Goodbye.</Speak><Hangup/></Response>'),
  );
};
