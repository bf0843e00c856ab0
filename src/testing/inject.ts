/**
 * Sends the requests of a call to a Fastify app without a network.
 * @module
 */
import { TransportFailure, type Method, type Transport } from '../phone/index.ts';

/** A request for Fastify's `inject`. */
export interface InjectRequest {
  readonly method: Method;
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly payload?: string;
}

/** The reply of Fastify's `inject`. */
export interface InjectReply {
  readonly statusCode: number;
  readonly headers: { readonly [name: string]: string | string[] | number | undefined };
  readonly body: string;
  readonly rawPayload?: Uint8Array;
}

/** The part of a Fastify app that a call needs. */
export interface App {
  /** The flows that plivo-jsx's plugin serves. */
  readonly plivoFlows?: readonly { readonly firstLevel: { readonly path: string } }[];
  ready(): PromiseLike<unknown>;
  inject(request: InjectRequest): PromiseLike<InjectReply>;
}

/**
 * Sends requests for the origin of the app to it. Other requests fail: a test does not leave the process.
 *
 * @param origin the origin of the app, such as `https://ivr.example.com`
 */
export const injectInto =
  (app: App, origin: string): Transport =>
  async ({ method, url, headers, body }) => {
    const { pathname, search, host, origin: asked } = new URL(url);
    if (asked !== origin) {
      const problem = `${asked} is not the app that is called; if it is, give call the option publicUrl`;
      throw new TransportFailure('ct', problem);
    }
    const reply = await app.inject({
      method,
      url: pathname + search,
      headers: { ...headers, host },
      ...(body === undefined ? {} : { payload: body }),
    });
    return { status: reply.statusCode, headers: reply.headers, body: reply.rawPayload ?? reply.body };
  };
