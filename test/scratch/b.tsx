import Fastify from 'fastify';
import http from 'node:http';
import { flow, level, Response, Speak, signRequest, verifyRequest } from 'plivo-jsx';
import plivoJsx, { createApp } from 'plivo-jsx/fastify';
const t = async (name: string, f: () => Promise<unknown>) => { try { console.log('##', name, '\n', await f()); } catch (e: any) { console.log('##', name, 'THROWS', e?.stack?.slice(0,600)); } };
const pub = 'https://ivr.example.com';
const sign = (path: string, params: Record<string,string>, token='tok', nonce?: string) => ({ ...signRequest({ method: 'POST', url: pub + path, params, ...(nonce ? {nonce} : {}) }, token), 'content-type': 'application/x-www-form-urlencoded' });
const body = (p: Record<string,string>) => new URLSearchParams(p).toString();
const sleep = (ms: number) => new Promise((r) => setTimeout(r, ms));
const send = (port: number, path: string, headers: any, payload: string) => { const req = http.request({ port, host: '127.0.0.1', path, method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(payload) } }); const done = new Promise<string>((res, rej) => { req.on('response', (r) => { let s=''; r.on('data', (d) => s += d); r.on('end', () => res(r.statusCode + ' ' + s)); }); req.on('error', (e) => res('ERR ' + e.message)); }); req.end(payload); return { req, done }; };
await t('abort first, second waiting', async () => {
  let runs = 0;
  const a = level('/ab', async (_p, { signal }) => { runs++; await new Promise((res, rej) => { const x = setTimeout(res, 600); signal?.addEventListener('abort', () => { clearTimeout(x); rej(new Error('aborted')); }); }); return <Response><Speak>real</Speak></Response>; });
  const app = await createApp({ flows: [flow('ab', { levels: [a] })], publicUrl: pub, authTokens: ['tok'] });
  await app.listen({ port: 0 }); const port = (app.server.address() as any).port;
  const p = { CallUUID: 'c1' }; const h = sign('/ab', p);
  const one = send(port, '/ab', h, body(p)); await sleep(150);
  const two = send(port, '/ab', h, body(p)); await sleep(150);
  one.req.destroy(); 
  const r = await two.done; const three = await send(port, '/ab', h, body(p)).done; await app.close();
  return [r, three, runs];
});
await t('abort first, second waiting, signed anew', async () => {
  let runs = 0;
  const a = level('/ab2', async (_p, { signal }) => { runs++; await new Promise((res, rej) => { const x = setTimeout(res, 600); signal?.addEventListener('abort', () => { clearTimeout(x); rej(new Error('aborted')); }); }); return <Response><Speak>real</Speak></Response>; });
  const app = await createApp({ flows: [flow('ab2', { levels: [a] })], publicUrl: pub, authTokens: ['tok'] });
  await app.listen({ port: 0 }); const port = (app.server.address() as any).port;
  const p = { CallUUID: 'c1' };
  const one = send(port, '/ab2', sign('/ab2', p), body(p)); await sleep(150);
  const two = send(port, '/ab2', sign('/ab2', p), body(p)); await sleep(150);
  one.req.destroy(); 
  const r = await two.done; await app.close();
  return [r, runs];
});
for (const [name, over] of Object.entries({
  null: { get: async () => null, setIfAbsent: async () => false },
  number: { get: async () => 5, setIfAbsent: async () => false },
  buffer: { get: async () => Buffer.from('x'), setIfAbsent: async () => false },
  ok: { setIfAbsent: async () => 'OK' }, nulls: { setIfAbsent: async () => null }, one: { setIfAbsent: async () => 1 },
  otherversion: { get: async () => '{"v":2}', setIfAbsent: async () => false },
  sync: { setIfAbsent: () => true, set: () => undefined, get: () => undefined },
  missing: { setIfAbsent: undefined },
} as any)) await t('store ' + name, async () => {
  let runs = 0; const path = `/st-${name}`;
  const a: any = level(path as any, () => { runs++; return <Response><Speak>real</Speak></Response>; });
  const map = new Map<string, string>();
  const store: any = { get: async (k: string) => map.get(k), set: async (k: string, v: string) => map.set(k, v), setIfAbsent: async (k: string, v: string) => !map.has(k) && !!map.set(k, v), ...(over as any) };
  const lines: string[] = [];
  const app = await createApp({ flows: [flow('st' + name, { levels: [a] })], publicUrl: pub, authTokens: ['tok'], store, logger: { level: 'info', stream: { write: (l: string) => void lines.push(l) } } as any });
  const p = { CallUUID: 'c1' }; const h = sign(path, p);
  const r = await app.inject({ method: 'POST', url: path, headers: h, payload: body(p) });
  const r2 = await app.inject({ method: 'POST', url: path, headers: h, payload: body(p) });
  return [r.statusCode, r.body.slice(38), r2.statusCode, r2.body.slice(38), runs, lines.filter((l)=>!/"level":30/.test(l)).map((l) => l.slice(90, 400))];
});
await t('rotation rolling', async () => {
  let runs = 0;
  const map = new Map<string, string>();
  const store: any = { get: async (k: string) => map.get(k), set: async (k: string, v: string) => map.set(k, v), setIfAbsent: async (k: string, v: string) => !map.has(k) && !!map.set(k, v) };
  const out: any[] = [];
  const a = level('/ro', () => { runs++; return <Response><Speak>real</Speak></Response>; });
  const f = flow('ro', { levels: [a] });
  const A = await createApp({ flows: [f], publicUrl: pub, authTokens: ['old'], store });
  const B = await createApp({ flows: [f], publicUrl: pub, authTokens: ['new', 'old'], store });
  const p = { CallUUID: 'c1' }; const h = sign('/ro', p, 'old');
  for (const x of [A, B]) out.push((await x.inject({ method: 'POST', url: '/ro', headers: h, payload: body(p) })).statusCode);
  return [out, runs];
});
await t('http2', async () => {
  const app = Fastify({ http2: true } as any);
  const a = level('/h2', () => <Response><Speak>real</Speak></Response>);
  await app.register(plivoJsx, { flows: [flow('h2', { levels: [a] })] });
  await app.listen({ port: 0 }); const port = (app.server.address() as any).port;
  const http2 = await import('node:http2'); const c = http2.connect(`http://127.0.0.1:${port}`);
  const s = c.request({ ':path': '/h2', ':method': 'POST', 'content-type': 'application/x-www-form-urlencoded' });
  s.end('CallUUID=1'); let o = ''; let st: any; s.on('response', (h) => st = h[':status']); s.on('data', (d) => o += d); await new Promise((r) => s.on('end', r)); c.close(); await app.close();
  return st + o;
});
await t('user parsers', async () => {
  const app = Fastify(); app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_r, b, d) => d(null, { mine: b }));
  const a = level('/up', ({ call }) => <Response><Speak>{call.digits ?? 'none'}</Speak></Response>);
  await app.register(plivoJsx, { flows: [flow('up', { levels: [a] })] });
  const r = await app.inject({ method: 'POST', url: '/up', headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'CallUUID=1&Digits=5' });
  return r.body;
});
await t('README preHandler verify + JSX route with JSON body', async () => {
  const app = Fastify(); await app.register(plivoJsx, { publicUrl: pub });
  app.addHook('preHandler', async (request, reply) => {
    const header = (name: string) => request.headers[name]?.toString();
    const received = { method: request.method, url: pub + request.url, params: request.body as any, signature: header('x-plivo-signature-v3'), nonce: header('x-plivo-signature-v3-nonce') };
    if (!verifyRequest(received, 'tok').ok) return reply.code(403).send();
  });
  app.post('/answer', () => <Response><Speak>Hello</Speak></Response>);
  app.get('/answer', () => <Response><Speak>Hello</Speak></Response>);
  app.get('/arr', () => [<Response/>] as any);
  const p = { CallUUID: 'c' };
  const ok = await app.inject({ method: 'POST', url: '/answer', headers: sign('/answer', p), payload: body(p) });
  const g = signRequest({ method: 'GET', url: pub + '/answer?CallUUID=1' }, 'tok');
  const ok2 = await app.inject({ method: 'GET', url: '/answer?CallUUID=1', headers: { ...g } });
  const g2 = signRequest({ method: 'GET', url: pub + '/arr' }, 'tok');
  const ok3 = await app.inject({ method: 'GET', url: '/arr', headers: { ...g2 } });
  return [ok.statusCode, ok.body.slice(38), ok2.statusCode, ok2.body.slice(38), ok3.statusCode, ok3.body];
});
process.exit(0);
