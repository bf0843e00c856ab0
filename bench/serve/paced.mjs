// So many requests a second, whether the server keeps up or not, each timed from when it was due.
import { once } from 'node:events';
import { connect } from 'node:net';
import { createHistogram } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import { body, path, signedHeaders } from './request.mjs';

const bytesOf = (headers) =>
  [
    `POST ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    `content-length: ${Buffer.byteLength(body)}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    body,
  ].join('\r\n');

// Beyond those of the load generator, and others each time.
let first = 1e9;

/** One request at a time; all replies of a server are equally long. */
class Connection {
  #socket;
  #length;
  #taken = 0;
  #onReply;

  static async open(port) {
    const connection = new Connection();
    connection.#socket = connect(port, '127.0.0.1').setNoDelay();
    await once(connection.#socket, 'connect');
    connection.#socket.on('data', (chunk) => connection.#take(chunk));
    return connection;
  }

  #take(chunk) {
    this.#length ??= lengthOf(chunk.toString('latin1'));
    this.#taken += chunk.length;
    if (this.#taken < this.#length) return;
    this.#taken = 0;
    this.#onReply();
  }

  send(bytes, onReply) {
    this.#onReply = onReply;
    this.#socket.write(bytes);
  }

  close() {
    this.#socket.destroy();
  }
}

function lengthOf(reply) {
  const parts = /^HTTP\/1\.1 200 [^]*?content-length: (\d+)[^]*?\r\n\r\n/i.exec(reply);
  if (parts === null) throw new Error(`A request was answered with ${reply.split('\r\n', 1)}.`);
  return parts[0].length + Number(parts[1]);
}

/** The 99th percentile of the times in microseconds; the first half second does not count. */
export async function p99(port, { rate, seconds, connections }) {
  const all = signedHeaders(Math.round(rate * seconds), (first += 1e6)).map(bytesOf);
  const times = createHistogram();
  const free = await Promise.all(Array.from({ length: connections }, () => Connection.open(port)));
  const opened = [...free];
  const started = performance.now();
  for (let sent = 0; sent < all.length || free.length < connections;) {
    const due = started + (sent * 1000) / rate;
    if (sent < all.length && free.length > 0 && due <= performance.now()) {
      const connection = free.pop();
      connection.send(all[sent++], () => {
        free.push(connection);
        if (due > started + 500) times.record(Math.max(1, Math.round((performance.now() - due) * 1000)));
      });
    } else await turn();
  }
  for (const connection of opened) connection.close();
  return times.percentile(99);
}
