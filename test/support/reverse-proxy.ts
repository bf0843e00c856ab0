import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What a reverse proxy forwards. */
export interface Route {
  /** The path at which the app is public, such as `/voice`. */
  readonly path: string;
  /** The port of the app. */
  readonly port: number;
  /** Whether the app gets the path, too. */
  readonly keepsPath: boolean;
}

/**
 * Starts a reverse proxy on loopback until the test is finished, like nginx with `proxy_pass`. Any other path than that of the
 * app is answered with 404.
 *
 * @param route what it forwards; it is read for each request, so that the app may start later
 * @returns its port
 */
export async function startProxy(route: () => Route): Promise<number> {
  const proxy = createServer((request, reply) => {
    const { path, port, keepsPath } = route();
    const { url = '/', method, headers } = request;
    const rest = url.slice(path.length);
    if (!url.startsWith(path) || !/^([/?]|$)/.test(rest)) return void reply.writeHead(404).end();
    const target = keepsPath ? url : rest.replace(/^(?!\/)/, '/');
    const forwarded = send({ host: '127.0.0.1', port, method, headers, path: target }, (answer) => {
      reply.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(reply);
    });
    forwarded.on('error', () => reply.writeHead(502).end());
    request.pipe(forwarded);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  return (proxy.address() as AddressInfo).port;
}
