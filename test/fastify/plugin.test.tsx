import formbody from '@fastify/formbody';
import Fastify, { type FastifyInstance } from 'fastify';
import { flow, level, PlivoJsxError, Redirect, Response, Speak, type Flow } from 'plivo-jsx';
import plivoJsx, { createApp, type PlivoJsxOptions } from 'plivo-jsx/fastify';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { withLevelRegistry } from '../../src/flow/level-registry.ts';
import { secondCopy } from '../support/copy.ts';
import { keptLog } from './served.ts';

const hello = (text = 'Hello') => (
  <Response>
    <Speak>{text}</Speak>
  </Response>
);
const helloXml = '<?xml version="1.0" encoding="UTF-8"?><Response><Speak>Hello</Speak></Response>';
const apology =
  '<?xml version="1.0" encoding="UTF-8"?><Response><Speak>We are sorry, something went wrong on our side. ' +
  'Please call again later. Goodbye.</Speak><Hangup/></Response>';
const xml = 'application/xml; charset=utf-8';
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const aCall = { method: 'POST' as const, headers: form, payload: 'CallUUID=a-call&From=14155550100' };

const withPlugin = async (options: PlivoJsxOptions = {}, app = Fastify()) => {
  await app.register(plivoJsx, options);
  return app;
};
const seen = async (app: FastifyInstance, url: string) => {
  const { statusCode, headers, body } = await app.inject({ ...aCall, url });
  return { statusCode, type: headers['content-type'], body };
};
const errorOf = (promise: PromiseLike<unknown>) =>
  Promise.resolve(promise).then(
    () => undefined,
    (error: PlivoJsxError) => error,
  );

describe('a plain route', () => {
  test('may return JSX', async () => {
    const app = await withPlugin();
    app.post('/answer', () => hello());
    expect(await seen(app, '/answer')).toEqual({ statusCode: 200, type: xml, body: helloXml });
  });

  test('may return a promise of JSX, or be async', async () => {
    const app = await withPlugin();
    app.post('/answer', async () => hello());
    const Later = async () => <Speak>Hello</Speak>;
    app.post('/later', async () => (
      <Response>
        <Later />
      </Response>
    ));
    expect((await seen(app, '/answer')).body).toBe(helloXml);
    expect((await seen(app, '/later')).body).toBe(helloXml);
  });

  test('may send JSX', async () => {
    const app = await withPlugin();
    app.post('/answer', (_request, reply) => {
      reply.send(hello());
    });
    expect(await seen(app, '/answer')).toEqual({ statusCode: 200, type: xml, body: helloXml });
  });

  test('gets Plivo’s form as its body', async () => {
    const app = await withPlugin();
    app.post<{ Body: { CallUUID: string } }>('/answer', ({ body }) => hello(body.CallUUID));
    expect((await seen(app, '/answer')).body).toContain('<Speak>a-call</Speak>');
  });

  test('has its paths resolved against the public address', async () => {
    const app = await withPlugin({ publicUrl: 'https://ivr.example.com/' });
    app.post('/answer', () => (
      <Response>
        <Redirect>/next</Redirect>
      </Response>
    ));
    expect((await seen(app, '/answer')).body).toContain('<Redirect>https://ivr.example.com/next</Redirect>');
  });

  test('says sorry when its document cannot be printed', async () => {
    const app = await withPlugin();
    app.post('/answer', () => <Speak>There is no Response.</Speak>);
    expect(await seen(app, '/answer')).toEqual({ statusCode: 200, type: xml, body: apology });
  });

  test.each([
    ['an error', new Error('secret 14155550100'), 'secret [hidden]'],
    ['a text', 'secret 14155550100', 'secret [hidden]'],
    ['nothing', undefined, '"reason":"handler"'],
  ])('says sorry to a caller when it throws %s, and the log says why', async (_, thrown, told) => {
    const kept = keptLog();
    const app = await createApp({ logger: kept.logger });
    app.post('/answer', () => {
      throw thrown;
    });
    app.post('/later', () => Promise.reject(thrown));
    for (const url of ['/answer', '/later']) {
      expect(await seen(app, url)).toEqual({ statusCode: 200, type: xml, body: apology });
      expect(kept.text).toContain(`${url} failed; the caller hears an apology.`);
    }
    expect(kept.text).not.toContain('14155550100');
    expect(kept.text).toContain(told);
  });

  test('says sorry, and the log says why, when another copy of plivo-jsx made its document', async () => {
    const { JsxElement } = await secondCopy();
    const kept = keptLog();
    const app = await createApp({ logger: kept.logger });
    app.post('/answer', () => new JsxElement(Response, { children: 'Hello' }, undefined));
    expect(await seen(app, '/answer')).toEqual({ statusCode: 200, type: xml, body: apology });
    expect(kept.text).toContain('An element was made by another copy of plivo-jsx.');
  });

  test('outside of the scope of the plugin is an error, and not JSON', async () => {
    const app = Fastify();
    await app.register(async (scope) => void (await scope.register(plivoJsx)));
    app.post('/answer', () => <Response />);
    const reply = await app.inject({ method: 'POST', url: '/answer' });
    expect(reply.statusCode).toBe(500);
    expect(reply.json()).toMatchObject({ code: 'E_JSON' });
  });

  test('says sorry to a caller when it replies with a 5xx itself', async () => {
    const app = await withPlugin();
    app.post('/answer', (_request, reply) => reply.code(503).send({ error: 'busy' }));
    expect(await seen(app, '/answer')).toEqual({ statusCode: 200, type: xml, body: apology });
  });

  test('says sorry when what it returned takes too long, and hears what came of it', async () => {
    const kept = keptLog();
    const app = await createApp({ deadline: 20, logger: kept.logger });
    let fail: (error: Error) => void = () => {};
    const Never = () => new Promise<never>((_resolve, reject) => (fail = reject));
    app.post('/answer', () => (
      <Response>
        <Never />
      </Response>
    ));
    expect((await seen(app, '/answer')).body).toBe(apology);
    expect(kept.text).toContain('/answer took longer than 20 ms; the caller hears an apology.');
    fail(new Error('no line to 14155550100'));
    await expect
      .poll(() => kept.text)
      .toContain('/answer was done after the deadline; the result is dropped.');
    expect(kept.text).toContain('no line to [hidden]');
    expect(kept.text).not.toContain('14155550100');
  });
});

describe('a caller of a level hears an apology', () => {
  const closing = (name: string) => flow(name, { levels: [level('/closing', () => hello())] });

  test('when a hook of the app throws before the form is read', async () => {
    const app = await withPlugin({ flows: [closing('thrown')] });
    app.addHook('onRequest', async () => {
      throw new Error('no database');
    });
    expect(await seen(app, '/closing')).toEqual({ statusCode: 200, type: xml, body: apology });
  });

  test('when another plugin turns the request away with a 503', async () => {
    const app = Fastify();
    app.addHook('onRequest', async (_request, reply) => reply.code(503).send({ error: 'overloaded' }));
    await withPlugin({ flows: [closing('turned-away')] }, app);
    expect(await seen(app, '/closing')).toEqual({ statusCode: 200, type: xml, body: apology });
  });
});

describe('a route that is not about a call', () => {
  test('returns JSON as before', async () => {
    const app = await withPlugin();
    app.get('/status', () => ({ ok: true }));
    const { headers, body } = await app.inject('/status');
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(body).toBe('{"ok":true}');
  });

  test('takes JSON as before', async () => {
    const app = await withPlugin();
    app.post('/status', ({ body }) => body);
    const { body } = await app.inject({ method: 'POST', url: '/status', payload: { CallUUID: 1 } });
    expect(body).toBe('{"CallUUID":1}');
  });

  test('fails as before', async () => {
    const app = await withPlugin();
    app.get('/status', () => {
      throw new Error('broken');
    });
    const { statusCode, headers } = await app.inject('/status');
    expect([statusCode, headers['content-type']]).toEqual([500, 'application/json; charset=utf-8']);
  });

  test('keeps its 4xx, even on a call', async () => {
    const app = await withPlugin();
    app.post('/status', (_request, reply) => reply.code(404).send({ error: 'no such thing' }));
    expect(await seen(app, '/status')).toMatchObject({ statusCode: 404, body: '{"error":"no such thing"}' });
  });
});

describe('where the plugin is registered', () => {
  test('its siblings are left alone', async () => {
    const app = Fastify();
    await app.register(async (ivr) => {
      await ivr.register(plivoJsx);
      ivr.post('/answer', () => hello());
    });
    await app.register(async (api) => {
      api.post('/answer2', () => hello());
      expect(api.hasDecorator('plivoFlow')).toBe(false);
      expect(api.hasContentTypeParser('application/x-www-form-urlencoded')).toBe(false);
    });
    expect((await seen(app, '/answer')).body).toBe(helloXml);
    expect((await seen(app, '/answer2')).statusCode).toBe(415);
  });

  test('its children have it too', async () => {
    const app = await withPlugin();
    await app.register(async (child) => {
      child.post('/answer', () => hello());
    });
    expect((await seen(app, '/answer')).body).toBe(helloXml);
  });

  test('it has typed decorators', async () => {
    const app = await withPlugin();
    expectTypeOf(app.plivoFlow).toEqualTypeOf<(flow: Flow) => void>();
    expectTypeOf(app.plivoFlows).toEqualTypeOf<readonly Flow[]>();
    const closed = flow('closed', { levels: [level('/closed', () => hello('Closed'))] });
    app.plivoFlow(closed);
    expect(app.plivoFlows).toEqual([closed]);
    expect((await seen(app, '/closed')).body).toContain('<Speak>Closed</Speak>');
  });

  test('it cannot be registered twice', async () => {
    const app = await withPlugin();
    await expect(app.register(plivoJsx)).rejects.toMatchObject({ code: 'FST_ERR_DEC_ALREADY_PRESENT' });
  });

  test('it takes the form parser that the app has', async () => {
    const app = Fastify();
    await app.register(formbody, { bodyLimit: 1000 });
    await withPlugin({}, app);
    app.post('/answer', () => hello());
    expect((await seen(app, '/answer')).body).toBe(helloXml);
  });

  test('it is one of its own in an app that serves several parts', async () => {
    const app = Fastify();
    for (const part of ['a', 'b']) {
      await app.register(async (scope) => {
        const levels = [level(`/${part}`, () => hello(part))] as const;
        await scope.register(plivoJsx, { flows: [flow(part, { levels })] });
      });
    }
    expect((await seen(app, '/a')).body).toContain('<Speak>a</Speak>');
    expect((await seen(app, '/b')).body).toContain('<Speak>b</Speak>');
  });
});

describe('an option that cannot work is rejected at start', () => {
  const rejected: [PlivoJsxOptions, string][] = [
    [{ publicUrl: 'ivr.example.com' }, 'The option publicUrl is no address.'],
    [{ publicUrl: 'ftp://ivr.example.com' }, 'The option publicUrl is no address.'],
    [{ publicUrl: 'https://ivr.example.com?x=1' }, 'The option publicUrl is no address.'],
    [{ publicUrl: 'https://ivr.example.com#top' }, 'The option publicUrl is no address.'],
    [
      { publicUrl: 'https://me:secret@ivr.example.com' },
      'The option publicUrl holds a user name or a password.',
    ],
    [
      { publicUrl: 'https://münchen.example' },
      'The option publicUrl is spelled https://xn--mnchen-3ya.example in a request.',
    ],
    [{ publicUrl: 5 as never }, 'The option publicUrl is no address.'],
    [{ publicUrl: '' }, 'The option publicUrl is no address.'],
    [
      { authTokens: [''], publicUrl: 'https://ivr.example.com' },
      'The option authTokens holds an empty token, so that anyone could sign.',
    ],
    [
      { authTokens: ['good', ' '], publicUrl: 'https://ivr.example.com' },
      'The option authTokens holds an empty token, so that anyone could sign.',
    ],
    [{ authTokens: ['good'] }, 'The option authTokens is set without publicUrl, over which Plivo signs.'],
    [{ deadline: 0 }, 'The option deadline is out of range.'],
    [{ deadline: 10_001 }, 'The option deadline is out of range.'],
    [{ deadline: Number.NaN }, 'The option deadline is out of range.'],
    [{ deadline: '2000' as never }, 'The option deadline is out of range.'],
    [
      { prefix: '/v1' } as PlivoJsxOptions,
      'The option prefix is "/v1", and links lead to the paths of levels as they are written.',
    ],
  ];
  test.each(rejected)('%o', async (options, sentence) => {
    const error = await errorOf(withPlugin(options));
    expect(error).toBeInstanceOf(PlivoJsxError);
    expect(error?.code).toBe('E_OPTION');
    expect(error?.message.split('\n')[0]).toBe(sentence);
    expect(error?.message).not.toContain('secret');
  });
});

describe('a flow that cannot work is rejected at start', () => {
  const flowAt = (name: string) => flow(name, { levels: [level('/menu', () => hello())] });

  test('when another flow has its path', async () => {
    const error = await errorOf(withPlugin({ flows: [flowAt('one'), flowAt('two')] }));
    expect(error?.message).toBe(
      '/menu is served twice: by the flow two and by another route.\nFix: give one of them another path. [E_ROUTE]',
    );
  });

  test('when it is in a part of the app that has a prefix, which its links would lack', async () => {
    const app = Fastify();
    app.register(async (scope) => void (await scope.register(plivoJsx, { flows: [flowAt('one')] })), {
      prefix: '/v1',
    });
    expect((await errorOf(app.ready()))?.message).toBe(
      'The option prefix is "/v1", and links lead to the paths of levels as they are written.\n' +
        "Fix: write it there, such as level('/v1/ivr', ...). [E_OPTION]",
    );
  });

  test('when a plain route has its path', async () => {
    const app = Fastify();
    app.get('/menu', () => 'taken');
    expect((await errorOf(withPlugin({ flows: [flowAt('one')] }, app)))?.code).toBe('E_ROUTE');
  });

  test.each(['/debug', '/test-xml', '/ready'])('when the app itself has its path: %s', async (path) => {
    const levels = [level(path as '/debug', () => hello())] as const;
    expect((await errorOf(createApp({ flows: [flow('taken', { levels })] })))?.message).toBe(
      `${path} is served twice: by the flow taken and by another route.\nFix: give one of them another path. [E_ROUTE]`,
    );
  });

  test('when no flow has a level', () =>
    withLevelRegistry(async () => {
      const app = await withPlugin({ flows: [flowAt('one')] });
      level('/lost', () => hello());
      expect((await errorOf(app.ready()))?.code).toBe('E_LEVEL_ALONE');
    }));

  test('when its sentences cannot be printed', async () => {
    const phrases = () => ({
      apology: 'not spoken',
      oneMoment: <Speak>a</Speak>,
      startOver: <Speak>b</Speak>,
    });
    const broken = flow('broken', { levels: [level('/menu', () => hello())], phrases });
    expect((await errorOf(withPlugin({ flows: [broken] })))?.code).toBe('E_TEXT');
  });
});
