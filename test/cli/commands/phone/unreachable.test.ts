/* What a first call meets when the server is not as expected: one sentence, one fix, exit code 1. */
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../../../support/free-port.ts';
import { runMain } from '../../run-main.ts';

const [cert, key] = ['certificate', 'key'].map((name) =>
  readFileSync(`test/cli/commands/doctor/${name}.pem`, 'utf8'),
);

const answer: RequestListener = (request, reply) => {
  const isMoved = request.url === '/moved';
  reply.writeHead(isMoved ? 308 : 404, isMoved ? { location: 'https://ivr.example.com/ivr?a=1' } : {}).end();
};

async function listen(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  onTestFinished(() => void server.close());
  return `localhost:${(server.address() as AddressInfo).port}`;
}

const plain = () => listen(createServer(answer));
const tls = () => listen(createTlsServer({ cert, key }, answer));

test.each([
  [
    'nothing listens',
    async () => `localhost:${await freePort()}`,
    'HOST/ivr',
    'The answer URL (/ivr) could not be reached (2 tries). Nothing listens at HOST.',
    'start the server, and check host and port of the address.',
  ],
  [
    'the server signed its certificate itself',
    tls,
    'https://HOST/ivr',
    'The answer URL (/ivr) could not be reached (2 tries). The certificate of HOST is not from an authority that Plivo could trust.',
    'give the server a certificate that is trusted; one on your own machine can do with http://.',
  ],
  [
    'the server has no TLS',
    plain,
    'https://HOST/ivr',
    'The answer URL (/ivr) could not be reached (2 tries). HOST does not use TLS at this port, and https needs it.',
    'write http:// if the server has no TLS at this port.',
  ],
  [
    'the server has TLS only',
    tls,
    'HOST/ivr',
    'The answer URL (/ivr) could not be reached: the connection broke off (2 tries).',
    'look into the log of the server: it closed the connection before its reply was whole, or write https:// if this port takes https only.',
  ],
  [
    'the server redirects',
    plain,
    'HOST/moved',
    'The answer URL (/moved) replied with status 308, and Plivo takes only 2xx.',
    'give the final address, https://ivr.example.com/ivr; Plivo wants a reply of 2xx.',
  ],
  [
    'the path is missing',
    plain,
    'HOST',
    'The answer URL (/) replied with status 404, and Plivo takes only 2xx.',
    'add the path of the answer URL, such as /ivr, and check that the server answers POST there, or call with the answer method GET (--answer-method GET).',
  ],
])('%s', async (_, server, written, message, fix) => {
  const host = await server();
  const { code, stdout, stderr } = await runMain(['phone', written.replace('HOST', host), '--script', '']);
  expect(stdout).toBe(
    [
      `  0:00.0  error: ${message.replace('HOST', host)}`,
      `          fix: ${fix}`,
      '  0:00.0  ended: 7011 Error Reaching Answer URL',
      '',
    ].join('\n'),
  );
  expect([code, stderr]).toEqual([1, '']);
});
