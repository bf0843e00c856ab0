import { render, Response, type ErrorCode, type Node } from 'plivo-jsx';
import { jsx } from 'plivo-jsx/jsx-runtime';

/** The codes of the warnings of a document that is served all the same. */
export function warningsOf(children: Node, development = true): ErrorCode[] {
  const codes: ErrorCode[] = [];
  const xml = render(jsx(Response, { children }), {
    development,
    onWarning: ({ code }) => void codes.push(code),
  });
  if (typeof xml !== 'string') throw new Error('A component was async.');
  return codes;
}
