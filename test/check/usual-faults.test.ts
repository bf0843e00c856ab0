/* Small servers that make the usual mistakes of phone menus: each is caught by its rule, with a script that shows it. */
import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { explore } from '../../src/check/explore.ts';
import type { Transport, TransportReply } from '../../src/phone/index.ts';
import { documentsOf, replay } from './replay.ts';
import { isShown } from './seeded/shown.ts';
import { ask, bye, dial, goTo, say, serving, url, type Asked } from './servers.ts';

/** What is found by a rule; errors are shown by their scripts. */
async function caught(transport: Transport, rule: string) {
  const graph = await explore(url, { transport });
  const found = check(graph).filter(({ rule: { id } }) => id === rule);
  const errors = found.filter((finding) => finding.rule.level === 'error');
  for (const error of errors) expect([error, await isShown(transport, graph, error)]).toEqual([error, true]);
  return found.map(({ script, sentence }) => `"${script}" ${sentence}`);
}

const reply = (body: string, status = 200, type = 'text/xml'): TransportReply => ({
  status,
  headers: { 'content-type': type },
  body,
});

test('a menu that asks again and again while nobody is there', async () => {
  const shop = ({ path }: Asked) =>
    path === '/ivr' ? ask('/choice', 'For sales, press 1.') + say('I heard nothing.') + goTo('/ivr') : bye;
  expect(await caught(serving(shop), 'R001')).toEqual([
    '"silence silence silence" A caller who says and presses nothing never reaches an end: /ivr comes again and again.',
  ]);
});

test('Spanish in an English voice', async () => {
  const shop = ({ path }: Asked) =>
    path === '/ivr'
      ? ask('/choice', 'For English, press 1. Para español, oprima 2.') + bye
      : say('Gracias por llamar. Adiós.') + '<Hangup/>';
  expect(await caught(serving(shop), 'R102')).toEqual([
    '"1" The text of <Speak> (line 1 of /choice) is Spanish, and its language is en-US.',
  ]);
});

test('an outcome of a transfer that was forgotten', async () => {
  const answers: { readonly [status: string]: string } = {
    completed: bye,
    busy: say('They are talking.') + bye,
    'no-answer': say('Nobody is there.') + bye,
    cancel: bye,
  };
  const shop = ({ path, fields }: Asked) =>
    path === '/ivr' ? say('One moment.') + dial('action="/done"') : (answers[fields['DialStatus']!] ?? 500);
  expect(await caught(serving(shop), 'R005')).toEqual([
    '"dial:failed" The action of <Dial> (/done) replied with status 500, and Plivo takes only 2xx. Plivo ends the call with 7012 Error Reaching Action URL.',
  ]);
});

test('an ampersand that is not escaped', async () => {
  const shop: Transport = async ({ url: asked }) =>
    reply(
      asked === url
        ? `<Response>${ask('/choice', 'Press 1.')}${bye}</Response>`
        : '<Response><Speak>Smith & Sons.</Speak></Response>',
    );
  expect(await caught(shop, 'R004')).toEqual([
    expect.stringMatching(
      /^"1" The action of <GetDigits> \(\/choice\): .*&.* Plivo ends the call with 8012 Invalid Action XML\.$/,
    ),
  ]);
});

test('an error page in JSON', async () => {
  const shop: Transport = async ({ url: asked, body = '' }) =>
    asked === url
      ? reply(`<Response>${ask('/choice', 'Press 1 or 2.')}${bye}</Response>`)
      : body.includes('Digits=2')
        ? reply('{"error":"Internal Server Error"}', 200, 'application/json')
        : reply(`<Response>${bye}</Response>`);
  expect(await caught(shop, 'R004')).toEqual([
    '"2" The action of <GetDigits> (/choice): The reply is JSON, and Plivo reads XML. Plivo ends the call with 8012 Invalid Action XML.',
  ]);
});

test("another vendor's elements", async () => {
  const shop = () => '<Gather action="/choice"><Say>Press 1.</Say></Gather>';
  expect(await caught(serving(shop), 'R004')).toEqual([
    expect.stringMatching(/^"" The answer URL \(\/ivr\): There is no Plivo element <Gather>\./),
  ]);
});

test('one variable for all callers', async () => {
  let language = 'en';
  const shop = ({ path, fields }: Asked) => {
    if (path === '/ivr') return ask('/language', 'Press 1 or 2.', 'numDigits="1" validDigits="12"') + bye;
    if (path === '/menu') return say(language === 'en' ? 'Welcome.' : 'Bienvenidos.') + bye;
    language = fields['Digits'] === '1' ? 'en' : 'es';
    return goTo('/menu');
  };
  const graph = await explore(url, { transport: serving(shop) });
  expect(graph.state).toBe('shared');
  expect(check(graph).map(({ rule }) => rule.id)).toContain('R012');
});

test('state by call, in which the second wrong key leads nowhere', async () => {
  const tries = new Map<string, number>();
  const shop = ({ path, fields }: Asked) => {
    const { CallUUID: call = '', Digits: digits } = fields;
    if (path === '/ivr') return ask('/choice', 'Press 1.') + bye;
    if (digits === '1') return bye;
    tries.set(call, (tries.get(call) ?? 0) + 1);
    return tries.get(call) === 1 ? ask('/choice', 'Press 1, please.') + bye : 404;
  };
  const transport = serving(shop);
  const graph = await explore(url, { transport });
  expect(graph.state).toBe('call');
  const [finding] = check(graph).filter(({ rule }) => rule.id === 'R005');
  expect(finding?.script).toMatch(/^[^1] [^1]$/);
  const call = await replay(url, transport, finding!.script);
  expect(call.ended?.code).toBe(7012);
  expect(await documentsOf(url, transport, finding!.script)).toHaveLength(2);
});
