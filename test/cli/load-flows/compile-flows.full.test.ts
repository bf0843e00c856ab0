import { mkdir, readdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, projectWith } from '../project.ts';
import { printed, runCommand, startCommand } from '../run-command.ts';
import { runMain } from '../run-main.ts';

/** A flow whose only level says what an expression gives. */
const saying = (expression: string, more = '') => `
import { flow, level, Response, Speak } from 'plivo-jsx';
${more}
const hello = level('/hello', async () => <Response><Speak>{${expression}}</Speak></Response>);
export default flow('hello', { levels: [hello] });
`;

/** What the flows of a project say at /hello. */
async function heard(folder: string, run = runMain): Promise<string | undefined> {
  const { stdout, stderr } = await run(['render', '/hello'], {}, folder);
  expect(stderr).toBe('');
  return /<Speak>(.*)<\/Speak>/.exec(stdout)?.[1];
}

describe('a flow in TypeScript', () => {
  test.each([
    ['url', "import.meta.url.endsWith('/flows/hello/own.ts')", 'true'],
    ['filename', "import.meta.filename.endsWith('/flows/hello/own.ts')", 'true'],
    ['dirname', "import.meta.dirname.endsWith('/flows/hello')", 'true'],
    ['resolve', "import.meta.resolve('./a b.wav').endsWith('/flows/hello/a%20b.wav')", 'true'],
    ['resolve of a package', "import.meta.resolve('one').endsWith('/node_modules/one/index.js')", 'true'],
  ])('has an import.meta.%s of its own in each file', async (_, expression, expected) => {
    const folder = await projectWith({
      'flows/hello/flow.tsx': saying(
        'String(own && import.meta.filename.endsWith("flow.tsx"))',
        "import { own } from './own.ts';",
      ),
      'flows/hello/own.ts': `export const own: boolean = ${expression};`,
      'node_modules/one/package.json': '{"name":"one","type":"module","exports":"./index.js"}',
      'node_modules/one/index.js': '',
    });
    expect(await heard(folder)).toBe(expected);
  });

  test.each(['module', 'commonjs'])(
    'imports helpers in .js and .mjs that use import.meta, in a project with the type %s',
    async (type) => {
      const folder = await projectWith({
        'package.json': JSON.stringify({ type }),
        'flows/hello/flow.tsx': saying(
          "one + ' ' + two",
          "import { one } from './one.js';\nimport { two } from './two.mjs';",
        ),
        'flows/hello/one.js': "export const one = import.meta.url.split('/').at(-1);",
        'flows/hello/two.mjs': "export const two = import.meta.url.split('/').at(-1);",
      });
      expect(await heard(folder)).toBe('one.js two.mjs');
    },
  );

  test('reports the line of an error, also after import.meta', async () => {
    const folder = await projectWith({
      'flows/hello/flow.ts': "const here = import.meta.url;\nif (here) throw new Error('no database');",
    });
    expect((await runMain(['render', '/hello'], {}, folder)).stderr).toBe(
      'flows/hello/flow.ts cannot be loaded: no database (flows/hello/flow.ts:2:17).\n' +
        'Fix: correct it there; nothing is served until it loads. [E_LOAD]\n',
    );
  });

  test('imports JSON and enums, and by a pattern during a call', async () => {
    const folder = await projectWith({
      'flows/hello/flow.tsx': saying(
        "opening.hours + Day.Monday + (await import(`./languages/${lang}.ts`)).good + (await import('./late.ts')).late",
        "import opening from './opening.json' with { type: 'json' };\nenum Day { Monday = ' on Monday, ' }\nconst lang = 'en';",
      ),
      'flows/hello/opening.json': '{"hours":"9 to 5"}',
      'flows/hello/languages/en.ts': "export const good = 'good day, ';",
      'flows/hello/late.ts': "export const late = await Promise.resolve('late');",
    });
    expect(await heard(folder)).toBe('9 to 5 on Monday, good day, late');
  });

  test('follows the aliases of tsconfig.json and of package.json, and a workspace in TypeScript', async () => {
    const workspace = await folderWith({
      'package.json': '{"name":"ours","type":"module","exports":"./index.ts"}',
      'index.ts': "export const there: string = 'there';",
    });
    const folder = await projectWith({
      'package.json': '{"type":"module","imports":{"#b":"./b.ts"}}',
      'tsconfig.json': '{ "compilerOptions": { "jsx": "preserve", "paths": { "@/*": ["./shared/*"] } } }',
      'shared/a.ts': "export const a = 'a';",
      'b.ts': "export const b = 'b';",
      'flows/hello/flow.tsx': saying(
        'a + b + there',
        "import { a } from '@/a.ts';\nimport { b } from '#b';\nimport { there } from 'ours';",
      ),
    });
    await symlink(workspace, path.join(folder, 'node_modules/ours'));
    expect(await heard(folder)).toBe('abthere');
  });

  test('gets packages as Node imports them, with their own files, and may lack an optional one', async () => {
    const folder = await projectWith({
      'node_modules/native/package.json': '{"name":"native","main":"native.js","module":"never.js"}',
      'node_modules/native/native.js': "exports.where = require('path').basename(__filename);",
      'node_modules/modern/package.json':
        '{"name":"modern","type":"module","exports":{"import":"./modern.js","module":"./never.js"}}',
      'node_modules/modern/modern.js': "export const where = import.meta.url.split('/').at(-1);",
      'flows/hello/local.cjs': "exports.local = require('path').basename(__filename);",
      'flows/hello/flow.tsx': saying(
        "[where, too, local, await import('missing').catch(({ code }) => code)].join(' ')",
        "import { where } from 'native';\nimport { where as too } from 'modern';\nimport { local } from './local.cjs';",
      ),
    });
    // By Node itself: the test runner finds packages in its own way.
    expect(await heard(folder, runCommand)).toBe('native.js modern.js local.cjs ERR_MODULE_NOT_FOUND');
  });

  test('may link in circles across files, and share a file with another flow, which then exists once', async () => {
    const said = (name: string, other: string) => `
import { level, Redirect, Response } from 'plivo-jsx';
import { ${other} } from './${other}.tsx';
export const ${name} = level('/${name}', () => <Response><Redirect>{${other}()}</Redirect></Response>);
`;
    const folder = await projectWith({
      'flows/shared/count.ts': 'export let count = 0;\nexport const add = () => ++count;\nadd();',
      'flows/a/one.tsx': said('one', 'two'),
      'flows/a/two.tsx': said('two', 'one'),
      'flows/a/flow.ts': `
import { flow } from 'plivo-jsx';
import { add } from '../shared/count.ts';
import { one } from './one.tsx';
import { two } from './two.tsx';
add();
export default flow('a', { levels: [one, two] });`,
      'flows/hello/flow.tsx': saying('count', "import { count } from '../shared/count.ts';"),
    });
    expect(await heard(folder)).toBe('2');
    const { stdout } = await runMain(['render', '/two'], {}, folder);
    expect(stdout).toContain('<Redirect>http://127.0.0.1:5000/one</Redirect>');
  });

  test('needs no "type" in package.json, and gets CommonJS as it is', async () => {
    const folder = await projectWith({
      'package.json': '{}',
      'flows/hello/database.js':
        "const { basename } = require('node:path');\nexports.where = basename(__dirname);",
      'flows/hello/flow.tsx': saying('where', "import { where } from './database';"),
    });
    expect(await heard(folder)).toBe('hello');
  });

  test('may be imported by modules in JavaScript', async () => {
    const folder = await projectWith({
      'flows/hello/a.js': "export { b } from './b.js';",
      'flows/hello/b.ts': "export const b: string = 'b';",
      'flows/hello/flow.tsx': saying('b', "import { b } from './a.js';"),
    });
    expect(await heard(folder)).toBe('b');
  });

  test('reports its own lines during a call, in production, too', async () => {
    const folder = await projectWith({
      'flows/hello/flow.tsx': saying('mark()', "const mark = () => {\n  throw new Error('no mark');\n};"),
    });
    const child = startCommand(['start'], { PORT: '0', NODE_ENV: 'production' }, folder);
    const [, url] = await printed(child, /listening on (http:[^"]+)/);
    const line = printed(child, /\{[^\n]*no mark[^\n]*\}/);
    await fetch(`${url}/hello`, { method: 'POST', body: new URLSearchParams({ CallUUID: 'a-call' }) });
    const { msg } = JSON.parse((await line)[0]) as { msg: string };
    child.kill('SIGKILL');
    expect(msg).toContain(`at mark (${folder}/flows/hello/flow.tsx:4:9)`);
  });

  test('leaves nothing behind in the folder for temporary files', async () => {
    const folder = await projectWith({ 'flows/hello/flow.tsx': saying("'Hello'") });
    const temporary = path.join(folder, 'temporary');
    await mkdir(temporary);
    const child = startCommand(['start'], { PORT: '0', TMPDIR: temporary }, folder);
    await printed(child, /Try it/);
    const left = await readdir(temporary);
    child.kill('SIGKILL');
    // tsx, which reads plivo-jsx itself in a clone, keeps a folder there.
    expect(left.filter((name) => !name.startsWith('tsx-'))).toEqual([]);
  });
});
