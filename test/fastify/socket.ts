import { connect } from 'node:net';

/** What came back over a connection. */
export interface Exchange {
  readonly replies: readonly Response[];
  /** True when the server closed before we did. */
  readonly closed: boolean;
}

/**
 * Sends bytes over a connection of their own, as they are, and reads until the server closes it.
 *
 * @param bytes texts are sent letter for byte
 */
export function exchange(port: number, ...bytes: readonly (string | Buffer)[]): Promise<Exchange> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1');
    for (const part of bytes) socket.write(typeof part === 'string' ? Buffer.from(part, 'latin1') : part);
    let closed = false;
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('end', () => (closed = true));
    // A server that rejects a body need not read it, and a connection with unread bytes ends in a reset.
    socket.on('error', () => (closed = true));
    socket.on('close', () => resolve({ replies: repliesIn(Buffer.concat(chunks)), closed }));
  });
}

/** A request as it goes over the wire; its connection closes after it. */
export function requestOf(line: string, headers: readonly string[], body: Buffer | string = ''): Buffer {
  const head = [line, 'Host: 127.0.0.1', 'Connection: close', ...headers, '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body)]);
}

const noChunks = '0\r\n\r\n';

function repliesIn(bytes: Buffer): Response[] {
  const replies: Response[] = [];
  for (let rest = bytes; rest.length > 0;) {
    const end = rest.indexOf('\r\n\r\n');
    const [line = '', ...lines] = rest.subarray(0, end).toString('latin1').split('\r\n');
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(line)?.[1]);
    const headers = new Headers(lines.map((header) => header.split(/: */, 2) as [string, string]));
    // Node answers some requests by itself, with chunks of nothing.
    const chunked = headers.get('transfer-encoding') === 'chunked';
    const length = chunked ? noChunks.length : Number(headers.get('content-length'));
    const body = rest.subarray(end + 4, end + 4 + length).toString();
    replies.push(new Response(body === noChunks ? '' : body, { status, headers }));
    rest = rest.subarray(end + 4 + length);
  }
  return replies;
}
