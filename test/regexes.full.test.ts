import { checkSync } from 'recheck';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { filesBelow, read } from './docs/markdown.ts';

/** Expressions that are made while the app runs, and why none of them can become slow. */
const reviewed: { readonly [code: string]: string } = {
  "src/fastify/report/redact.ts: new RegExp(literal, 'g')": 'text without any operator',
  "src/fastify/report/redact.ts: new RegExp(\n    `(?:(?<=%[0-9A-Fa-f]{2})|(?<![\\\\p{L}\\\\p{N}]|\\\\.\\\\w+:|\\\\.\\\\w+:\\\\d+:))${literal}(?![\\\\p{L}\\\\p{N}])`,\n    'gu',\n  )":
    'literal is text without any operator; the rest is checked below',
  "src/check/language/detect.ts: new RegExp('\\\\p{Script=' + script + '}', 'gu')":
    'one character, of a table of the same folder',
  'src/check/language/detect.ts: text.match(ofScript)': 'the expression before',
  "src/check/language/recording-words.ts: new RegExp(\n  `(?<!\\\\p{L})(?:${words.join('|')})(?!\\\\p{L})|${wordsOfOtherScripts}`,\n  'iu',\n)":
    'words of the same file, of which none repeats a group',
  "src/check/next-request.ts: new RegExp(`((?:[?&]|&amp;)(?:${names})=)[^&\"'<>#\\\\s]*`, 'g')":
    'names are texts without any operator; the rest is checked below',
  'src/check/same-document.ts: a.matchAll(queries)': 'a literal of the same file',
  'src/check/same-document.ts: b.matchAll(queries)': 'a literal of the same file',
  'src/check/snapshot/shape.ts: xml.matchAll(urls)': 'a literal of the same file',
  'src/flow/refused-parameters.ts: String(value).toLowerCase().match(word)': 'a literal of the same file',
  'src/phone/document/malformed.ts: body.matchAll(outsideOfEntities)': 'a literal of the same file',
  'src/testing/matchers.ts: leg.search(who)': "the author's own, in a test",
  'src/testing/matchers.ts: heard.search(wanted)': "the author's own, in a test",
};

interface Expression {
  readonly source: string;
  readonly flags: string;
}
interface Tree {
  readonly type?: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const files = ['src', 'jsx-runtime', 'bin', 'flows']
  .flatMap(filesBelow)
  .filter((file) => /\.[jt]sx?$/.test(file));
const literals = new Map<string, Expression>();
const dynamic: string[] = [];

/** Collects the expressions below a node. */
function collect(file: string, code: string, tree: unknown): void {
  if (typeof tree !== 'object' || tree === null) return;
  if (!Array.isArray(tree)) {
    const node = tree as Tree;
    const { pattern, flags } = (node['regex'] ?? {}) as { pattern?: string; flags?: string };
    if (node.type === 'Literal' && pattern !== undefined) add(file, { source: pattern, flags: flags! });
    if (makesExpression(node)) {
      dynamic.push(`${file}: ${code.slice(node.start, node.end)}`);
      const [first, second] = node['arguments'] as Tree[];
      const parts = (first?.['quasis'] as { value: { cooked: string } }[] | undefined)?.map(
        ({ value }) => value.cooked,
      );
      if (parts !== undefined)
        add(file, { source: parts.join('text'), flags: String(second?.['value'] ?? '') });
    }
  }
  for (const value of Object.values(tree)) collect(file, code, value);
}

const add = (file: string, { source, flags }: Expression) =>
  literals.set(`${file}: /${source}/${flags}`, { source, flags });

/** `RegExp(…)`, and the methods that make an expression of whatever they get. */
function makesExpression({ type, callee, arguments: given }: Tree): boolean {
  if (type !== 'NewExpression' && type !== 'CallExpression') return false;
  const { name, property } = callee as { name?: string; property?: { name?: string } };
  if (name === 'RegExp') return true;
  const [first] = given as Tree[];
  return /^(match|matchAll|search)$/.test(property?.name ?? '') && first?.['regex'] === undefined;
}

for (const file of files) {
  const code = read(file);
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`);
  collect(file, code, program);
}

describe('the regular expressions', () => {
  test('are found', () => {
    expect(literals.size).toBeGreaterThan(100);
    expect([...literals.keys()]).toContain('src/rest/destination.ts: /^\\+?[1-9]\\d{6,14}$/');
  });

  test('that are made at run time are reviewed', () => {
    expect(dynamic.toSorted()).toEqual(Object.keys(reviewed).toSorted());
  });

  test.each([...literals])(
    '%s takes no more than linear time',
    { timeout: 120_000 },
    (_, { source, flags }) => {
      expect(checkSync(source, flags, { timeout: 100_000, randomSeed: 1 })).toMatchObject({ status: 'safe' });
    },
  );

  test('would be found out if they were slow', () => {
    expect(checkSync('\\/+$', '').status).toBe('vulnerable');
    expect(checkSync('^(a+)+$', '').status).toBe('vulnerable');
  });
});
