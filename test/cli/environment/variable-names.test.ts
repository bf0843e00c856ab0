import { describe, expect, test } from 'vitest';
import { checkNames, intendedName, variableNames } from '../../../src/cli/environment/variable-names.ts';
import { codeIn, read, rowsOf } from '../../docs/markdown.ts';
import { folderWith, projectWith } from '../project.ts';
import { runMain } from '../run-main.ts';

const none: ReadonlySet<string> = new Set();

test('the table has what environment.md has, but for the variables of Inspire Works, and those of tests', () => {
  const page = rowsOf(read('docs/reference/environment.md')).map(([cell]) => codeIn(cell));
  const own = page.filter(
    (name) => !['ASSOCIATE_NUMBER', 'AUDIO_MESSAGE_URL', 'PLIVO_JSX_COVERAGE'].includes(name),
  );
  expect(variableNames.filter((name) => name !== 'PLIVO_API_URL')).toEqual(own);
});

describe('a name', () => {
  test.each([
    ['PLIVO_AUTHTOKEN', 'PLIVO_AUTH_TOKEN'],
    ['plivo_auth_token', 'PLIVO_AUTH_TOKEN'],
    ['plivoAuthToken', 'PLIVO_AUTH_TOKEN'],
    ['PLIVO-AUTH-TOKEN', 'PLIVO_AUTH_TOKEN'],
    ['PLIVO_AUTH_TOKENS', 'PLIVO_AUTH_TOKEN'],
    ['PILVO_AUTH_TOKEN', 'PLIVO_AUTH_TOKEN'],
    ['PLIVO_TOKEN', 'PLIVO_AUTH_TOKEN'],
    ['PUBLICURL', 'PUBLIC_URL'],
    ['public_url', 'PUBLIC_URL'],
    ['PUBLIC_URI', 'PUBLIC_URL'],
    ['PLIVO_AUTHID', 'PLIVO_AUTH_ID'],
    ['METRIC_PORT', 'METRICS_PORT'],
  ])('%s is meant to be %s', (name, meant) => {
    expect(intendedName(name)).toBe(meant);
  });

  test.each([
    'AUTH_TOKEN',
    'PLIVO_APP_ID',
    'VITE_PUBLIC_URL',
    'PUBLIC_DIR',
    'PUBLIC_KEY',
    'DB_HOST',
    'INBOX_URL',
  ])('%s belongs to another program', (name) => {
    expect(intendedName(name)).toBeUndefined();
  });

  test('of another program causes no warning', () => {
    const others = [
      'port',
      'host',
      'Host',
      'POST',
      'HOSTS',
      'NODE_EXE',
      'NODE_OPTIONS',
      'no_proxy',
      'NOCOLOR',
    ];
    const variables = Object.fromEntries(others.map((name) => [name, 'x']));
    expect(checkNames(variables, none)).toEqual([]);
  });

  test('that is short causes a warning in .env', () => {
    expect(checkNames({ port: '80', NODEENV: 'production' }, new Set(['port', 'NODEENV']))).toEqual([
      'port is not read. Did you mean PORT?',
      'NODEENV is not read. Did you mean NODE_ENV?',
    ]);
  });

  test('beside the right one, or without a value, causes no warning', () => {
    const right = { PLIVO_AUTH_TOKEN: 'a', PLIVO_AUTH_TOKENS: 'b', PLIVO_NUMBER: '+1', PLIVO_NUMBER2: '+2' };
    expect(checkNames({ ...right, PUBLIC_URI: '' }, none)).toEqual([]);
  });
});

describe('start', () => {
  test.each([{ PLIVO_AUTHTOKEN: 'secret' }, { plivo_auth_token: 'secret' }, { PLIVO_TOKEN: 'secret' }])(
    'with a misspelled token is one sentence and exit code 2: %o',
    async (variables) => {
      const [[name, value] = []] = Object.entries(variables);
      const rejected = {
        code: 2,
        stdout: '',
        stderr:
          `${name} is not read, and PLIVO_AUTH_TOKEN is not set: anyone could pose as Plivo.\n` +
          'Fix: rename it to PLIVO_AUTH_TOKEN, or add an empty PLIVO_AUTH_TOKEN= to use no token. [E_VARIABLE]\n',
      };
      expect(await runMain(['start'], variables)).toEqual(rejected);
      const folder = await folderWith({ '.env': `${name}=${value}` });
      expect(await runMain(['start'], {}, folder)).toEqual(rejected);
    },
  );

  test.each([{ PLIVO_AUTH_TOKEN: '' }, { ALLOW_UNSIGNED: '1' }])(
    'continues with it and warns when another variable says that there is no token: %o',
    async (variables) => {
      const { stderr } = await runMain(
        ['start'],
        { ...variables, PLIVO_TOKEN: 'secret' } as Record<string, string>,
        await folderWith({}),
      );
      expect(stderr.split('\n').slice(0, 2)).toEqual([
        'Warning: PLIVO_TOKEN is not read. Did you mean PLIVO_AUTH_TOKEN?',
        'There is no flow in flows.',
      ]);
    },
  );

  test('warns of another name that is misspelled', async () => {
    const folder = await projectWith({ '.env': 'PUBLICURL=https://ivr.example.com\nport=0' });
    expect((await runMain(['start'], {}, folder)).stderr).toBe(
      'Warning: PUBLICURL is not read. Did you mean PUBLIC_URL?\n' +
        'Warning: port is not read. Did you mean PORT?\n' +
        'There is no flow in flows.\nFix: write one as flows/<name>/flow.ts, with the flow as its default export. [E_NO_FLOWS]\n',
    );
  });
});
