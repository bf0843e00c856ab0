/**
 * Asks a Fastify app without a network.
 * @module
 */
import { TransportFailure, type Method, type Transport } from '../phone/index.ts';

/** What is asked of an app: Fastify's `inject`. */
interface Injected {
  readonly method: Method;
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly payload?: string;
}

/** A Fastify app, as far as a call needs it. */
export interface App {
  /** The flows that plivo-jsx's plugin serves. */
  readonly plivoFlows?: readonly { readonly answer: { readonly path: string } }[];
  ready(): PromiseLike<unknown>;
  inject(request: Injected): PromiseLike<{
    readonly statusCode: number;
    readonly headers: { readonly [name: string]: string | string[] | number | undefined };
    readonly body: string;
    readonly rawPayload?: Uint8Array;
  }>;
}

/**
 * Sends requests to the app, if they are for its address; a test does not leave the process for any other.
 *
 * @param origin where the app is called, such as `https://ivr.example.com`
 */
export const injectInto =
  (app: App, origin: string): Transport =>
  async ({ method, url, headers, body }) => {
    const { pathname, search, host, origin: asked } = new URL(url);
    if (asked !== origin) {
      const says = `${asked} is not the app that is called; if it is, give call the option publicUrl`;
      throw new TransportFailure('ct', says);
    }
    const reply = await app.inject({
      method,
      url: pathname + search,
      headers: { ...headers, host },
      ...(body === undefined ? {} : { payload: body }),
    });
    return { status: reply.statusCode, headers: reply.headers, body: reply.rawPayload ?? reply.body };
  };
