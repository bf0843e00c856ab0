/**
 * The page at `/` in development: what is served, and how to try it. It is no route, so that one of the author goes first.
 * @module
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { flowLines } from '../flow/flow-lines.ts';
import { escapeText } from '../render/output/escape.ts';
import { isSigned } from './reject/authenticate.ts';
import { pathOf, visitedUrlOf } from './request.ts';
import type { ServerState } from './server-state.ts';

interface Page {
  readonly title: string;
  readonly flows: readonly string[];
  readonly links: readonly (readonly [url: string, about: string])[];
  readonly commands: readonly string[];
}

/** Whether a request that no route answers is one of a person for the start page. */
export const isForStartPage = (request: FastifyRequest, { development }: ServerState): boolean =>
  development && ['GET', 'HEAD'].includes(request.method) && pathOf(request) === '/' && !isSigned(request);

/** Answers with HTML if the client prefers it, otherwise with text. */
export function showStartPage(
  request: FastifyRequest,
  reply: FastifyReply,
  state: ServerState,
): FastifyReply {
  const isHtml = /\btext\/html\b/i.test(request.headers.accept ?? '');
  const page = pageOf(visitedUrlOf(request, state), state);
  return reply
    .header('vary', 'accept')
    .type(`text/${isHtml ? 'html' : 'plain'}; charset=utf-8`)
    .send(isHtml ? htmlOf(page) : textOf(page));
}

function pageOf(here: string, { flows, authTokens }: ServerState): Page {
  const isSigned = authTokens.length > 0;
  const paths = flows.map(({ firstLevel }) => firstLevel.path);
  return {
    title: 'A plivo-jsx server in development',
    flows: flows.length === 0 ? ['No flow is served.'] : flows.flatMap((flow) => flowLines(flow)),
    links: [
      [`${here}/test-xml`, 'what the levels say'],
      [`${here}/debug`, 'what arrives, and the address that this server believes it has'],
    ],
    commands: paths.flatMap((path) => [
      `npx plivo-jsx phone ${here}${path}${isSigned ? ' --sign' : ''}`,
      ...(isSigned ? [] : [`curl -d CallUUID=test ${here}${path}`]),
    ]),
  };
}

function textOf({ title, flows, links, commands }: Page): string {
  return [
    `${title}\n`,
    ...flows,
    '\nTo look at:',
    ...links.map(([url, about]) => `  ${url}  ${about}`),
    ...(commands.length === 0
      ? []
      : ['\nTo call it without a telephone:', ...commands.map((line) => `  ${line}`)]),
    '',
  ].join('\n');
}

const style = `:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 52rem; margin: 3rem auto; padding: 0 1rem }
h1 { font-size: 1.4rem } h2 { font-size: 1rem; margin-top: 2rem }
pre { overflow-x: auto; padding: 1rem; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 6px }`;

const htmlOf = ({ title, flows, links, commands }: Page): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
${style}
</style>
<h1>${title}</h1>
<h2>Flows and their levels</h2>
${preOf(flows)}
<h2>To look at</h2>
<ul>
${links.map(([url, about]) => `<li><a href="${url}">${new URL(url).pathname}</a>: ${about}</li>`).join('\n')}
</ul>
${commands.length === 0 ? '' : `<h2>To call it without a telephone</h2>\n${preOf(commands)}\n`}</html>
`;

const preOf = (lines: readonly string[]) => `<pre>${escapeText(lines.join('\n'))}</pre>`;
