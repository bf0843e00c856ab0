import { flow, level, Response, Speak } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { hideOf } from '../../src/fastify/log/hide.ts';
const lines: string[] = [];
const quiet = { level: 'trace', stream: { write: (l: string) => void lines.push(l) } } as any;
const post = (app: any, url: string, payload: string) => app.inject({ method: 'POST', url, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload }).then((r: any) => r.statusCode + ' ' + r.body.slice(38));
const C: Record<string, string> = { DigitsPressed: '987654', ConferenceDigitsMatch: '4242', DTMF: '98989', CallerName: 'Zebulon Q', Email: 'zeb@x.com', ForwardedFrom: '14155550177', DialBLegTo: 'sip:zeb123@phone.plivo.com', To: 'sip:alice%40@x', 'SIP-H-X': 'secretheader', 'X-PH-Account': 'acct-9988', Speech: 'my ssn is one two', RecordUrl: 'https://media.plivo.com/rec-canary.mp3', transcription: 'hello my name is zeb', ParticipantCallFrom: '14155550178', MPCParticipantCallerID: 'zebcaller', MemberAddress: '14155550179', StirVerification: 'x', BillRate: '0.1', PressedDigits: '11223', ALegName: 'n' };
const a: any = level('/k', ({ call }) => { const r = call.raw as any; const w = new URL('https://x/' + encodeURIComponent(JSON.stringify(r))); throw new Error(`boom ${JSON.stringify(r)} ${w} ${Object.values(r).join('/')} ${Buffer.from(String(r.Speech)).toString('base64')} ${String(r.CallerName).toUpperCase()}`); });
const app = await createApp({ flows: [flow('k', { levels: [a] })], logger: quiet });
await post(app, '/k', new URLSearchParams({ CallUUID: 'c1', ...C }).toString());
for (const [k, v] of Object.entries(C)) { if (lines.join('').includes(v)) console.log('LEAK', k, v); }
console.log(lines.join('').match(/ZEBULON Q/) ? 'upper leaks' : '');
const h = hideOf({ From: '+1 415 555 0100' });
for (const s of ['call 14155550100', '415-555-0100', '415.555.0100', '(415) 555-0100', 'tel:+14155550100', '0x14155550100', 'a14155550100b', '%2B14155550100', '4155550100', '555-0100']) console.log(s, '=>', h(s));
process.exit(0);
