/**
 * A connection to Redis that breaks where a schedule says so.
 * @module
 */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { isVerb, messages } from './resp.ts';

/** Around which verb of the store something happens, counted from 0, and when. */
export interface Point {
  readonly verb: number;
  /** Before Redis gets it, before its reply goes back, or after that. */
  readonly when: 'before it arrives' | 'before its reply' | 'after its reply';
}

/** A proxy of one client. */
export interface Proxy {
  readonly port: number;
  close(): void;
}

/**
 * Starts one.
 *
 * @param onPoint called once, at the point, for what happens beside; true breaks the connection
 */
export async function startProxy(
  redis: number,
  point: Point | undefined,
  onPoint: () => boolean,
): Promise<Proxy> {
  let verbs = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(redis, '127.0.0.1');
    const breakUp = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', breakUp);
      socket.on('close', breakUp);
      socket.setNoDelay(true);
    }
    /** What happens around the commands that wait for their replies. */
    const waiting: (Point['when'] | undefined)[] = [];
    const meets = (command: Buffer) => isVerb(command) && verbs++ === point?.verb;
    client.on(
      'data',
      messages((command) => {
        const when = meets(command) ? point?.when : undefined;
        if (when === 'before it arrives' && onPoint()) return breakUp();
        waiting.push(when);
        upstream.write(command);
      }),
    );
    upstream.on(
      'data',
      messages((reply) => {
        const when = waiting.shift();
        if (when === 'before its reply' && onPoint()) return breakUp();
        client.write(reply);
        if (when === 'after its reply' && onPoint()) client.end();
      }),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
