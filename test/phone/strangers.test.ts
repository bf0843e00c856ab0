/* The phone knows HTTP and XML only: the same scripts on three servers that were not written with plivo-jsx. */
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { PhoneEvent } from '../../src/phone/index.ts';
import { outcomeOf, printed, runCommand } from '../cli/run-command.ts';

const folder = path.resolve('test/phone/servers');

interface Script {
  readonly script: string;
  readonly language: 'en' | 'es';
  readonly action: '1' | '2';
}

const servers: Record<string, (of: Script) => readonly [string, ...string[]]> = {
  'an Express app with the plivo package': () => [process.execPath, path.join(folder, 'express.mjs')],
  'a Python server with the standard library only': () => [
    'python3',
    path.join(folder, 'standard_library.py'),
  ],
  'a server of static files': ({ language, action }) => [
    process.execPath,
    path.join(folder, 'files.mjs'),
    language,
    action,
  ],
};

let server: ChildProcess | undefined;

afterEach(async () => {
  if (server === undefined) return;
  const over = outcomeOf(server);
  server.kill();
  await over;
  server = undefined;
});

async function start([command, ...args]: readonly [string, ...string[]]): Promise<string> {
  server = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [, port] = await printed(server, /^(\d+)\n/);
  return `http://127.0.0.1:${port}`;
}

/** What the caller notices, a line an event. */
function noticed(event: PhoneEvent): string[] {
  switch (event.event) {
    case 'speak':
      return [`${event.text} (${event.language}, ${event.voice})`];
    case 'ask':
      return [`asks for ${event.numDigits} key within ${event.timeout} s`];
    case 'press':
      return [`> ${event.keys}`];
    case 'dial':
      return [`dials ${event.legs.join(', ')}`];
    case 'dialed':
      return [event.status];
    case 'error':
      return [event.says];
    case 'ended':
      return [`${event.code} ${event.name}`];
    default:
      return [];
  }
}

const menu = [
  'Press 1 for English. (en-US, WOMAN)',
  'Oprima 2 para español. (es-ES, MAN)',
  'asks for 1 key within 5 s',
];

const calls: readonly (Script & { readonly noticed: readonly string[] })[] = [
  {
    script: '1 1',
    language: 'en',
    action: '1',
    noticed: [
      ...menu,
      '> 1',
      'Press 1 for the message, 2 for an agent. (en-US, WOMAN)',
      'asks for 1 key within 5 s',
      '> 1',
      'Goodbye. (en-US, WOMAN)',
      '4000 Normal Hangup',
    ],
  },
  {
    script: '2 2 dial:busy',
    language: 'es',
    action: '2',
    noticed: [
      ...menu,
      '> 2',
      'Oprima 1 para el mensaje, 2 para un agente. (es-ES, MAN)',
      'asks for 1 key within 5 s',
      '> 2',
      'dials 15550123456',
      'busy',
      'Adiós. (es-ES, MAN)',
      '4000 Normal Hangup',
    ],
  },
  {
    script: '1',
    language: 'en',
    action: '1',
    noticed: [
      ...menu,
      '> 1',
      'Press 1 for the message, 2 for an agent. (en-US, WOMAN)',
      'asks for 1 key within 5 s',
      '4010 End Of XML Instructions',
    ],
  },
  {
    script: 'silence',
    language: 'en',
    action: '1',
    noticed: [...menu, 'Nothing was pressed. (en-US, WOMAN)', '4010 End Of XML Instructions'],
  },
];

describe.each(Object.entries(servers))('%s', (_, command) => {
  test.each(calls)('is called with --script $script', async ({ noticed: expected, ...script }) => {
    const url = await start(command(script));
    const { code, stdout, stderr } = await runCommand([
      'phone',
      `${url}/language`,
      '--script',
      script.script,
      '--json',
    ]);
    const events = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as PhoneEvent);
    expect(events.flatMap(noticed)).toEqual(expected);
    expect([code, stderr]).toEqual([0, '']);
  });
});
