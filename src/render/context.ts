/**
 * What every component may read beside its props.
 * @module
 */
import type { LinkPlace } from './output/resolve-link.ts';

/**
 * The second argument of a component: where the document is printed for. Read-only.
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
  /** Gives an address of the app itself its final form, such as with reserved query keys. Default: printed as it is. */
  readonly resolveLink?: ((url: string, place: LinkPlace) => string) | undefined;
}
