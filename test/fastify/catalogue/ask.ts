import { parse } from 'fast-querystring';
import { signRequest } from 'plivo-jsx';
import { exchange, requestOf } from '../socket.ts';
import { publicUrl, token, type Mode, type Request } from './row.ts';

/** What came back, and whether the connection is gone. */
export interface Answered {
  readonly replies: readonly Response[];
  readonly closed: boolean;
}

const formType = 'application/x-www-form-urlencoded';

/** Sends a request to a server on this machine; signed when it is live. */
export async function ask(port: number, mode: Mode, request: Request): Promise<Answered> {
  const { method = 'POST', path = '/ivr', form = '', headers = {}, raw, bytes, until = null } = request;
  if (bytes !== undefined) return exchange(port, ...bytes);
  const signature = mode === 'live' ? signatureOf(request) : {};
  const type = method === 'GET' ? {} : { 'content-type': formType };
  const all = { ...type, ...signature, ...headers };
  if (raw !== undefined || Buffer.isBuffer(form)) {
    const length = raw?.some((header) => /^(content-length|transfer-encoding):/i.test(header))
      ? {}
      : lengthOf(form);
    const lines = Object.entries({ ...all, ...length }).map(([name, value]) => `${name}: ${value}`);
    return exchange(port, requestOf(`${method} ${path} HTTP/1.1`, [...lines, ...(raw ?? [])], form));
  }
  const body = method === 'GET' || method === 'HEAD' ? null : form;
  const reply = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers: all, body, signal: until });
  return { replies: [reply], closed: reply.headers.get('connection') === 'close' };
}

const lengthOf = (form: string | Buffer) => ({ 'content-length': String(Buffer.byteLength(form)) });

/** Plivo's signature of a request; none of what Plivo could not sign. */
function signatureOf({ signed, ...request }: Request): Readonly<Record<string, string>> {
  if (signed === false) return {};
  const { method = 'POST', path = '/ivr', form = '' } = request;
  const of = { method, path, form: form.toString(), at: publicUrl, token, ...signed };
  // Names of every object are fields like any other here; the parser's object has no prototype.
  const params = of.method === 'POST' ? parse(of.form) : {};
  try {
    const { nonce } = of as { nonce?: string };
    return { ...signRequest({ method: of.method, url: of.at + of.path, params, nonce }, of.token) };
  } catch {
    return {};
  }
}
