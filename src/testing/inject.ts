/**
 * Sends the requests of a call to a Fastify app without a network.
 * @module
 */
import { isAtOrBelow, localAddressOf, type AddressMap } from '../phone/http/address-map.ts';
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

/** The part of a flow that a call or an exploration needs. */
export interface AppFlow {
  readonly firstLevel: { readonly path: string };
  readonly levels: readonly {
    readonly path: string;
    readonly kind: 'level' | 'callback';
    readonly isLinked: boolean;
  }[];
  readonly checks: { readonly [path: string]: { readonly [rule: string]: string } };
}

/** The part of a Fastify app that a call needs. */
export interface App {
  /** The flows that plivo-jsx's plugin serves. */
  readonly plivoFlows?: readonly AppFlow[];
  ready(): PromiseLike<unknown>;
  inject(request: InjectRequest): PromiseLike<InjectReply>;
}

/**
 * Sends requests for the public address of the app to it. Other requests fail: a test does not leave the process.
 *
 * @param addresses the public address of the app, and what a proxy makes of it
 */
export const injectInto =
  (app: App, addresses: AddressMap): Transport =>
  async ({ method, url, headers, body }) => {
    const { host, origin, pathname: asked } = new URL(url);
    if (!isAtOrBelow(url, addresses.publicUrl)) {
      const isOrigin = origin === new URL(addresses.publicUrl).origin;
      const problem = `${isOrigin ? `${origin}${asked}` : origin} is not the app that is called`;
      throw new TransportFailure('ct', problem, {
        fix: 'if that address is of the app, give call() the option publicUrl.',
      });
    }
    const { pathname, search } = new URL(localAddressOf(addresses, url));
    const reply = await app.inject({
      method,
      url: pathname + search,
      headers: { ...headers, host },
      ...(body === undefined ? {} : { payload: body }),
    });
    return { status: reply.statusCode, headers: reply.headers, body: reply.rawPayload ?? reply.body };
  };
