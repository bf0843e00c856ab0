/**
 * What a level says to a given request, without a server.
 * @module
 */
import { JsxElement } from '../../jsx-runtime/element.ts';
import { rawFields } from '../webhook/raw.ts';
import { readCall } from '../webhook/read-call.ts';
import { PlivoJsxError } from '../errors.ts';
import { render } from '../render/render.ts';
import type { Flow } from './flow.ts';
import { readParams } from './params.ts';
import { takesAll } from './unknown-parameters.ts';

/**
 * The readable document of a level.
 *
 * @param flows where to look for the level
 * @param href path and query, such as `/ivr/action?lang=en`
 * @param fields what Plivo would send, such as `{ Digits: '1' }`; a list is a field that comes more than once
 * @param baseUrl what links are resolved against
 * @throws {@link PlivoJsxError} `E_NO_LEVEL` when no flow has it, `E_PARAMS` when it does not accept the query
 * @example
 * ```tsx
 * import { flow, level, preview, Response, Speak } from 'plivo-jsx';
 *
 * const echo = level('/echo', ({ call }) => (
 *   <Response>
 *     <Speak>You pressed {call.digits}</Speak>
 *   </Response>
 * ));
 * const xml = await preview([flow('echo', { levels: [echo] })], '/echo', { Digits: '1' }, 'https://ivr.example.com');
 * ```
 */
export async function preview(
  flows: readonly Flow[],
  href: string,
  fields: { readonly [name: string]: string | readonly string[] },
  baseUrl: string,
): Promise<string> {
  const [pathname = '', query] = href.split('#')[0]!.split('?');
  const found = flows
    .flatMap(({ levels, languages }) => levels.map((level) => ({ level, languages })))
    .filter(({ level: { kind } }) => kind === 'level');
  const { level, languages } = found.find(({ level: { path } }) => path === pathname) ?? {};
  if (level === undefined) {
    const paths = found.map(({ level: { path } }) => path).join(', ');
    throw new PlivoJsxError('E_NO_LEVEL', { path: pathname, paths });
  }
  const asked = rawFields(new URLSearchParams(query));
  const params = await readParams(level.schema, asked);
  if (!params.ok || !takesAll(params.value, asked, languages!.length > 0))
    throw new PlivoJsxError('E_PARAMS', { path: pathname });
  const call = readCall(fields);
  const node = new JsxElement(level.component, { params: params.value, call }, level.source);
  return render(node, { pretty: true, baseUrl, context: { call, level: level.path }, development: true });
}
