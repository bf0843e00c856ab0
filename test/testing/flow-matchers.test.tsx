import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { flow, GetDigits, Hangup, level, Redirect, Response, Speak } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { call, explore, matchers, recordCalls } from 'plivo-jsx/testing';
import 'plivo-jsx/testing/vitest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const menu = level('/bakery', () => (
  <Response>
    <GetDigits action={choice()} numDigits={1} validDigits="12">
      <Speak>Press 1 for bread, 2 to hear it again.</Speak>
    </GetDigits>
    <Speak>Goodbye.</Speak>
    <Hangup />
  </Response>
));
const choice = level('/bakery/choice', ({ call: { digits } }) => (
  <Response>{digits === '1' ? <Speak>Bread is two euros.</Speak> : <Redirect>{menu()}</Redirect>}</Response>
));
const bakery = await createApp({ flows: [flow('bakery', { levels: [menu, choice] })] });

const again = level('/again', () => (
  <Response>
    <Speak>Please hold.</Speak>
    <Redirect>{again()}</Redirect>
  </Response>
));
const endless = await createApp({ flows: [flow('again', { levels: [again] })] });

/** What a failing expectation says. */
function messageOf(expectation: () => void): string {
  try {
    expectation();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('The expectation holds.');
}

describe('toStrandNobody', () => {
  test('does not hold for a flow whose callers hear the same for ever', async () => {
    expect(await explore(endless)).not.toStrandNobody();
  });

  test('tells each finding with its place, its fix and its script', async () => {
    const graph = await explore(endless);
    expect(messageOf(() => expect(graph).toStrandNobody())).toMatchInlineSnapshot(`
      "Expected no caller to be stranded.

      error: A caller who says and presses nothing never reaches an end: /again comes again and again. [R001 endless-silence]
        on POST /again: “Please hold.”
        Fix: count the tries, and after the third one say goodbye and hang up.
        Script: none is needed, it is the first document"
    `);
  });

  test('does not hold for a flow that was not explored to its ends', async () => {
    const graph = await explore(bakery, '/bakery', { maxStates: 1 });
    expect(messageOf(() => expect(graph).toStrandNobody())).toContain('give explore() a higher maxStates.');
  });

  test('does not hold for an address that nobody answers', async () => {
    expect(await explore(bakery, '/elsewhere')).not.toStrandNobody();
  });

  test('says what to give it', () => {
    expect(() => matchers.toStrandNobody(explore(bakery))).toThrow('write expect(await explore(app))');
  });
});

describe('toMatchFlowSnapshot', () => {
  let folder: string;
  const file = () => path.join(folder, '__flows__/bakery.txt');

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'flow-snapshot-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** The matcher, as a runner with this setting calls it. */
  const matched = async (update: 'all' | 'new' | 'none', app = bakery, name?: string) =>
    matchers.toMatchFlowSnapshot.call(
      {
        testPath: path.join(folder, 'bakery.test.ts'),
        snapshotState: { _updateSnapshot: update },
        utils: { diff: (a: unknown, b: unknown) => `${String(a).length} to ${String(b).length}` },
      },
      await explore(app),
      { name },
    );

  test('writes the file once, and compares with it then', async () => {
    expect((await matched('new')).pass).toBe(true);
    expect(readFileSync(file(), 'utf8')).toContain(
      '=== 1\nPOST /bakery/choice\n\n<Response>\n  <Speak>Bread is two euros.',
    );
    expect((await matched('none')).pass).toBe(true);
  });

  test('fails for a file that has a document that nobody reaches any more', async () => {
    await matched('new');
    writeFileSync(file(), `${readFileSync(file(), 'utf8')}\n\n=== 9\nPOST /gone\n\n<Response/>\n`);
    const { pass, message } = await matched('new');
    expect(pass).toBe(false);
    expect(message()).toMatch(
      /differ from .*bakery\.txt\.\nFix: read the difference; .* -u\.\n\n\d+ to \d+$/,
    );
    expect((await matched('all')).pass).toBe(true);
    expect(readFileSync(file(), 'utf8')).not.toContain('/gone');
  });

  test('writes nothing in CI', async () => {
    const { pass, message } = await matched('none');
    expect(pass).toBe(false);
    expect(message()).toContain('run the test without --ci once, read the file, and commit it.');
  });

  test('reads a file with the line ends of Windows', async () => {
    await matched('new');
    writeFileSync(file(), readFileSync(file(), 'utf8').replaceAll('\n', '\r\n'));
    expect((await matched('none')).pass).toBe(true);
  });

  test('has the name that it is given', async () => {
    await matched('new', endless, 'bakery');
    expect(readFileSync(file(), 'utf8')).toContain('POST /again');
  });

  test('belongs to a test', async () => {
    const graph = await explore(bakery);
    expect(() => matchers.toMatchFlowSnapshot(graph)).toThrow('A flow snapshot belongs to a test');
  });
});

describe('toCover', () => {
  test('counts the links that calls took since they are recorded, and tells how to take the others', async () => {
    await (await call(bakery)).press('2');
    const calls = recordCalls(bakery);
    await (await call(bakery)).press('1');
    const coverage = calls.coverageOf(await explore(bakery));
    expect(coverage).toCover(0.4);
    expect(coverage).not.toCover(0.41);
    expect(messageOf(() => expect(coverage).toCover(0.9))).toMatchInlineSnapshot(`
      "Expected the calls to take 90 % of the links, and they took 2 of 5. These are left, each with a script that takes it:

        silence: /bakery “Press 1 for bread, 2 to hear it again.” → end (hungUp)
        2: /bakery “Press 1 for bread, 2 to hear it again.” → /bakery/choice
        2: /bakery/choice → /bakery “Press 1 for bread, 2 to hear it again.”"
    `);
  });

  test('calls of another app do not count', async () => {
    const calls = recordCalls(endless);
    await call(bakery);
    expect(calls.taken).toEqual([]);
  });

  test('says what to give it', async () => {
    expect(() => matchers.toCover(bakery, 1)).toThrow('Expected a coverage');
    const nothing = recordCalls(bakery).coverageOf(await explore(bakery));
    expect(nothing.ratio).toBe(0);
    expect(() => matchers.toCover(nothing, 90)).toThrow('a part of the links, from 0 to 1');
  });
});
