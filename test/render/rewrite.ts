import { jsx } from 'plivo-jsx/jsx-runtime';
import type { JsxElement } from 'plivo-jsx';
import type { Parsed } from './parse.ts';

/** The element that an author would have written for a parsed one. */
export function rewrite({ name, attributes, content }: Parsed): JsxElement {
  const children = content.map((item) => (typeof item === 'string' ? item : rewrite(item)));
  return jsx(name, { ...attributes, children });
}

/** White space as Plivo reads it: any run of it is one space, and none is around a text or between elements. */
export function settled({ name, attributes, content }: Parsed): Parsed {
  const items = content.map((item) =>
    typeof item === 'string' ? item.replace(/\s+/g, ' ').trim() : settled(item),
  );
  return { name, attributes, content: items.filter((item) => item !== '') };
}
