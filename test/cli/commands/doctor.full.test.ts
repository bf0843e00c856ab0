import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp } from 'plivo-jsx/fastify';
import { verifyRequest } from 'plivo-jsx';
import { afterEach, describe, expect, test, vi } from 'vitest';
import inspireWorks from '../../../flows/inspire-works/flow.ts';
import { runCommand } from '../run-command.ts';
import { runMain } from '../run-main.ts';

// A few tests start a process.
vi.setConfig({ testTimeout: 60_000 });

const token = 'made-up-token-4711';
const certificate = path.resolve('test/cli/commands/doctor/certificate.pem');
const [cert, key] = ['certificate', 'key'].map((name) =>
  readFileSync(`test/cli/commands/doctor/${name}.pem`, 'utf8'),
);
const closing: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A server on a port of its own; the handler is made when the port is known. */
async function listen(handlerAt: (port: number) => RequestListener, tls = false): Promise<number> {
  let handler: RequestListener | undefined;
  const answer: RequestListener = (request, response) => handler!(request, response);
  const server: Server = tls ? createTlsServer({ cert, key }, answer) : createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  closing.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  handler = handlerAt(port);
  return port;
}

/** Inspire Works with a public address that is made of its port. */
async function inspireWorksAt(address: (port: number) => string, authTokens: string[], tls = false) {
  let app: Awaited<ReturnType<typeof createApp>>;
  const port = await listen(() => (request, response) => app.routing(request, response), tls);
  app = await createApp({ flows: [inspireWorks], publicUrl: address(port), authTokens });
  closing.push(() => app.close());
  await app.ready();
  return port;
}

const http = (port: number) => `http://localhost:${port}`;

/** A server without plivo-jsx that answers every POST. */
const answers =
  (body: string, headers: Readonly<Record<string, string>> = { 'content-type': 'text/xml' }, status = 200) =>
  (): RequestListener =>
  (_, response) => {
    response.writeHead(status, headers).end(body);
  };

interface Result {
  readonly ok: boolean;
  readonly url?: string;
  readonly checks: readonly { check: string; result: string; message: string; fix?: string }[];
}

/** What the doctor finds wrong, by check. */
function wrongAt(url: string, env: Readonly<Record<string, string>> = {}, ...args: string[]) {
  return wrongBy(runMain, url, env, ...args);
}

/** The same in a process that trusts our certificate: Node reads which ones to trust when it starts. */
const wrongAtTrusted = (url: string) => wrongBy(runCommand, url, { NODE_EXTRA_CA_CERTS: certificate });

async function wrongBy(
  run: typeof runMain,
  url: string,
  env: Readonly<Record<string, string>>,
  ...args: string[]
) {
  const { code, stdout, stderr } = await run(['doctor', '--url', url, '--json', ...args], {
    PLIVO_AUTH_TOKEN: token,
    ...env,
  });
  expect(stderr).toBe('');
  expect(stdout).not.toContain(token);
  const { ok, checks } = JSON.parse(stdout) as Result;
  const wrong = checks.filter(({ result }) => result === 'wrong');
  expect([code, ok]).toEqual(wrong.length === 0 ? [0, true] : [1, false]);
  return wrong.map(({ check, message, fix }) => [check, message, fix]);
}

describe('a good deployment', () => {
  test('is printed line by line, with exit code 0', async () => {
    const port = await inspireWorksAt(http, [token]);
    const { code, stdout, stderr } = await runMain(['doctor', '--url', `${http(port)}/`], {
      PLIVO_AUTH_TOKEN: `${token},another`,
      PLIVO_AUTH_ID: 'MAXXXXXXXXXXXXXXXXXX',
      PLIVO_NUMBER: '+15550123456',
    });
    expect(stdout.replaceAll(String(port), 'PORT').replace(/\d+ ms/, '… ms')).toBe(
      [
        'warning  Plivo cannot reach http://localhost:PORT: it is a name that only this machine or network knows.',
        '         Fix: give Plivo the address of a tunnel or server, such as https://ivr.example.com.',
        'warning  The address is http, so anyone on the way can read and change the call.',
        '         Fix: use https where you can; a tunnel has it.',
        'ok       PLIVO_AUTH_TOKEN is set: 2 tokens.',
        'ok       PLIVO_AUTH_ID is set.',
        'ok       PLIVO_NUMBER is set.',
        'ok       localhost:PORT answers.',
        'ok       A request that is signed as Plivo signs is accepted.',
        'ok       Requests without a signature of Plivo are rejected.',
        'ok       The answer took … ms.',
        'ok       The answer is application/xml.',
        'ok       The document has 1 KB of at most 100.',
        'ok       The answer is a document that Plivo can execute.',
        'ok       Its links lead to http://localhost:PORT.',
        'Nothing is wrong.',
        '',
      ].join('\n'),
    );
    expect([code, stderr]).toEqual([0, '']);
  });

  test('is also checked at another address, with signatures for PUBLIC_URL', async () => {
    const publicUrl = 'https://ivr.example.com';
    const port = await inspireWorksAt(() => publicUrl, [token]);
    expect(await wrongAt(http(port), { PUBLIC_URL: publicUrl })).toEqual([]);
    const { stdout } = await runMain(['doctor', '--url', http(port)], {
      PUBLIC_URL: publicUrl,
      PLIVO_AUTH_TOKEN: token,
    });
    expect(stdout.match(/^.*https:.*$/gm)).toEqual([
      '         Fix: give Plivo the address of a tunnel or server, such as https://ivr.example.com.',
      'ok       A request that is signed for https://ivr.example.com, as Plivo signs, is accepted.',
      'ok       Its links lead to https://ivr.example.com.',
    ]);
  });

  test('by https', async () => {
    const port = await inspireWorksAt((of) => `https://localhost:${of}`, [token], true);
    expect(await wrongAtTrusted(`https://localhost:${port}`)).toEqual([]);
  });

  test('that is not ours, below a path', async () => {
    const port = await listen((of) => (request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const { ok } = verifyRequest(
          {
            method: 'POST',
            url: http(of) + request.url!,
            params: Object.fromEntries(new URLSearchParams(body)),
            signature: request.headers['x-plivo-signature-v3'] as string,
            nonce: request.headers['x-plivo-signature-v3-nonce'] as string,
          },
          token,
        );
        response.writeHead(ok ? 200 : 401, { 'content-type': 'text/xml; charset=utf-8' });
        response.end(ok ? `<Response><Redirect>${http(of)}/app/menu?a=1</Redirect></Response>` : '');
      });
    });
    expect(await wrongAt(`${http(port)}/app`, {}, '--path', '/answer')).toEqual([]);
  });
});

describe('signatures', () => {
  test.each([
    ['another scheme', (port: number) => `https://localhost:${port}`],
    ['no port', () => 'http://localhost'],
    ['another port', () => 'http://localhost:8080'],
    ['another host', (port: number) => `http://127.0.0.1:${port}`],
  ])('an app that expects %s is found out, with the address that it expects', async (_, expected) => {
    const port = await inspireWorksAt(expected, [token]);
    expect(await wrongAt(http(port), { PORT: String(port) })).toEqual([
      [
        'signed',
        `A request that is signed as Plivo signs is rejected (status 403). The app believes that its address is ${expected(port)}/ivr.`,
        `set PUBLIC_URL of the app to ${http(port)}.`,
      ],
    ]);
  });

  test('an app with another token', async () => {
    const port = await inspireWorksAt(http, ['another']);
    expect(await wrongAt(http(port))).toEqual([
      [
        'signed',
        'A request that is signed as Plivo signs is rejected (status 403). Signatures for other likely addresses are rejected, too.',
        'give the app the PLIVO_AUTH_TOKEN that is set here, and this address as PUBLIC_URL.',
      ],
    ]);
    expect(await wrongAt(http(port), { PLIVO_AUTH_TOKEN: `${token},another` })).toEqual([
      [
        'signed',
        'A request that is signed as Plivo signs is rejected (status 403). The app knows only another token of PLIVO_AUTH_TOKEN.',
        'give the app all tokens.',
      ],
    ]);
  });

  test('an app that accepts any request', async () => {
    const port = await inspireWorksAt(http, []);
    expect(await wrongAt(http(port))).toEqual([
      [
        'unsigned',
        'A request without a signature is accepted: anyone can pose as Plivo.',
        'set PLIVO_AUTH_TOKEN and PUBLIC_URL for the app.',
      ],
    ]);
  });

  test('an app that accepts any signature', async () => {
    const port = await listen((of) => ({ headers }, response) => {
      response.writeHead(headers['x-plivo-signature-v3'] === undefined ? 403 : 200, {
        'content-type': 'text/xml',
      });
      response.end(`<Response><Redirect>${http(of)}/ivr</Redirect></Response>`);
    });
    expect(await wrongAt(http(port))).toEqual([
      [
        'unsigned',
        'A request with a forged signature is accepted: anyone can pose as Plivo.',
        'set PLIVO_AUTH_TOKEN and PUBLIC_URL for the app.',
      ],
    ]);
  });

  test('cannot be tried without a token', async () => {
    const port = await inspireWorksAt(http, [token]);
    const wrong = await wrongAt(http(port), { PLIVO_AUTH_TOKEN: '' });
    expect(wrong.map(([check]) => check)).toEqual(['auth-token', 'signed']);
  });
});

describe('an address that is not reached', () => {
  test('since nothing listens', async () => {
    const server = createTcpServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    expect(await wrongAt(`http://127.0.0.1:${port}`)).toEqual([
      [
        'reachable',
        `Nothing listens at 127.0.0.1:${port}.`,
        'start the app or the tunnel, and check the port.',
      ],
    ]);
  });

  test.each([
    [
      'has no certificate',
      false,
      'https://localhost:PORT',
      'localhost:PORT does not use TLS at this port, and https needs it.',
    ],
    [
      'signed its certificate itself',
      true,
      'https://localhost:PORT',
      'The certificate of localhost:PORT is not from an authority that Plivo could trust.',
    ],
    [
      'speaks https only',
      true,
      'http://localhost:PORT',
      'localhost:PORT closed the connection without an answer.',
    ],
  ])('since it %s', async (_, tls, url, sentence) => {
    const port = String(await listen(answers(''), tls));
    const [[check, message] = []] = await wrongAt(url.replace('PORT', port));
    expect([check, message]).toEqual(['reachable', sentence.replace('PORT', port)]);
  });

  test('since its certificate is for another name', async () => {
    const port = await listen(answers(''), true);
    const [[, message] = []] = await wrongAtTrusted(`https://127.0.0.1:${port}`);
    expect(message).toBe(`The certificate that 127.0.0.1:${port} shows is for another name.`);
  });

  test('since it redirects', async () => {
    const port = await listen(answers('', { location: 'https://ivr.example.com/ivr?x=1' }, 301));
    expect(await wrongAt(http(port))).toEqual([
      [
        'reachable',
        `localhost:${port} redirects to another address (status 301), and Plivo signs the first one.`,
        "give the final address: https://ivr.example.com/ivr, in PUBLIC_URL and in Plivo's console.",
      ],
    ]);
  });
});

test('an answer that is no document, and its type', async () => {
  const port = await listen(answers('<html>', { 'content-type': 'text/html' }));
  const wrong = await wrongAt(http(port));
  expect(wrong.map(([check, sentence]) => `${check}: ${sentence}`)).toEqual([
    'unsigned: A request without a signature is accepted: anyone can pose as Plivo.',
    'content-type: The answer has the content type "text/html".',
    'document: The reply is an HTML page, such as an error page or a login page, and Plivo reads XML.',
  ]);
});

test('links of an app with another public address', async () => {
  const port = await inspireWorksAt(() => 'https://old.example.com', []);
  expect((await wrongAt(http(port))).slice(1)).toEqual([
    [
      'links',
      `The action of <GetDigits> leads to https://old.example.com/ivr/level2, which is not at ${http(port)}.`,
      `set PUBLIC_URL of the app to ${http(port)}.`,
    ],
  ]);
});

describe('the address of the requests', () => {
  test('is PUBLIC_URL and the first level of the first flow', async () => {
    const port = await listen(answers('<Response/>'));
    const { stdout } = await runMain(['doctor', '--json'], { PUBLIC_URL: `${http(port)}/app/` });
    expect((JSON.parse(stdout) as Result).url).toBe(`${http(port)}/app/ivr`);
  });

  test('is /ivr where there are no flows', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'doctor-'));
    const port = await listen(answers('<Response/>'));
    const { stdout } = await runMain(['doctor', '--json', '--url', http(port)], {}, folder);
    expect((JSON.parse(stdout) as Result).url).toBe(`${http(port)}/ivr`);
  });

  test('does not hide flows that cannot be loaded', async () => {
    const port = await listen(answers('<Response/>'));
    const { code, stdout } = await runCommand(['doctor', '--url', http(port)], { ASSOCIATE_NUMBER: '0171' });
    expect(code).toBe(1);
    expect(stdout).toContain('wrong    ASSOCIATE_NUMBER is not a phone number with its country code.\n');
  });
});

describe('variables', () => {
  test('are each checked, and their values are not printed', async () => {
    const { code, stdout } = await runMain(['doctor', '--path', '/ivr'], {
      PUBLIC_URL: 'ivr.example.com',
      PLIVO_AUTH_TOKEN: 'secret secret',
      PLIVO_AUTH_ID: 'secret',
      PLIVO_NUMBER: '0171 5550123',
    });
    expect([code, stdout]).toEqual([
      1,
      [
        'wrong    PUBLIC_URL is "ivr.example.com", which is no address.',
        '         Fix: give it as https://ivr.example.com, without a query.',
        'wrong    PLIVO_AUTH_TOKEN holds an empty token or white space.',
        '         Fix: give one token, or several separated by commas.',
        'wrong    PLIVO_AUTH_ID is not MA or SA and 18 letters or digits.',
        "         Fix: copy PLIVO_AUTH_ID from Plivo's console again.",
        'wrong    PLIVO_NUMBER is not a phone number with its country code.',
        '         Fix: write it as +15551234567.',
        '4 things are wrong.',
        '',
      ].join('\n'),
    ]);
  });

  test('that are not set', async () => {
    const { code, stdout } = await runMain(['doctor', '--path', '/ivr']);
    expect([code, stdout.match(/^wrong.*$/gm)]).toEqual([
      1,
      [
        'wrong    PUBLIC_URL is not set, so there is no address to check.',
        'wrong    PLIVO_AUTH_TOKEN is not set: without it an app cannot tell Plivo from anyone else.',
      ],
    ]);
  });
});

test.each([
  [['ivr'], 'doctor takes no argument "ivr".'],
  [['--url', 'ivr.example.com'], '--url is no address; give it as https://ivr.example.com, without a query.'],
  [
    ['--url', 'https://a.example/?x'],
    '--url is no address; give it as https://ivr.example.com, without a query.',
  ],
  [['--path', 'ivr'], '--path is not a path such as /ivr.'],
  [['--felid'], "Unknown option '--felid'."],
])('%o is one sentence and exit code 2', async (args, sentence) => {
  expect(await runMain(['doctor', ...args])).toEqual({
    code: 2,
    stdout: '',
    stderr: `${sentence}\nFix: call it as: plivo-jsx doctor [--url https://ivr.example.com] [--path /ivr] [--json] [E_ARGUMENT]\n`,
  });
});
