import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  Choice,
  Collect,
  Confirm,
  flow,
  Hangup,
  level,
  Menu,
  Repeat,
  Response as Document,
  signRequest,
  Speak,
  Transfer,
  Voicemail,
} from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';
import { replaceFlows } from '../../src/fastify/flow-routes.ts';
import { heard, serve, type Served } from './served.ts';

const bye = level('/bye', () => (
  <Document>
    <Speak>Goodbye.</Speak>
    <Hangup />
  </Document>
));
const menu = level('/menu', () => (
  <Document>
    <Speak>Welcome.</Speak>
    <Menu onGiveUp={bye()}>
      <Choice digit="1" says="sales" next={bye()}>
        For sales, press 1.
      </Choice>
      <Repeat digit="*">To hear this again, press star.</Repeat>
    </Menu>
  </Document>
));
const collect = level('/collect', { params: z.object({ tenant: z.string().optional() }) }, () => (
  <Document>
    <Collect digits={4} read={z.string()} readBack={() => 'That one.'} onGiveUp={bye()} next={() => bye()}>
      Four keys.
    </Collect>
  </Document>
));
const confirm = level('/confirm', () => (
  <Document>
    <Confirm onYes={bye()} onNo={bye()} onGiveUp={bye()}>
      Really.
    </Confirm>
  </Document>
));
const transfer = level('/transfer', () => (
  <Document>
    <Transfer to="+14155550100" whisper="Press 1." acceptKey="1" onCompleted={bye()} onUnanswered={bye()} />
  </Document>
));
const messages: string[] = [];
const voicemail = level('/voicemail', () => (
  <Document>
    <Voicemail onMessage={({ recordUrl }) => void messages.push(recordUrl)} onNothing={bye()} next={bye()} />
  </Document>
));
const plain = level('/plain', () => (
  <Document>
    <Speak>Plain.</Speak>
  </Document>
));
const levels = [menu, collect, confirm, transfer, voicemail, plain, bye] as const;
const dialogs = flow('dialogs', { levels });

let app: Served;
beforeAll(async () => {
  app = await serve({ flows: [dialogs], development: true, deadline: 2_000 });
});
afterAll(() => app.close());
const post = (path: string, fields: Record<string, string> = {}) =>
  app.post(path, { CallUUID: 'c-1', Digits: '9', ...fields });

const apology = ['We are sorry, something went wrong on our side. Please call again later. Goodbye.'];

describe('keys of a dialog that no document has', () => {
  test.each([
    [
      'an unknown phase begins the dialog',
      '/menu?__dialog=menu&__phase=guess',
      ['Welcome.', 'For sales, press 1.'],
    ],
    ['no phase, and the level begins', '/menu?__dialog=menu', ['Welcome.', 'For sales, press 1.']],
    [
      'no dialog, and the level begins',
      '/menu?__phase=answer&__nomatch=2',
      ['Welcome.', 'For sales, press 1.'],
    ],
    [
      'another dialog, and the level begins',
      '/menu?__dialog=gone&__phase=answer',
      ['Welcome.', 'For sales, press 1.'],
    ],
    ['a level without a dialog', '/plain?__dialog=menu&__phase=answer&__noinput=9', ['Plain.']],
    ['a count of 99 gives up', '/menu?__dialog=menu&__phase=answer&__nomatch=99', ['Goodbye.']],
    [
      'a count that is none counts as 0',
      '/menu?__dialog=menu&__phase=answer&__nomatch=-1',
      ['For sales, press 1.'],
    ],
    [
      'a count of 3 digits counts as 0',
      '/menu?__dialog=menu&__phase=answer&__nomatch=100',
      ['For sales, press 1.'],
    ],
    ['a long name is no dialog', `/menu?__dialog=${'m'.repeat(33)}&__phase=answer`, ['Welcome.']],
    ['a key twice is no dialog', '/menu?__dialog=menu&__dialog=menu&__phase=answer', ['Welcome.']],
    ['read back without a session asks anew', '/collect?__dialog=collect&__phase=confirm', ['Four keys.']],
    ['the whisper of a menu is an apology', '/menu?__dialog=menu&__phase=whisper', apology],
  ])('%s', async (_, path, said) => {
    const reply = await heard(await post(path));
    expect(reply.said.slice(0, said.length)).toEqual(said);
  });
  test('a key that is not reserved starts the flow over, as any other unknown parameter does', async () => {
    expect((await heard(await post('/plain?__dialogs=menu'))).said).toEqual(['Let us start over.']);
  });
  test.each(['/menu?__dialog=menu&__phase=notice', '/plain?__dialog=voicemail&__phase=notice'])(
    'a notice that no dialog takes gets 200 and nothing: %s',
    async (path) => {
      const reply = await post(path);
      expect([reply.status, await reply.text()]).toEqual([200, '']);
    },
  );
  test('a notice for a dialog that is gone is an error in the log', async () => {
    app.taken();
    await post('/plain?__dialog=voicemail&__phase=notice');
    expect(app.taken()[0]).toMatchObject({ level: 'error', event: 'callback', reason: 'callback' });
  });
  test('__proto__ is rejected, as in any address', async () => {
    expect((await post('/menu?__dialog=__proto__&__phase=answer')).status).toBe(400);
  });
  test('a whisper by GET is refused as any GET is of a level that answers POST only', async () => {
    expect((await app.get('/transfer?__dialog=transfer&__phase=whisper&CallUUID=c-1')).status).toBe(405);
  });
  test('whatever they are, the reply is 200 and a document, or nothing for a notice', async () => {
    const odd = fc.oneof(
      fc.constantFrom('menu', 'collect', 'confirm', 'transfer', 'voicemail', 'menu2', 'constructor', ''),
      fc.stringMatching(/^[A-Za-z0-9~.-]{0,40}$/),
    );
    const phase = fc.oneof(
      fc.constantFrom('begin', 'answer', 'confirm', 'whisper', 'notice', 'constructor'),
      fc.stringMatching(/^[A-Za-z0-9~.-]{0,40}$/),
    );
    const count = fc.oneof(fc.nat(120).map(String), fc.stringMatching(/^[\w~.-]{0,5}$/));
    const item = fc.oneof(
      fc.tuple(fc.constantFrom('__dialog'), odd),
      fc.tuple(fc.constantFrom('__phase'), phase),
      fc.tuple(fc.constantFrom('__noinput', '__nomatch', '__repeats', '__again'), count),
    );
    const asked = fc.record({
      path: fc.constantFrom(...levels.map(({ path }) => path)),
      state: fc.option(fc.tuple(odd, phase), { nil: undefined }),
      items: fc.array(item, { maxLength: 5 }),
      Digits: fc.stringMatching(/^[0-9*#]{0,6}$/),
      DialStatus: fc.constantFrom('completed', 'busy', 'odd', ''),
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ path, state, items, ...fields }) => {
        const known = state === undefined ? [] : [`__dialog=${state[0]}`, `__phase=${state[1]}`];
        const query = [...known, ...items.map((pair) => pair.join('='))].join('&');
        const reply = await app.post(`${path}?${query}`, {
          CallUUID: 'fuzz',
          From: '14155550100',
          ...fields,
        });
        const isNotice = reply.headers.get('content-type') === null;
        const { status, xml } = isNotice
          ? { status: reply.status, xml: await reply.text() }
          : { status: 200, ...(await heard(reply)) };
        expect([status, isNotice]).toEqual([200, xml === '']);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
  test('cannot be written by anybody but Plivo: they are signed', async () => {
    const [publicUrl, token] = ['https://ivr.example.com', 'made_up_token'];
    const live = await serve({ flows: [dialogs], publicUrl, authTokens: [token] });
    const fields = { CallUUID: 'c-1', Digits: '9' };
    const path = '/menu?__dialog=menu&__nomatch=2&__phase=answer';
    const headers = { ...signRequest({ method: 'POST', url: publicUrl + path, params: fields }, token) };
    const altered = [
      path.replace('=2', '=1'),
      path.replace('answer', 'notice'),
      path.replace('&__nomatch=2', ''),
      `${path}&__repeats=1`,
      path.replace('/menu', '/confirm'),
    ];
    for (const forged of altered) expect((await live.post(forged, fields, headers)).status).toBe(403);
    expect((await heard(await live.post(path, fields, headers))).said).toEqual(['Goodbye.']);
    await live.close();
  });
});

describe('the address of an answer', () => {
  test('leaves out what somebody added to the answer URL in Plivo’s console', async () => {
    const added = level('/added', () => (
      <Document>
        <Menu onGiveUp={end()}>
          <Choice digit="1" next={end()}>
            Press 1.
          </Choice>
        </Menu>
      </Document>
    ));
    const end = level('/added/end', () => <Document />);
    const served = await createApp({ flows: [flow('added', { levels: [added, end] })] });
    const phone = await call(served, '/added?utm_source=ads&tenant-Id=1');
    await phone.press('1');
    expect(phone.requests.map(({ path }) => path)).toEqual([
      '/added?utm_source=ads&tenant-Id=1',
      '/added?__dialog=menu&__phase=answer',
    ]);
  });
  test('keeps the parameters of the level, and not the retry marker', async () => {
    const { next } = await heard(
      await post('/collect?__again=1&tenant=7&__dialog=collect&__phase=answer', { Digits: '12' }),
    );
    expect(next[0]).toBe(
      'GetDigits https://ivr.example.com/collect?__dialog=collect&__nomatch=1&__phase=answer&tenant=7',
    );
  });
});

describe('the log and the metrics', () => {
  test('tell the dialog, its phase, its tries and the level that answers, and no key', async () => {
    const served = await serve({ flows: [dialogs] });
    const sent = { CallUUID: 'c-1' };
    await served.post('/menu', sent);
    await served.post('/menu?__dialog=menu&__noinput=1&__phase=answer', { ...sent, Digits: '99' });
    await served.post('/menu?__dialog=menu&__noinput=1&__nomatch=1&__phase=answer', { ...sent, Digits: '1' });
    await served.post('/collect?__dialog=collect&__phase=answer&tenant=471108', { ...sent, Digits: '4711' });
    await served.post('/transfer?__dialog=transfer&__phase=whisper', sent);
    await served.post('/voicemail?__dialog=voicemail&__phase=notice', sent);
    expect(served.taken().map(({ msg }) => msg)).toEqual([
      'call c-1  answer  POST /menu  →  GetInput /menu (menu answer), Redirect /bye  (… ms)',
      'call c-1  getdigits-action  POST /menu (menu answer, noInput 1)  →  GetInput /menu (menu answer, noMatch 1), Redirect /bye  (… ms)',
      'call c-1  getdigits-action  POST /menu (menu answer, noInput 1, noMatch 1)  →  /bye: Hangup  (… ms)',
      'call c-1  getdigits-action  POST /collect tenant=[hidden] (collect answer)  →  GetDigits /collect?tenant=[hidden] (collect confirm), Redirect /bye  (… ms)',
      'call c-1  answer  POST /transfer (transfer whisper)  →  end of document  (… ms)',
      'call c-1  answer  POST /voicemail (voicemail notice)  →  nothing (a notice)  (… ms)',
    ]);
    expect(served.written()).not.toMatch(/4711/);
    expect(await served.counted()).toEqual([
      'ivr_input_total{reason="none"} 1',
      'ivr_input_total{reason="unknown"} 1',
    ]);
    await served.close();
  });
  test('count silence once, whatever the caller does next', async () => {
    const served = await serve({ flows: [dialogs] });
    for (const state of ['__noinput=2', '__noinput=2&__nomatch=1', '__noinput=2&__repeats=1'])
      await served.post(`/confirm?__dialog=confirm&__phase=answer&${state}`, {
        CallUUID: 'c-1',
        Digits: '1',
      });
    const retry = '/confirm?__again=1&__dialog=confirm&__noinput=2&__phase=answer';
    await served.post(retry, { CallUUID: 'c-1', Event: 'Redirect' });
    expect(await served.counted()).toEqual(['ivr_input_total{reason="none"} 2']);
    await served.close();
  });
});

describe('flows that are replaced during a call', () => {
  test('take a choice that is gone for a no-match, and a dialog that is gone for a beginning', async () => {
    const make = (text: string, digit: '1' | '2', name?: string) => {
      const at = level('/clinic', () => (
        <Document>
          <Speak>{text}</Speak>
          <Menu name={name} onGiveUp={over()} noMatch="Not an option.">
            <Choice digit={digit} next={over()}>
              {`Press ${digit}.`}
            </Choice>
          </Menu>
        </Document>
      ));
      const over = level('/clinic/over', () => <Document />);
      return flow('clinic', { levels: [at, over] });
    };
    const served = await createApp({ flows: [make('Old.', '1')] });
    const phone = await call(served, '/clinic');
    replaceFlows(served, [make('New.', '2')]);
    await phone.press('1');
    replaceFlows(served, [make('Newest.', '1', 'other')]);
    await phone.press('2');
    expect(phone.heard.map(({ text }) => text)).toEqual([
      'Old.',
      'Press 1.',
      'Not an option.',
      'Press 2.',
      'Newest.',
      'Press 1.',
    ]);
  });
});
