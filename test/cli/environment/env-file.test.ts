import { execFileSync } from 'node:child_process';
import { symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { readEnvironmentFile } from '../../../src/cli/environment/env-file.ts';
import { folderWith, projectWith } from '../project.ts';
import { printed, startCommand } from '../run-command.ts';
import { runMain } from '../run-main.ts';

const account = 'PORT=0\nPUBLIC_URL=https://ivr.example.com\nPLIVO_AUTH_TOKEN=a-token\n';
const flows = {
  'flows/a/flow.ts':
    "import { flow, level } from 'plivo-jsx';\nexport default flow('a', { levels: [level('/a', () => null)] });",
};

let child: ChildProcess | undefined;

afterEach(() => {
  child?.kill('SIGKILL');
  child = undefined;
});

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const fix = 'Fix: make it a text file in UTF-8 with lines such as PORT=5000, or remove it. [E_ENV_FILE]\n';

describe('a .env', () => {
  test.each([
    ['with a byte order mark', `\ufeff${account}`],
    ['with the line ends of Windows', account.replaceAll('\n', '\r\n')],
    ['with export and quotation marks', account.replace(/^(\w+)=(.*)$/gm, 'export $1="$2" # mine')],
  ])('%s sets the same variables', async (_, text) => {
    const folder = await folderWith({ '.env': text });
    const variables = { PORT: '5001' };
    const before = process.cwd();
    process.chdir(folder);
    try {
      expect(readEnvironmentFile(variables)).toEqual(new Set(['PORT', 'PUBLIC_URL', 'PLIVO_AUTH_TOKEN']));
    } finally {
      process.chdir(before);
    }
    expect(variables).toEqual({
      PORT: '5001',
      PUBLIC_URL: 'https://ivr.example.com',
      PLIVO_AUTH_TOKEN: 'a-token',
    });
  });
});

describe('start with a .env', () => {
  test('that has a byte order mark, line ends of Windows, export and quotation marks serves only what is signed', async () => {
    const text = `\ufeff${account.replace(/^(\w+)=(.*)$/gm, 'export $1="$2" # mine').replaceAll('\n', '\r\n')}`;
    const folder = await projectWith({ ...flows, '.env': text });
    child = startCommand(['start'], {}, folder);
    const [, url] = await printed(
      child,
      /listens on (http:[^\s,]+)[^]*Every webhook must be signed by Plivo\./,
    );
    expect((await fetch(`${url}/a`)).status).toBe(403);
  });

  test('that is a pipe serves only what is signed', async () => {
    const folder = await projectWith(flows);
    execFileSync('mkfifo', [path.join(folder, '.env')]);
    child = startCommand(['start'], {}, folder);
    const [[text]] = await Promise.all([
      printed(child, /[^]*Every webhook must be signed by Plivo\./),
      writeFile(path.join(folder, '.env'), account),
    ]);
    expect(text).toContain('for Plivo at https://ivr.example.com');
  });

  test.each([
    ['in UTF-16', utf16(account), '.env is not UTF-8, but UTF-16 or no text at all.'],
    ['in UTF-16, big-endian', utf16(account).swap16(), '.env is not UTF-8, but UTF-16 or no text at all.'],
    [
      'in UTF-16 without a mark',
      utf16(account).subarray(2),
      '.env is not UTF-8, but UTF-16 or no text at all.',
    ],
    ['with a NUL', Buffer.from('PORT=0\0\n'), '.env is not UTF-8, but UTF-16 or no text at all.'],
    ['in Latin-1', Buffer.from('GREETING=Olé', 'latin1'), '.env is not UTF-8.'],
    ['of more than 1 MB', Buffer.alloc(1024 * 1024 + 1, '#'), '.env has more than 1 MB.'],
  ])('%s is one sentence and exit code 2', async (_, bytes, sentence) => {
    const folder = await folderWith({});
    await writeFile(path.join(folder, '.env'), bytes);
    expect(await runMain(['start'], {}, folder)).toEqual({
      code: 2,
      stdout: '',
      stderr: `${sentence}\n${fix}`,
    });
  });

  test.each([
    ['nowhere', '.env is a link to what does not exist.'],
    ['.env', '.env is a link that leads back to itself.'],
    ['.', '.env is a folder.'],
    ['/dev/zero', '.env has more than 1 MB.'],
  ])('that is a link to %s is one sentence and exit code 2', async (target, sentence) => {
    const folder = await folderWith({});
    await symlink(target, path.join(folder, '.env'));
    expect(await runMain(['start'], {}, folder)).toEqual({
      code: 2,
      stdout: '',
      stderr: `${sentence}\n${fix}`,
    });
  });

  test('that is a socket is one sentence and exit code 2', async () => {
    const folder = await folderWith({});
    const server = createServer().listen(path.join(folder, '.env'));
    await once(server, 'listening');
    const { code, stderr } = await runMain(['start'], {}, folder);
    expect([code, stderr]).toEqual([2, `.env cannot be read (ENXIO).\n${fix}`]);
    server.close();
  });

  test('with a line that is not an assignment is one sentence and exit code 2', async () => {
    const folder = await folderWith({ '.env': 'PLIVO_AUTH_TOKEN: secret' });
    expect(await runMain(['start'], {}, folder)).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'Line 1 of .env is not an assignment.\nFix: write NAME=value, or begin a comment with #. [E_ENV_FILE]\n',
    });
  });

  test('is overridden by variables of the environment, also by an empty one', async () => {
    const folder = await projectWith({ ...flows, '.env': account });
    child = startCommand(['start'], { PLIVO_AUTH_TOKEN: '' }, folder);
    const [text] = await printed(child, /[^]*Local use\./);
    expect(text).toContain('for Plivo at https://ivr.example.com');
  });
});
