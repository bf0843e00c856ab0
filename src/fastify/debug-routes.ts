/**
 * Two pages for testing a tunnel: what arrives, and the documents of the levels.
 * @module
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Flow, FlowExample } from '../flow/flow.ts';
import { decodeText } from '../flow/param-text.ts';
import { previewDocument } from '../flow/preview.ts';
import { previewPhases } from '../flow/preview-phases.ts';
import { queryTextOf } from '../webhook/query-text.ts';
import { withDeadline } from './deadline.ts';
import { serverStateOf, type ServerState } from './server-state.ts';
import { failureOf } from './report/failure.ts';
import { baseUrlOf, fieldsOf } from './request.ts';
import { report } from './report/report.ts';

/**
 * Adds `/debug` (what arrived, and the public URL of the app) and `/test-xml` (the documents of the flows' examples, readable).
 * Both show only what the client sent or the author wrote.
 */
export async function debugRoutes(app: FastifyInstance): Promise<void> {
  const state = serverStateOf(app);
  app.route({
    method: ['GET', 'POST'],
    url: '/debug',
    handler: (request, reply) => {
      reply.type('application/json; charset=utf-8').serializer(readable);
      return arrived(request, state);
    },
  });
  const pages: Pages = new WeakMap();
  app.get('/test-xml', async (request, reply) => {
    reply.type('text/plain; charset=utf-8');
    const shown = app.plivoFlows.map((flow) => pageOf(flow, request, state, pages));
    return (await Promise.all(shown)).join('\n');
  });
}

/** Pretty-printed, for a person. */
const readable = (page: unknown) => `${JSON.stringify(page, null, 2)}\n`;

function arrived(request: FastifyRequest, state: ServerState): object {
  const baseUrl = baseUrlOf(request, state);
  return {
    method: request.method,
    url: request.url,
    headers: request.headers,
    fields: fieldsOf(request),
    addressOfThisApp: baseUrl,
    addressComesFrom:
      state.publicUrl === undefined
        ? 'the Host header of this request'
        : 'PUBLIC_URL or the option publicUrl',
    signatures: state.authTokens.length > 0 ? 'every webhook must be signed' : 'not checked (local use)',
  };
}

type Pages = WeakMap<Flow, Promise<string>>;

/**
 * The page of a flow. In a public app its components run for it once: anyone may request the page.
 */
function pageOf(flow: Flow, request: FastifyRequest, state: ServerState, pages: Pages): Promise<string> {
  const isPublic = state.authTokens.length > 0;
  const page = (isPublic && pages.get(flow)) || examplesOf(flow, request, state);
  pages.set(flow, page);
  return page;
}

/** The parameters of a link that are not readable in it, such as `  (city is "Málaga")`. */
function meaningOf(href: string): string {
  const query = [...new URLSearchParams(queryTextOf(href))];
  const encoded = query.filter(([, text]) => decodeText(text) !== text);
  const meanings = encoded.map(([name, text]) => `${name} is ${JSON.stringify(decodeText(text))}`);
  return meanings.length === 0 ? '' : `  (${meanings.join(', ')})`;
}

/** The paths of the levels that no example requests. */
function othersThan(examples: readonly FlowExample[], { levels }: Flow): readonly string[] {
  const shown = new Set(examples.map(({ link }) => link.href.split('?')[0]));
  return levels.filter(({ kind, path }) => kind === 'level' && !shown.has(path)).map(({ path }) => path);
}

/** A request as the page shows it: its address, and the fields that Plivo would send. */
const requestText = (href: string, fields: object) =>
  href +
  Object.entries(fields)
    .map(([name, value]) => `  ${name}=${value}`)
    .join('') +
  meaningOf(href);

/** The document of an example, and those of the dialogs in it. */
async function shownExample(
  flow: Flow,
  href: string,
  fields: { readonly [name: string]: string },
  baseUrl: string,
): Promise<string> {
  // Anyone may open this page: it must not show whom a flow calls.
  const options = { fields, baseUrl, isRedacted: true };
  const { xml, facts } = await previewDocument([flow], href, options);
  const phases = await previewPhases([flow], facts, options);
  const shown = phases.map(
    (phase) => `### ${phase.title}\n${requestText(phase.href, phase.fields)}\n\n${phase.xml}`,
  );
  return [xml, ...shown].join('\n\n');
}

async function examplesOf(flow: Flow, request: FastifyRequest, state: ServerState): Promise<string> {
  const failed = (error: unknown) => {
    const { err, text } = failureOf(error, (said) => said);
    const sentence = `An example of ${flow.name} cannot be shown.\n${text}`;
    report(request, serverStateOf(request.server).counts, 'render', 'example', sentence, { err });
    const isLocal = state.development && state.authTokens.length === 0;
    return isLocal ? text : 'This example cannot be shown; the log says why.';
  };
  const parts = [`# ${flow.name}\n`];
  try {
    const examples = flow.examples();
    for (const { title, link, fields = {} } of examples) {
      const baseUrl = baseUrlOf(request, state);
      const printed = shownExample(flow, link.href, fields, baseUrl);
      const document = await withDeadline(printed, state.deadline, () => {}).then(
        (result) => (result.late ? `Nothing came within ${state.deadline} ms.` : result.value),
        failed,
      );
      parts.push(`## ${title}\n${requestText(link.href, fields)}\n\n${document}\n`);
    }
    const left = othersThan(examples, flow);
    if (left.length > 0)
      parts.push(`Not shown: ${left.join(', ')}. The option examples of the flow lists requests.\n`);
  } catch (error) {
    parts.push(`${failed(error)}\n`);
  }
  return parts.join('\n');
}
