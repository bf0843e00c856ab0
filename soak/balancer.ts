/**
 * A balancer before several servers. As Plivo does, it tries a refused connection once more, and nothing else.
 * @module
 */
import { once } from 'node:events';
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Forwards to its servers in turn. */
export class Balancer {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #server = createServer((asked, reply) => void this.#forward(asked, reply));
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

  /** A server that takes requests from now on; it is left out once it refuses a connection. */
  add(port: number): void {
    this.#ports.push(port);
  }

  stop(): void {
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
      this.#ports = this.#ports.filter((each) => each !== port);
      if (mayTryAgain) this.#send(asked, body, reply, false);
      else lose('refused twice');
    });
    sent.end(body);
  }
}
