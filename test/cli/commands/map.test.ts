import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { call } from 'plivo-jsx/testing';
import type { FlowMap } from '../../../src/check/index.ts';
import { runMain } from '../run-main.ts';

// The flows are compiled first.
vi.setConfig({ testTimeout: 60_000 });

const folder = await mkdtemp(path.join(tmpdir(), 'map-'));
const file = (name: string) => path.join(folder, name);

let server: Server;
let url: string;
/** What the server says first. */
let welcome = 'Press 1 for the hours.';

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const isHours = new URLSearchParams(body).get('Digits') === '1';
      const base = `http://${request.headers.host}`;
      const menu = `<GetDigits action="${base}/choice" numDigits="1"><Speak>${welcome}</Speak></GetDigits><Hangup/>`;
      const choice = isHours ? '<Speak>We are open.</Speak>' : '<Speak>Goodbye.</Speak>';
      response.writeHead(200, { 'content-type': 'text/xml' });
      response.end(`<Response>${request.url === '/ivr' ? menu : choice}</Response>`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/ivr`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

describe('a server is drawn', () => {
  test.each([
    [[], /^<svg role="img" [^]*<\/svg>\n$/],
    [['--format', 'mermaid'], /^---\ntitle: "The map of \/ivr"\n---\nflowchart TD\n/],
    [['--format', 'dot'], /^digraph "The map of \/ivr" \{\n[^]*\}\n$/],
    [['--format', 'json', '--at', '2026-12-24T18:00'], /^\{\n {2}"version": 1,\n/],
  ])('%j', async (args, written) => {
    const { code, stdout } = await runMain(['map', url, ...args]);
    expect(stdout).toMatch(written);
    expect(code).toBe(0);
  });

  test('into a file, whose name says the format', async () => {
    const { code, stdout } = await runMain(['map', url, '--out', file('ivr.mmd')]);
    expect([code, stdout]).toEqual([0, '']);
    expect(readFileSync(file('ivr.mmd'), 'utf8')).toContain('flowchart TD');
  });

  test('as far as --max-states, which is said', async () => {
    const { stdout, stderr } = await runMain(['map', url, '--format', 'mermaid', '--max-states', '1']);
    expect(stdout).toContain('["not explored"]');
    expect(stderr).toMatch(/\nThere is more than was explored: raise --max-states\.\n$/);
  });
});

test('the flow of that name is drawn in process, with the levels that it names', async () => {
  const { stdout } = await runMain(['map', '--flow', 'inspire-works', '--format', 'json']);
  const { boxes } = JSON.parse(stdout) as FlowMap;
  expect(boxes.map(({ path: of }) => of)).toEqual(['/ivr', '/ivr/level2', '/ivr/action']);
});

describe('a map that was kept', () => {
  test('is the same while the server is', async () => {
    await runMain(['map', url, '--out', file('before.json')]);
    const { code, stdout } = await runMain(['map', url, '--diff', file('before.json')]);
    expect([code, stdout]).toEqual([0, 'Callers notice no difference.\n']);
  });

  test('tells what differs, in words, in a picture and for a program', async () => {
    await runMain(['map', url, '--out', file('before.json')]);
    welcome = 'For the hours, press 1.';
    const { code, stdout } = await runMain([
      'map',
      url,
      '--diff',
      file('before.json'),
      '--out',
      file('diff.svg'),
    ]);
    const forPrograms = await runMain(['map', url, '--diff', file('before.json'), '--json']);
    expect([code, stdout.split('\n')]).toEqual([
      1,
      ['- /ivr no longer says “Press 1 for the hours.”.', '+ /ivr now says “For the hours, press 1.”.', ''],
    ]);
    expect(readFileSync(file('diff.svg'), 'utf8')).toContain('stroke="#9a6700"');
    expect(JSON.parse(forPrograms.stdout)).toEqual({
      ok: false,
      boxes: [
        {
          path: '/ivr',
          change: 'changed',
          says: ['For the hours, press 1.'],
          said: ['Press 1 for the hours.'],
        },
      ],
      arrows: [],
    });
  });

  test('of something else could not be compared', async () => {
    writeFileSync(file('other.json'), '{"name":"other"}');
    const { code, stderr } = await runMain(['map', url, '--diff', file('other.json')]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('[E_MAP]')]);
  });
});

test.each([
  [['https://ivr.example.com/ivr'], 'add --remote'],
  [['/a', '/b'], 'map takes one address'],
  [['--format', 'png'], '--format takes svg, mermaid, dot, json'],
  [['--at', 'noon'], '--at "noon" is no date and time'],
  [['/ivr', '--flow', 'shop'], '--flow is for the flows of this project'],
  [['--flow', 'shop'], 'The option --flow names no flow of this project.'],
  [['--json'], '--json is for --diff'],
  [['/ivr', '--diff', 'main'], 'for an address it takes a map in a .json file'],
  [['--diff', 'main', '--format', 'svg'], 'add --out'],
])('%j could not run: %s', async (args, problem) => {
  const { code, stderr } = await runMain(['map', ...args]);
  expect([code, stderr]).toEqual([2, expect.stringContaining(problem)]);
});

test('a map is coloured by what tests took', async () => {
  const links = await mkdtemp(path.join(tmpdir(), 'links-'));
  vi.stubEnv('PLIVO_JSX_COVERAGE', links);
  const phone = await call(url);
  await phone.press('1');
  vi.unstubAllEnvs();
  const plain = await runMain(['map', url, '--format', 'dot']);
  const coloured = await runMain(['map', url, '--format', 'dot', '--coverage', links]);
  expect([plain.code, coloured.code]).toEqual([0, 0]);
  expect(coloured.stdout).not.toBe(plain.stdout);
  const both = await runMain(['map', url, '--coverage', links, '--diff', 'before.json']);
  expect([both.code, both.stderr]).toEqual([2, expect.stringContaining('cannot be combined')]);
});
