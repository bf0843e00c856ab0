import { flow, level, Response, Speak } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
process.on('unhandledRejection', (e) => console.log('UNHANDLED', String(e)));
const sleep = (ms: number) => new Promise((r) => setTimeout(r, ms));
const A = async () => { await sleep(5); throw new Error('a'); }; const B = async () => { await sleep(20); throw new Error('b'); };
const C = async () => { await sleep(2); return <Speak><Response/></Speak>; };
for (const development of [true, false]) {
  const p = development ? '/d' : '/p';
  const bad = level(`${p}/x` as any, () => <Response><A /><B /></Response> as any);
  const bad2 = level(`${p}/y` as any, () => <Response><C /><B /></Response> as any);
  const app = await createApp({ flows: [flow('x' + development, { levels: [bad, bad2] as any })], development });
  for (const q of ['/x', '/y']) { const r = await app.inject({ method: 'POST', url: p + q, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'CallUUID=1' }); console.log(r.statusCode, r.body.slice(38)); await sleep(50); }
}
