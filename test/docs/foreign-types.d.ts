/**
 * What the pages use of packages whose types are not installed here.
 */

declare module 'express' {
  interface Request {
    readonly method: string;
    readonly url: string;
    readonly originalUrl: string;
    readonly headers: { readonly [name: string]: string | string[] | undefined };
    readonly body: unknown;
  }
  interface Response {
    status(code: number): this;
    type(type: string): this;
    send(body: string): this;
  }
  interface Express {
    post(path: string, handler: (request: Request, response: Response) => Promise<void>): this;
    listen(port: number): unknown;
  }
  function express(): Express;
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
