// A document as a tree, by a parser that none of the contestants brings.
import { SaxesParser } from 'saxes';

/** JSON of the parsed document, for comparing. */
export function parsed(xml) {
  const root = [];
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const children = [];
    open.at(-1).push([name, Object.entries(attributes).toSorted(), children]);
    open.push(children);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => {
    if (open.length > 1 && text !== '') open.at(-1).push(text);
  });
  parser.write(xml).close();
  return JSON.stringify(root);
}
