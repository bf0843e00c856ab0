import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createElement, Fragment, render, Response, Speak, Wait } from 'plivo-jsx';

// The compiler takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const printed =
  '<?xml version="1.0" encoding="UTF-8"?><Response><Speak>One</Speak><Speak>Two</Speak></Response>';
const lines = [
  { id: 'a', text: 'One' },
  { id: 'b', text: 'Two' },
];

describe('createElement', () => {
  test('takes props and no children', () => {
    const props = { voice: 'MAN', children: 'Hello' } as const;
    expect(createElement(Speak, props)).toMatchObject({ type: Speak, props });
    expect(createElement(Speak)).toMatchObject({ type: Speak, props: {} });
    expect(createElement('break', null)).toMatchObject({ type: 'break', props: {} });
  });

  test('takes one child or several, in the place of a prop', () => {
    expect(createElement(Speak, { children: 'Before' }, 'After').props).toEqual({ children: 'After' });
    expect(createElement(Speak, null, 'One', 2).props).toEqual({ children: ['One', 2] });
  });

  test('leaves out the key', () => {
    expect(createElement(Speak, { voice: 'MAN', key: 1 }).props).toEqual({ voice: 'MAN' });
  });

  test('keeps the place that a compiler gives', () => {
    const source = { fileName: '/flows/menu.tsx', lineNumber: 4, columnNumber: 10 };
    const element = createElement(Speak, { __source: source, __self: undefined });
    expect(element).toMatchObject({ props: {}, source });
    expect(Object.keys(element.props)).toEqual([]);
  });
});

describe('a key', () => {
  test('after a spread', () => {
    const Line = ({ text }: { text: string; id: string }) => <Speak>{text}</Speak>;
    expect(
      render(
        <Response>
          {lines.map((line) => (
            <Line {...line} key={line.id} />
          ))}
        </Response>,
      ),
    ).toBe(printed);
  });

  test('of an element, of a fragment and of a tag of SSML is not printed', () => {
    expect(
      render(
        <Response>
          {lines.map(({ id, text }) => (
            <Fragment key={id}>
              <Wait key={1n} length={1} />
              <Speak key={null} voice="Polly.Joanna">
                <s key={id}>{text}</s>
              </Speak>
            </Fragment>
          ))}
        </Response>,
      ),
    ).toContain('<Wait length="1"/><Speak voice="Polly.Joanna"><s>One</s></Speak><Wait length="1"/>');
  });

  test('inside of a spread is not printed either', () => {
    const data = lines.map(({ id, text }) => ({ key: id, children: text }));
    expect(
      render(
        <Response>
          {data.map((line) => (
            <Speak {...line} />
          ))}
        </Response>,
      ),
    ).toBe(printed);
  });
});

describe('a key after a spread, compiled by', () => {
  // Beside src, so that `plivo-jsx` is found by its name.
  const folder = 'keys-under-test';
  const code = `/** @jsxRuntime automatic @jsxImportSource plivo-jsx */
import { render, Response, Speak } from 'plivo-jsx';
const lines = [{ id: 'a', text: 'One' }, { id: 'b', text: 'Two' }];
const Line = ({ text }: { text: string; id: string }) => <Speak>{text}</Speak>;
console.log(await render(<Response>{lines.map((line) => <Line {...line} key={line.id} />)}</Response>));
`;
  const run = (...args: string[]) => execFileSync(process.execPath, args, { encoding: 'utf8' }).trim();
  const fromSource = ['-C', 'plivo-jsx-source', '--import', 'tsx'];

  beforeAll(() => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'keys.tsx'), code);
    const settings = {
      extends: '../tsconfig.json',
      compilerOptions: { jsx: 'react-jsx', noEmit: false, allowImportingTsExtensions: false, outDir: 'out' },
      include: ['keys.tsx'],
    };
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(settings));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('tsx', () => {
    expect(run(...fromSource, path.join(folder, 'keys.tsx'))).toBe(printed);
  });

  test('tsc', () => {
    // The sources of plivo-jsx import each other with `.ts`, which this project need not check again.
    const flags = ['--noCheck', '--rewriteRelativeImportExtensions', '--rootDir', '.'];
    run(path.resolve('node_modules/typescript/bin/tsc'), '-p', folder, ...flags);
    expect(run(...fromSource, path.join(folder, 'out', folder, 'keys.js'))).toBe(printed);
  });
});
