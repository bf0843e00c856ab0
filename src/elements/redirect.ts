import { method } from './attribute.ts';
import { urlText } from './content.ts';
import {
  declareElement,
  defineElement,
  type DeclaredAttributes,
  type DeclaredChildren,
  type ElementComponent,
} from './define-element.ts';
import { unreachable } from './unreachable.ts';

const declaration = declareElement({
  name: 'Redirect',
  role: 'leads',
  content: urlText('xml', { expected: 'the URL of the next document' }),
  attributes: {
    /** The HTTP method of the request to the URL. Default: POST. */
    method: method({ default: 'POST' }),
  },
  rules: [
    unreachable({
      message: 'What follows <Redirect> never runs.',
      fix: 'move it before the <Redirect>, or remove it.',
    }),
  ],
});

/** The props of {@link Redirect}. */
export interface RedirectProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

/**
 * Requests the URL and goes on with the XML that it answers; nothing after it in this document runs.
 *
 * Source: https://www.plivo.com/docs/voice/xml/routing
 *
 * @example
 * ```tsx
 * import { Redirect } from 'plivo-jsx';
 *
 * const again = <Redirect>/menu</Redirect>;
 * ```
 */
export const Redirect: ElementComponent<RedirectProps> = defineElement(declaration);
