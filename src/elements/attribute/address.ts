/**
 * Attributes that take an address that Plivo requests.
 * @module
 */
import { absoluteUrl, type Link, type Url, type UrlKind } from '../url.ts';
import { attribute, quoted, type AttributeOptions } from './kind.ts';

const urlTakes = (kind: UrlKind) =>
  kind === 'websocket'
    ? 'a wss:// URL'
    : 'a link to a level, an absolute http:// or https:// URL, or a path such as "/menu"';

/**
 * An address that Plivo requests.
 *
 * @param urlKind what Plivo does with the answer; the check of links depends on it
 * @param options whether it is required, and Plivo's default
 * @example
 * ```ts
 * import { attribute } from 'plivo-jsx';
 *
 * const action = attribute.url('xml', { required: true });
 * ```
 */
export function url<const O extends AttributeOptions>(urlKind: UrlKind, options: O) {
  return attribute<Url, O>(options, {
    kind: 'url',
    expected: urlTakes(urlKind),
    closed: false,
    urlKind,
    print: (value, baseUrl) => absoluteUrl(value, urlKind, baseUrl),
  });
}

/**
 * An address that Plivo requests, or one word instead.
 *
 * @param urlKind what Plivo does with the answer; the check of links depends on it
 * @param values the words
 * @param options whether it is required, and Plivo's default
 * @example
 * ```ts
 * import { attribute } from 'plivo-jsx';
 *
 * const enterSound = attribute.urlOr('xml-sound', ['beep:1', 'beep:2'], { default: 'beep:1' });
 * ```
 */
export function urlOr<const V extends string, const O extends AttributeOptions>(
  urlKind: UrlKind,
  values: readonly V[],
  options: O,
) {
  return attribute<V | `http${string}` | `/${string}` | Link, O>(options, {
    kind: 'url|enum',
    expected: `${quoted(values)}, or ${urlTakes(urlKind)}`,
    closed: false,
    values,
    urlKind,
    print: (value, baseUrl) =>
      values.includes(value as V) ? (value as V) : absoluteUrl(value, urlKind, baseUrl),
  });
}
