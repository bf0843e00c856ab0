/**
 * A balancer before several servers. As balancers do, it asks each whether it is ready; as Plivo does, it tries a refused
 * connection once more, and nothing else.
 * @module
 */
import { once } from 'node:events';
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How often a server is asked, in milliseconds. */
const askEvery = 200;

/** Forwards to its servers in turn. */
export class Balancer {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #server = createServer((asked, reply) => void this.#forward(asked, reply));
  readonly #timers = new Set<NodeJS.Timeout>();
  #ports: number[] = [];
  #turn = 0;
  /** Connections that were refused, each tried once more. */
  refused = 0;
  /** Requests that got no answer although they were sent, by what happened. */
  readonly lost: string[] = [];

  /** Listens on a port of this machine. */
  async start(): Promise<number> {
    // Only the servers behind it close connections.
    this.#server.keepAliveTimeout = 0;
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return (this.#server.address() as AddressInfo).port;
  }

  /** A server that takes requests from now on, until it says that it is not ready or refuses a connection. */
  add(port: number): void {
    this.#ports.push(port);
    const timer = setInterval(() => void this.#ask(port, timer), askEvery);
    this.#timers.add(timer);
  }

  async #ask(port: number, timer: NodeJS.Timeout): Promise<void> {
    const { ok } = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => ({ ok: false }));
    if (ok) return;
    clearInterval(timer);
    this.#leaveOut(port);
  }

  #leaveOut(port: number): void {
    this.#ports = this.#ports.filter((each) => each !== port);
  }

  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.#agent.destroy();
    this.#server.close().closeAllConnections();
  }

  async #forward(asked: IncomingMessage, reply: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of asked) chunks.push(chunk as Buffer);
    this.#send(asked, Buffer.concat(chunks), reply, true);
  }

  #send(asked: IncomingMessage, body: Buffer, reply: ServerResponse, mayTryAgain: boolean): void {
    const { method, url: path, headers } = asked;
    const port = this.#ports[this.#turn++ % this.#ports.length];
    const lose = (what: string) => {
      this.lost.push(what);
      reply.destroy();
    };
    if (port === undefined) return lose('no server is left');
    const { connection: _, ...passed } = headers;
    const sent = request({ agent: this.#agent, host: '127.0.0.1', port, method, path, headers: passed });
    sent.on('response', (answer) => {
      const { connection: __, 'keep-alive': ___, ...given } = answer.headers;
      reply.writeHead(answer.statusCode!, given);
      answer.on('error', () => lose('an answer was cut off')).pipe(reply);
    });
    sent.on('error', ({ code = 'an error' }: NodeJS.ErrnoException) => {
      if (code !== 'ECONNREFUSED')
        return lose(`${code} on a connection that was ${sent.reusedSocket ? 'kept' : 'new'}`);
      this.refused++;
      this.#leaveOut(port);
      if (mayTryAgain) this.#send(asked, body, reply, false);
      else lose('refused twice');
    });
    sent.end(body);
  }
}
