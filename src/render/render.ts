/**
 * The entry of the renderer: it takes an element tree and returns a checked XML document.
 * @module
 */
import { JsxElement, type Rendered } from '../../jsx-runtime/element.ts';
import type { ErrorCode, Facts, FactsOf } from '../errors.ts';
import { problemsOf } from './validate/rules.ts';
import { nameOf, type Component } from './walk/component.ts';
import type { Context } from './context.ts';
import { flatSteps, type DocumentFacts, type StepList } from './facts.ts';
import { mostBytes } from './validate/limits.ts';
import { Markup } from './output/markup.ts';
import { DebugNode } from './explain/debug-tree.ts';
import type { Job } from './walk/print-state.ts';
import { isElement } from './walk/node-kind.ts';
import { printPart } from './walk/print-part.ts';
import { isPromise } from './walk/promise.ts';
import { problemText, RenderError, type Frame, type Problem } from './explain/problem.ts';

/** Options of {@link render}. */
export interface RenderOptions {
  /** Whether each element is on a line of its own, indented. Default: false. */
  readonly pretty?: boolean | undefined;
  /** The base URL of links and paths, such as `https://ivr.example.com`. Default: none, and both are refused. */
  readonly baseUrl?: string | undefined;
  /** Whether all problems are reported with their places, not only the first. Default: true unless `NODE_ENV` is `production`. */
  readonly development?: boolean | undefined;
  /** The context that components read; `baseUrl` is added unless it has one. */
  readonly context?: Context | Omit<Context, 'baseUrl'> | undefined;
  /** Receives warnings, such as a text that was cut; the document is still served. Default: `process.emitWarning` in development. */
  readonly onWarning?: ((problem: Problem) => void) | undefined;
}

/** The XML declaration. */
const declaration = new Markup('<?xml version="1.0" encoding="UTF-8"?>', true);
const declarationLine = new Markup(`${declaration.text}\n`, true);

/**
 * Prints a document.
 *
 * @param node one `<Response>`, or a component that returns one
 * @param options base URL, context and format
 * @returns the XML; a promise when a component is async
 * @throws {@link RenderError} with every problem of the document (production: the first)
 * @example
 * ```tsx
 * import { Hangup, render, Response, Speak } from 'plivo-jsx';
 *
 * const xml = await render(
 *   <Response>
 *     <Speak>Goodbye</Speak>
 *     <Hangup />
 *   </Response>,
 *   { pretty: true },
 * );
 * ```
 */
export function render(node: Rendered, options: RenderOptions = {}): string | Promise<string> {
  const job = jobOf(node, options, noInternalOptions, undefined);
  const document = print(job, node, undefined);
  return typeof document === 'string' ? check(document, job) : document.then((late) => check(late, job));
}

/** A rendered document and its facts. */
export interface RenderedDocument {
  readonly xml: string;
  readonly facts: DocumentFacts;
}

/** Options that only plivo-jsx itself uses. */
export interface InternalOptions {
  /** Whether phone numbers and SIP addresses are replaced, for a page that anyone may open. Default: false. */
  readonly isRedacted?: boolean | undefined;
  /** Whether the facts have steps: noting them takes a tenth of the time of a small document. Default: true. */
  readonly withSteps?: boolean | undefined;
  /** Whether the props of the root are made by plivo-jsx and hold no promise. Default: false. */
  readonly isRootOurs?: boolean | undefined;
}

const noInternalOptions: InternalOptions = {};

/** As {@link render}, together with the facts of the walk. */
export function renderDocument(
  node: Rendered,
  options: RenderOptions & InternalOptions = {},
): RenderedDocument | Promise<RenderedDocument> {
  const counted = { tags: 0, isHeard: false };
  const job = jobOf(node, options, options, counted);
  const steps: StepList | undefined = options.withSteps === false ? undefined : [];
  const document = print(job, node, steps);
  const finish = (text: string): RenderedDocument => {
    const facts = {
      steps: steps === undefined ? [] : flatSteps(steps, job.asyncs > 0),
      isHeard: counted.isHeard,
      isEmpty: counted.tags === 1,
    };
    return { xml: check(text, job), facts };
  };
  return typeof document === 'string' ? finish(document) : document.then(finish);
}

const jobOf = (
  node: Rendered,
  options: RenderOptions,
  { isRedacted = false, isRootOurs = false }: InternalOptions,
  counted: Job['counted'],
): Job => {
  const { pretty = false, development = process.env['NODE_ENV'] !== 'production' } = options;
  return {
    context: contextOf(options.context, options.baseUrl),
    pretty,
    warn: options.onWarning ?? (development ? emitWarning : ignore),
    root: node,
    debugTree: development ? new DebugNode('', undefined, undefined, undefined, []) : undefined,
    isRedacted,
    isRootOurs,
    counted,
    roots: 0,
    asyncs: 0,
    mostBytes: 0,
    looks: 0,
    silenced: undefined,
  };
};

function print(job: Job, node: Rendered, steps: StepList | undefined): string | Promise<string> {
  const { pretty, debugTree: debugNode } = job;
  const root = isPromise(node) ? new JsxElement(() => node, {}, undefined) : node;
  const place = { holder: undefined, debugNode, depth: 0, nested: 0, steps, room: undefined };
  return printPart(job, root, place, pretty ? declarationLine : declaration);
}

/** A context with its own `baseUrl` is not copied: it may have getters. */
function contextOf(context: RenderOptions['context'], baseUrl: string | undefined): Context {
  if (context === undefined) return { baseUrl };
  return 'baseUrl' in context ? context : { ...context, baseUrl };
}

const ignore = () => {};
const emitWarning = (problem: Problem) => process.emitWarning(problemText(problem), 'PlivoJsxWarning');

function check(document: string, job: Job): string {
  const { debugTree: debugNode } = job;
  const bytes = job.mostBytes > mostBytes ? Buffer.byteLength(document) : 0;
  if (debugNode === undefined && job.roots === 1 && bytes <= mostBytes) return document;
  const problems = debugNode === undefined ? [] : problemsOf(debugNode.content);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (job.roots === 0 && errors.length === 0)
    errors.push({ ...whole('E_ROOT', { received: 'nothing' }), frame: frameOf(job.root) });
  if (bytes > mostBytes) errors.push(whole('E_SIZE', { kilobytes: Math.ceil(bytes / 1024) }));
  const [first, ...others] = errors;
  if (first !== undefined) throw new RenderError([first, ...others]);
  for (const problem of problems) job.warn(problem);
  return document;
}

/** The component that returned nothing, such as a level. */
function frameOf(root: Rendered): Frame | undefined {
  if (!isElement(root) || typeof root.type !== 'function') return undefined;
  return { name: nameOf(root.type as Component), source: root.source, outer: undefined };
}

/** A problem of the document as a whole. */
const whole = <Code extends ErrorCode>(code: Code, facts: FactsOf<Code>): Problem => ({
  code,
  facts: facts as Facts,
  severity: 'error',
  frame: undefined,
});
