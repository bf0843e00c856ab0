import { SaxesParser } from 'saxes';
import { malformed, notXml, unescapedAmpersand } from './malformed.ts';
import type { Problem } from './problem.ts';

/** An element as it was read. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  /** Text and elements, in document order; white space collapsed. */
  readonly content: readonly (string | XmlElement)[];
  /** The elements directly inside. */
  readonly children: readonly XmlElement[];
  /** The text directly inside, trimmed. */
  readonly text: string;
  /** Where its tag begins, from 1. */
  readonly line: number;
  readonly column: number;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly content: (string | XmlElement)[];
  readonly line: number;
  readonly column: number;
}

/** The nesting that libxml2 accepts; low enough for recursion. */
const deepest = 256;

/** Reads a reply. What is not well-formed XML is a problem in plain words, with line and column. */
export function readXml(body: string, { comments }: { readonly comments: boolean }): XmlElement | Problem {
  const early = notXml(body);
  if (early !== undefined) return early;
  const outside: OpenElement = { name: '', attributes: {}, content: [], line: 1, column: 1 };
  const open = [outside];
  let problem: Problem | undefined;
  let closed = '';
  let begun = { line: 1, column: 1 };
  const lines = body.split('\n');
  const parser = new SaxesParser({ position: true });
  const place = () => ({ line: parser.line, column: Math.max(1, parser.column) });
  let rejected: Problem | undefined;
  const reject = (message: string, fix: string) => (rejected ??= { message, fix, ...place() });
  const text = (said: string) => void open.at(-1)!.content.push(said);
  parser.on('error', ({ message }) => (problem ??= malformed(message, body, open.at(-1)!.name, closed)));
  // The parser tells a tag when it has read the character after the name, which may be the end of the line.
  parser.on('opentagstart', ({ name }) => {
    const isNextLine = parser.column === 0;
    const line = isNextLine ? parser.line - 1 : parser.line;
    const read = isNextLine ? lines[line - 1]!.replace(/\r$/, '').length + 1 : parser.column;
    begun = { line, column: read - name.length - 1 };
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > deepest) {
      const message = `More than ${deepest} elements stand inside each other, and parsers of XML read no more.`;
      rejected ??= { message, fix: 'close each element before the next one begins.', ...begun };
      // Ends the reading: nothing that follows is worth its time.
      throw new Error(message);
    }
    open.push({ name, attributes: { ...attributes } as OpenElement['attributes'], content: [], ...begun });
  });
  parser.on('closetag', () => {
    const element = open.pop()!;
    closed = element.name;
    open.at(-1)!.content.push(settled(element));
  });
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('doctype', () =>
    reject('The reply has a document type.', 'remove the <!DOCTYPE …>; Plivo wants a plain <Response>.'),
  );
  if (!comments) {
    parser.on('comment', () => reject('The reply has a comment.', 'remove the <!-- … -->.'));
    parser.on('processinginstruction', () =>
      reject('The reply has a processing instruction.', 'remove the <? … ?>.'),
    );
  }
  try {
    parser.write(body).close();
  } catch (error) {
    problem ??= malformed(String(error), body, '', '');
  }
  if (rejected !== undefined) return rejected;
  if (problem !== undefined) return unescapedAmpersand(body) ?? problem;
  return outside.content.find((item) => typeof item !== 'string')!;
}

function settled({ content, ...element }: OpenElement): XmlElement {
  const joined: (string | XmlElement)[] = [];
  for (const item of content) {
    if (typeof item === 'string' && typeof joined.at(-1) === 'string')
      joined.push(`${joined.pop() as string}${item}`);
    else joined.push(item);
  }
  const collapsed = joined.map((item) => (typeof item === 'string' ? item.replace(/\s+/g, ' ') : item));
  const texts = collapsed.filter((item) => typeof item === 'string');
  return {
    ...element,
    content: collapsed,
    children: collapsed.filter((item) => typeof item !== 'string'),
    text: texts.join('').trim(),
  };
}
