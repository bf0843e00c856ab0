/**
 * The types of what stands between the tags of an element, for components that pass their children on.
 * @module
 */
import type { JsxElement, Text } from '../../jsx-runtime/element.ts';
import type { Link } from './url.ts';

/**
 * What may stand in `<Response>`, `<GetDigits>` and other elements that take no text: elements, conditions, and lists of
 * these. A component that passes its children on to such an element takes this type.
 *
 * @example
 * ```tsx
 * import { Hangup, Response, type Elements } from 'plivo-jsx';
 *
 * const Last = ({ children }: { children?: Elements }) => (
 *   <Response>
 *     {children}
 *     <Hangup />
 *   </Response>
 * );
 * ```
 */
export type Elements = JsxElement | boolean | null | undefined | readonly Elements[];

/**
 * What stands in an element that needs at least one element inside, such as `<Dial>`.
 *
 * @example
 * ```tsx
 * import { Dial, type RequiredElements } from 'plivo-jsx';
 *
 * const Transfer = ({ children }: { children: RequiredElements }) => <Dial timeout={20}>{children}</Dial>;
 * ```
 */
export type RequiredElements = Exclude<Elements, true>;

/**
 * What may stand in an element that takes nothing but text: texts, numbers, conditions, and lists of these.
 *
 * @example
 * ```tsx
 * import type { PlainText } from 'plivo-jsx';
 *
 * const Pause = ({ children }: { children?: PlainText }) => <s>{children}</s>;
 * ```
 */
export type PlainText = Text | readonly PlainText[];

// `null` and `false` alone are not text; in a list they are allowed, so that conditions can be written inline.
/**
 * What stands in an element that needs a text, such as `<Number>`.
 *
 * @example
 * ```tsx
 * import { Dial, Number, type RequiredText } from 'plivo-jsx';
 *
 * const Call = ({ children }: { children: RequiredText }) => (
 *   <Dial timeout={20}>
 *     <Number>{children}</Number>
 *   </Dial>
 * );
 * ```
 */
export type RequiredText = string | number | readonly PlainText[];

/**
 * What stands in an element that needs an address, such as `<Redirect>`: a link to a level, a URL, or a path such as `/menu`.
 *
 * @example
 * ```tsx
 * import { Hangup, Redirect, type UrlText } from 'plivo-jsx';
 *
 * const Next = ({ to }: { to: UrlText | undefined }) => (to === undefined ? <Hangup /> : <Redirect>{to}</Redirect>);
 * ```
 */
export type UrlText = string | Link | readonly (Text | Link)[];
