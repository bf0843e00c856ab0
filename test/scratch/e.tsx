// phone against misbehaving servers
import net from 'node:net';
import { call } from 'plivo-jsx/testing';
const t = async (name: string, handler: (s: net.Socket, req: string) => void) => {
  const server = net.createServer((s) => { s.on('error', () => {}); let b=''; s.on('data', (d) => { b += d; if (b.includes('\r\n\r\n')) { const x = b; b=''; handler(s, x); } }); }).listen(0, '127.0.0.1');
  await new Promise((r) => server.on('listening', r));
  const s = performance.now();
  try { const p = await Promise.race([call(`http://127.0.0.1:${(server.address() as any).port}/a`), new Promise<never>((_, j) => setTimeout(() => j(new Error('HANG 12s')), 12000))]) as any; console.log('##', name, JSON.stringify(p.ended), p.events.filter((e: any) => e.event === 'problem' || e.event==='error').map((e: any) => JSON.stringify(e).slice(0, 200)), Math.round(performance.now() - s)); }
  catch (e: any) { console.log('##', name, 'THROWS', e?.name, e?.code, String(e?.message).slice(0, 300), Math.round(performance.now() - s)); }
  server.close(); (server as any).closeAllConnections?.();
};
const R = (body: string, h = '') => `HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n${h}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
await t('garbage', (s) => s.end('hello\r\n\r\n'));
await t('reset', (s) => s.resetAndDestroy());
await t('close', (s) => s.end());
await t('partial', (s) => { s.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nContent-Type: text/xml\r\n\r\n<Resp'); setTimeout(() => s.destroy(), 50); });
await t('huge header', (s) => s.end(`HTTP/1.1 200 OK\r\nX: ${'a'.repeat(100000)}\r\nContent-Length: 0\r\n\r\n`));
await t('infinite body', (s) => { s.write('HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nTransfer-Encoding: chunked\r\n\r\n'); const c = 'a'.repeat(65536); const w = () => { while (!s.destroyed && s.write(`10000\r\n${c}\r\n`)); if (!s.destroyed) s.once('drain', w); }; w(); });
await t('redirect loop http', (s) => s.end(`HTTP/1.1 302 Found\r\nLocation: /a\r\nContent-Length: 0\r\n\r\n`));
await t('redirect loop xml', (s) => s.end(R('<Response><Redirect>/a</Redirect></Response>')));
await t('billion laughs', (s) => s.end(R('<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><Response><Speak>&b;</Speak></Response>')));
await t('utf16', (s) => { const b = Buffer.from('\ufeff<Response/>', 'utf16le'); s.write(`HTTP/1.1 200 OK\r\nContent-Type: application/xml; charset=utf-16\r\nContent-Length: ${b.length}\r\n\r\n`); s.end(b); });
await t('invalid utf8', (s) => { const b = Buffer.from([0x3c,0x52,0xff,0xfe]); s.write(`HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nContent-Length: ${b.length}\r\n\r\n`); s.end(b); });
await t('gzip garbage', (s) => s.end(R('nope', 'Content-Encoding: gzip\r\n')));
await t('deep', (s) => s.end(R('<Response>' + '<Speak>'.repeat(6000) + '</Speak>'.repeat(6000) + '</Response>')));
await t('wait forever', (s) => s.end(R('<Response><Wait length="999999999999"/></Response>')));
await t('loop 0', (s) => s.end(R('<Response><Play loop="0">http://127.0.0.1/x.mp3</Play></Response>')));
await t('loop big', (s) => s.end(R('<Response><Speak loop="999999999">x</Speak></Response>')));
await t('204', (s) => s.end('HTTP/1.1 204 No Content\r\n\r\n'));
await t('101', (s) => s.end('HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'));
await t('100 continue loop', (s) => { for (let i = 0; i < 50; i++) s.write('HTTP/1.1 100 Continue\r\n\r\n'); s.end(R('<Response/>')); });
await t('redirect to bad', (s) => s.end(R('<Response><Redirect>http://[::</Redirect></Response>')));
await t('redirect to file', (s) => s.end(R('<Response><Redirect>file:///etc/passwd</Redirect></Response>')));
process.exit(0);
