/**
 * The public door: an element tree in, a checked XML document out.
 * @module
 */
import { JsxElement, type Rendered } from '../../jsx-runtime/element.ts';
import type { ErrorCode, Facts } from '../errors.ts';
import { problemsOf } from './check.ts';
import type { Context } from './context.ts';
import { mostBytes } from './limits.ts';
import { Markup } from './markup.ts';
import { Outline } from './outline.ts';
import type { Job } from './part.ts';
import { printPart } from './print-part.ts';
import { isPromise } from './promise.ts';
import { problemText, RenderError, type Problem } from './problem.ts';

/** How {@link render} prints. */
export interface RenderOptions {
  /** One element a line, indented. Default: false, everything on one line. */
  readonly pretty?: boolean | undefined;
  /** What links and paths are resolved against, such as `https://ivr.example.com`. Default: none, and both are refused. */
  readonly baseUrl?: string | undefined;
  /** Tell every problem with its place, not just the first. Default: true unless `NODE_ENV` is `production`. */
  readonly development?: boolean | undefined;
  /** What components read beside their props; `baseUrl` is added to it unless it has one. */
  readonly context?: Context | Omit<Context, 'baseUrl'> | undefined;
  /** Hears of what is served all the same, such as text that was cut. Default: `process.emitWarning` in development. */
  readonly onWarning?: ((problem: Problem) => void) | undefined;
}

/** What precedes the root. */
const declaration = new Markup('<?xml version="1.0" encoding="UTF-8"?>', true);
const declarationLine = new Markup(`${declaration.text}\n`, true);

/**
 * Prints a document.
 *
 * @param node one `<Response>`, or a component that gives one
 * @param options how to print it
 * @returns the XML; a promise of it when a component was async
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
  const { pretty = false, development = process.env['NODE_ENV'] !== 'production', baseUrl } = options;
  const warn = options.onWarning ?? (development ? emitWarning : ignore);
  const context = contextOf(options.context, baseUrl);
  const job: Job = {
    context,
    pretty,
    warn,
    roots: 0,
    asyncs: 0,
    mostBytes: 0,
    looks: 0,
    silenced: undefined,
  };
  const outline = development ? new Outline('', undefined, undefined, undefined, []) : undefined;
  const root = isPromise(node) ? new JsxElement(() => node, {}, undefined) : node;
  const place = { holder: undefined, outline, depth: 0, nested: 0, room: undefined };
  const document = printPart(job, root, place, pretty ? declarationLine : declaration);
  return typeof document === 'string'
    ? check(document, job, outline)
    : document.then((late) => check(late, job, outline));
}

/** One that has an address is taken as it is: it may have getters. */
function contextOf(context: RenderOptions['context'], baseUrl: string | undefined): Context {
  if (context === undefined) return { baseUrl };
  return 'baseUrl' in context ? context : { ...context, baseUrl };
}

const ignore = () => {};
const emitWarning = (problem: Problem) => process.emitWarning(problemText(problem), 'PlivoJsxWarning');

function check(document: string, job: Job, outline: Outline | undefined): string {
  const bytes = job.mostBytes > mostBytes ? Buffer.byteLength(document) : 0;
  if (outline === undefined && job.roots === 1 && bytes <= mostBytes) return document;
  const problems = outline === undefined ? [] : problemsOf(outline.content);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (job.roots === 0 && errors.length === 0) errors.push(whole('E_ROOT', { got: 'nothing' }));
  if (bytes > mostBytes) errors.push(whole('E_SIZE', { kilobytes: Math.ceil(bytes / 1024) }));
  const [first, ...others] = errors;
  if (first !== undefined) throw new RenderError([first, ...others]);
  for (const problem of problems) job.warn(problem);
  return document;
}

/** A problem of the document as a whole. */
const whole = (code: ErrorCode, facts: Facts): Problem => ({
  code,
  facts,
  severity: 'error',
  frame: undefined,
});
