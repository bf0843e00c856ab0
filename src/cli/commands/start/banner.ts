/**
 * What `start` prints first: its address, its flows, and what is missing to go live.
 * @module
 */
import type { Flow } from '../../../flow/flow.ts';
import { flowLines } from '../../../flow/flow-lines.ts';
import type { Environment } from '../../environment/read-variables.ts';

/** Printed at every start of an app that does not check signatures. */
export const unsigned = 'Signatures are not checked, so anyone who reaches this address can pose as Plivo.';

/** The address of a server as a URL. */
export const addressOf = (host: string, port: number) =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

/**
 * A few lines for a person.
 *
 * @param metrics the address of the metrics, if they are served
 */
export function banner(
  flows: readonly Flow[],
  { host, port, publicUrl, authTokens }: Environment,
  metrics: string | undefined,
): string {
  const local = addressOf(host, port);
  const live = publicUrl !== undefined && authTokens.length > 0;
  return [
    `plivo-jsx listens on ${local}${publicUrl === undefined ? '' : `, for Plivo at ${publicUrl}`}`,
    ...flows.flatMap((flow) => flowLines(flow, '  ')),
    `  to look at: ${local}/test-xml (what the levels say), ${local}/debug (what arrives)`,
    ...(metrics === undefined ? [] : [`  for a scraper: ${metrics}`]),
    live ? 'Every webhook must be signed by Plivo.' : `Local use. ${unsigned}`,
    ...(live
      ? []
      : ['To go live, set PUBLIC_URL and PLIVO_AUTH_TOKEN; docs/guide/plivo-number.md shows each step.']),
    ...(authTokens.length > 0
      ? []
      : [`Try it: curl -d CallUUID=test ${local}${flows[0]?.firstLevel.path ?? '/'}`]),
  ].join('\n');
}
