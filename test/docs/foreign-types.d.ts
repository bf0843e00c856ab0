/**
 * What the pages use of packages whose types are not installed here.
 */

declare module 'express' {
  interface Request {
    readonly method: string;
    readonly originalUrl: string;
    readonly body: unknown;
    get(name: string): string | undefined;
  }
  interface Response {
    status(code: number): this;
    type(type: string): this;
    send(body: string): this;
  }
  interface Express {
    use(handler: unknown): this;
    post(path: string, handler: (request: Request, response: Response) => Promise<void>): this;
    listen(port: number): unknown;
  }
  function express(): Express;
  namespace express {
    function text(options: { readonly type: string; readonly limit: string }): unknown;
  }
  export default express;
}

declare module 'hono' {
  export class Hono {
    post(
      path: string,
      handler: (context: { readonly req: { readonly raw: Request } }) => Response | Promise<Response>,
    ): this;
    fetch(request: Request): Response | Promise<Response>;
  }
}
