import {
  explore as exploreUrl,
  type ExploreOptions,
  type Graph,
  type GraphLevel,
  type SwitchedOff,
} from '../check/index.ts';
import type { Transport } from '../phone/index.ts';
import { addressOfApp } from './app-address.ts';
import { withFailures } from './app-failures.ts';
import { injectInto, type App, type AppFlow } from './inject.ts';

/**
 * Explores everything that a caller of a Fastify app can do, in the same process.
 *
 * @param app a Fastify app; it need not listen
 * @param path where the call is answered, such as `/ivr`. Default: where the app's first flow begins.
 * @param options who calls, and the limits
 * @throws {@link PlivoJsxError} `E_OPTION` for a bad option, `E_PHONE_URL` when the address is none
 * @example
 * ```tsx
 * import assert from 'node:assert/strict';
 * import { flow, Hangup, level, Response, Speak } from 'plivo-jsx';
 * import { check } from 'plivo-jsx/check';
 * import { createApp } from 'plivo-jsx/fastify';
 * import { explore } from 'plivo-jsx/testing';
 *
 * const closed = level('/closed', () => (
 *   <Response>
 *     <Speak>We are closed. Goodbye.</Speak>
 *     <Hangup />
 *   </Response>
 * ));
 * const app = await createApp({ flows: [flow('closed', { levels: [closed] })] });
 *
 * assert.deepEqual(check(await explore(app)), []);
 * ```
 */
export async function explore(
  app: App,
  path?: string,
  options: Omit<ExploreOptions, 'transport'> = {},
): Promise<Graph> {
  const { publicUrl: _, localUrl: __, off = [], ...others } = options;
  const { url, addresses } = await addressOfApp(app, path, options);
  const send = injectInto(app, addresses);
  // Each request for itself, since many are under way at a time.
  const transport: Transport = (request) => withFailures(send, [])(request);
  const { plivoFlows: flows } = app;
  if (flows === undefined) return exploreUrl(url, { ...others, off, transport });
  const { pathname } = new URL(url);
  const called = flows.find(({ levels }) => levels.some((level) => pathname.endsWith(level.path)));
  const prefix = prefixOf(pathname, called);
  const ofFlows = flows.flatMap((flow) => offIn(flow, prefix));
  const graph = await exploreUrl(url, { ...others, off: [...ofFlows, ...off], transport });
  // Read now, since links are made while the levels answer.
  return { ...graph, levels: flows.flatMap((flow) => levelsOf(flow, prefix, flow === called)) };
}

/** What stands before the paths of levels in addresses, such as `/voice`. */
function prefixOf(pathname: string, flow: AppFlow | undefined): string {
  const [longest = ''] = (flow?.levels ?? [])
    .map(({ path }) => path)
    .filter((path) => pathname.endsWith(path))
    .sort((a, b) => b.length - a.length);
  return pathname.slice(0, pathname.length - longest.length);
}

const levelsOf = ({ levels }: AppFlow, prefix: string, isOfFlow: boolean): GraphLevel[] =>
  levels.map(({ path, kind, isLinked }) => ({ path: prefix + path, kind, isOfFlow, isLinked }));

const offIn = ({ checks }: AppFlow, prefix: string): SwitchedOff[] =>
  Object.entries(checks).flatMap(([path, rules]) =>
    Object.entries(rules).map(([rule, reason]) => ({ rule, path: prefix + path, reason })),
  );
