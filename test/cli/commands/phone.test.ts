import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { flow, GetDigits, level, Response } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { jsx } from 'plivo-jsx/jsx-runtime';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { outcomeOf } from '../run-command.ts';
import { runMain } from '../run-main.ts';
import { isInstalled } from '../../support/programs.ts';
import { bin } from '../../support/shipped.ts';

/** Documents as any server may serve them, by path. */
const documents: { readonly [path: string]: string } = {
  '/menu':
    '<Response><GetDigits action="BASE/choice" numDigits="1" timeout="4"><Speak>Press 1 or 2.</Speak></GetDigits><Speak>Nothing was pressed.</Speak></Response>',
  '/choice':
    '<Response><Speak language="es-ES" voice="MAN">Gracias.</Speak><Dial><Number>+15550123456</Number></Dial><Hangup/></Response>',
  '/record': '<Response><Record action="BASE/recorded"/></Response>',
  '/recorded': '<Response><Speak>Thank you.</Speak></Response>',
  '/failing': '<Response><Speak>We are sorry.</Speak></Response>',
  '/twilio': '<Response><Say>Hello.</Say></Response>',
};

const menu = level('/shop', () =>
  jsx(Response, { children: jsx(GetDigits, { action: orders(), numDigits: 1 }) }),
);
const orders = level('/shop/orders', () => {
  throw new Error('No database.');
});
const shop = flow('shop', { levels: [menu, orders] });

let server: Server;
let base: string;
/** What the server says of its failure. */
let failure: string;
const asked: { readonly path: string; readonly body: string; readonly signature: string | undefined }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const signature = request.headers['x-plivo-signature-v3'] as string | undefined;
      asked.push({ path: request.url!, body, signature });
      const document = documents[new URL(request.url!, base).pathname];
      if (request.url === '/failing') response.setHeader('x-plivo-jsx-failure', failure);
      response.writeHead(document === undefined ? 404 : 200, { 'content-type': 'text/xml' });
      response.end(document?.replaceAll('BASE', base));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

const phone = (url: string, ...flags: string[]) => runMain(['phone', base + url, ...flags]);

describe('plivo-jsx phone with a script', () => {
  test('prints what the caller hears and does, with call times, and exits with 0', async () => {
    const { code, stdout, stderr } = await phone('/menu', '--script', '2 dial:busy');
    expect(stdout).toBe(
      [
        '  0:00.0  the call is answered',
        '  0:00.0  “Press 1 or 2.” (en-US, WOMAN)',
        '  0:01.8  waits 4 s for a key  keys 1234567890*#',
        '  0:01.8  caller presses 2',
        '  0:01.8  “Gracias.” (es-ES, MAN)',
        '  0:02.7  calls +15550123456 for at most 30 s',
        '  0:07.7  +15550123456: refused  3010 Busy Line',
        '  0:07.7  dial is over: busy',
        '  0:07.7  ended: 4000 Normal Hangup',
        '',
      ].join('\n'),
    );
    expect([code, stderr]).toEqual([0, '']);
  });

  test('goes on in silence when the script is over', async () => {
    const { code, stdout } = await phone('/menu', '--script', '');
    expect(stdout).toContain('nothing was pressed or said\n');
    expect(stdout).toContain('Nothing was pressed.');
    expect(stdout).toContain('ended: 4010 End Of XML Instructions\n');
    expect(code).toBe(0);
  });

  test('tells with --json one event a line, the end last, and nothing else', async () => {
    const { stdout } = await phone('/menu', '--script', '1 dial:no-answer', '--json');
    const events = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string });
    expect(events.map(({ event }) => event)).toEqual(
      'request document answer speak ask press input request document speak dial leg dialed ended'.split(' '),
    );
    expect(events[3]).toEqual({
      at: 0,
      event: 'speak',
      text: 'Press 1 or 2.',
      language: 'en-US',
      voice: 'WOMAN',
    });
    expect(events.at(-1)).toMatchObject({ event: 'ended', code: 4000, name: 'Normal Hangup' });
  });

  test('a caller who hangs up during the first prompt', async () => {
    const { code, stdout } = await phone('/menu', '--script', 'wait:1 hangup');
    expect(stdout).toBe(
      [
        '  0:00.0  the call is answered',
        '  0:00.0  “Press 1 or 2.” (en-US, WOMAN)',
        '  0:01.0  caller hangs up during the <Speak>',
        '  0:01.0  ended: 4000 Normal Hangup',
        '',
      ].join('\n'),
    );
    expect(code).toBe(0);
  });

  test('shows requests with --verbose and documents with --xml', async () => {
    const { stdout } = await phone('/record', '--script', 'record:3', '--verbose', '--xml');
    expect(stdout).toMatch(
      / {2}POST \/recorded → 200 {2}record-action, 127\.0\.0\.1:\d+, text\/xml, [\d.]+ ms\n/,
    );
    expect(stdout).toContain('<Response><Speak>Thank you.</Speak></Response>\n');
    expect(stdout).toContain('recorded 18 s, ended by silence');
  });

  test('exits with 1 and tells Plivo’s code, what is wrong and what to do, when Plivo would report an error', async () => {
    const { code, stdout } = await phone('/twilio', '--script', '');
    expect(stdout).toMatch(
      /<Say>[^\n]*\n +fix: [^\n]*<Speak>[^\n]*\n {2}0:00\.0 {2}ended: 8011 Invalid Answer XML\n$/,
    );
    expect(code).toBe(1);
  });

  test('exits with 1 when nobody listens there: Plivo’s 7011', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    closed.close();
    const { code, stdout, stderr } = await runMain(['phone', `http://127.0.0.1:${port}/`, '--script', '1']);
    expect(stderr).toBe('');
    expect(stdout).toContain('ended: 7011 Error Reaching Answer URL\n');
    expect(stdout).toContain(`Nothing listens at 127.0.0.1:${port}.\n`);
    expect(code).toBe(1);
  });

  test('exits with 1 when a token does not fit, and says what the call waits for', async () => {
    const { code, stderr } = await phone('/menu', '--script', 'dial:busy');
    expect(stderr).toBe(
      'Token 1 of the script, dial:busy, does not fit: the call asks for keys or speech.\n' +
        'Fix: write dial: where the call waits for it; --verbose shows where it is. [E_SCRIPT_STEP]\n',
    );
    expect(code).toBe(1);
  });

  test('exits with 1 when the call was over before the script', async () => {
    const { code, stderr } = await phone('/menu', '--script', '1 dial:busy 2 say:"and now?"');
    expect([code, stderr]).toEqual([
      1,
      'The call was over before 2 say:"and now?" of the script.\n' +
        'Fix: end the script where the call ends; the last lines of the call tell what ended it. [E_SCRIPT_LEFT]\n',
    ]);
  });
});

describe('plivo-jsx phone exits with 1 when the app says that it failed', () => {
  test.each([
    ['apology', 'an apology', 'the app failed: /failing\n'],
    [
      'apology; /shop failed.%0A  at <Shop> (shop.tsx:4:2)',
      'an apology, and why',
      'the app failed: /shop failed.\n            at <Shop> (shop.tsx:4:2)\n',
    ],
    [
      'start-over; The flow shop has no such level.',
      'a flow that starts over',
      'the app failed: The flow shop has no such level.\n',
    ],
    ['nothing', 'a notice that it could not handle', 'the app failed: /failing\n'],
    ['apology; %E0%A4%A', 'a text that is cut', 'the app failed: %E0%A4%A\n'],
  ])('in the header %s', async (header, _what, sentence) => {
    failure = header;
    const { code, stdout } = await phone('/failing', '--script', '');
    expect(stdout).toContain(`  0:00.0  ${sentence}`);
    expect(code).toBe(1);
  });

  test('and tells it with --json', async () => {
    failure = 'apology; No database.';
    const { stdout } = await phone('/failing', '--script', '', '--json');
    expect(stdout).toContain(
      '{"at":0,"event":"failure","answer":"apology","message":"No database.","path":"/failing"}\n',
    );
  });

  test('another header of this name says nothing', async () => {
    failure = 'maybe';
    expect(await phone('/failing', '--script', '')).toMatchObject({ code: 0, stderr: '' });
  });

  test.each([
    ['a level that throws', '/shop/orders', '', 'Cause: Error: No database.\n'],
    ['a path that no level has, a 404 that becomes an apology', '/nowhere', '', 'a path that no level has'],
    ['a level that is gone', '/shop/gone', '', 'The flow shop has no such level'],
    ['a step on the way', '/shop', '1', 'Cause: Error: No database.\n'],
  ])('as plivo-jsx does: %s', async (_what, url, script, sentence) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const app = await createApp({ flows: [shop], development: true });
    onTestFinished(() => app.close());
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const { code, stdout } = await runMain(['phone', `http://127.0.0.1:${port}${url}`, '--script', script]);
    expect(stdout).toContain(sentence);
    expect(stdout).toMatch(/ended: 40[01]0 /);
    expect(code).toBe(1);
  });
});

describe('what the phone says of itself', () => {
  test('is in the requests: numbers, direction, name, headers', async () => {
    asked.length = 0;
    await phone(
      '/recorded',
      '--script',
      '',
      '--from',
      '15550111111',
      '--to',
      '15550122222',
      '--caller-name',
      'Ann Lee',
      '--header',
      'X-PH-Tier=gold',
      '--direction',
      'inbound',
    );
    const fields = Object.fromEntries(new URLSearchParams(asked[0]!.body));
    expect(fields).toMatchObject({
      From: '15550111111',
      To: '15550122222',
      CallerName: 'Ann Lee',
      'X-PH-Tier': 'gold',
      Direction: 'inbound',
    });
    expect(asked[0]!.signature).toBeUndefined();
  });

  test('is a caller without a number with an empty --from, who has no name either', async () => {
    asked.length = 0;
    await phone('/record', '--script', 'record:3', '--from', '');
    const forms = asked.map(({ body }) => new URLSearchParams(body));
    expect(forms.map((form) => form.get('From'))).toEqual(['', '']);
    expect(forms.map((form) => form.get('CallerName'))).toEqual([null, null]);
  });

  test('is asked for by GET with --answer-method GET', async () => {
    asked.length = 0;
    await phone('/recorded', '--script', '', '--answer-method', 'GET');
    expect(asked[0]!.path).toMatch(/^\/recorded\?.*CallUUID=/);
  });

  test('is signed with --token, which appears nowhere in the output', async () => {
    asked.length = 0;
    const { stdout } = await phone(
      '/recorded',
      '--script',
      '',
      '--token',
      'a-made-up-token',
      '--verbose',
      '--json',
    );
    expect(asked[0]!.signature).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    expect(stdout).not.toContain('a-made-up-token');
  });

  test('is told at the end with --hangup-url', async () => {
    asked.length = 0;
    await phone('/recorded', '--script', '', '--hangup-url', `${base}/over`);
    expect(asked.at(-1)!.path).toBe('/over');
    expect(Object.fromEntries(new URLSearchParams(asked.at(-1)!.body))).toMatchObject({
      Event: 'Hangup',
      HangupCauseCode: '4010',
    });
  });
});

test('an address needs no scheme, and a path alone is one of the server on this machine', async () => {
  const { host, port } = new URL(base);
  for (const [url, env] of [
    [`${host}/recorded`, {}],
    [`localhost:${port}/recorded`, {}],
    [`:${port}/recorded`, {}],
    [`HTTP://${host}/recorded`, {}],
    ['/recorded', { PORT: port }],
  ] as const) {
    const { code, stdout } = await runMain(['phone', url, '--script', ''], env);
    expect([url, stdout.includes('“Thank you.”'), code]).toEqual([url, true, 0]);
  }
});

describe('what the user of the phone does wrong is one sentence and exit code 2', () => {
  test.each([
    [['ftp://example.com'], /^The URL [^\n]*\nFix: [^\n]* \[E_PHONE_URL\]\n$/],
    [[], /^phone takes one address\.\nFix: call it as: plivo-jsx phone [^\n]* \[E_ARGUMENT\]\n$/],
    [['http://localhost/', '--direction', 'sideways'], /^--direction takes inbound, outbound\.\n/],
    [['http://localhost/', '--scirpt', '1'], /^Unknown option '--scirpt'\.\n/],
    [
      ['http://localhost/', '--script', '1 x'],
      /^Token 2 of the script, x, is nothing that a caller does\.\n/,
    ],
    [
      ['http://localhost/', '--assume', 'ringsecond=1'],
      /^--assume ringsecond is nothing that the phone assumes; write ringSeconds\.\n/,
    ],
    [['http://localhost/', '--to', ''], /^--to is empty\.\n/],
    [
      ['http://localhost/', '--public-url', 'http://a.example/?b'],
      /^--public-url is no address; give it as /,
    ],
    [['http://localhost/', '--sign'], /^--sign needs PLIVO_AUTH_TOKEN, which is not set\.\n/],
  ])('%o', async (args, says) => {
    const { code, stdout, stderr } = await runMain(['phone', ...args]);
    expect(stderr).toMatch(says);
    expect([code, stdout]).toEqual([2, '']);
  });
});

test('--help has all flags, all tokens and the exit codes', async () => {
  const { code, stdout } = await runMain(['phone', '--help']);
  expect(code).toBe(0);
  for (const word of ['--script', '--real-time', 'dial:', 'silence', 'hangup', 'Exit code: 0']) {
    expect(stdout).toContain(word);
  }
});

describe('plivo-jsx phone without a script', () => {
  test('takes the keys from a pipe, and is silent at its end', async () => {
    const child = spawn(process.execPath, [bin, 'phone', `${base}/menu`]);
    const outcome = outcomeOf(child);
    child.stdin.end('2b');
    const { code, stdout } = await outcome;
    expect(stdout).toContain('caller presses 2\n');
    expect(stdout).toContain('dial is over: busy\n');
    expect(code).toBe(0);
  });

  test.runIf(isInstalled('python3'))(
    'takes keys from a terminal as they are pressed, lets real silence pass, and leaves the terminal as it was',
    async () => {
      // Python's pty makes a terminal; it types when it has read what is waited for.
      const script = `
import os, pty, select, subprocess, sys, termios, time
terminal, line = pty.openpty()
before = termios.tcgetattr(line)
env = dict(os.environ, NO_COLOR='1')
phone = subprocess.Popen(sys.argv[1:], stdin=line, stdout=line, stderr=line, env=env, start_new_session=True)
text, typed, end = b'', 0, time.time() + 20
steps = [(b'waits 4 s', b'2'), (b'no-answer', b'n')]
while time.time() < end and not (phone.poll() is not None and b'ended:' in text):
    if select.select([terminal], [], [], 0.1)[0]:
        text += os.read(terminal, 65536)
    if typed < len(steps) and steps[typed][0] in text:
        os.write(terminal, steps[typed][1])
        typed += 1
print(text.decode().replace('\\r\\n', '\\n'))
print('exit', phone.wait(5), 'same terminal', before == termios.tcgetattr(line))
`;
      const args = ['-c', script, process.execPath, bin, 'phone', `${base}/menu`];
      const { stdout } = await outcomeOf(spawn('python3', args, { stdio: ['ignore', 'pipe', 'inherit'] }));
      expect(stdout).toContain('0-9 * # press, s says a line, h hangs up');
      expect(stdout).toContain('caller presses 2\n');
      expect(stdout).toContain('dial is over: no-answer\n');
      expect(stdout).toContain('ended: 4000 Normal Hangup\n');
      expect(stdout).toContain('exit 0 same terminal True');
    },
    40_000,
  );
});
