/**
 * Renders the document of a level for a given request, without a server.
 * @module
 */
import { JsxElement } from '../../jsx-runtime/element.ts';
import { collectFields } from '../webhook/raw.ts';
import { queryTextOf } from '../webhook/query-text.ts';
import { readCall } from '../webhook/read-call.ts';
import type { Context } from '../render/context.ts';
import { renderDocument, type RenderedDocument } from '../render/render.ts';
import type { Call } from '../webhook/call.ts';
import { redirectedCall } from '../webhook/redirected-call.ts';
import { PlivoJsxError } from '../errors.ts';
import { readDialogState, soundOfDialog, withoutDialogState } from './dialog-state.ts';
import { LevelContext } from './level-context.ts';
import { mostForwards } from './most-forwards.ts';
import { innerContext } from '../render/walk/with-context.ts';
import { RenderSession, type CallSession } from './call-session.ts';
import type { Flow } from './flow.ts';
import { soundOf } from './level.ts';
import { readLevelParams } from './level-params.ts';
import { decodeTexts } from './param-text.ts';
import { noLevelAt } from './no-level.ts';
import { refusedParameters } from './refused-parameters.ts';
import { hasUnknownParameters } from './unknown-parameters.ts';

/** The request that {@link preview} renders a document for. */
export interface PreviewOptions {
  /** The public address that links are resolved against, such as `https://ivr.example.com`. */
  readonly baseUrl: string;
  /** The fields that Plivo would send, such as `{ Digits: '1' }`; a list is a field that is sent more than once. Default: none. */
  readonly fields?: { readonly [name: string]: string | readonly string[] } | undefined;
  /** What components get as their second argument: the time at which the request arrives. Default: the real time. */
  readonly context?: Partial<Pick<Context, 'now'>> | undefined;
}

/** Options that only plivo-jsx itself uses. */
export interface PreviewDocumentOptions extends PreviewOptions {
  /** Whether phone numbers and SIP addresses are replaced, for a page that anyone may open. Default: false. */
  readonly isRedacted?: boolean | undefined;
}

/**
 * Renders the document that a level answers a request with, one element a line. No server is needed.
 *
 * @param flows the flows that may have the level
 * @param href the path and query of the level, such as `/ivr/action?lang=en`
 * @param options the fields of the request, and the address that links are resolved against
 * @returns the XML, indented
 * @throws {@link PlivoJsxError} `E_NO_LEVEL` when no flow has the level, `E_PARAMS` when it does not accept the query
 * @throws {@link RenderError} when the document has problems
 * @example
 * ```tsx
 * import { flow, level, preview, Response, Speak } from 'plivo-jsx';
 *
 * const echo = level('/echo', ({ call }) => (
 *   <Response>
 *     <Speak>You pressed {call.digits}</Speak>
 *   </Response>
 * ));
 * const xml = await preview([flow('echo', { levels: [echo] })], '/echo', {
 *   fields: { Digits: '1' },
 *   baseUrl: 'https://ivr.example.com',
 * });
 * ```
 */
export async function preview(
  flows: readonly Flow[],
  href: string,
  options: PreviewOptions,
): Promise<string> {
  const { xml } = await previewDocument(flows, href, options);
  return xml;
}

/** A document, and what is known of it. */
export interface PreviewedDocument extends RenderedDocument {
  /** Whether a component reported a no-match. */
  readonly isNoMatch: boolean;
}

/** As {@link preview}, with the options that only plivo-jsx itself uses. */
export async function previewDocument(
  flows: readonly Flow[],
  href: string,
  options: PreviewDocumentOptions,
): Promise<PreviewedDocument> {
  const { fields = {} } = options;
  const print = printOptions(options);
  let document = await documentOf(flows, href, readCall(fields), print);
  for (let passed = 0; document.facts.forward !== undefined; passed++) {
    const { href: to, level: path } = document.facts.forward;
    if (passed === mostForwards)
      throw new PlivoJsxError('E_FORWARD', { path, problem: `is one of more than ${mostForwards} in a row` });
    document = await documentOf(flows, to, redirectedCall(readCall(fields)), print);
  }
  return document;
}

/** What the documents of one preview have in common. */
export interface PrintOptions extends Pick<PreviewDocumentOptions, 'baseUrl' | 'isRedacted'> {
  readonly session: CallSession;
  readonly time: number;
}

/** The options of the documents of one preview, with an empty session. */
export const printOptions = ({ baseUrl, context, isRedacted }: PreviewDocumentOptions): PrintOptions => ({
  baseUrl,
  isRedacted,
  time: context?.now?.epochMilliseconds ?? Date.now(),
  session: new RenderSession(),
});

/** Renders the document of one level; a `<Forward>` in it is not followed. */
export async function documentOf(
  flows: readonly Flow[],
  href: string,
  call: Call,
  { session, time, ...print }: PrintOptions,
): Promise<PreviewedDocument> {
  const [target = ''] = href.split('#', 1);
  const [pathname = ''] = target.split('?', 1);
  const { level, flow } = findLevel(flows, pathname);
  const { languages } = flow;
  const sent = collectFields(new URLSearchParams(queryTextOf(target)));
  const parameters = decodeTexts(withoutDialogState(sent));
  const params = await readLevelParams(level, flow, parameters);
  if (!params.ok || hasUnknownParameters(parameters, params.value, languages.length > 0))
    throw refusedParameters(level, parameters, params, languages.length > 0);
  const node = new JsxElement(level.component, { params: params.value, call }, level.source);
  const dialog = readDialogState(sent);
  const { baseUrl } = print;
  const lang = parameters['lang'];
  const request = { baseUrl, call, level, flow, href: target, lang, dialog, time, development: true };
  // The documents of a forward are of one call.
  const ofLevel = new LevelContext(request);
  const context = innerContext(ofLevel, { session });
  const sound = dialog === undefined ? soundOf(level) : soundOfDialog(dialog);
  const options = { ...print, pretty: true, context, sound, development: true, isForwarded: true };
  const document = await renderDocument(node, options);
  return { ...document, isNoMatch: ofLevel.isNoMatch };
}

function findLevel(flows: readonly Flow[], pathname: string) {
  const candidates = flows.flatMap((flow) =>
    flow.levels.filter(({ kind }) => kind === 'level').map((level) => ({ level, flow })),
  );
  const found = candidates.find(({ level: { path } }) => path === pathname);
  if (found !== undefined) return found;
  throw noLevelAt(pathname, flows);
}
