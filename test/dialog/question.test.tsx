import { afterEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import {
  Choice,
  Confirm,
  flow,
  level,
  Menu,
  preview,
  Repeat,
  Response,
  signRequest,
  Speak,
  type Context,
  type Node,
} from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';
import { asking, baseUrl } from './asking.tsx';

afterEach(() => void vi.unstubAllEnvs());

/** What a document is rejected with. */
const rejection = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing',
    ({ message }: Error) => message.replaceAll(/\([^)]*?(\w+(?:\.test)?\.tsx):\d+:\d+\)/g, '($1)'),
  );

describe('what stands after a dialog', () => {
  const Later = async ({ children }: { children?: Node }): Promise<Node> => {
    await new Promise(setImmediate);
    return children;
  };

  test('is an error with its place, as the dialog never falls through', async () => {
    const asked = asking(({ sales, operator }) => (
      <>
        <Menu onGiveUp={operator()}>
          <Choice digit="1" next={sales()}>
            For sales, press 1.
          </Choice>
        </Menu>
        {null}
        <Speak>Never heard.</Speak>
        <Speak>Neither.</Speak>
      </>
    ));
    expect(await rejection(asked.xml())).toMatchInlineSnapshot(`
      "<Speak> stands after <Menu>, which never lets the call go on here.
        at <Speak> (question.test.tsx)
        in <Response> (asking.tsx)
        in <level /menu> (asking.tsx)
      Fix: move it before the <Menu>, or into the level that the <Menu> leads to. [E_AFTER]"
    `);
  });

  test('is an error also after dialogs inside of components, async ones too', async () => {
    const Question = ({ children }: { children?: Node }) => <>{children}</>;
    const asked = asking(({ sales, operator }) => (
      <>
        <Later>
          <Question>
            <Menu onGiveUp={operator()}>
              <Later>
                <Choice digit="1" next={sales()}>
                  For sales, press 1.
                </Choice>
              </Later>
            </Menu>
          </Question>
        </Later>
        <Later>
          <Speak>Never heard.</Speak>
        </Later>
      </>
    ));
    expect(await rejection(asked.xml())).toMatch(
      /^<Speak> stands after <Menu>, which never lets the call go on here\.\n  at <Speak> \(question/,
    );
  });

  test('is an error when it is another dialog', async () => {
    const asked = asking(({ sales, operator }) => (
      <>
        <Confirm onYes={sales()} onNo={operator()} onGiveUp={operator()}>
          You chose the third of May.
        </Confirm>
        <Menu onGiveUp={operator()}>
          <Choice digit="1" next={sales()}>
            For sales, press 1.
          </Choice>
        </Menu>
      </>
    ));
    expect(await rejection(asked.xml())).toMatch(/^<GetDigits> stands after <Confirm>/);
    const answer = await asked.xml('?__dialog=menu&__phase=answer', { Digits: '1' });
    expect(answer).toContain('<Speak>Sales.</Speak>');
  });

  test('is served in production, where nobody hears it', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    const asked = asking(({ sales, operator }) => (
      <>
        <Confirm onYes={sales()} onNo={operator()} onGiveUp={operator()}>
          You chose the third of May.
        </Confirm>
        <Speak>Never heard.</Speak>
      </>
    ));
    const phone = await asked.call();
    expect(phone.document).toMatch(/<Redirect>http:\/\/localhost\/operator<\/Redirect><\/Response>$/);
  });
});

describe('what an answer says', () => {
  const log: (string | undefined)[] = [];
  const Phase = (_props: {}, { dialog }: Context): Node => void log.push(dialog?.phase);

  test('is nothing of its own level when it leads elsewhere, and a component can ask for the phase', async () => {
    const asked = asking(({ sales, operator }) => (
      <>
        <Phase />
        <Menu onGiveUp={operator()}>
          <Choice digit="1" next={sales()}>
            For sales, press 1.
          </Choice>
        </Menu>
      </>
    ));
    const phone = await asked.call();
    await phone.press('9');
    await phone.press('1');
    expect(phone.heard.map(({ text }) => text)).toEqual([
      'Welcome.',
      'For sales, press 1.',
      'For sales, press 1.',
      'Sales.',
    ]);
    expect(log).toEqual([undefined, 'answer', 'answer']);
    expect(phone.requests).toHaveLength(3);
  });
});

describe('the address of an answer', () => {
  const bye = level('/bye', () => (
    <Response>
      <Speak>Goodbye.</Speak>
    </Response>
  ));
  const params = z.object({ name: z.string(), day: z.string().optional() });
  const seen: unknown[] = [];
  const greet = level('/greet', { params }, ({ params: { name } }, { dialog }) => {
    seen.push([name, dialog?.phase]);
    return (
      <Response>
        <Confirm onYes={bye()} onNo={greet({ name, day: 'monday' })} onGiveUp={bye()}>
          Are you {name}?
        </Confirm>
      </Response>
    );
  });
  const start = level('/start', () => (
    <Response>
      <Menu onGiveUp={bye()}>
        <Choice digit="1" next={greet({ name: 'Añá & Co' })}>
          For Añá, press 1.
        </Choice>
      </Menu>
    </Response>
  ));
  const once = level('/once', { methods: ['GET'] }, () => (
    <Response>
      <Menu onGiveUp={bye()}>
        <Choice digit="1" says="bye" next={bye()}>
          For the end, press 1.
        </Choice>
        <Repeat digit="2">To hear this again, press 2.</Repeat>
      </Menu>
    </Response>
  ));
  const flows = [flow('greet', { levels: [start, greet, bye, once] })];
  const app = createApp({ flows });

  test('keeps the parameters of the level, also those that are encoded', async () => {
    seen.length = 0;
    const phone = await call(await app, '/start');
    await phone.press('1');
    await phone.press('7');
    await phone.press('2');
    await phone.press('8');
    expect(phone.requests.map(({ path }) => path)).toEqual([
      '/start',
      '/start?__dialog=menu&__phase=answer',
      '/greet?__dialog=confirm&__phase=answer&name=~b64.QcOxw6EgJiBDbw',
      '/greet?__dialog=confirm&__nomatch=1&__phase=answer&name=~b64.QcOxw6EgJiBDbw',
      '/greet?__dialog=confirm&__phase=answer&day=monday&name=~b64.QcOxw6EgJiBDbw',
    ]);
    expect(seen).toEqual([
      ['Añá & Co', undefined],
      ['Añá & Co', 'answer'],
      ['Añá & Co', 'answer'],
      ['Añá & Co', undefined],
      ['Añá & Co', 'answer'],
    ]);
  });

  test('has nothing of the fields that Plivo sends by GET', async () => {
    const phone = await call(await app, '/start', { answerMethod: 'GET' });
    expect(phone.document).toContain('action="http://localhost/start?__dialog=menu&amp;__phase=answer"');
    await phone.press('9');
    expect(phone.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /start',
      'POST /start?__dialog=menu&__phase=answer',
    ]);
  });

  test('has nothing that somebody added to the address in Plivo’s console', async () => {
    const phone = await call(await app, '/start?tenant=1&utm_source=x');
    await phone.press('9');
    await phone.press('1');
    expect(phone.requests.map(({ path }) => path)).toEqual([
      '/start?tenant=1&utm_source=x',
      '/start?__dialog=menu&__phase=answer',
      '/start?__dialog=menu&__nomatch=1&__phase=answer',
    ]);
    expect(phone.heard.at(-1)?.text).toMatch(/^If that is right/);
  });

  test('is requested by GET where the level answers GET alone, and never holds a key', async () => {
    const phone = await call(await app, '/once', { answerMethod: 'GET' });
    await phone.press('2');
    await phone.press('2');
    expect(phone.document?.match(/<GetInput .*?>/g)?.[0]).toBe(
      '<GetInput action="http://localhost/once?__dialog=menu&amp;__phase=answer&amp;__repeats=2" method="GET" inputType="dtmf speech" executionTimeout="7" numDigits="1" finishOnKey="none" speechModel="command_and_search" hints="bye">',
    );
    await phone.press('1');
    expect(phone.heard.at(-1)?.text).toBe('Goodbye.');
  });

  const signed = createApp({ flows, publicUrl: baseUrl, authTokens: ['secret'] });
  const post = async (path: string, params: Record<string, string>, nonce: string) =>
    (await signed).inject({
      method: 'POST',
      url: path,
      payload: new URLSearchParams(params).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...signRequest({ method: 'POST', url: baseUrl + path, params, nonce }, 'secret'),
      },
    });

  test('keeps the retry marker away from the parameters, and adds it again', async () => {
    const { body } = await post('/greet?__again=1&name=Ana', { CallUUID: 'c1', Event: 'Redirect' }, 'n1');
    expect(body).toContain(
      'action="https://ivr.example/greet?__again=1&amp;__dialog=confirm&amp;__phase=answer&amp;name=Ana"',
    );
  });

  test('gets the same reply when Plivo sends the same answer again', async () => {
    seen.length = 0;
    const answer = () =>
      post('/greet?__dialog=confirm&__phase=answer&name=Ana', { CallUUID: 'c2', Digits: '7' }, 'n2');
    const replies = [...(await Promise.all([answer(), answer()])), await answer()];
    expect(new Set(replies.map(({ body }) => body)).size).toBe(1);
    expect(replies[2]?.body).toContain('__nomatch=1');
    expect(seen).toEqual([['Ana', 'answer']]);
  });

  test('with counts that nobody could reach gives up at once', async () => {
    const xml = await preview(flows, '/greet?__dialog=confirm&__nomatch=42&__phase=begin&name=Ana', {
      baseUrl,
    });
    expect(xml).toContain('<Speak>Goodbye.</Speak>');
  });
});

describe('the limits of a question', () => {
  test.each([0, 10, 1.5, Number.NaN, '3' as unknown as number])(
    'refuse %s tries, with the place',
    async (tries) => {
      const asked = asking(({ sales, operator }) => (
        <Confirm onYes={sales()} onNo={operator()} onGiveUp={operator()} tries={tries}>
          Is that right?
        </Confirm>
      ));
      expect(await rejection(asked.xml())).toBe(
        [
          '<Confirm> has a number of tries that cannot be used.',
          '  at <Confirm> (question.test.tsx)',
          '  in <Response> (asking.tsx)',
          '  in <level /menu> (asking.tsx)',
          'Fix: give a whole number from 1 to 9. [E_DIALOG_PROP]',
        ].join('\n'),
      );
    },
  );

  test.each([1, 9])('allow %s tries', async (tries) => {
    const asked = asking(({ sales, operator }) => (
      <Confirm onYes={sales()} onNo={operator()} onGiveUp={operator()} tries={tries}>
        Is that right?
      </Confirm>
    ));
    expect((await asked.xml()).match(/<GetDigits/g)).toHaveLength(tries);
  });

  test.each([-0.1, 1.1, Number.NaN])('refuse a confidence of %s', async (confidence) => {
    const asked = asking(({ sales, operator }) => (
      <Menu onGiveUp={operator()} confidence={confidence}>
        <Choice digit="1" next={sales()}>
          For sales, press 1.
        </Choice>
      </Menu>
    ));
    expect(await rejection(asked.xml())).toMatch(
      /^<Menu> has a confidence that cannot be used\.\n  at <Menu> \(question.test.tsx\)/,
    );
  });

  test.each(['my menu', '1st', '', 'a'.repeat(33)])('refuse the name “%s”', async (name) => {
    const asked = asking(({ sales, operator }) => (
      <Confirm onYes={sales()} onNo={operator()} onGiveUp={operator()} name={name}>
        Is that right?
      </Confirm>
    ));
    expect(await rejection(asked.xml())).toMatch(
      /^<Confirm> has a name that cannot be written into an address\.\n  at <Confirm> \(question/,
    );
  });

  test('refuse two dialogs of one name: an answer could be for either', async () => {
    const asked = asking(({ sales, operator }) => (
      <>
        <Confirm onYes={sales()} onNo={operator()} onGiveUp={operator()} name="which">
          Is that right?
        </Confirm>
        <Menu onGiveUp={operator()} name="which">
          <Choice digit="1" next={sales()}>
            For sales, press 1.
          </Choice>
        </Menu>
      </>
    ));
    expect(await rejection(asked.xml())).toMatch(/^<Menu> has the name which, as a dialog before it\./);
  });

  test('refuse a dialog that no level serves', async () => {
    const { render } = await import('plivo-jsx');
    expect(() =>
      render(
        <Response>
          <Confirm onYes={'/a' as never} onNo={'/b' as never} onGiveUp={'/c' as never} />
        </Response>,
      ),
    ).toThrow(/^<Confirm> posts the answer back to its level, and this document belongs to no level\./);
  });
});
