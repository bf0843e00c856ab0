/**
 * Connections that only want to be held: nothing comes, or a form comes a letter at a time.
 * @module
 */
import { once } from 'node:events';
import { connect } from 'node:net';

/** How a server got rid of them. */
export interface Shed {
  readonly opened: number;
  /** Answered with 408 before they were closed. */
  readonly told: number;
  readonly closed: number;
  /** Seconds until the last one was closed. */
  readonly longest: number;
}

/** How long they are watched, in milliseconds; twice what a server should take. */
const patience = 25_000;

const beginning =
  'POST /ivr HTTP/1.1\r\nHost: ivr.example.com\r\n' +
  'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\n';

/** Opens them and waits until the server has closed all. */
export async function holdOpen(port: number, many: number, kind: 'idle' | 'slow body'): Promise<Shed> {
  let [told, closed, longest] = [0, 0, 0];
  const hold = async () => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    let reply = '';
    socket.setEncoding('latin1').on('data', (chunk: string) => (reply += chunk));
    await once(socket, 'connect');
    const started = performance.now();
    if (kind === 'slow body') socket.write(beginning);
    const drip = setInterval(() => kind === 'slow body' && socket.writable && socket.write('a'), 500);
    const given = setTimeout(() => socket.destroy(), patience);
    const closedBy = once(socket, 'end').then(() => {
      closed++;
      longest = Math.max(longest, (performance.now() - started) / 1000);
    });
    await Promise.race([closedBy, once(socket, 'close')]).catch(() => {});
    if (reply.startsWith('HTTP/1.1 408')) told++;
    clearInterval(drip);
    clearTimeout(given);
    socket.destroy();
  };
  await Promise.all(Array.from({ length: many }, hold));
  return { opened: many, told, closed, longest };
}
