import type { FastifyInstance } from 'fastify';
import { Hangup, Response, Speak } from 'plivo-jsx';

const orders = new Set<string>();

export default (app: FastifyInstance) => {
  app.post<{ Body: { CallUUID: string } }>('/shop', ({ body: { CallUUID } }) => {
    if (orders.has(CallUUID))
      return (
        <Response>
          <Speak>You have ordered already.</Speak>
          <Hangup />
        </Response>
      );
    orders.add(CallUUID);
    return (
      <Response>
        <Speak>Thank you for your order.</Speak>
        <Hangup />
      </Response>
    );
  });
};
