import { spawn, type ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseScript, runScript, startCall, type PhoneEvent } from 'plivo-jsx/phone';
import { printed, runCommand } from '../cli/run-command.ts';
import { isInstalled } from '../support/programs.ts';

/** Servers that know nothing of plivo-jsx: what they are, what runs them, and how they want to be asked. */
const servers = [
  ['Express with the plivo package', process.execPath, 'express.mjs', 'POST'],
  ...(isInstalled('python3')
    ? ([['Python with its standard library', 'python3', 'server.py', 'POST']] as const)
    : []),
  ['a server of files', process.execPath, 'static.mjs', 'GET'],
] as const;

const publicUrl = 'https://ivr.example.com';
const started: ChildProcess[] = [];

afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
});

/** What happened, without the addresses, which are each server's own. */
const story = (events: readonly PhoneEvent[]) =>
  events.flatMap((event) => {
    if (event.event === 'document') return [];
    if (event.event === 'request') return [`${event.at} request ${event.kind} ${event.status}`];
    const { at, event: name, ...fields } = event;
    const texts = Object.entries(fields).filter(([field]) =>
      ['text', 'language', 'voice', 'keys', 'attempt', 'outcome', 'status', 'code', 'name'].includes(field),
    );
    return [[at, name, ...texts.map(([, value]) => value)].join(' ')];
  });

describe.each(servers)('%s', (_, program, file, method) => {
  let url = '';

  beforeAll(async () => {
    const child = spawn(program, [`test/phone/servers/${file}`], { stdio: ['ignore', 'pipe', 'pipe'] });
    started.push(child);
    const [, port] = await printed(child, /listening on (\d+)/);
    url = `http://127.0.0.1:${port}/ivr`;
  });

  /** The same call twice: by the command and by the engine. */
  async function calls(script: string): Promise<{ code: number | null; story: string[] }> {
    const args = ['--script', script, '--json', '--answer-method', method, '--public-url', publicUrl];
    const { code, stdout, stderr } = await runCommand(['phone', url, ...args]);
    expect(stderr).toBe('');
    const printed = stdout.trimEnd().split('\n');
    const call = await startCall(url, { answerMethod: method, publicUrl });
    await runScript(call, parseScript(script));
    const byCommand = story(printed.map((line) => JSON.parse(line) as PhoneEvent));
    expect(story(call.events)).toEqual(byCommand);
    return { code, story: byCommand };
  }

  test('says its hours in English, and the call ends with the document', async () => {
    expect(await calls('1 1')).toMatchInlineSnapshot(`
      {
        "code": 0,
        "story": [
          "0 request answer 200",
          "0 answer",
          "0 speak Press 1 for English. en-US WOMAN",
          "2 speak Oprima 2 para español. es-ES MAN",
          "4 ask 12 1",
          "4 press 1",
          "4 input given",
          "4 request getdigits-action 200",
          "4 speak Press 1 for our hours, 2 to talk to us. en-US WOMAN",
          "7.7 ask 1234567890*# 1",
          "7.7 press 1",
          "7.7 input given",
          "7.7 request getdigits-action 200",
          "7.7 speak We are open from 9 to 5. en-US WOMAN",
          "10.2 speak Goodbye. en-US WOMAN",
          "11.1 ended 4010 End Of XML Instructions",
        ],
      }
    `);
  });

  test('tells in Spanish that nobody is free', async () => {
    expect(await calls('2 2 dial:busy')).toMatchInlineSnapshot(`
      {
        "code": 0,
        "story": [
          "0 request answer 200",
          "0 answer",
          "0 speak Press 1 for English. en-US WOMAN",
          "2 speak Oprima 2 para español. es-ES MAN",
          "4 ask 12 1",
          "4 press 2",
          "4 input given",
          "4 request getdigits-action 200",
          "4 speak Oprima 1 para el horario, 2 para hablar. es-ES MAN",
          "7.6 ask 1234567890*# 1",
          "7.6 press 2",
          "7.6 input given",
          "7.6 request getdigits-action 200",
          "7.6 dial",
          "12.6 leg refused 3010 Busy Line",
          "12.6 dialed busy 3010 Busy Line",
          "12.6 request dial-action 200",
          "12.6 speak No hay nadie libre. es-ES MAN",
          "14.2 speak Adiós. es-ES MAN",
          "15 ended 4010 End Of XML Instructions",
        ],
      }
    `);
  });

  test('asks again after a wrong key, and gives up after silence', async () => {
    expect(await calls('7 silence')).toMatchInlineSnapshot(`
      {
        "code": 0,
        "story": [
          "0 request answer 200",
          "0 answer",
          "0 speak Press 1 for English. en-US WOMAN",
          "2 speak Oprima 2 para español. es-ES MAN",
          "4 ask 12 1",
          "4 press 7",
          "4 input invalid",
          "4 speak Press 1 for English. en-US WOMAN",
          "6 speak Oprima 2 para español. es-ES MAN",
          "8 ask 12 2",
          "13 input none",
          "13 speak We did not hear from you. en-US WOMAN",
          "15.1 ended 4010 End Of XML Instructions",
        ],
      }
    `);
  });

  test('joins the caller with somebody who answers', async () => {
    const { code, story: told } = await calls('1 2 dial:completed');
    expect(code).toBe(0);
    expect(told.filter((line) => / (dialed|leg|ended) /.test(line))).toMatchInlineSnapshot(`
      [
        "12.7 leg answered",
        "12.7 leg connected",
        "72.7 leg hung up 4000 Normal Hangup",
        "72.7 dialed completed 4000 Normal Hangup",
        "73.6 ended 4010 End Of XML Instructions",
      ]
    `);
  });

  test('is told when the caller hangs up while it rings', async () => {
    const { code, story: told } = await calls('1 2 hangup');
    expect([code, told.at(-1)]).toMatchInlineSnapshot(`
      [
        0,
        "7.7 ended 4000 Normal Hangup",
      ]
    `);
  });
});

test('where nobody listens, the exit code is 1 and the code is 7011', async () => {
  const { code, stdout } = await runCommand(['phone', 'http://127.0.0.1:1/ivr', '--script', '1', '--json']);
  const last = JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as PhoneEvent;
  expect([code, last]).toEqual([1, { at: 0, event: 'ended', code: 7011, name: 'Error Reaching Answer URL' }]);
});
