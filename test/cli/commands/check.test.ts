import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Coverage } from 'plivo-jsx/check';
import { createApp } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import inspireWorks from '../../../flows/inspire-works/flow.ts';
import { runMain } from '../run-main.ts';

// The flows are compiled first.
vi.setConfig({ testTimeout: 60_000 });

let server: Server;
let base: string;
const uuids = new Set<string>();
const signatures = new Set<string>();
const times = new Set<string>();
let mostAtATime = 0;

beforeAll(async () => {
  let underWay = 0;
  server = createServer((request, response) => {
    let body = '';
    mostAtATime = Math.max(mostAtATime, ++underWay);
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const fields = new URLSearchParams(body);
      uuids.add(fields.get('CallUUID')!);
      signatures.add(String(request.headers['x-plivo-signature-v3']));
      times.add(String(request.headers['x-plivo-jsx-at']));
      const menu = `<GetDigits action="${base}/choice" numDigits="1"><Speak>Press 1.</Speak></GetDigits>`;
      const good = request.url === '/good' || fields.get('Digits') === '1';
      const end = '<Speak>Goodbye.</Speak><Hangup/>';
      const document = request.url === '/ivr' ? menu + end : good ? end : `<Redirect>${base}/ivr</Redirect>`;
      setTimeout(() => {
        underWay--;
        if (request.url === '/failed') return void response.writeHead(500).end();
        response.writeHead(200, { 'content-type': 'text/xml' }).end(`<Response>${document}</Response>`);
      }, 5);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

describe('a server', () => {
  test('is explored over HTTP, with several requests at a time; each error has its place, a fix and a script', async () => {
    const { code, stdout, stderr } = await runMain(['check', `${base}/ivr`]);
    expect(stdout.replaceAll(base, 'BASE')).toMatchInlineSnapshot(`
      "error  A caller who always presses the wrong key 2 never reaches an end: /ivr comes again and again. [R002 endless-wrong-key]
        at POST /ivr: “Press 1.”
        Fix: count the tries, and after the third one say goodbye and hang up.
        See docs/reference/rules.md#r002-endless-wrong-key
        plivo-jsx phone BASE/ivr --script '2 2 2'

      style  /ivr says the same again after a wrong key. [R207 same-reprompt]
        at POST /ivr: “Press 1.”
        Fix: give the second try words of its own, such as “I did not hear you.”, before the options.
        See docs/reference/rules.md#r207-same-reprompt
        plivo-jsx phone BASE/ivr --script '2'

      BASE/ivr: 3 states, 53 requests, 1 error, 1 of style. Its levels are not known by HTTP: R013 and R014 were skipped.
      "
    `);
    expect([code, stderr]).toEqual([
      1,
      `${new URL(base).host} gets requests until every way is known, 300000 at most.\n`,
    ]);
    expect(mostAtATime).toBeGreaterThan(4);
    expect([...uuids].every((uuid) => uuid.startsWith('check-'))).toBe(true);
  });

  test('that strands nobody gives the exit code 0, and JSON for a program', async () => {
    const { code, stdout } = await runMain(['check', `${base}/good`, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      checked: [{ url: `${base}/good`, states: 1, isComplete: true, state: 'request', findings: [] }],
    });
  });

  test('may be told to leave out a rule at a path, and the report repeats the reason', async () => {
    const off = 'R002:/ivr:The caller is a machine that never gives up.';
    const { code, stdout } = await runMain(['check', `${base}/ivr`, '--rules', 'R0', '--off', off]);
    expect(code).toBe(0);
    expect(stdout.replaceAll(base, 'BASE')).toBe(
      [
        'off  R002 endless-wrong-key at /ivr: The caller is a machine that never gives up.',
        '',
        'BASE/ivr: 3 states, 53 requests, 0 errors. Its levels are not known by HTTP: R013 and R014 were skipped.',
        '',
      ].join('\n'),
    );
  });

  test('of more states than --max-states says so, and is no good end', async () => {
    const { code, stdout } = await runMain(['check', `${base}/ivr`, '--max-states', '1']);
    expect(stdout).toContain('There is more than was explored: raise --max-states.');
    const one = ['--max-states', '1', '--rules', 'R016', '--json'];
    const { stdout: json } = await runMain(['check', `${base}/ivr`, ...one]);
    expect([code, JSON.parse(json)]).toMatchObject([1, { ok: false, checked: [{ isComplete: false }] }]);
  });
});

test('the flows of a project are explored in process', async () => {
  const { code, stdout } = await runMain(['check']);
  expect(stdout).toContain('off  R201 option-before-key at /ivr: The wording is that of the customer.\n');
  expect(stdout).toContain(
    'off  R014 unreached-level at /ivr/transferred: Callers come here only when ASSOCIATE_NUMBER is set.\n',
  );
  expect(stdout).toMatch(/\n\nhttp:\/\/localhost\/ivr: \d+ states, \d+ requests, 0 errors\.\n$/);
  expect(code).toBe(0);
});

test('the flows of a project are annotated for GitHub, with the place of each level', async () => {
  const options = ['--rules', 'R208', '--prompt-seconds', '1'];
  const { code, stdout } = await runMain(['check', '--format', 'github', ...options]);
  const [first] = stdout.trim().split('\n');
  expect(first).toMatch(
    /^::notice file=flows\/inspire-works\/language-menu\.tsx,line=\d+,col=\d+,title=R208 long-prompt::\/ivr speaks for \d\.\d s before the caller hears what to do, or the next option\. Fix: say less: a name and the options are enough\. Script: none, it is the first document$/,
  );
  expect(code).toBe(0);
});

test('--strict takes every finding for an error', async () => {
  expect((await runMain(['check', `${base}/ivr`, '--rules', 'R207'])).code).toBe(0);
  expect((await runMain(['check', `${base}/ivr`, '--rules', 'R207', '--strict'])).code).toBe(1);
});

test('--rules lists all rules, and selects some', async () => {
  const { code, stdout } = await runMain(['check', '--rules']);
  expect(code).toBe(0);
  expect(stdout).toContain(
    'R001  error    endless-silence           A caller who says and presses nothing never reaches an end.\n',
  );
  expect(stdout).toContain('docs/reference/rules.md shows a wrong and a right sample of each.\n');
  const one = await runMain(['check', `${base}/ivr`, '--rules', 'R001', '--json']);
  expect([one.code, JSON.parse(one.stdout)]).toMatchObject([0, { ok: true, checked: [{ findings: [] }] }]);
});

test('requests are signed with --token, and the call takes place --at a time', async () => {
  signatures.clear();
  times.clear();
  await runMain(['check', `${base}/good`, '--token', 'a token', '--at', '2026-12-24T18:00Z']);
  expect([...signatures].every((signature) => /^[\w+/=]{40,}$/.test(signature))).toBe(true);
  expect([...times]).toEqual([expect.stringMatching(/^2026-12-24T18:00:\d\d/)]);
});

test('an address at which no server replies is not explored', async () => {
  const gone = createServer();
  await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
  const { port } = gone.address() as AddressInfo;
  await new Promise((resolve) => gone.close(resolve));
  const { code, stderr } = await runMain(['check', `http://127.0.0.1:${port}/ivr`]);
  expect(stderr).toContain(`Nothing was explored: no server replied at http://127.0.0.1:${port}/ivr.`);
  expect(code).toBe(2);
  expect((await runMain(['check', `${base}/failed`])).code).toBe(1);
});

describe('with --coverage', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'coverage-'));

  afterEach(() => {
    vi.unstubAllEnvs();
  });

  /** Calls Inspire Works as a test does while links are collected. */
  const collect = async (...keys: readonly string[]) => {
    vi.stubEnv('PLIVO_JSX_COVERAGE', folder);
    const phone = await call(await createApp({ flows: [inspireWorks] }), '/ivr');
    for (const key of keys) await phone.press(key);
  };

  test('the links that tests did not take are named, each with a script, and too few are an error', async () => {
    await collect('1', '1');
    await collect('2', '1');
    const { code, stdout } = await runMain(['check', '--coverage', folder, '--threshold', '90']);
    expect(stdout).toContain(
      'not taken  3: /ivr “Welcome to Inspire Works. Press 1 for English.” → /ivr/level2 “Invalid input.”\n',
    );
    expect(stdout).toMatch(/: tests take 6 of \d+ links, \d\d %, less than 90 %\.\n$/);
    expect(code).toBe(1);
  });

  test('enough are none, and JSON has every link', async () => {
    const { code, stdout } = await runMain(['check', '--coverage', folder, '--threshold', '20', '--json']);
    const { ok, coverage } = JSON.parse(stdout) as { ok: boolean; coverage: readonly Coverage[] };
    expect([code, ok]).toEqual([0, true]);
    expect(coverage[0]!.links.find(({ script }) => script === '2')).toMatchObject({
      from: { path: '/ivr', says: 'Welcome to Inspire Works. Press 1 for English.' },
      keys: ['2'],
      taken: ['2'],
      to: {
        path: '/ivr/level2',
        says: 'Oprima 1 para escuchar nuestro mensaje. Oprima 2 para hablar con un asociado.',
      },
    });
  });

  test('a link is written once by each process, however many calls take it', async () => {
    const before = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'));
    await collect('1', '1');
    expect(readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'))).toEqual(before);
    expect(before).toHaveLength(1);
  });

  test('and a folder that is not there it could not run', async () => {
    const { code, stderr } = await runMain(['check', '--coverage', path.join(folder, 'gone')]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('there is no such one')]);
  });
});

test.each([
  [['--threshold', '90'], '--threshold needs --coverage'],
  [['--coverage', 'a', '--threshold', '101'], '--threshold takes a whole number of percent'],
  [['https://ivr.example.com/ivr'], 'add --remote'],
  [['--rules', 'R9'], 'No rule is named "R9"; --rules takes ids such as R001,R2, or lists them'],
  [['--prompt-seconds', '0'], '--prompt-seconds takes a whole number from 1 to 999'],
  [['--at', 'soon'], '--at "soon" is no date and time'],
  [['--format', 'html'], '--format takes github'],
  [['--format', 'github', '--json'], '--format and --json cannot be combined'],
  [['--token', 'x'], '--sign and --token are for an address'],
  [['localhost:5000/ivr', '--token', 'x', '--sign'], '--token and --sign cannot be combined'],
  [['localhost:5000/ivr', '--sign'], '--sign needs PLIVO_AUTH_TOKEN'],
  [['/a', '/b'], 'check takes one address'],
  [['--off', 'R002:/ivr:'], '--off takes the number of a rule, a path and a reason'],
  [['--off', 'R999:/ivr:why'], '--off takes the number of a rule, a path and a reason'],
  [['--max-states', '0'], '--max-states takes a whole number'],
])('%j could not run: %s', async (args, problem) => {
  const { code, stderr } = await runMain(['check', ...args]);
  expect([code, stderr]).toEqual([2, expect.stringContaining(problem)]);
});
