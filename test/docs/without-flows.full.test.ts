import { spawn, type ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { signRequest } from 'plivo-jsx';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { outcomeOf } from '../cli/run-command.ts';
import { freePort } from '../support/free-port.ts';
import { projectOfPages } from './pages.ts';

// Each server is a process, and its TypeScript is compiled when it starts.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const token = 'the-token-of-the-account';
const children: ChildProcess[] = [];
let folder = '';

beforeAll(async () => {
  folder = await projectOfPages('express', 'fastify');
  // A project whose other files use React.
  await writeFile(path.join(folder, 'tsconfig.json'), '{"compilerOptions":{"jsx":"react-jsx"}}');
});

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

function run(args: readonly string[], port = 0): ChildProcess {
  const tsx = path.resolve('node_modules/tsx/dist/loader.mjs');
  const child = spawn(process.execPath, ['-C', 'plivo-jsx-source', '--import', tsx, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PLIVO_AUTH_TOKEN: token, PORT: `${port}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  return child;
}

/** A webhook as Plivo posts it: the signature is that of the public address. */
function webhook(fields: Readonly<Record<string, string>>, isSigned: boolean): RequestInit {
  const signed = { method: 'POST', url: 'https://ivr.example.com/answer', params: fields };
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const headers = isSigned ? { ...type, ...signRequest(signed, token) } : type;
  return { method: 'POST', headers, body: new URLSearchParams(fields).toString() };
}

interface Reply {
  readonly status: number;
  readonly type: string | null;
  readonly body: string;
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const menu = {
  status: 200,
  type: 'application/xml; charset=utf-8',
  body:
    `${declaration}<Response><GetDigits action="https://ivr.example.com/answer" numDigits="1">` +
    '<Speak>For our opening hours, press 1.</Speak></GetDigits><Speak>Goodbye.</Speak><Hangup/></Response>',
};
const hours = {
  ...menu,
  body: `${declaration}<Response><Speak>We are open from 9 to 5.</Speak><Speak>Goodbye.</Speak><Hangup/></Response>`,
};
const rejected = { ...menu, status: 403, body: '' };

const call = { CallUUID: '9c6a1f3e', From: '14155550100', Event: 'StartApp' };
const pressed = { CallUUID: '9c6a1f3e', From: '14155550100', Digits: '1' };

describe.each(['express.ts', 'node.ts'])('%s', (file) => {
  let url = '';

  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}/answer`;
    const child = run([file], port);
    const ended = outcomeOf(child).then(({ stderr }) => Promise.reject(new Error(stderr)));
    ended.catch(() => {});
    const answers = vi.waitFor(() => fetch(url), { timeout: 30_000, interval: 50 });
    await Promise.race([answers, ended]);
  });

  const send = async (init: RequestInit): Promise<Reply> => {
    const response = await fetch(url, init);
    const { status, headers } = response;
    return { status, type: headers.get('content-type'), body: await response.text() };
  };

  test('answers what Plivo signed, and rejects everything else with 403', async () => {
    expect(await send(webhook(call, true))).toEqual(menu);
    expect(await send(webhook(pressed, true))).toEqual(hours);
    expect(await send(webhook(pressed, false))).toEqual(rejected);
    const changed = { ...webhook(pressed, true), body: new URLSearchParams({ ...pressed, Digits: '2' }) };
    expect(await send({ ...changed, body: changed.body.toString() })).toEqual(rejected);
  });
});

test('the route of Next.js answers what Plivo signed, and rejects everything else with 403', async () => {
  const inits = [webhook(call, true), webhook(pressed, true), webhook(pressed, false)];
  const script = `
    import { POST } from './app/answer/route.ts';
    const replies = [];
    for (const init of ${JSON.stringify(inits)}) {
      const response = await POST(new Request('http://127.0.0.1:3000/answer', init));
      const { status, headers } = response;
      replies.push({ status, type: headers.get('content-type'), body: await response.text() });
    }
    console.log(JSON.stringify(replies));`;
  const { stdout, stderr } = await outcomeOf(run(['--input-type=module', '--eval', script]));
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual([menu, hours, rejected]);
});

test('the hook of Fastify and the form that is read by hand accept what Plivo signed, and nothing else', async () => {
  const inits = [webhook(call, true), webhook(pressed, false)];
  const script = `
    import { readFileSync, writeFileSync } from 'node:fs';
    writeFileSync('hook.ts', readFileSync('fastify.ts', 'utf8') + 'app.post("/answer", () => "accepted"); export { app };');
    const { app } = await import('./hook.ts');
    const { callOf } = await import('./by-hand.ts');
    const results = [];
    for (const init of ${JSON.stringify(inits)}) {
      const { headers, body } = init;
      const reply = await app.inject({ method: 'POST', url: '/answer', headers, payload: body });
      const read = await callOf(new Request('http://127.0.0.1:3000/answer', init));
      results.push([reply.statusCode, reply.body, read?.kind ?? null]);
    }
    console.log(JSON.stringify(results));`;
  const { stdout, stderr } = await outcomeOf(run(['--input-type=module', '--eval', script]));
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual([
    [200, 'accepted', 'answer'],
    [403, '', null],
  ]);
});

test('a document that cannot be rendered is an apology with status 200', async () => {
  const script = `
    import { readFileSync, writeFileSync } from 'node:fs';
    const text = readFileSync('webhook.tsx', 'utf8').replace('numDigits={1}', 'numDigits={-1}');
    writeFileSync('broken.tsx', text);
    const { answer } = await import('./broken.tsx');
    const init = ${JSON.stringify(webhook(call, true))};
    console.log(JSON.stringify(await answer(new Request('http://127.0.0.1/answer', init))));`;
  const { stdout, stderr } = await outcomeOf(run(['--input-type=module', '--eval', script]));
  expect(stderr).toContain('numDigits is -1');
  expect(JSON.parse(stdout)).toEqual({
    status: 200,
    body: `${declaration}<Response><Speak>We are sorry, something went wrong. Please call again later.</Speak><Hangup/></Response>`,
  });
});
