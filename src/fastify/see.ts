/**
 * Two pages for a person with a tunnel: what arrives, and what the levels say.
 * @module
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Flow } from '../flow/flow.ts';
import { preview } from '../flow/preview.ts';
import { settingsOf, type PlivoJsxOptions, type Settings } from './options.ts';
import { baseUrlOf, fieldsOf } from './request.ts';

/**
 * Adds `/debug` (what arrived, and which address the app believes it has) and `/test-xml` (the documents of the
 * flows' examples, readable). Both show only what the asker sent or the author wrote.
 */
export async function see(app: FastifyInstance, options: PlivoJsxOptions): Promise<void> {
  const settings = settingsOf(options);
  app.route({ method: ['GET', 'POST'], url: '/debug', handler: (request) => arrived(request, settings) });
  app.get('/test-xml', async (request, reply) => {
    const pages = app.plivoFlows.map((flow) => examplesOf(flow, baseUrlOf(request, settings)));
    return reply.type('text/plain; charset=utf-8').send((await Promise.all(pages)).join('\n'));
  });
}

function arrived(request: FastifyRequest, settings: Settings): object {
  const baseUrl = baseUrlOf(request, settings);
  return {
    method: request.method,
    url: request.url,
    headers: request.headers,
    fields: fieldsOf(request),
    addressOfThisApp: baseUrl,
    addressComesFrom: settings.publicUrl === undefined ? 'the Host header of this request' : 'PUBLIC_URL',
    signatures: settings.authTokens.length > 0 ? 'every webhook must be signed' : 'not checked (local use)',
  };
}

async function examplesOf(flow: Flow, baseUrl: string): Promise<string> {
  const parts = [`# ${flow.name}\n`];
  for (const { title, link, fields = {} } of flow.examples()) {
    const sent = Object.entries(fields).map(([name, value]) => `  ${name}=${value}`);
    const document = await preview([flow], link.href, fields, baseUrl).catch(problem);
    parts.push(`## ${title}\n${link.href}${sent.join('')}\n\n${withoutNumbers(document)}\n`);
  }
  return parts.join('\n');
}

/** An example that cannot be printed must not hide the others. */
const problem = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Whom a flow calls is nobody's business who can open this page. */
const withoutNumbers = (xml: string) => xml.replace(/(<(?:Number|User)\b[^>]*>)[^<]*/g, '$1[hidden]');
