/**
 * Connections that send no valid HTTP, or send it too slowly: Node rejects them before there is a request.
 * @module
 */
import type { FastifyBaseLogger } from 'fastify';
import type { Socket } from 'node:net';
import type { ServerState } from '../server-state.ts';
import { severityOf } from '../report/report.ts';
import { allowLine } from '../report/rate-limit.ts';

const answers = {
  slow: '408 Request Timeout',
  header_size: '431 Request Header Fields Too Large',
  http: '400 Bad Request',
} as const;

/** Answers with a status and closes the connection, unless it is gone. */
export function rejectConnection(
  { code }: NodeJS.ErrnoException,
  socket: Socket,
  state: ServerState,
  log: FastifyBaseLogger,
): void {
  if (code === 'ECONNRESET' || socket.destroyed) return;
  const reason =
    code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'slow' : code === 'HPE_HEADER_OVERFLOW' ? 'header_size' : 'http';
  state.counts.add('reject', reason);
  const others = allowLine(state, `connection ${reason}`);
  if (others !== undefined)
    log[severityOf('reject', reason)](
      { event: 'reject', reason },
      `Rejected a connection: ${reason}${others}`,
    );
  if (socket.writable)
    socket.write(`HTTP/1.1 ${answers[reason]}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
  socket.destroySoon();
}
