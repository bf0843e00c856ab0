import Fastify from 'fastify';
import { z } from 'zod';
import { Dial, flow, GetDigits, Hangup, level, callback, Number as Num, Redirect, Response, Speak, signRequest, render } from 'plivo-jsx';
import plivoJsx, { createApp } from 'plivo-jsx/fastify';
const t = async (name: string, f: () => Promise<unknown>) => { try { console.log('##', name, '\n', await f()); } catch (e: any) { console.log('##', name, 'THROWS', e?.message?.slice(0,400)); } };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
let n = 0;
const mk = () => { const p = `/s${++n}`; const b: any = level(`${p}/b` as any, () => <Response><Speak>b</Speak></Response>); const a: any = level(p as any, () => <Response><Redirect>{b()}</Redirect></Response>); return flow('f' + n, { levels: [a, b] }); };
await t('prefix', async () => {
  const app = Fastify(); const f = mk();
  await app.register(async (s) => { await s.register(plivoJsx, { flows: [f] }); }, { prefix: '/v1' });
  const r = await app.inject({ method: 'POST', url: '/v1/s1', headers: form, payload: 'CallUUID=1' });
  return r.statusCode + r.body;
});
await t('two sibling scopes', async () => {
  const app = Fastify(); const f = mk(); const g = mk();
  await app.register(async (s) => { await s.register(plivoJsx, { flows: [f] }); });
  await app.register(async (s) => { await s.register(plivoJsx, { flows: [g] }); });
  await app.ready();
  const r = await app.inject({ method: 'POST', url: '/s2', headers: form, payload: 'CallUUID=1' });
  const r2 = await app.inject({ method: 'POST', url: '/s3', headers: form, payload: 'CallUUID=1' });
  return r.statusCode + r.body + r2.statusCode + r2.body;
});
await t('twice on one', async () => {
  const app = Fastify();
  await app.register(plivoJsx); await app.register(plivoJsx);
  await app.ready();
});
await t('nested twice', async () => {
  const app = Fastify();
  await app.register(plivoJsx); await app.register(async (s) => { await s.register(plivoJsx); });
  await app.ready();
});
await t('link to level of flow not registered', async () => {
  const other: any = level('/other', () => <Response><Speak>x</Speak></Response>);
  flow('other', { levels: [other] });
  const a = level('/la', () => <Response><Redirect>{other()}</Redirect></Response>);
  const app = await createApp({ flows: [flow('la', { levels: [a] })] });
  const r = await app.inject({ method: 'POST', url: '/la', headers: form, payload: 'CallUUID=1' });
  return r.statusCode + r.body;
});
await t('GET param collide', async () => {
  const params = z.object({ duration: z.string(), type: z.string().optional() });
  const a: any = level('/gp', { params, methods: ['GET','POST'] }, ({ params }) => <Response><Speak>{params.duration}</Speak></Response>);
  const b: any = level('/gb', () => <Response><Redirect method="GET">{a({duration: 'x'})}</Redirect></Response>);
  const app = await createApp({ flows: [flow('gp', { levels: [b, a] })] });
  const r = await app.inject({ method: 'GET', url: '/gp?duration=5&CallUUID=1' });
  return r.statusCode + r.body;
});
await t('transform rename', async () => {
  const params = z.object({ n: z.string() }).transform(({ n }) => ({ count: n }));
  const a = level('/tr', { params }, ({ params }) => <Response><Speak>{params.count}</Speak></Response>);
  const b = level('/tb', () => <Response><Redirect>{a({ count: 'x' })}</Redirect></Response>);
  const app = await createApp({ flows: [flow('tr', { levels: [b, a] })] });
  const r = await app.inject({ method: 'POST', url: '/tb', headers: form, payload: 'CallUUID=1' });
  const r2 = await app.inject({ method: 'POST', url: '/tr?n=1', headers: form, payload: 'CallUUID=1' });
  return r.statusCode + r.body + r2.body;
});
await t('date param', async () => {
  const params = z.object({ at: z.coerce.date() });
  const a = level('/da', { params }, ({ params }) => <Response><Speak>{params.at.toISOString()}</Speak></Response>);
  const b = level('/db', () => <Response><Redirect>{a({ at: new Date(0) })}</Redirect></Response>);
  const app = await createApp({ flows: [flow('da', { levels: [b, a] })] });
  const r = await app.inject({ method: 'POST', url: '/db', headers: form, payload: 'CallUUID=1' });
  return r.statusCode + r.body;
});
await t('user error handler + 404', async () => {
  const app = Fastify();
  app.setErrorHandler((e, q, r) => r.code(500).send({ oops: String(e) }));
  app.setNotFoundHandler((q, r) => r.code(404).send('mine'));
  const f = mk();
  await app.register(plivoJsx, { flows: [f] });
  app.post('/x', () => { throw new Error('boom'); });
  const r = await app.inject({ method: 'POST', url: '/x', headers: form, payload: 'CallUUID=1' });
  const r1 = await app.inject({ method: 'GET', url: '/s4/zz?CallUUID=1' });
  const r2 = await app.inject({ method: 'GET', url: '/s4/zz' });
  const r3 = await app.inject({ method: 'HEAD', url: '/s4' });
  const r4 = await app.inject({ method: 'PUT', url: '/s4' });
  return [r, r1, r2, r3, r4].map((r) => r.statusCode + ' ' + r.headers['content-type'] + r.body.slice(0, 150)).join('\n');
});
await t('plugin own logger GET', async () => {
  const lines: string[] = [];
  const app = Fastify({ logger: { level: 'trace', stream: { write: (l: string) => void lines.push(l) } } });
  const f = mk();
  await app.register(plivoJsx, { flows: [f] });
  await app.inject({ method: 'GET', url: `/s${n}?CallUUID=1&From=15551230987` });
  return lines.filter((l) => l.includes('0987')).join('');
});
await t('pin in to', async () => {
  const lines: string[] = [];
  const params = z.object({ pin: z.string().optional() });
  const a: any = level('/pa', { params }, ({ params }) => <Response><GetDigits action={a(params)}><Speak>x</Speak></GetDigits></Response>);
  const app = await createApp({ flows: [flow('pin', { levels: [a] })], logger: { level: "info", stream: { write: (l: string) => void lines.push(l) } } as any });
  const r = await app.inject({ method: 'POST', url: '/pa?pin=4711', headers: form, payload: 'CallUUID=1&Digits=1' });
  return lines.filter((l) => l.includes('4711')).join('');
});
