/**
 * What a component can read besides its props.
 * @module
 */
import type { Temporal } from '../temporal.ts';
import type { LinkPlace } from './output/final-url.ts';

/**
 * The second argument of every component: facts about the request. Read-only.
 *
 * @example
 * ```tsx
 * import { Play, type Context } from 'plivo-jsx';
 *
 * const Greeting = (_props: {}, { baseUrl }: Context) => <Play>{`${baseUrl}/audio/hello.mp3`}</Play>;
 * ```
 */
export interface Context {
  /** Origin of the app, with its path prefix if it has one, without a slash at the end: `https://ivr.example.com`. */
  readonly baseUrl: string | undefined;
  /** When the request arrived; outside a webhook, the real time. A test or the phone can set it with `at`. */
  readonly now: Temporal.Instant;
  /**
   * Returns the final form of an address of the app itself, for example with an extra query key. Default: the address as it is.
   *
   * @example
   * ```tsx
   * import { Redirect, render, Response, type LinkPlace } from 'plivo-jsx';
   *
   * const resolveLink = (url: string, { urlKind }: LinkPlace) => (urlKind === 'xml' ? `${url}?lang=en` : url);
   *
   * const xml = render(
   *   <Response>
   *     <Redirect>/menu</Redirect>
   *   </Response>,
   *   { baseUrl: 'https://ivr.example.com', context: { resolveLink } },
   * );
   * ```
   */
  readonly resolveLink?: ((url: string, place: LinkPlace) => string) | undefined;
}
