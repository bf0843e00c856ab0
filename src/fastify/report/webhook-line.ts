/**
 * One line a webhook: enough to follow a caller, and nothing in it that they sent.
 * @module
 */
import type { Call } from '../../webhook/call.ts';
import type { AuthoredValues } from '../../flow/authored-values.ts';
import type { InputAnomaly } from './input-anomaly.ts';
import { isMark } from '../retry-marker.ts';
import type { Webhook } from '../webhook.ts';
import { severityOf } from './report.ts';
import { redacted } from './redact.ts';

/** A tag with its attributes, and the text after it. */
const tag = /<([A-Za-z]+)([ /][^<>]*)?>([^<]*)/g;
const steps = new Set('Redirect Hangup GetDigits GetInput Dial Record Conference MultiPartyCall'.split(' '));
const action = / (?:action|onExitActionUrl)="([^"]*)"/;

/**
 * Where a document leads, in its order: `GetDigits /ivr/level2, Hangup`. Of an address only what the author wrote is told:
 * the path of a level, the names of its parameters, and words of its schema.
 *
 * @param words of each level, by its path
 */
export function nextSteps(xml: string, baseUrl: string, words: ReadonlyMap<string, AuthoredValues>): string {
  const told: string[] = [];
  for (const [, name = '', attributes = '', text] of xml.matchAll(tag)) {
    if (!steps.has(name)) continue;
    const url = name === 'Redirect' ? text : action.exec(attributes)?.[1];
    const address = url?.startsWith(baseUrl) ? addressTold(url.slice(baseUrl.length), words) : undefined;
    told.push(address === undefined ? name : `${name} ${address}`);
  }
  return told.length === 0 ? 'end of document' : told.join(', ');
}

/** An address of the app itself; undefined when no level has its path. */
function addressTold(address: string, words: ReadonlyMap<string, AuthoredValues>): string | undefined {
  const [path = '', query = ''] = address.split('#', 1)[0]!.replaceAll('&amp;', '&').split('?', 2);
  const known = words.get(path);
  if (known === undefined || query === '') return known && path;
  const items = query.split('&').map((item) => {
    const at = item.indexOf('=');
    return isMark(item) ? item : paramTold(known, item.slice(0, at), item.slice(at + 1)).join('=');
  });
  return `${path}?${items.join('&')}`;
}

/** A parameter as the log tells it: a caller's words may have become one, a step or an hour ago. */
const paramTold = (words: AuthoredValues, name: string, value: string): [string, string] =>
  words.names(name) ? [name, words.has(name, value) ? value : redacted] : [redacted, redacted];

/** What a line says beside the webhook itself. */
export interface WebhookLine {
  /** The path of the level. Not `level`, which in a line of the log is its own. */
  readonly route: string;
  readonly params: object;
  /** What is odd about it. */
  readonly odd?: InputAnomaly | undefined;
  /** Where the answer leads; asked for only when somebody listens. */
  readonly to: () => string;
}

/** Writes the line of a webhook that was answered; a warning when the keys in it were none. */
export function logWebhook({ request, call, words, since }: Webhook, line: WebhookLine): void {
  // A Fastify app without a logger has one that does nothing, and no level.
  if ((request.log.level ?? 'silent') === 'silent') return;
  const milliseconds = Math.round((performance.now() - since) * 10) / 10;
  const { route } = line;
  // What anyone may send must not write lines, or colours, of its own.
  const id = call.callUuid?.slice(0, 8).replace(/[^\w-]/g, '?') ?? 'unknown';
  const to = line.to();
  const params = Object.fromEntries(
    Object.entries(line.params).map(([name, value]) => paramTold(words, name, String(value))),
  );
  const said = Object.entries(params).map(([name, value]) => ` ${name}=${value}`);
  const { odd } = line;
  const keys = hasOddKeys(call) ? ` (keys: ${call.input})` : '';
  const severity = odd === undefined ? 'info' : severityOf(odd.event, odd.reason as never);
  // What is only worth a debug line is still the one line of this webhook.
  request.log[severity === 'warn' ? 'warn' : 'info'](
    { call: call.callUuid, kind: call.kind, input: call.input, route, params, to, milliseconds, ...odd },
    `call ${id}  ${call.kind}${keys}  ${request.method} ${route}${said.join('')}  →  ${to}  (${milliseconds} ms)`,
  );
}

const hasOddKeys = ({ input }: Call) => input !== 'given' && input !== 'none';
