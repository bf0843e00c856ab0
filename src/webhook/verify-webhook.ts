/**
 * Reads a request of any server, and checks its signature.
 * @module
 */
import type { Call } from './call.ts';
import { queryTextOf } from './query-text.ts';
import { collectFields, type CallParams } from './raw.ts';
import { createCall } from './read-call.ts';
import { withoutTrailingSlash } from './signature/public-address.ts';
import {
  bothSignatures,
  problemWithoutBody,
  verifyRequest,
  type RejectionReason,
} from './signature/verify.ts';
import type { SignedParams } from './signature/signed-text.ts';

/** A request of the web's own kind, as handlers of Fetch, Next.js and Hono get it. */
export interface FetchRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: { get(name: string): string | null };
  readonly body: { getReader(): BodyReader } | null;
}

interface BodyReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel?(): Promise<unknown>;
}

/** A request of Node, Express or Fastify. */
export interface ServerRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** The target before a router of Express removed its own path. */
  readonly originalUrl?: string | undefined;
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
  /** The body, if a parser has read it: its text or its fields. Otherwise it is read from the request. */
  readonly body?: unknown;
}

/** What a signature is checked with. */
export interface VerifyWebhookOptions {
  /** The public address at which Plivo reaches the server, such as `https://ivr.example.com`; never take it from the request. */
  readonly publicUrl: string;
  /** The auth token, or several while they are rotated. Without one, no request is accepted. */
  readonly authTokens: string | readonly string[] | undefined;
}

/** A call that Plivo signed, or why the request is not accepted; `body_size` is a body of more than 64 KB. */
export type VerifiedWebhook =
  | { readonly ok: true; readonly call: Call }
  | { readonly ok: false; readonly reason: RejectionReason | 'body_size' };

const mostBytes = 64 * 1024;

/**
 * Reads a webhook and checks that Plivo signed it: {@link verifyRequest} and {@link readCall} for a `Request` of Fetch, and for
 * the requests of Node, Express and Fastify. It reads the body, unless a parser has read it before, or
 * there is no signature that a body could make valid. Never throws.
 *
 * What {@link verifyRequest} leaves to a server is left here too: parameters of your own in the query must be checked.
 *
 * @param request the request, as the server gave it
 * @param options the public address and the auth token
 * @returns the call if the signature is valid, otherwise the reason; answer that with status 403
 * @example
 * ```tsx
 * import { render, Response as Document, Speak, verifyWebhook } from 'plivo-jsx';
 *
 * export async function POST(request: Request): Promise<Response> {
 *   const webhook = await verifyWebhook(request, {
 *     publicUrl: 'https://ivr.example.com',
 *     authTokens: process.env['PLIVO_AUTH_TOKEN'],
 *   });
 *   if (!webhook.ok) return new Response(null, { status: 403 });
 *   const document = (
 *     <Document>
 *       <Speak>You pressed {webhook.call.digits}</Speak>
 *     </Document>
 *   );
 *   return new Response(await render(document), { headers: { 'content-type': 'application/xml' } });
 * }
 * ```
 */
export async function verifyWebhook(
  request: FetchRequest | ServerRequest,
  options: VerifyWebhookOptions,
): Promise<VerifiedWebhook> {
  try {
    // Untyped callers can leave out the options.
    const { publicUrl = '', authTokens }: Partial<VerifyWebhookOptions> = options ?? {};
    const { method = '' } = request;
    const target = targetOf(request);
    // Anything else would continue the host of the public address.
    if (!target.startsWith('/')) return { ok: false, reason: 'url' };
    const isGet = method === 'GET';
    const header = (name: string) => headerOf(request, name);
    const unread = {
      method,
      url: withoutTrailingSlash(publicUrl) + target,
      signature: bothSignatures(header('x-plivo-signature-v3'), header('x-plivo-signature-ma-v3')),
      nonce: header('x-plivo-signature-v3-nonce'),
    };
    if (!isGet) {
      // A body may never arrive, so it is not waited for when no body makes the signature valid.
      const reason = problemWithoutBody(unread, authTokens);
      if (reason !== undefined) return { ok: false, reason };
    }
    const fields = isGet ? new URLSearchParams(queryTextOf(target)) : await formOf(request);
    if (fields === undefined) return { ok: false, reason: 'body_size' };
    const received = isGet ? unread : { ...unread, params: fields as SignedParams };
    const verdict = verifyRequest(received, authTokens);
    return verdict.ok ? { ok: true, call: createCall(collectFields(fields as CallParams)) } : verdict;
  } catch {
    // The client has disconnected, or something else has read the body.
    return { ok: false, reason: 'params' };
  }
}

const isFetch = (request: FetchRequest | ServerRequest): request is FetchRequest =>
  typeof request.headers.get === 'function';

function targetOf(request: FetchRequest | ServerRequest): string {
  if (!isFetch(request)) return request.originalUrl ?? request.url ?? '';
  const { pathname, search } = new URL(request.url);
  return pathname + search;
}

function headerOf(request: FetchRequest | ServerRequest, name: string): string | undefined {
  const value = isFetch(request) ? request.headers.get(name) : request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** The fields of the body; undefined when it has too many bytes. */
async function formOf(request: FetchRequest | ServerRequest): Promise<unknown> {
  const parsed = isFetch(request) ? undefined : request.body;
  const body = parsed ?? (await read(isFetch(request) ? streamOf(request) : chunksOf(request)));
  return typeof body === 'string' || Buffer.isBuffer(body) ? new URLSearchParams(body.toString()) : body;
}

async function read(chunks: AsyncIterable<Uint8Array | string>): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const part = Buffer.from(chunk as Uint8Array);
    if (part.length === 0) continue;
    length += part.length;
    if (length > mostBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function* streamOf({ body }: FetchRequest): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  try {
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read())
      yield part.value;
  } finally {
    // The sender of a body that is too big need not send the rest; when it hears of that does not matter here.
    reader?.cancel?.().catch(() => {});
  }
}

interface NodeStream extends AsyncIterable<Uint8Array | string> {
  readonly readableDidRead?: boolean;
  iterator?(options: { destroyOnReturn: boolean }): AsyncIterable<Uint8Array | string>;
}

function chunksOf(request: ServerRequest): AsyncIterable<Uint8Array | string> {
  const stream = request as ServerRequest & NodeStream;
  if (stream.readableDidRead === true) throw new Error('The body was read before, and nobody kept it.');
  // The connection stays open for the reply.
  return stream.iterator?.({ destroyOnReturn: false }) ?? stream;
}
