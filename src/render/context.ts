/**
 * What every component can read beside its props.
 * @module
 */
import type { LinkPlace } from './output/resolve-link.ts';

/**
 * The second argument of a component: the context of the document. Read-only.
 *
 * @example
 * ```tsx
 * import { Play, type Context } from 'plivo-jsx';
 *
 * const Greeting = (_props: {}, { baseUrl }: Context) => <Play>{`${baseUrl}/audio/hello.mp3`}</Play>;
 * ```
 */
export interface Context {
  /** Origin (and path prefix, if any) of the app without a slash at the end, such as `https://ivr.example.com`. */
  readonly baseUrl: string | undefined;
  /** Returns the final form of a URL of the app itself, for instance with reserved query keys. Default: the URL itself. */
  readonly resolveLink?: ((url: string, place: LinkPlace) => string) | undefined;
}
