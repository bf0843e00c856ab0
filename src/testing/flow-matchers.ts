/**
 * Expectations about a whole flow, as `explore(…)` found it.
 * @module
 */
import path from 'node:path';
import { describePlace } from '../check/links/place.ts';
import { check, describeFinding, flowSnapshot, type Coverage, type Graph } from '../check/index.ts';
import type { SnapshotOptions } from '../check/index.ts';
import type { Matched } from './matched.ts';
import { compareWithFile, type MatcherState } from './snapshot-file.ts';

/** Options of `toStrandNobody`. */
export interface StrandOptions {
  /** Whether warnings count too. Default: false. */
  readonly warnings?: boolean | undefined;
}

/** Options of `toMatchFlowSnapshot`. */
export interface FlowSnapshotOptions extends SnapshotOptions {
  /** The name of the file, `__flows__/<name>.txt` beside the test. Default: the last part of the path that was explored. */
  readonly name?: string | undefined;
}

/** The matchers as methods of `expect(await explore(app))` and `expect(coverageOf(…))`. */
export interface FlowMatchers<R = unknown> {
  /** No caller is stranded, whatever they do: `check` finds no error, and all of the flow was explored. */
  toStrandNobody(options?: StrandOptions): R;
  /** Every document that a caller can reach is as the file `__flows__/<name>.txt` beside the test says. */
  toMatchFlowSnapshot(options?: FlowSnapshotOptions): R;
  /** Calls took at least this part of the links, from 0 to 1. */
  toCover(part: number): R;
}

/** The most findings, or links, that a message has. */
const most = 10;

export const flowMatchers = {
  toStrandNobody(explored: unknown, { warnings = false }: StrandOptions = {}): Matched {
    const graph = graphOf(explored);
    const found = check(graph).filter(
      ({ rule: { level } }) => level === 'error' || (warnings && level === 'warning'),
    );
    const what = found.map((finding) => describeFinding(graph, finding));
    if (graph.failed !== undefined && what.length === 0)
      what.push(`error: the call cannot be answered: ${graph.failed.message ?? graph.failed.name}`);
    if (!graph.isComplete)
      what.push(
        'Not all was explored, so callers may be stranded beyond.\n  Fix: give explore() a higher maxStates.',
      );
    return {
      pass: what.length === 0,
      message: () =>
        what.length === 0
          ? 'Expected a caller to be stranded, and nobody is.'
          : ['Expected no caller to be stranded.', ...cut(what, 'findings')].join('\n\n'),
    };
  },

  toMatchFlowSnapshot(this: unknown, explored: unknown, options: FlowSnapshotOptions = {}): Matched {
    const graph = graphOf(explored);
    const { name = nameOf(graph), every } = options;
    const text = flowSnapshot(graph, { every });
    // Called without `expect`, the matcher knows no test.
    const state: MatcherState = isObject(this) ? this : {};
    const { file, isSame, expected } = compareWithFile(text, name, state);
    const shown = path.relative(process.cwd(), file);
    return {
      pass: isSame,
      message: () => {
        if (isSame) return `Expected the documents of the flow to differ from ${shown}.`;
        if (expected === undefined)
          return `There is no ${shown}.\nFix: run the test without --ci once, read the file, and commit it.`;
        const diff = state.utils?.diff?.(expected, text) ?? '';
        return `The documents that a caller can reach differ from ${shown}.\nFix: read the difference; if callers shall hear that, run the test with -u.\n\n${diff}`;
      },
    };
  },

  toCover(coverage: unknown, part: number): Matched {
    const { links, ratio } = coverageIn(coverage);
    if (!(part >= 0 && part <= 1)) throw new TypeError('toCover takes a part of the links, from 0 to 1.');
    const left = links.filter(({ taken }) => taken.length === 0);
    const have = `${links.length - left.length} of ${links.length}`;
    const missing = left.map(
      ({ script, from, to }) => `  ${script || '(no key)'}: ${describePlace(from)} → ${describePlace(to)}`,
    );
    return {
      pass: ratio >= part,
      message: () =>
        ratio >= part
          ? `Expected the calls to take less than ${percent(part)} of the links, and they took ${have}.`
          : [
              `Expected the calls to take ${percent(part)} of the links, and they took ${have}. These are left, each with a script that takes it:`,
              '',
              ...cut(missing, 'links'),
            ].join('\n'),
    };
  },
};

function graphOf(explored: unknown): Graph {
  if (isObject(explored) && Array.isArray(explored['nodes']) && Array.isArray(explored['edges']))
    return explored as unknown as Graph;
  throw new TypeError('Expected what was explored: write expect(await explore(app)).');
}

function coverageIn(coverage: unknown): Coverage {
  if (isObject(coverage) && Array.isArray(coverage['links']) && typeof coverage['ratio'] === 'number')
    return coverage as unknown as Coverage;
  throw new TypeError('Expected a coverage: write expect(recorded.coverageOf(await explore(app))).');
}

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null;

/** The last part of the path: `clinic` for `/api/clinic`. */
const nameOf = ({ url }: Graph): string =>
  new URL(url).pathname.split('/').findLast((part) => /^[\w.-]*\w$/.test(part)) ?? 'flow';

const percent = (part: number) => `${Math.round(part * 1000) / 10} %`;

const cut = (all: readonly string[], what: string): readonly string[] =>
  all.length <= most ? all : [...all.slice(0, most), `… and ${all.length - most} more ${what}.`];
