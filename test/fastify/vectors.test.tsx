import { readFileSync } from 'node:fs';
import { flow, level, Response as Document, Speak } from 'plivo-jsx';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { serve, type Served } from './served.ts';
import { exchange, requestOf } from './socket.ts';

type Value = string | boolean | null;

/** A sample of Plivo's signature, and what a whole server does with it. */
interface Vector {
  readonly id: number;
  readonly category: string;
  readonly label: string;
  readonly method: string;
  readonly url: string;
  readonly nonce: string | null;
  readonly authToken: string | null;
  readonly params: Readonly<Record<string, Value | readonly Value[]>>;
  readonly signature: string | null;
  readonly server: 'serve' | 'refuse' | 'serve-cached' | 'unreachable';
}

const file = new URL('../data/plivo/signature-vectors.json', import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] };
const reachable = vectors.filter(({ server }) => server !== 'unreachable');
const collisions = reachable.filter(({ category }) => category === 'collision');
const others = reachable.filter(({ category }) => category !== 'collision');

/** As in the sample, whatever it is: the level must not be what rejects. */
const voice = level('/voice', { params: z.record(z.string(), z.unknown()) }, () => (
  <Document>
    <Speak>Hello.</Speak>
  </Document>
));
const flows = [flow('voice', { levels: [voice] })];

// What stands before the host is sent as a header of its own, and neither signed nor part of the address of an app.
const addressOf = /^([a-z]+:\/\/)(?:[^/?#@]*@)?([^/?#]*)(\/?[^#]*)/i;

/** The server at the address that a sample was signed for, with its token. */
class Servers {
  readonly #served = new Map<string, Promise<Served>>();

  at({ url, authToken }: Vector): Promise<Served> {
    const [, scheme = '', host = ''] = addressOf.exec(url) ?? [];
    const publicUrl = scheme + host;
    const key = JSON.stringify([publicUrl, authToken]);
    const served = this.#served.get(key) ?? serve({ flows, publicUrl, authTokens: [authToken ?? ''] });
    this.#served.set(key, served);
    return served;
  }

  async close(): Promise<void> {
    const served = await Promise.allSettled(this.#served.values());
    await Promise.all(served.map((server) => server.status === 'fulfilled' && server.value.close()));
  }
}

/** The bytes of the request that a sample is about. */
function bytesOf({ method, url, params, signature, nonce }: Vector): Buffer {
  const [, , , rest = ''] = addressOf.exec(url) ?? [];
  const path = rest.startsWith('/') ? rest : `/${rest}`;
  const form = Object.entries(params)
    .flatMap(([name, values]) =>
      [values].flat().map((value) => `${encode(name)}=${encode(String(value ?? ''))}`),
    )
    .join('&');
  const isGet = method === 'GET';
  const target = isGet && form !== '' ? `${path}${path.includes('?') ? '&' : '?'}${form}` : path;
  const body = isGet ? '' : form;
  const headers = [
    ...(signature === null ? [] : [`X-Plivo-Signature-V3: ${signature}`]),
    ...(nonce === null ? [] : [`X-Plivo-Signature-V3-Nonce: ${nonce}`]),
    ...(isGet ? [] : [`Content-Type: application/x-www-form-urlencoded`, `Content-Length: ${body.length}`]),
  ];
  return requestOf(`${method} ${Buffer.from(target).toString('latin1')} HTTP/1.1`, headers, body);
}

/** As a form is written: what has no other place in it is escaped, byte by byte, and a lone surrogate has no bytes. */
const encode = (text: string) => encodeURIComponent(Buffer.from(text).toString());

async function send(
  vector: Vector,
  servers: Servers,
): Promise<{ readonly status: number; readonly body: string }> {
  const { replies } = await exchange((await servers.at(vector)).port, bytesOf(vector));
  expect(replies).toHaveLength(1);
  const [reply] = replies;
  return { status: reply!.status, body: await reply!.text() };
}

const rejected = { status: expect.toBeOneOf([400, 403, 404, 405]), body: '' };
const served = { status: 200, body: expect.stringMatching(/^(?:<\?xml .*<\/Response>)?$/s) };
const is = (wanted: Vector['server']) => (vector: Vector) => vector.server === wanted;

describe('a server of its own address and token', () => {
  const servers = new Servers();
  afterAll(() => servers.close());

  test.each(others.filter(is('serve')))('serves $id $category, $label', async (vector) => {
    expect(await send(vector, servers)).toEqual(served);
  });

  const forged = others.filter(is('refuse'));
  test.each(forged.filter(({ authToken }) => authToken !== null))(
    'rejects $id $category, $label',
    async (vector) => expect(await send(vector, servers)).toEqual(rejected),
  );

  test.each(forged.filter(({ authToken }) => authToken === null))(
    'does not start for $id $category, $label',
    async (vector) => expect(servers.at(vector)).rejects.toThrow('[E_OPTION]'),
  );
});

describe('a server that has answered the genuine request', () => {
  const genuine = collisions.find(is('serve-cached'))!;
  const after = async (vector: Vector) => {
    const servers = new Servers();
    const replies = [await send(genuine, servers), await send(vector, servers)];
    await servers.close();
    return replies;
  };

  test.each(collisions.filter(is('serve-cached')))('gives the same bytes to $id $label', async (vector) => {
    const [first, second] = await after(vector);
    expect(first!.body).toContain('<Speak>Hello.</Speak>');
    expect(second).toEqual(first);
  });

  test.each(collisions.filter(is('refuse')))('rejects $id $label', async (vector) => {
    const [first, second] = await after(vector);
    expect(first).toEqual(served);
    expect(second).toEqual(rejected);
  });
});

test('212 of the 220 samples can arrive, and six of them are one signature over several requests', () => {
  expect([others.length, collisions.length, vectors.length]).toEqual([206, 6, 220]);
});
