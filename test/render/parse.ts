import { SaxesParser } from 'saxes';

/** An element as a parser that is not ours reads it. */
export interface Parsed {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly content: (string | Parsed)[];
}

/** The root of a well-formed document; what is not well-formed throws. */
export function parse(xml: string): Parsed {
  const outside: Parsed = { name: '', attributes: {}, content: [] };
  const open = [outside];
  const parser = new SaxesParser();
  const text = (said: string) => {
    const { content } = open.at(-1)!;
    if (typeof content.at(-1) === 'string') content.push(`${content.pop() as string}${said}`);
    else content.push(said);
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Parsed = { name, attributes: { ...attributes }, content: [] };
    open.at(-1)!.content.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(xml).close();
  return outside.content.find((item) => typeof item !== 'string')!;
}
