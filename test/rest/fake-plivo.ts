import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One answer of the fake API. */
export type Answer =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  /** Reads everything and never answers. */
  | 'silence'
  /** Breaks off after the request has been read, or before its body is. */
  | 'reset'
  | 'reset before the body'
  /** Says 201 and breaks off, or stops, in the middle of the body. */
  | 'half and reset'
  | 'half and silence'
  /** Says the status, and then sends as much as is read, for ever. */
  | { readonly endless: number };

/** What the API was sent. */
export interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** A server on loopback that plays Plivo's API: it gives its answers in order, the last one for ever. */
export async function fakePlivo(answers: readonly [Answer, ...Answer[]]) {
  const received: Received[] = [];
  const sent = { bytes: 0 };
  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    const { authorization } = headers;
    const answer = answers[Math.min(received.length, answers.length - 1)]!;
    if (answer === 'reset before the body') {
      received.push({ method, url, authorization, body: undefined });
      request.socket.resetAndDestroy();
      return;
    }
    request.socket.on('close', () => (sent.bytes += request.socket.bytesWritten));
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      received.push({ method, url, authorization, body: JSON.parse(text) as unknown });
      give(answer, request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    apiUrl: `http://127.0.0.1:${port}`,
    received,
    /** Bytes of replies, counted when a connection is closed. */
    sent,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const spaces = ' '.repeat(64 * 1024);

function give(answer: Answer, request: IncomingMessage, response: ServerResponse): void {
  if (answer === 'silence') return;
  if (answer === 'reset') {
    request.socket.resetAndDestroy();
  } else if (answer === 'half and reset') {
    response.writeHead(201, { 'content-length': '100' });
    response.write('{"message":', () => request.socket.destroy());
  } else if (answer === 'half and silence') {
    response.writeHead(201, { 'content-length': '100' });
    response.write('{"message":');
  } else if (typeof answer === 'object' && 'endless' in answer) {
    response.writeHead(answer.endless, { 'content-type': 'application/json' });
    const more = () => {
      while (!response.destroyed && response.write(spaces));
    };
    response.on('drain', more);
    more();
  } else if (typeof answer === 'object') {
    const { status, body, headers = {} } = answer;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body ?? {}));
  }
}
