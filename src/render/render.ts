/**
 * The entry of the renderer: an element tree becomes a checked XML document.
 * @module
 */
import { JsxElement, type Rendered } from '../../jsx-runtime/element.ts';
import { Response } from '../elements/response.ts';
import type { Context } from './context.ts';
import { DebugNode } from './explain/debug-tree.ts';
import { problemText, type Problem } from './explain/problem.ts';
import { flatSteps, type DocumentFacts, type StepList } from './facts.ts';
import type { Position, PrintJob, Replacement } from './output/print-state.ts';
import { isDevelopment } from './is-development.ts';
import { plainContext } from './plain-context.ts';
import { isPromise } from './promise.ts';
import { checkDocument } from './validate/document.ts';
import type { SoundUse } from './validate/sound.ts';
import { printSubtree } from './walk/print-subtree.ts';
import { replaced } from './walk/replace-document.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const declarationLine = `${declaration}\n`;

/**
 * Options of {@link render}.
 *
 * @example
 * ```ts
 * import type { RenderOptions } from 'plivo-jsx';
 *
 * const options: RenderOptions = { baseUrl: 'https://ivr.example.com', pretty: true };
 * ```
 */
export interface RenderOptions {
  /** One element per line, indented. Default: false, everything on one line. */
  readonly pretty?: boolean | undefined;
  /** The address that links and paths are resolved against, such as `https://ivr.example.com`. Default: none, and both are rejected. */
  readonly baseUrl?: string | undefined;
  /** Report every problem with its place, not only the first. Default: true unless `NODE_ENV` is `production`. */
  readonly development?: boolean | undefined;
  /** What components get as their second argument. Default: `baseUrl`, and the real time as `now`; both are added to a context without them. */
  readonly context?: Partial<Context> | undefined;
  /** Called with each warning, such as text that was cut; the document is returned all the same. Default: `process.emitWarning` in development. */
  readonly onWarning?: ((problem: Problem) => void) | undefined;
}

/** A printed document and its facts. */
export interface RenderedDocument {
  readonly xml: string;
  readonly facts: DocumentFacts;
}

/** Options that only plivo-jsx itself uses. */
export interface DocumentOptions extends RenderOptions {
  /** Whether phone numbers and SIP addresses are replaced, for a page that anyone may open. Default: false. */
  readonly isRedacted?: boolean | undefined;
  /** The element that plays the document, if it is a whisper or music. Default: none is known. */
  readonly sound?: SoundUse | undefined;
  /** Whether the caller of this function follows `facts.forward`. Default: false, a `<Forward>` is printed as a `<Redirect>`. */
  readonly isForwarded?: boolean | undefined;
}

/**
 * Prints a document.
 *
 * @param node one `<Response>`, or a component that returns one
 * @param options how to print it
 * @returns the XML; a promise of it when a component is async
 * @throws {@link RenderError} with every problem of the document (in production: the first)
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
  const development = isDevelopment(options.development);
  return print(node, startJob(settingsOf(options, development)), development, undefined);
}

/** Prints a document as {@link render} does, and returns its facts too. */
export function renderDocument(
  node: Rendered,
  options: DocumentOptions = {},
): RenderedDocument | Promise<RenderedDocument> {
  const development = isDevelopment(options.development);
  const job = startJob(settingsOf(options, development));
  const steps: StepList = [];
  const xml = print(node, job, development, steps);
  return typeof xml === 'string'
    ? { xml, facts: factsOf(job, steps) }
    : xml.then((late) => ({ xml: late, facts: factsOf(job, steps) }));
}

function factsOf(job: PrintJob, steps: StepList): DocumentFacts {
  if (job.replacedBy !== undefined) return factsOf(job.replacedBy, steps);
  const { isHeard, elements, asyncComponents, replacement } = job;
  const forward = replacement?.forward;
  // What was printed before a <Forward> is not served.
  if (forward !== undefined) return { steps: [], isHeard: false, isEmpty: true, forward };
  return {
    steps: flatSteps(steps, asyncComponents > 0),
    isHeard,
    isEmpty: elements === 1,
    forward,
  };
}

type PrintSettings = Pick<PrintJob, 'context' | 'pretty' | 'warn' | 'isRedacted' | 'sound' | 'isForwarded'>;

const settingsOf = (options: DocumentOptions, development: boolean): PrintSettings => ({
  context: contextOf(options.context, options.baseUrl),
  pretty: options.pretty ?? false,
  warn: options.onWarning ?? (development ? emitWarning : ignore),
  isRedacted: options.isRedacted ?? false,
  sound: options.sound,
  isForwarded: options.isForwarded ?? false,
});

// Jobs and positions are written out: an object that is spread with other fields takes the engine as long as two elements.
const startJob = ({ context, pretty, warn, isRedacted, sound, isForwarded }: PrintSettings): PrintJob => ({
  context,
  pretty,
  warn,
  isRedacted,
  sound,
  isForwarded,
  roots: 0,
  elements: 0,
  asyncComponents: 0,
  isHeard: false,
  replacement: undefined,
  replacedBy: undefined,
  repeated: undefined,
  searched: 0,
  visited: undefined,
});

const rootPosition = (
  context: Context,
  debugNode: DebugNode | undefined,
  steps: StepList | undefined,
): Position => ({ parent: undefined, debugNode, indent: 0, depth: 0, steps, textBudget: undefined, context });

/** A context is not copied, since it may have getters: what it lacks is added to one that inherits from it. */
function contextOf(context: RenderOptions['context'], baseUrl: string | undefined): Context {
  const plain = plainContext(baseUrl, Date.now());
  if (context === undefined) return plain;
  if ('baseUrl' in context && 'now' in context) return context as Context;
  const added = Object.getOwnPropertyDescriptors(plain);
  for (const name of ['baseUrl', 'now'] as const) if (name in context) delete added[name];
  return Object.create(context, added) as Context;
}

const ignore = () => {};
const emitWarning = (problem: Problem) => process.emitWarning(problemText(problem), 'PlivoJsxWarning');

/** @param steps where the steps of the document are added; undefined when nobody needs them */
function print(
  node: Rendered,
  job: PrintJob,
  development: boolean,
  steps: StepList | undefined,
): string | Promise<string> {
  const debugNode = development ? new DebugNode('', undefined, undefined, undefined, []) : undefined;
  const root = isPromise(node) ? new JsxElement(() => node, {}, undefined) : node;
  return printRoot(root, job, rootPosition(job.context, debugNode, steps), node);
}

/** @param written what {@link render} was given */
function printRoot(
  root: Rendered,
  job: PrintJob,
  position: Position,
  written: Rendered,
): string | Promise<string> {
  const content = printSubtree(job, root, position);
  if (typeof content === 'string')
    return job.replacement === undefined
      ? finish(content, job, position.debugNode, written)
      : printReplacement(job.replacement, job, position);
  return content.then(
    (late) => finish(late, job, position.debugNode, written),
    (error: unknown) => {
      if (error !== replaced || job.replacement === undefined) throw error;
      return printReplacement(job.replacement, job, position);
    },
  );
}

/** Prints what an element made of the whole document. */
function printReplacement(
  replacement: Replacement,
  job: PrintJob,
  position: Position,
): string | Promise<string> {
  position.steps?.splice(0);
  if (replacement.forward !== undefined) return '';
  const { children, context, debugNode } = replacement;
  // A job of its own: async components of the old document may still go on.
  const next = startJob(job);
  job.replacedBy = next;
  const response = new JsxElement(Response, { children }, undefined);
  return printRoot(response, next, rootPosition(context, debugNode, position.steps), response);
}

function finish(content: string, job: PrintJob, debugNode: DebugNode | undefined, root: Rendered): string {
  const xml = `${job.pretty ? declarationLine : declaration}${content}`;
  checkDocument(xml, job, debugNode?.content, root);
  return xml;
}
