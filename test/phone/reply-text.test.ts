/* In which character set a reply is written, and whether it is packed, over real HTTP on loopback. */
import { createServer, type OutgoingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deflateSync, gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import Fastify from 'fastify';
import { call } from 'plivo-jsx/testing';
import { startCall } from '../../src/phone/index.ts';

let server: Server | undefined;
afterEach(() => server?.close());

async function callTo(body: Buffer, headers: OutgoingHttpHeaders = {}) {
  server = createServer((_, reply) =>
    reply.writeHead(200, { 'content-type': 'text/xml', ...headers }).end(body),
  );
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return startCall(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}

const speak = (text: string, declaration = '') =>
  `${declaration}<Response><Speak language="es-ES">${text}</Speak></Response>`;
const latin = (text: string) => Buffer.from(text, 'latin1');
const heard = (events: readonly { readonly event: string }[]) =>
  events.find(({ event }) => event === 'speak');

test('a reply without a character set is UTF-8', async () => {
  const { events } = await callTo(Buffer.from(speak('Español')));
  expect(heard(events)).toMatchObject({ text: 'Español' });
});

test('what is not UTF-8 ends the call with 8011, and its place is told', async () => {
  const { events, ended } = await callTo(latin(speak('Español')));
  expect(ended).toMatchObject({
    code: 8011,
    message: 'The answer URL (/): The reply is not written in UTF-8.',
    fix: 'save and send it as UTF-8.',
  });
  expect(events.find(({ event }) => event === 'error')).toMatchObject({ line: 1, column: 39 });
});

test.each([
  ['the content type', '', { 'content-type': 'text/xml; charset=ISO-8859-1' }],
  ['the XML declaration', '<?xml version="1.0" encoding="ISO-8859-1"?>', {}],
])('another character set is read as %s says, with a warning', async (_, declaration, headers) => {
  const { events } = await callTo(latin(speak('Español', declaration)), headers);
  expect(heard(events)).toMatchObject({ text: 'Español' });
  expect(events.find(({ event }) => event === 'warning')).toEqual({
    at: 0,
    event: 'warning',
    message: "The reply is written in ISO-8859-1, and no page of Plivo's says that it reads that.",
    fix: 'save and send it as UTF-8.',
  });
});

test('a character set makes no difference where there is only ASCII', async () => {
  const { events } = await callTo(latin(speak('Hola')), { 'content-type': 'text/xml;charset="iso-8859-1"' });
  expect(events.filter(({ event }) => event === 'warning')).toEqual([]);
});

test.each([
  ['utf-16', {}],
  ['UTF-16LE', { 'content-type': 'text/xml; charset=utf-8' }],
  ['ucs-2', {}],
])('a declaration of %s over UTF-8 ends the call with 8011', async (encoding, headers) => {
  const declaration = `<?xml version="1.0" encoding="${encoding}"?>`;
  const { ended } = await callTo(Buffer.from(speak('Hola', declaration)), headers);
  expect(ended).toMatchObject({
    code: 8011,
    message: `The answer URL (/): The XML declaration says ${encoding}, and the reply is not written in it.`,
    fix: 'declare UTF-8 in the content type and in <?xml … ?>, or nothing.',
  });
});

test('UTF-16 that is UTF-16 is read, with a warning', async () => {
  const declaration = '<?xml version="1.0" encoding="utf-16"?>';
  const { events } = await callTo(Buffer.from(speak('Español', declaration), 'utf16le'), {
    'content-type': 'text/xml; charset=utf-16',
  });
  expect(heard(events)).toMatchObject({ text: 'Español' });
});

test.each([
  ['a content type of UTF-16', '', 'text/xml; charset=utf-16', 'utf-16'],
  [
    'another declaration',
    '<?xml version="1.0" encoding="ISO-8859-1"?>',
    'text/xml; charset=utf-8',
    'ISO-8859-1',
  ],
])('%s over UTF-8 is warned of', async (_, declaration, type, name) => {
  const { events } = await callTo(Buffer.from(speak('Español', declaration)), { 'content-type': type });
  expect(heard(events)).toMatchObject({ text: 'Español' });
  expect(events.filter(({ event }) => event === 'warning')).toMatchObject([
    { message: `The reply is declared as ${name}, and is written in UTF-8.` },
  ]);
});

test('a character set that nobody knows ends the call with 8011', async () => {
  const { ended } = await callTo(latin(speak('Hola')), { 'content-type': 'text/xml; charset=klingon' });
  expect(ended).toMatchObject({
    code: 8011,
    message: 'The answer URL (/): The character set klingon is unknown.',
  });
});

test.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
])('a reply that is packed with %s ends the call with 8011', async (packing, pack) => {
  const { ended } = await callTo(pack(speak('Hola')), { 'content-encoding': packing });
  expect(ended).toMatchObject({
    code: 8011,
    message: `The answer URL (/): The reply is compressed (${packing}), although the request did not accept compression.`,
    fix: `send it without ${packing}.`,
  });
});

test('a long reply is too long, even when a character is cut at the limit', async () => {
  const { ended } = await callTo(Buffer.from(speak('ñ'.repeat(200_000))));
  expect(ended?.message).toBe('The answer URL (/): The reply has more than 100 KB.');
});

test('an app that is called in process is read in the same way', async () => {
  const app = Fastify();
  app.get('/', (_, reply) => reply.type('text/xml; charset=iso-8859-1').send(latin(speak('Español'))));
  expect((await call(app, '/', { answerMethod: 'GET' })).heard.map(({ text }) => text)).toEqual(['Español']);
});
