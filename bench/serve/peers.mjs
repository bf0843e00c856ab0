// What we are measured against.
import formbody from '@fastify/formbody';
import express from 'express';
import Fastify from 'fastify';
import plivo from 'plivo';
import { publicUrl, token } from './request.mjs';

const constant =
  '<?xml version="1.0" encoding="UTF-8"?><Response><Speak voice="WOMAN" language="en-US">Inspire Works helps people find work that they love. Thank you for listening.</Speak><Speak voice="WOMAN" language="en-US">Thank you for calling Inspire Works. Goodbye.</Speak><Hangup/></Response>';

/** A form is parsed, and a constant is answered: what Fastify itself costs. */
export async function bareFastify() {
  const app = Fastify();
  await app.register(formbody);
  app.post('/ivr/action', (_request, reply) => reply.type('application/xml; charset=utf-8').send(constant));
  return app;
}

function document() {
  const response = plivo.Response();
  const voice = { voice: 'WOMAN', language: 'en-US' };
  response.addSpeak('Inspire Works helps people find work that they love. Thank you for listening.', voice);
  response.addSpeak('Thank you for calling Inspire Works. Goodbye.', voice);
  response.addHangup({});
  return response.toXML();
}

const isPlivo = ({ method, url, headers, body }) =>
  plivo.validateV3Signature(
    method,
    publicUrl + url,
    headers['x-plivo-signature-v3-nonce'],
    token,
    headers['x-plivo-signature-v3'],
    body,
  );

/** Fastify with the SDK for the signature and the XML. */
export async function fastifyWithSdk() {
  const app = Fastify();
  await app.register(formbody);
  app.post('/ivr/action', (request, reply) => {
    if (!isPlivo(request)) return reply.code(403).send();
    return reply.type('application/xml; charset=utf-8').send(document());
  });
  return app;
}

/** What Plivo's own guides show: Express with the SDK. */
export function expressWithSdk() {
  const app = express();
  app.use(express.urlencoded({ extended: false }));
  app.post('/ivr/action', ({ method, originalUrl: url, headers, body }, response) => {
    if (!isPlivo({ method, url, headers, body })) return response.sendStatus(403);
    return response.type('application/xml').send(document());
  });
  return app;
}
