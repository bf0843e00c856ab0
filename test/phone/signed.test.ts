/* A server that lets nobody but Plivo in, by the check of Plivo's own package, over real HTTP on loopback. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import plivo from 'plivo';
import { startCall } from '../../src/phone/index.ts';

const token = 'a-token-of-a-test';
const publicUrl = 'https://ivr.example.com';
let server: Server;
let base = '';
/** The address the server believes it has. */
let believed = '';

beforeAll(async () => {
  server = createServer((request, reply) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { 'x-plivo-signature-v3': signature, 'x-plivo-signature-v3-nonce': nonce } = request.headers;
      const isPlivo =
        signature !== undefined &&
        plivo.validateV3Signature(
          request.method!,
          believed + request.url!,
          String(nonce),
          token,
          String(signature),
          Object.fromEntries(new URLSearchParams(body)),
        );
      const action = `${believed}/said?step=2`;
      const document = request.url!.startsWith('/said')
        ? '<Response><Speak>Good.</Speak></Response>'
        : `<Response><GetInput action="${action}" inputType="speech"/></Response>`;
      reply.writeHead(isPlivo ? 200 : 403, { 'content-type': 'text/xml' }).end(isPlivo ? document : '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

const heard = (events: readonly { readonly event: string }[]) =>
  events.filter(({ event }) => event === 'speak');

test.each([
  ['POST', '/ivr', undefined],
  ['POST', '/ivr?lang=es&b=2', undefined],
  ['GET', '/ivr', undefined],
  ['GET', '/ivr?lang=es', undefined],
  ['POST', '/ivr', publicUrl],
] as const)('lets the phone in: %s %s, as %s', async (answerMethod, path, address) => {
  believed = address ?? base;
  const call = await startCall(base + path, { answerMethod, token, publicUrl: address });
  await call.say('sí, “José” ☎ & co.');
  expect(heard(call.events)).toMatchObject([{ text: 'Good.' }]);
  expect(call.ended?.code).toBe(4010);
});

test('turns another token away, and the phone says where to look', async () => {
  believed = base;
  const call = await startCall(`${base}/ivr`, { token: 'another' });
  expect(call.ended).toMatchObject({
    code: 7011,
    message: 'The answer URL (/ivr) replied with status 403, and Plivo takes only 2xx.',
    fix: `check the auth token and the public URL (--public-url); the signature is for ${base}/ivr.`,
  });
});
