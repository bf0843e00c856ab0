import Fastify from 'fastify';
import net from 'node:net';
import { flow, level, callback, Response, Speak, Redirect, GetDigits, Dial, Number as Num, Play, Conference, Record } from 'plivo-jsx';
import plivoJsx, { createApp } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';
import { z } from 'zod';
import * as zm from 'zod/mini';
const t = async (name: string, f: () => Promise<unknown>) => { try { console.log('##', name, '\n', await f()); } catch (e: any) { console.log('##', name, 'THROWS', e?.stack?.slice(0,600)); } };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const quiet = (lines: string[]) => ({ level: 'trace', stream: { write: (l: string) => void lines.push(l) } }) as any;
const post = (app: any, url: string, payload: string) => app.inject({ method: 'POST', url, headers: form, payload }).then((r: any) => r.statusCode + ' ' + r.body.slice(38));
await t('second try in GetDigits chain', async () => {
  let n = 0;
  const a: any = level('/a', async ({ call }) => { n++; if (n === 1) await new Promise((r) => setTimeout(r, 150)); return <Response><GetDigits action={b()}><Speak>x</Speak></GetDigits><Dial action={b()}><Num>+15551234567</Num></Dial></Response>; });
  const b: any = level('/a/b', ({ call }) => <Response><Speak>{call.kind}</Speak></Response>);
  const app = await createApp({ flows: [flow('a', { levels: [a, b] })], deadline: 50 });
  return [await post(app, '/a', 'CallUUID=1'), await post(app, '/a?__again=1', 'CallUUID=1'), await post(app, '/a/b?__again=1&__again=2', 'CallUUID=1&DialStatus=busy')];
});
await t('prototype-ish params', async () => {
  const a: any = level('/c', { params: z.object({ toString: z.string().optional() }) as any }, ({ params }: any) => <Response><Speak>{typeof params.toString}</Speak></Response>);
  const app = await createApp({ flows: [flow('c', { levels: [a] })] });
  return [await post(app, '/c?toString=x', 'CallUUID=1'), await post(app, '/c?constructor=x', 'CallUUID=1'), await post(app, '/c?hasOwnProperty=1', 'CallUUID=1')];
});
await t('callback by GET; methods', async () => {
  const seen: any[] = [];
  const cb: any = callback('/d/cb', { methods: ['GET'], params: z.object({ id: z.string() }) as any }, ({ params, call }: any) => void seen.push([params, call.kind]));
  const a: any = level('/d', () => <Response><Dial callbackUrl={cb({ id: 'x' })} callbackMethod="GET"><Num>+15551234567</Num></Dial></Response>);
  const app = await createApp({ flows: [flow('d', { levels: [a, cb] })] });
  const r = await app.inject({ method: 'GET', url: '/d/cb?id=x&DialAction=answer&DialBLegUUID=1&CallUUID=1&transcription=hello&duration=4' });
  return [await post(app, '/d', 'CallUUID=1'), r.statusCode, r.body, seen];
});
await t('async schema', async () => {
  const a: any = level('/e', { params: z.object({ id: z.string().refine(async (s) => { await 1; return s === 'ok'; }) }) as any }, ({ params }: any) => <Response><Speak>{params.id}</Speak></Response>);
  const app = await createApp({ flows: [flow('e', { levels: [a] })] });
  return [await post(app, '/e?id=ok', 'CallUUID=1'), await post(app, '/e?id=no', 'CallUUID=1')];
});
await t('schema returning thenable / hanging / junk', async () => {
  const mk = (p: string, v: any): any => level(p as any, { params: { '~standard': { version: 1, vendor: 'x', validate: v } } as any }, ({ params }: any) => <Response><Speak>{JSON.stringify(params)}</Speak></Response>);
  const ls = [mk('/f/1', () => ({ then: (r: any) => r({ value: {} }) })), mk('/f/2', () => new Promise(() => {})), mk('/f/3', () => undefined), mk('/f/4', () => ({ value: undefined })), mk('/f/5', () => ({ value: null })), mk('/f/6', () => { throw new Error('x'); }), mk('/f/7', () => ({ value: 5 }))];
  const app = await createApp({ flows: [flow('f', { levels: ls as any })], deadline: 100 });
  const out: any[] = []; for (let i = 1; i <= 7; i++) out.push(i, (await post(app, `/f/${i}`, 'CallUUID=1')).slice(0, 90)); return out;
});
await t('component returns junk', async () => {
  const js: [string, any][] = [['undefined', undefined], ['null', null], ['string', 'x'], ['number', 5], ['array', [<Response />]], ['fn', () => 1], ['Speak', <Speak>x</Speak>], ['obj', {}], ['stringxml', '<Response/>']];
  const ls = js.map(([n, v]) => level(`/g/${n}` as any, () => v));
  const app = await createApp({ flows: [flow('g', { levels: ls as any })] });
  const out: any[] = []; for (const [n] of js) out.push(n, (await post(app, `/g/${n}`, 'CallUUID=1')).slice(0, 70)); return out;
});
await t('CallUUID array / odd', async () => {
  const lines: string[] = [];
  const a: any = level('/h', ({ call }) => <Response><Speak>{String(call.callUuid)}|{String(call.digits)}|{String(call.from)}</Speak></Response>);
  const app = await createApp({ flows: [flow('h', { levels: [a] })], logger: quiet(lines) });
  const out = [await post(app, '/h', 'CallUUID=1&CallUUID=2&Digits=1&Digits=2&From=1'), await post(app, '/h', 'CallUUID=' + 'x'.repeat(50000)), await post(app, '/h', 'CallUUID=1&Digits=%F0%9F'), await post(app, '/h', 'CallUUID=%1b[31m%0aX&Digits=12')];
  return [out.map((x) => x.slice(0, 120)), lines.map((l) => l.length)];
});
await t('raw requests', async () => {
  const a: any = level('/i', () => <Response><Speak>x</Speak></Response>);
  const app = await createApp({ flows: [flow('i', { levels: [a] })] });
  await app.listen({ port: 0 }); const port = (app.server.address() as any).port;
  const raw = (s: string) => new Promise<string>((r) => { const c = net.connect(port, '127.0.0.1'); let o = ''; c.on('data', (d) => o += d); c.on('close', () => r(o.replace(/\r\nDate.*?\r\n/, '\r\n').split('\r\n')[0] + ' | ' + o.split('\r\n\r\n')[1]?.slice(0, 60))); c.on('error', (e) => r('ERR ' + e.message)); c.write(s, 'latin1'); setTimeout(() => c.end(), 600); });
  const body = 'CallUUID=1'; const H = `Host: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n`;
  const out: any = {};
  for (const [k, s] of Object.entries({
    abs: `POST http://evil.com/i HTTP/1.1\r\n${H}\r\n${body}`, dbl: `POST //i HTTP/1.1\r\n${H}\r\n${body}`, up: `POST /I HTTP/1.1\r\n${H}\r\n${body}`, slash: `POST /i/ HTTP/1.1\r\n${H}\r\n${body}`, semi: `POST /i;x=1 HTTP/1.1\r\n${H}\r\n${body}`, semi2: `POST /i;lang=1?x HTTP/1.1\r\n${H}\r\n${body}`, enc: `POST /%69 HTTP/1.1\r\n${H}\r\n${body}`, frag: `POST /i#x HTTP/1.1\r\n${H}\r\n${body}`, star: `OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n`, connect: `CONNECT /i HTTP/1.1\r\nHost: a\r\n\r\n`, upgrade: `GET /i?CallUUID=1 HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n`, expect: `POST /i HTTP/1.1\r\nExpect: foo\r\n${H}\r\n${body}`, expect100: `POST /i HTTP/1.1\r\nExpect: 100-continue\r\n${H}\r\n${body}`, h10: `POST /i HTTP/1.0\r\n${H}\r\n${body}`, nohost: `POST /i HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 10\r\n\r\n${body}`, hostinj: `POST /i HTTP/1.1\r\nHost: a"><x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 10\r\n\r\n${body}`, getbody: `GET /i HTTP/1.1\r\n${H}\r\n${body}`, highbyte: `GET /i?\xe9=1&CallUUID=1 HTTP/1.1\r\nHost: a\r\n\r\n`, q2: `GET /i?a?b&CallUUID=1 HTTP/1.1\r\nHost: a\r\n\r\n`, query: `QUERY /i HTTP/1.1\r\nHost: a\r\n\r\n`, })) out[k] = await raw(s as string);
  await app.close(); return out;
});
process.exit(0);
