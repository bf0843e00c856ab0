import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { projectWith } from './project.ts';
import { outcomeOf, runCommand, startCommand } from './run-command.ts';
import { runMain } from './run-main.ts';

describe('plivo-jsx', () => {
  test('--version prints the version of the package', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    expect(await runCommand(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('without a command it lists the commands', async () => {
    const { code, stdout } = await runMain([]);
    expect(code).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "plivo-jsx: phone menus for Plivo, written as TSX

        start    serves the flows in ./flows
        dev      serves the flows and starts again when a file changes
        call     places an outbound call that the flow answers
        phone    calls any Plivo webhook, without Plivo
        check    explores everything a caller can do, and finds where a flow strands them
        map      draws everything a caller can do, or what differs from an earlier commit
        doctor   checks a deployment with requests such as Plivo sends
        render   prints the document of a level

      plivo-jsx <command> --help tells more.
      "
    `);
  });

  test('a misspelt command gets a guess and exit code 2', async () => {
    expect(await runMain(['redner'])).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'There is no command "redner". Did you mean "render"?\nFix: use one of start, dev, call, phone, check, map, doctor, render. [E_COMMAND]\n',
    });
  });

  test('a name that every object has is no command', async () => {
    const { code, stderr } = await runMain(['constructor']);
    expect([code, stderr.split('\n')[0]]).toEqual([2, 'There is no command "constructor".']);
  });

  test('--help prints how a command is called', async () => {
    expect((await runMain(['render', '--help'])).stdout).toBe(
      "prints the document of a level\n\n  plivo-jsx render '/ivr/action?lang=en' [--field Digits=1]... [--phases]\n",
    );
  });
});

describe('render', () => {
  test('prints each phase of the dialogs in a document, under the command that prints it alone', async () => {
    const project = await projectWith({
      'flows/office/flow.tsx': `
        import { Choice, flow, level, Menu, Response } from 'plivo-jsx';
        const menu = level('/menu', () => (
          <Response>
            <Menu onGiveUp={menu()} tries={2} noMatch="Not an option.">
              <Choice digit="1" next={menu()}>Press 1.</Choice>
            </Menu>
          </Response>
        ));
        export default flow('office', { levels: [menu] });`,
    });
    const { code, stdout } = await runMain(['render', '/menu', '--phases'], {}, project);
    const [document, phase] = stdout.split(
      "\n# menu: a wrong key: render '/menu?__dialog=menu&__phase=answer' --field Digits=9\n",
    );
    expect(code).toBe(0);
    expect(document).toContain('<Speak>Press 1.</Speak>');
    expect(phase).toContain('<Speak>Not an option.</Speak>');
    const alone = await runMain(
      ['render', '/menu?__dialog=menu&__phase=answer', '--field', 'Digits=9'],
      {},
      project,
    );
    expect(alone.stdout).toBe(phase);
  });
  test.each(['constructor', '__proto__', 'toString'])(
    'takes a field named %s like any other',
    async (name) => {
      const project = await projectWith({
        'flows/raw/flow.js': `import { flow, level, Response, Speak } from 'plivo-jsx';
        import { jsx } from 'plivo-jsx/jsx-runtime';
        const raw = level('/raw', ({ call }) => jsx(Response, { children: jsx(Speak, { children: Object.entries(call.raw).join() }) }));
        export default flow('raw', { levels: [raw] });`,
      });
      const { code, stdout, stderr } = await runMain(
        ['render', '/raw', '--field', `${name}=1`, '--field', `${name}=2`],
        {},
        project,
      );
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toContain(`<Speak>${name},1,2</Speak>`);
    },
  );

  test('a level that no flow lists is an error, as it is at start', async () => {
    const project = await projectWith({
      'flows/alone/flow.ts': `import { flow, level } from 'plivo-jsx';
        const lost = level('/lost', () => null as never);
        const menu = level('/alone', () => null as never);
        export default flow('alone', { levels: [menu] });
        void lost;`,
    });
    const { code, stdout, stderr } = await runMain(['render', '/alone'], {}, project);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^No flow lists the level \/lost .*\[E_LEVEL_ALONE\]\n$/s);
  });

  test('prints the readable document of a level', async () => {
    const { code, stdout } = await runMain(['render', '/ivr/action?lang=es', '--field', 'Digits=2']);
    expect(code).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <Response>
        <Speak voice="WOMAN" language="es-ES">En este momento no hay ningún asociado disponible. Por favor, llame más tarde.</Speak>
        <Speak voice="WOMAN" language="es-ES">Gracias por llamar a Inspire Works. ¡Hasta luego!</Speak>
        <Hangup/>
      </Response>
      "
    `);
  });

  test.each([
    [
      ['/nowhere'],
      'No flow has a level at /nowhere.\nFix: use one of /ivr, /ivr/level2, /ivr/action, /ivr/transferred. [E_NO_LEVEL]\n',
    ],
    [
      ['//'],
      'No flow has a level at //.\nFix: use one of /ivr, /ivr/level2, /ivr/action, /ivr/transferred. [E_NO_LEVEL]\n',
    ],
    [
      ['/ivr?lang=en&day=1'],
      '/ivr does not accept these parameters.\n  day: not declared\n  at <level /ivr> (flows/inspire-works/language-menu.tsx:8:29)\n' +
        'Fix: declare the parameter in the schema of the level, or remove it from the address. [E_PARAMS]\n',
    ],
    [
      ['ivr'],
      'The address "ivr" does not begin with a slash.\nFix: call it as: plivo-jsx render \'/ivr/action?lang=en\' [--field Digits=1]... [--phases] [E_ARGUMENT]\n',
    ],
    [
      [],
      "render takes one address.\nFix: call it as: plivo-jsx render '/ivr/action?lang=en' [--field Digits=1]... [--phases] [E_ARGUMENT]\n",
    ],
    [
      ['/ivr', '--field', 'Digits'],
      "--field takes a name and a value.\nFix: call it as: plivo-jsx render '/ivr/action?lang=en' [--field Digits=1]... [--phases] [E_ARGUMENT]\n",
    ],
    [
      ['/ivr', '--felid', 'x=1'],
      "Unknown option '--felid'.\nFix: call it as: plivo-jsx render '/ivr/action?lang=en' [--field Digits=1]... [--phases] [E_ARGUMENT]\n",
    ],
  ])('%o is one sentence and exit code 2', async (args, stderr) => {
    expect(await runMain(['render', ...args])).toEqual({ code: 2, stdout: '', stderr });
  });

  test('a field that is given twice has two values, as in a form', async () => {
    const { stdout } = await runMain([
      'render',
      '/ivr/action?lang=en',
      '--field',
      'Digits=1',
      '--field',
      'Digits=2',
    ]);
    expect(stdout).toContain('We did not get a choice.');
  });

  test('prints the error of a component, and its place', async () => {
    const folder = await projectWith({
      'flows/a/flow.ts':
        "import { flow, level } from 'plivo-jsx';\n" +
        "const a = level('/a', () => {\n  throw new TypeError('no opening hours');\n});\n" +
        "export default flow('a', { levels: [a] });",
    });
    const { code, stderr } = await runMain(['render', '/a'], {}, folder);
    expect(code).toBe(2);
    expect(stderr.split('\n').slice(-3)).toEqual([
      'Fix: look at the cause below, or catch it inside <level /a>. [E_COMPONENT]',
      'Cause: TypeError: no opening hours (flows/a/flow.ts:3:9)',
      '',
    ]);
  });

  test.each([
    ['the top of a file', 'await new Promise(() => {});', '() => {}'],
    ['a component', '', 'async () => new Promise(() => {})'],
  ])('a promise in %s that never settles is one sentence and exit code 2', async (_, top, component) => {
    const folder = await projectWith({
      'flows/a/flow.ts':
        `import { flow, level } from 'plivo-jsx';\n${top}\n` +
        `export default flow('a', { levels: [level('/a', ${component})] });`,
    });
    expect(await runCommand(['render', '/a'], {}, folder)).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'plivo-jsx render waits for a promise that nothing can settle any more.\n' +
        'Fix: find an await on a promise that never settles, at the top of a file or in a component. [E_NEVER]\n',
    });
  });

  test('ends with exit code 0 when the reader of its output stops reading', async () => {
    const child = startCommand(['render', '/ivr']);
    child.stdout!.destroy();
    const { code, stderr } = await outcomeOf(child);
    expect([code, stderr]).toEqual([0, '']);
  });
});
