/**
 * What is no HTTP, or comes too slowly: refused by Node before there is a request.
 * @module
 */
import type { Socket } from 'node:net';
import type { Live } from '../live.ts';

const answers = {
  slow: '408 Request Timeout',
  header_size: '431 Request Header Fields Too Large',
  http: '400 Bad Request',
} as const;

/** Answers with a status and closes; a connection that is gone is not answered. */
export function refuseConnection({ code }: NodeJS.ErrnoException, socket: Socket, { counts }: Live): void {
  if (code === 'ECONNRESET' || socket.destroyed) return;
  const reason =
    code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'slow' : code === 'HPE_HEADER_OVERFLOW' ? 'header_size' : 'http';
  counts.add('reject', reason);
  if (socket.writable)
    socket.write(`HTTP/1.1 ${answers[reason]}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
  socket.destroySoon();
}
