/**
 * One line a webhook: enough to follow a caller, and never a number or a key in it.
 * @module
 */
import type { Call } from '../../call/call.ts';
import type { Oddity } from '../level/oddity.ts';
import type { Webhook } from '../level/webhook.ts';
import { severityOf } from '../watch/tell.ts';
import type { Hide } from './hide.ts';

/** A tag with its attributes, and the text after it. */
const tag = /<([A-Za-z]+)([ /][^<>]*)?>([^<]*)/g;
const steps = new Set('Redirect Hangup GetDigits GetInput Dial Record Conference MultiPartyCall'.split(' '));
const action = / (?:action|onExitActionUrl)="([^"]*)"/;

/** Where a document leads, in its order: `GetDigits /ivr/level2, Hangup`. */
export function leadsTo(xml: string, baseUrl: string): string {
  const told: string[] = [];
  for (const [, name = '', attributes = '', text] of xml.matchAll(tag)) {
    if (!steps.has(name)) continue;
    const url = name === 'Redirect' ? text : action.exec(attributes)?.[1];
    const path = url?.startsWith(baseUrl) ? url.slice(baseUrl.length).replaceAll('&amp;', '&') : undefined;
    told.push(path === undefined ? name : `${name} ${path}`);
  }
  return told.length === 0 ? 'end of document' : told.join(', ');
}

/** What a line says beside the webhook itself. */
export interface WebhookLine {
  /** The path of the level. Not `level`, which in a line of the log is its own. */
  readonly route: string;
  readonly params: object;
  /** What is odd about it. */
  readonly odd?: Oddity | undefined;
  /** Where the answer leads; asked for only when somebody listens. */
  readonly to: () => string;
}

/** Writes the line of a webhook that was answered; a warning when the keys in it were none. */
export function logWebhook({ request, call, hide, since }: Webhook, line: WebhookLine): void {
  // A Fastify app without a logger has one that does nothing, and no level.
  if ((request.log.level ?? 'silent') === 'silent') return;
  const milliseconds = Math.round((performance.now() - since) * 10) / 10;
  const { route } = line;
  // What anyone may send must not write lines, or colours, of its own.
  const id = call.callUuid?.slice(0, 8).replace(/[^\w-]/g, '?') ?? 'unknown';
  const to = hide(line.to()).replace(likeAPin, '=[hidden]');
  const params = Object.fromEntries(
    Object.entries(line.params).map(([name, value]) => [name, told(String(value), hide)]),
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

/** A parameter of four digits or more may be a PIN that was pressed a level before. */
const told = (value: string, hide: Hide) => (/^\d{4,}$/.test(value) ? '[hidden]' : hide(value));

/** The same where it travels on. */
const likeAPin = /=\d{4,}(?![\w.~-])/g;

const hasOddKeys = ({ input }: Call) => input !== 'given' && input !== 'none';
