/**
 * A document, judged by a strict parser that is not ours.
 * @module
 */
import { SaxesParser } from 'saxes';

/** What the parser has against a document; undefined for a `<Response>` that is well-formed. */
export function malformed(xml: string): string | undefined {
  let root: string | undefined;
  let problem: string | undefined;
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => (problem ??= message));
  parser.on('opentag', ({ name }) => (root ??= name));
  parser.write(xml).close();
  if (problem === undefined && root === 'Response') return undefined;
  return `no document: ${problem ?? `the root is ${root}`} in ${xml.slice(0, 300)}`;
}
