/**
 * One line a webhook: enough to follow a caller, and never a number or a key in it.
 * @module
 */
import type { FastifyRequest } from 'fastify';
import type { Call } from '../call/call.ts';

const step = /<(Redirect|Hangup|GetDigits|GetInput|Dial|Record|Conference|MultiPartyCall)\b([^>]*)>([^<]*)/g;
const action = / (?:action|onExitActionUrl)="([^"]*)"/;

/** Where a document leads, in its order: `GetDigits /ivr/level2, Hangup`. */
export function leadsTo(xml: string, baseUrl: string): string {
  const steps: string[] = [];
  for (const [, name, attributes, text] of xml.matchAll(step)) {
    const url = name === 'Redirect' ? text : action.exec(attributes ?? '')?.[1];
    const path = url?.startsWith(baseUrl) ? url.slice(baseUrl.length).replaceAll('&amp;', '&') : undefined;
    steps.push(path === undefined ? name! : `${name} ${path}`);
  }
  return steps.join(', ');
}

/** What a line says of a webhook. */
export interface WebhookLine {
  readonly call: Call;
  readonly level: string;
  readonly params: object;
  readonly to: string;
  readonly since: number;
}

/** Writes the line of a webhook that was answered. */
export function logWebhook(request: FastifyRequest, { call, level, params, to, since }: WebhookLine): void {
  const milliseconds = Math.round((performance.now() - since) * 10) / 10;
  const id = call.callUuid?.slice(0, 8) ?? 'unknown';
  const said = Object.entries(params).map(([name, value]) => ` ${name}=${String(value)}`);
  request.log.info(
    { call: call.callUuid, kind: call.kind, level, params, to, milliseconds },
    `call ${id}  ${call.kind}  ${request.method} ${level}${said.join('')}  →  ${to}  (${milliseconds} ms)`,
  );
}
