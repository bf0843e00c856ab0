import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { runMain } from '../run-main.ts';

// The flows are compiled first.
vi.setConfig({ testTimeout: 60_000 });

let server: Server;
let base: string;
const uuids = new Set<string>();
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
      const menu = `<GetDigits action="${base}/choice" numDigits="1"><Speak>Press 1.</Speak></GetDigits>`;
      const good = request.url === '/good' || fields.get('Digits') === '1';
      const end = '<Speak>Goodbye.</Speak><Hangup/>';
      const document = request.url === '/ivr' ? menu + end : good ? end : `<Redirect>${base}/ivr</Redirect>`;
      setTimeout(() => {
        underWay--;
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
        plivo-jsx phone BASE/ivr --script '2 2 2'

      BASE/ivr: 3 states, 53 requests, 1 error. Its levels are not known by HTTP: R013 and R014 were skipped.
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
    const { code, stdout } = await runMain(['check', `${base}/ivr`, '--off', off]);
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

  test('of more states than --max-states says so', async () => {
    const { stdout } = await runMain(['check', `${base}/ivr`, '--max-states', '1']);
    expect(stdout).toContain('There is more than was explored: raise --max-states.');
  });
});

test('the flows of a project are explored in process', async () => {
  const { code, stdout } = await runMain(['check']);
  expect(stdout).toMatch(
    /^off {2}R014 unreached-level at \/ivr\/transferred: Callers come here only when ASSOCIATE_NUMBER is set\.\n\nhttp:\/\/localhost\/ivr: \d+ states, \d+ requests, 0 errors\.\n$/,
  );
  expect(code).toBe(0);
});

test.each([
  [['https://ivr.example.com/ivr'], 'add --remote'],
  [['/a', '/b'], 'check takes one address'],
  [['--off', 'R002:/ivr:'], '--off takes the number of a rule, a path and a reason'],
  [['--off', 'R999:/ivr:why'], '--off takes the number of a rule, a path and a reason'],
  [['--max-states', '0'], '--max-states takes a whole number'],
])('%j could not run: %s', async (args, problem) => {
  const { code, stderr } = await runMain(['check', ...args]);
  expect([code, stderr]).toEqual([2, expect.stringContaining(problem)]);
});
