import { flow, Hangup, level, Response, Speak, type Flow, type PlivoJsxError } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { replaceFlows } from '../../src/fastify/flow-routes.ts';
import { withLevelRegistry } from '../../src/flow/level-registry.ts';

const apps: FastifyInstance[] = [];
afterEach(async () => void (await Promise.all(apps.splice(0).map((app) => app.close()))));

/** A flow that is loaded anew: each of its levels says the text. */
const loaded = (name: string, text: string, paths: readonly `/${string}`[]): Promise<Flow> =>
  withLevelRegistry(async () => {
    const levels = paths.map((path) =>
      level(path, () => (
        <Response>
          <Speak>{text}</Speak>
          <Hangup />
        </Response>
      )),
    );
    return flow(name, { levels: levels as [(typeof levels)[number]] });
  });

async function appWith(...flows: Flow[]) {
  const app = await createApp({ flows, development: false });
  apps.push(app);
  await app.ready();
  const said = async (url: string, method: 'GET' | 'POST' = 'POST') => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const payload = method === 'POST' ? { payload: 'CallUUID=a-call', headers } : {};
    const { statusCode, body } = await app.inject({ method, url, ...payload });
    return statusCode === 200 ? /<Speak>([^<]*)/.exec(body)?.[1] : statusCode;
  };
  return { app, said };
}

describe('flows that are replaced while the server runs', () => {
  test('answer with their new documents', async () => {
    const { app, said } = await appWith(await loaded('shop', 'old', ['/shop']));
    expect(await said('/shop')).toBe('old');
    const next = await loaded('shop', 'new', ['/shop']);
    replaceFlows(app, [next]);
    expect(await said('/shop')).toBe('new');
    expect(app.plivoFlows).toEqual([next]);
  });

  test('answer at paths that had no route when the server started', async () => {
    const { app, said } = await appWith(await loaded('shop', 'old', ['/shop']));
    replaceFlows(app, [
      await loaded('shop', 'new', ['/shop', '/shop/hours']),
      await loaded('bank', 'bank', ['/bank', '/bank/card']),
    ]);
    expect(await said('/shop/hours')).toBe('new');
    expect(await said('/bank')).toBe('bank');
    expect(await said('/bank?CallUUID=a-call', 'GET')).toBe('bank');
    expect(await said('/bank/card')).toBe('bank');
    expect(await said('/bank/card?CallUUID=a-call', 'GET')).toBe(405);
  });

  test('answer by no method that a level has lost', async () => {
    const { app, said } = await appWith(await loaded('shop', 'old', ['/shop']));
    expect(await said('/shop?CallUUID=a-call', 'GET')).toBe('old');
    replaceFlows(app, [await loaded('bank', 'new', ['/bank', '/shop'])]);
    expect(await said('/shop?CallUUID=a-call', 'GET')).toBe(405);
    expect(await said('/shop')).toBe('new');
  });

  test('treat a removed level like one that never existed', async () => {
    const { app, said } = await appWith(await loaded('shop', 'old', ['/shop', '/shop/hours', '/kiosk']));
    replaceFlows(app, [await loaded('shop', 'new', ['/shop'])]);
    expect(await said('/shop/hours')).toBe('Let us start over.');
    expect(await said('/kiosk')).toMatch(/^We are sorry/);
  });

  test('leave the old flows in place when they cannot be served', async () => {
    const { app, said } = await appWith(await loaded('shop', 'old', ['/shop']));
    const twice = [await loaded('one', 'new', ['/shop']), await loaded('two', 'new', ['/shop'])];
    expect(() => replaceFlows(app, twice)).toThrow(
      expect.objectContaining({ code: 'E_ROUTE' } satisfies Partial<PlivoJsxError>),
    );
    expect(await said('/shop')).toBe('old');
    expect(app.plivoFlows.map(({ name }) => name)).toEqual(['shop']);
  });

  test('do not change a document that is being made', async () => {
    let release = () => {};
    let begin = () => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const slow = await withLevelRegistry(async () => {
      const wait = new Promise<void>((resolve) => (release = resolve));
      const answer = level('/slow', async () => {
        begin();
        await wait;
        return (
          <Response>
            <Speak>old</Speak>
          </Response>
        );
      });
      return flow('slow', { levels: [answer] });
    });
    const { app, said } = await appWith(slow);
    const first = said('/slow');
    await begun;
    replaceFlows(app, [await loaded('slow', 'new', ['/slow'])]);
    release();
    expect(await first).toBe('old');
    expect(await said('/slow')).toBe('new');
  });
});
